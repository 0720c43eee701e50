"""Runs that share a line, put in an order with few crossings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter, itemgetter, lt
from typing import NamedTuple

from model.ids import Id
from model.layout.runs import ACROSS, Path, Run

SWEEPS = 2
"""How often the order across and the order down are fitted to each other."""

_SPREAD = 0.9  # the part of a line's width over which its runs are spread while routing

Line = int
_AT = attrgetter("at")
_PULL, _LOW, _HIGH, _TURNS = itemgetter(0), itemgetter(1), itemgetter(2), itemgetter(3, 4, 5)


class Lines(NamedTuple):
    """The runs of each line that has any, and the lines with a run that was not there before."""

    runs: Mapping[Line, list[Run]]
    fresh: AbstractSet[Line]


class _Fitting(NamedTuple):
    """How the runs of a line were put in order: what was looked at, and what came of it."""

    runs: list[Run]
    looked_at: list[Run]
    places: list[float]
    picture: "_Picture"
    order: list[Run]
    spread: list[float]


Fittings = dict[Run, _Fitting]
"""By the first run of a line: lines have other numbers once there is one more row or column."""


class Orders:
    """The orders of runs on one board after another.

    Equal runs between equal places are in equal order: a line is worked out anew only where
    something that it looks at is not as last time.
    """

    def __init__(self) -> None:
        self._paths: Mapping[Id, Path] = {}
        self._fittings: list[Fittings] = [{} for _ in range(2 * SWEEPS)]

    def of(self, paths: Mapping[Id, Path]) -> tuple[Lines, Lines]:
        """Return the runs on lines across and on lines down, in an order with few crossings."""
        across, down = lines = _lines_of(paths, self._paths)
        self._paths = paths
        for step in range(2 * SWEEPS):
            on = across if step % 2 == 0 else down
            kept, fittings = self._fittings[step], {}
            for line, runs in on.runs.items():
                if len(runs) > 1:
                    first = runs[0]
                    fittings[first] = _fit(runs, kept.get(first), anew=line in on.fresh)
            self._fittings[step] = fittings
        return lines


def _lines_of(paths: Mapping[Id, Path], before: Mapping[Id, Path]) -> tuple[Lines, Lines]:
    across: defaultdict[Line, list[Run]] = defaultdict(list)
    down: defaultdict[Line, list[Run]] = defaultdict(list)
    fresh_across: set[Line] = set()
    fresh_down: set[Line] = set()
    for id, path in paths.items():
        is_fresh = before.get(id) is not path
        for run in path.runs:
            line = run.line
            run.at = line
            if run.axis is ACROSS:
                across[line].append(run)
                if is_fresh:
                    fresh_across.add(line)
            else:
                down[line].append(run)
                if is_fresh:
                    fresh_down.add(line)
    return Lines(across, fresh_across), Lines(down, fresh_down)


def _fit(runs: list[Run], kept: _Fitting | None, *, anew: bool) -> _Fitting:
    """Put the runs in order and spread them over the line's width, as they were if they can."""
    known = kept if kept is not None and kept.runs == runs else None
    places = list(map(_AT, known.looked_at)) if known is not None and not anew else None
    if known is not None and known.places == places:
        fitting = known
    else:
        looked_at = known.looked_at if known is not None else list(_looked_at(runs))
        courses = sorted(map(_course, runs), key=_PULL)
        picture = _picture(courses)
        same = known is not None and known.picture == picture
        order = known.order if known is not None and same else _ordered(courses)
        between, line = len(runs) + 1, runs[0].line
        spread = [line + (place / between - 0.5) * _SPREAD for place in range(1, between)]
        places = list(map(_AT, looked_at))
        fitting = _Fitting(list(runs), looked_at, places, picture, order, spread)
    runs[:] = fitting.order
    for run, at in zip(runs, fitting.spread, strict=True):
        run.at = at
    return fitting


def _looked_at(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs whose places decide the order: these, those they turn into, those beyond."""
    for run in runs:
        yield run
        for end in run.ends:
            if isinstance(end, Run):
                yield end
                beyond = end.ends[1] if end.ends[0] is run else end.ends[0]
                if isinstance(beyond, Run):
                    yield beyond


_Course = tuple[float, float, float, int, int, Run]
"""A run as seen by its line: where it is pulled to, the places that it covers, which way it
turns at the lower and at the higher one (1 onward, -1 back, 0 to a card), and the run."""


class _Picture(NamedTuple):
    """What the order of a line's runs hangs on: which place lies before which, not where."""

    courses: list[tuple[int, int, Run]]
    ranking: list[int]
    rises: list[bool]


def _picture(courses: Sequence[_Course]) -> _Picture:
    places = [*map(_LOW, courses), *map(_HIGH, courses)]
    ranking = sorted(range(len(places)), key=places.__getitem__)
    ranked = list(map(places.__getitem__, ranking))
    return _Picture(list(map(_TURNS, courses)), ranking, list(map(lt, ranked, ranked[1:])))


def _ordered(courses: Iterable[_Course]) -> list[Run]:
    """Insert one run after another where it crosses least of those inserted before.

    Two runs cross where one turns toward the other's side within the other's reach.
    """
    order: list[_Course] = []
    for course in courses:
        _pull, low, high, turn_low, turn_high, _run = course
        best = saved = most_saved = 0
        for place, (_, other_low, other_high, other_turn_low, other_turn_high, _) in enumerate(
            order, start=1
        ):
            if low < other_high and other_low < high:
                if other_low < low:
                    saved += turn_low
                elif low < other_low:
                    saved -= other_turn_low
                if high < other_high:
                    saved += turn_high
                elif other_high < high:
                    saved -= other_turn_high
            if saved >= most_saved:
                best, most_saved = place, saved
        order.insert(best, course)
    return [course[-1] for course in order]


def _course(run: Run) -> _Course:
    """Look along the two runs that it turns into, at where those lead."""
    before, after = run.ends
    at = run.at
    turn_before = turn_after = turns = 0
    goals = 0.0
    if isinstance(before, Run):
        beyond = before.ends[0]
        goal = beyond.at if isinstance(beyond, Run) else beyond
        before, turn_before = before.at, 1 if goal > at else -1
        goals, turns = goals + goal, turns + 1
    if isinstance(after, Run):
        beyond = after.ends[1]
        goal = beyond.at if isinstance(beyond, Run) else beyond
        after, turn_after = after.at, 1 if goal > at else -1
        goals, turns = goals + goal, turns + 1
    pull = goals / turns if turns else run.line
    if before <= after:
        return pull, before, after, turn_before, turn_after, run
    return pull, after, before, turn_after, turn_before, run
