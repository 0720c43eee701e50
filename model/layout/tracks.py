"""Runs that share a line, put beside each other: in an order with few crossings, on few tracks."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from model.layout.runs import Axis, Path, Run, Way

SWEEPS = 2
"""How often the order across and the order down are fitted to each other."""

_SPREAD = 0.9  # the part of a line's width over which its runs are spread while routing


def channels(paths: Iterable[Path]) -> Mapping[Way, list[Run]]:
    """Return the runs of each line that has any, in an order with few crossings.

    Afterwards each run's `at` says its place within the line.
    """
    lines: defaultdict[Way, list[Run]] = defaultdict(list)
    for path in paths:
        for run in path.runs:
            lines[Way(run.axis, run.line)].append(run)
    for _ in range(SWEEPS):
        for axis in (Axis.ACROSS, Axis.DOWN):
            for way, runs in lines.items():
                if way.axis is axis and len(runs) > 1:
                    runs[:] = _ordered(runs)
                    _spread(runs)
    return lines


def pack(runs: Sequence[Run], gap: Callable[[Run, Run], float]) -> dict[Run, float]:
    """Give each run, in their order, the nearest place after those that it may not touch.

    `gap(a, b)` is how far apart two meeting runs lie. Left-edge channel routing, with the order
    given instead of the left edges.
    """
    places: dict[Run, float] = {}
    for run in runs:
        places[run] = max(
            (place + gap(other, run) for other, place in places.items() if other.meets(run)),
            default=0.0,
        )
    return places


class _Course(NamedTuple):
    """A run as seen by its line: what it covers, and where it turns which way."""

    run: Run
    low: float
    high: float
    back: tuple[float, ...]
    onward: tuple[float, ...]
    pull: float


def _ordered(runs: Sequence[Run]) -> list[Run]:
    """Insert one run after another where it crosses least of those inserted before."""
    courses = sorted((_course(run) for run in runs), key=lambda course: course.pull)
    order: list[_Course] = []
    for course in courses:
        low, high = course.low, course.high
        best = saved = most_saved = 0
        for place, other in enumerate(order, start=1):
            if low < other.high and other.low < high:
                saved += _crossings(course, other) - _crossings(other, course)
            if saved >= most_saved:
                best, most_saved = place, saved
        order.insert(best, course)
    return [course.run for course in order]


def _course(run: Run) -> _Course:
    along = [_place(end) for end in run.ends]
    back: list[float] = []
    onward: list[float] = []
    far: list[float] = []
    for end, place in zip(run.ends, along, strict=True):
        if isinstance(end, Run):
            goal = _place(end.ends[1] if end.ends[0] is run else end.ends[0])
            far.append(goal)
            (onward if goal > run.at else back).append(place)
    pull = sum(far) / len(far) if far else run.line
    return _Course(run, min(along), max(along), tuple(back), tuple(onward), pull)


def _crossings(first: _Course, second: _Course) -> int:
    """Count how often the two cross when `first` lies before `second`."""
    crossings = 0
    for place in first.onward:
        crossings += second.low < place < second.high
    for place in second.back:
        crossings += first.low < place < first.high
    return crossings


def _place(end: Run | float) -> float:
    return end.at if isinstance(end, Run) else end


def _spread(runs: Sequence[Run]) -> None:
    for place, run in enumerate(runs, start=1):
        run.at = run.line + (place / (len(runs) + 1) - 0.5) * _SPREAD
