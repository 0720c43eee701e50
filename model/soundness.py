"""Where parallel branches meet: whether all that a stage waits for can be trusted to come.

How branches part and meet: docs/decisions/0009-where-branches-meet.md.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, product
from typing import NamedTuple

from model import graph
from model.codes import Flow
from model.ids import Id
from model.pathway import Pathway
from model.records import Handover

MOST_STEPS = 2000
"""After how many steps the search stops: fewer than would be felt while editing."""


class Stuck(NamedTuple):
    """A stage that waits for handovers which never come, on a walk that shows it."""

    stage: Id
    awaited: tuple[Handover, ...]
    walk: tuple[Id, ...]


class Search(NamedTuple):
    """What was found, and whether all ways of walking were tried."""

    stuck: tuple[Stuck, ...]
    is_complete: bool


def meetings(pathway: Pathway) -> dict[Id, tuple[Handover, ...]]:
    """Return the stages that wait, each with the handovers that all have to come first.

    These are the parallel ones from two stages or more, of which one at least is the only
    parallel way out of its source: it parts nothing, so that it can only say that it meets.
    """
    parallel = [arrow for arrow in pathway.handovers if arrow.flow is Flow.PARALLEL]
    into: dict[Id, list[Handover]] = {}
    for arrow in parallel:
        into.setdefault(arrow.target, []).append(arrow)
    return {
        stage: tuple(arrows)
        for stage, arrows in into.items()
        if len({arrow.source for arrow in arrows}) > 1
        and any(parts_nothing(arrow, pathway) for arrow in arrows)
    }


def parts_nothing(arrow: Handover, pathway: Pathway) -> bool:
    """Whether a parallel handover is the only parallel one out of its source."""
    return sum(other.flow is Flow.PARALLEL for other in pathway.leaving(arrow.source)) == 1


_State = tuple[int, int, int]
"""Where the customer is at once, which awaited handovers have come, and where all had.

As bits, which are compared and joined fast: stages that matter, in reading order; awaited
handovers, by their ids; stages that wait.
"""
_Way = tuple[Handover, Id, int, int, int, int]
"""A handover and where it leads, with what it adds to a state that a customer comes by it.

