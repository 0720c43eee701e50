"""Runs that share a line, put in an order with few crossings."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import compress, count, islice
from operator import itemgetter, lt, ne
from typing import NamedTuple, TypeVar

from model.layout.runs import ACROSS, Run
from model.layout.shapes import Paths

SWEEPS = 2
"""How often the order across and the order down are fitted to each other."""

_SPREAD = 0.9  # the part of a line's width over which its runs are spread while routing

Line = int
T = TypeVar("T")
_LOW, _HIGH, _TURNS = itemgetter(0), itemgetter(1), itemgetter(2, 3, 4)


class Lines(NamedTuple):
    """The runs of each line that has any, and the lines with a run that was not there before."""

    runs: Mapping[Line, list[Run]]
    fresh: AbstractSet[Line]


class _Fitting(NamedTuple):
    """How the runs of a line were put in order, and where they lie then.

    `runs` are in the order they came in, `by_pull` their places by where they are pulled to.
    `toward` are their own line and those to whose runs they are pulled.
    """

    runs: list[Run]
    by_pull: list[int]
    toward: AbstractSet[Line]
    spread: list[float]
    order: list[Run]
    courses: "list[_Course]"


Fittings = dict[Run | Line, _Fitting]
"""By lines, and by their first runs: lines have other numbers once there is one more row."""


class Orders:
    """The orders of runs on one board after another.

    Runs on a line lie as they did where nothing that decides on it is otherwise: see `_fit`.
    """

    def __init__(self) -> None:
        self._ids: Sequence[object] = ()
        self._lines = Lines({}, frozenset()), Lines({}, frozenset())
        self._fittings: list[Fittings] = [{} for _ in range(2 * SWEEPS)]

    def of(self, paths: Paths) -> tuple[Lines, Lines]:
        """Return the runs on lines across and on lines down, in an order with few crossings."""
        ids = list(paths.by_id)
        if not paths.turned and ids == self._ids:
            across, down = self._lines
            return across._replace(fresh=frozenset()), down._replace(fresh=frozenset())
        lines = _lines_of(paths)
        shifted = [_shifted(*pair) for pair in zip(self._lines, lines, strict=True)]
        unsure = set(lines[0].fresh), set(lines[1].fresh)
        for step in range(2 * SWEEPS):
            self._sweep(step, lines[step % 2].runs, shifted[step % 2], unsure)
        self._ids, self._lines = ids, lines
        return lines

    def _sweep(
        self,
        step: int,
        lines: Mapping[Line, list[Run]],
        shifted: set[Line],
        unsure: tuple[set[Line], set[Line]],
    ) -> None:
        """Fit the runs of the lines along one axis to those along the other."""
        axis, kept = step % 2, self._fittings[step]
        fittings: Fittings = {}
        for line, runs in lines.items():
            if len(runs) > 1:
                first = runs[0]
                known = kept.get(first)
                if known is not None and known.runs != runs:
                    known = None
                sure = line not in unsure[axis]
                fitting = known
                if fitting is None or not sure or not shifted.isdisjoint(fitting.toward):
                    fitting = _fit(runs, known, sure=sure)
                if fitting is not known:
                    shifted.add(line)
                    before = kept.get(line)
                    for run in _overtaken(before.order, fitting.order) if before else ():
                        _look_again(run, unsure)
                _let_lie(runs, fitting)
                fittings[line] = fittings[first] = fitting
        self._fittings[step] = fittings


def _let_lie(runs: list[Run], fitting: _Fitting) -> None:
    """Put runs in their order and to their places, unless they lie so since the last sweep."""
    if runs[0].spot == fitting.spread[0] and runs == fitting.order:
        return
    runs[:] = fitting.order
    for run, spot in zip(runs, fitting.spread, strict=True):
        run.spot = spot


def _lines_of(paths: Paths) -> tuple[Lines, Lines]:
    across: defaultdict[Line, list[Run]] = defaultdict(list)
    down: defaultdict[Line, list[Run]] = defaultdict(list)
    for path in paths.by_id.values():
        for run in path.runs:
            run.spot = line = run.line
            (across if run.axis is ACROSS else down)[line].append(run)
    turned = [run for id in paths.turned for run in paths.by_id[id].runs]
    fresh_across = {run.line for run in turned if run.axis is ACROSS}
    fresh_down = {run.line for run in turned if run.axis is not ACROSS}
    return Lines(across, fresh_across), Lines(down, fresh_down)


def _shifted(before: Lines, after: Lines) -> set[Line]:
    """Return the lines that have more runs or fewer, or that do not come after the same others.

    A run whose goal is on a line that came before its own is pulled to where that goal was put.
    """
    had, has = before.runs, after.runs
    resized = [line for line in has if line in had and len(had[line]) != len(has[line])]
    return {*after.fresh, *resized, *_overtaken(list(had), list(has))}


def _fit(runs: list[Run], known: _Fitting | None, *, sure: bool) -> _Fitting:
    """Put the runs in order and spread them over the line's width.

    What decides on the order is to which side each run turns and which place lies before which
    along it, and in which order the runs are pulled. Runs that come or go mostly leave the others
    of their lines in their order: then it is `sure` that turns and places are as they were on
    lines that see these others, and only the pulls are looked at.
    """
    pulls = [(one.spot + other.spot) / 2 for one, other in [run.pulls for run in runs]]
    by_pull = sorted(range(len(runs)), key=pulls.__getitem__)
    if known is not None and sure and known.by_pull == by_pull:
        return known
    courses = _courses(map(runs.__getitem__, by_pull))
    same = known is not None and _picture(known.courses) == _picture(courses)
    order = known.order if known is not None and same else _ordered(courses)
    between, line = len(runs) + 1, runs[0].line
    spread = [line + (place / between - 0.5) * _SPREAD for place in range(1, between)]
    toward = _lines_toward(runs)
    if known is not None and same and known[1:4] == (by_pull, toward, spread):
        return known
    return _Fitting(list(runs), by_pull, toward, spread, order, courses)


def _lines_toward(runs: Sequence[Run]) -> set[Line]:
    """Return the lines where the goals of runs are, and that of the runs."""
    toward = {goal.line for run in runs for goal in run.pulls if isinstance(goal, Run)}
    toward.add(runs[0].line)
    return toward


def _overtaken(before: Sequence[T], after: Sequence[T]) -> list[T]:
    """Return as few as will do that one of any two that changed their order is among them.

    All but the longest part of those in both that kept its order (patience sorting).
    """
    before, after = _without_same_ends(before, after)
    places = {each: place for place, each in enumerate(before)}
    both = [each for each in after if each in places]
    tails: list[int] = []  # the least place with which a part of each length can end
    ends: list[int] = []  # and where in `both` that is
    links: list[int] = []  # to the one before, in the longest part that ends here
    for number, each in enumerate(both):
        length = bisect_left(tails, places[each])
        links.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [places[each]]
        ends[length : length + 1] = [number]
    in_order = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        in_order.add(at)
        at = links[at]
    return [each for number, each in enumerate(both) if number not in in_order]


def _without_same_ends(before: Sequence[T], after: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
    least = min(len(before), len(after))
    first = next(compress(count(), map(ne, before, after)), least)
    pairs = map(ne, islice(reversed(before), least - first), reversed(after))
    last = next(compress(count(), pairs), least - first)
    return before[first : len(before) - last], after[first : len(after) - last]


def _look_again(run: Run, unsure: tuple[set[Line], set[Line]]) -> None:
    """Note the lines of the runs to which this one is a place or a goal."""
    across, down = unsure
    beside, beyond = (down, across) if run.axis is ACROSS else (across, down)
    beside.update(each.line for each in (run.before, run.after) if isinstance(each, Run))
    both = run, run.beyond_before, run.beyond_after
    beyond.update(each.line for each in both if isinstance(each, Run))


_Course = tuple[float, float, int, int, Run]
"""A run as seen by its line: the places that it covers, which way it turns at the lower and at
the higher one (1 onward, -1 back, 0 to a card), and the run."""


def _courses(runs: Iterable[Run]) -> list[_Course]:
    """Look along the two runs that each turns into, at where those lead."""
    courses = []
    for run in runs:
        spot, low, high = run.spot, run.before.spot, run.after.spot
        before, after = run.beyond_before, run.beyond_after
        turn_before = 0 if before is None else 1 if before.spot > spot else -1
        turn_after = 0 if after is None else 1 if after.spot > spot else -1
        courses.append(
            (low, high, turn_before, turn_after, run)
            if low <= high
            else (high, low, turn_after, turn_before, run)
        )
    return courses


def _picture(courses: Sequence[_Course]) -> tuple[list[object], list[int], list[bool]]:
    """Return what the order of a line's runs hangs on: which place lies before which, not where."""
    places = [*map(_LOW, courses), *map(_HIGH, courses)]
    ranking = sorted(range(len(places)), key=places.__getitem__)
    ranked = list(map(places.__getitem__, ranking))
    return list(map(_TURNS, courses)), ranking, list(map(lt, ranked, ranked[1:]))


def _ordered(courses: Sequence[_Course]) -> list[Run]:
    """Insert one run after another where it crosses least of those inserted before.

    Only those within each other's reach are looked at: each stands in its group, and in a chain
    of all.
    """
    following: dict[Run | None, Run | None] = {None: None}
    preceding: dict[Run | None, Run | None] = {None: None}
    for course, group in zip(courses, _groups(courses), strict=True):
        run, place = course[-1], _least_crossing(course, group)
        # Before the next one of the group, or at the end: behind all others between the two.
        after = group[place][-1] if place < len(group) else None
        before = preceding[after]
        following[before], following[run] = run, after
        preceding[run], preceding[after] = before, run
        group.insert(place, course)
    order = []
    at = following[None]
    while at is not None:
        order.append(at)
        at = following[at]
    return order


def _least_crossing(course: _Course, group: Sequence[_Course]) -> int:
    """Return the last of the places in the group where a run crosses fewest others.

    Two runs cross where one turns toward the other's side within the other's reach.
    """
    low, high, turn_low, turn_high, _run = course
    best = saved = most_saved = 0
    for place, (other_low, other_high, other_turn_low, other_turn_high, _) in enumerate(group):
        if low < other_high and other_low < high:
            if saved >= most_saved:
                best, most_saved = place, saved
            if other_low < low:
                saved += turn_low
            elif low < other_low:
                saved -= other_turn_low
            if high < other_high:
                saved += turn_high
            elif other_high < high:
                saved -= other_turn_high
    return len(group) if saved >= most_saved else best


def _groups(courses: Sequence[_Course]) -> list[list[_Course]]:
    """Return for each course the empty list of its group; no two of two groups overlap."""
    groups: list[list[_Course]] = [[]] * len(courses)
    group: list[_Course] = []
    reach = float("-inf")
    for place in sorted(range(len(courses)), key=[course[0] for course in courses].__getitem__):
        low, high = courses[place][:2]
        if low >= reach:
            group = []
        groups[place] = group
        reach = max(reach, high)
    return groups