That is the stage and, where it waits for this handover and others: the handover, all of them, and
the stage once more among those that wait.
"""
_Ways = tuple[_Way, ...]
"""By which handovers a customer leaves a stage at once."""
_Step = tuple[_State, Id, _Ways]
"""How a state was reached: from which one, what was left, and by which ways."""


def search(
    pathway: Pathway,
    starts: Iterable[Id],
    most_steps: int = MOST_STEPS,
    ways: graph.Ways | None = None,
) -> Search:
    """Walk from each start in every way, and find the stages that go on waiting for good.

    Give the ways onward where they are known.
    """
    awaited = meetings(pathway)
    if not awaited:
        return Search((), is_complete=True)
    return _Walks(pathway, awaited, ways or graph.ways_onward(pathway)).search(starts, most_steps)


class _Walks:
    """All ways of walking a pathway, as far as they matter for the stages that wait.

    Where the customer is in several stages, the first in reading order is left first: branches
    go on by themselves, so that the order changes nothing about what comes in the end.
    """

    def __init__(
        self, pathway: Pathway, awaited: Mapping[Id, tuple[Handover, ...]], ways: graph.Ways
    ) -> None:
        self._pathway = pathway
        self._awaited = awaited
        meeting = {arrow: stage for stage, arrows in awaited.items() for arrow in _ids(arrows)}
        self._only_meeting = {
            arrow.id
            for arrows in awaited.values()
            for arrow in arrows
            if parts_nothing(arrow, pathway)
        }
        ends = graph.ends(pathway)
        self._ways = {**ways, **dict.fromkeys(ends, ())}
        sources = {arrow.source for arrows in awaited.values() for arrow in arrows}
        leading = graph.reachable(graph.turned_round(self._ways), sources.difference(ends))
        self._mattering = [stage for stage in self._ways if stage in leading]
        self._stages = _bits(self._mattering)
        self._come = _bits(sorted(meeting))
        self._met = _bits(awaited)
        self._meeting = [meeting[arrow] for arrow in self._come]
        self._choices_at: dict[int, list[_Ways]] = {}

    def search(self, starts: Iterable[Id], most_steps: int) -> Search:
        waiting = deque((self._stages[start], 0, 0) for start in starts if start in self._stages)
        reached: dict[_State, _Step | None] = dict.fromkeys(waiting)
        stuck: dict[Id, tuple[_State, tuple[Handover, ...]]] = {}
        steps = 0
        while waiting:
            state = waiting.popleft()
            if not state[0]:
                for stage, missing in self._left_waiting(state):
                    stuck.setdefault(stage, (state, missing))
                continue
            first = state[0] & -state[0]
            left = self._mattering[first.bit_length() - 1]
            if first not in self._choices_at:
                self._choices_at[first] = list(islice(self._choices(left), most_steps + 1))
            for ways in self._choices_at[first]:
                steps += 1
                if steps > most_steps:
                    return Search(tuple(self._shown(stuck, reached)), is_complete=False)
                after = _after(state, first, ways)
                if after not in reached:
                    reached[after] = state, left, ways
                    waiting.append(after)
        return Search(tuple(self._shown(stuck, reached)), is_complete=True)

    def _choices(self, stage: Id) -> Iterator[_Ways]:
        """Yield each set of ways by which a customer can leave: handovers with where they lead.

        All parallel ones are taken, one of the alternatives, any of the optional ones. A way
        that only meets others is one of the alternatives.
        """
        alternatives: list[_Way | None] = []
        taken: list[list[_Way | None]] = []
        for arrow in self._pathway.leaving(stage):
            ways = [self._way(arrow, target) for target in _outcomes(arrow)]
            if arrow.flow is Flow.ALTERNATIVE or arrow.id in self._only_meeting:
                alternatives += ways
            elif arrow.flow is Flow.PARALLEL:
                taken.append([*ways])
            elif arrow.flow is Flow.OPTIONAL:
                taken.append([*ways, None])
        if alternatives:
            taken.insert(0, alternatives)
        for choice in product(*taken):
            yield tuple([way for way in choice if way is not None])

    def _way(self, arrow: Handover, target: Id) -> _Way:
        stage = self._stages.get(target, 0)
        if arrow.id not in self._come or target != arrow.target:
            return arrow, target, stage, 0, 0, 0
        awaited = sum([self._come[id] for id in _ids(self._awaited[target])])
        return arrow, target, stage, self._come[arrow.id], awaited, self._met[target]

    def _left_waiting(self, state: _State) -> Iterator[tuple[Id, tuple[Handover, ...]]]:
        """Yield the stages to which some of what they wait for has come, and what has not."""
        for stage in dict.fromkeys(self._meeting[bit] for bit in graph.places(state[1])):
            if not self._met[stage] & state[2]:
                missing = [
                    each for each in self._awaited[stage] if not self._come[each.id] & state[1]
                ]
                yield stage, tuple(missing)

    def _shown(
        self,
        stuck: Mapping[Id, tuple[_State, tuple[Handover, ...]]],
        reached: Mapping[_State, _Step | None],
    ) -> Iterator[Stuck]:
        """Yield what is stuck with the way that could have led to what is missing, and did not.

        Where no way could have, it is one by which the customer comes to wait.
        """
        missing = _bits({arrow.source for _state, arrows in stuck.values() for arrow in arrows})
        components = graph.strong_components(self._ways) if missing else ()
        ahead = graph.ahead(self._ways, missing, components)
        for stage, (state, arrows) in stuck.items():
            sources = 0
            for arrow in arrows:
                sources |= missing[arrow.source]

            def nearness(walk: tuple[Id, ...], sources: int = sources) -> tuple[int, int]:
                nearest = len(walk) - 1
                while nearest >= 0 and not ahead[walk[nearest]] & sources:
                    nearest -= 1
                return nearest, len(walk)

            yield Stuck(stage, arrows, max(self._walks_to(state, reached), key=nearness))

    def _walks_to(
        self, state: _State, reached: Mapping[_State, _Step | None]
    ) -> Iterator[tuple[Id, ...]]:
        """Yield the ways by which each branch went, without the loops on them."""
        steps: list[_Step] = []
        while step := reached[state]:
            steps.append(step)
            state = step[0]
        start = self._mattering[state[0].bit_length() - 1]
        walks: dict[Id, tuple[Id, ...]] = {start: (start,)}
        for _before, left, ways in reversed(steps):
            before = walks.get(left, (left,))
            if not ways:
                yield before
            for _arrow, target, *_added in ways:
                cut = before.index(target) if target in before else len(before)
                walks[target] = (*before[:cut], target)
                yield walks[target]


def _after(state: _State, left: int, ways: _Ways) -> _State:
    stages, come, met = state
    stages ^= left
    for _arrow, _target, stage, by, awaited, meeting in ways:
        come |= by
        if awaited & come == awaited:  # all that is waited for, which may be nothing
            come ^= awaited
            stages |= stage
            met |= meeting
    return stages, come, met


def _bits(ids: Iterable[Id]) -> dict[Id, int]:
    """Give each a bit of its own."""
    return {id: 1 << bit for bit, id in enumerate(ids)}


def _ids(arrows: Iterable[Handover]) -> list[Id]:
    return [arrow.id for arrow in arrows]


def _outcomes(arrow: Handover) -> tuple[Id, ...]:
    """Return where a handover leads: its target, and the way of those who are declined."""
    declined = arrow.if_not_accepted
    if declined is None or declined in (arrow.source, arrow.target):
        return (arrow.target,)
    return arrow.target, declined
