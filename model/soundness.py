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
    parallel = Flow.PARALLEL
    into: dict[Id, list[Handover]] = {}
    for arrow in pathway.handovers:
        if arrow.flow is parallel:
            into.setdefault(arrow.target, []).append(arrow)
    return {
        stage: tuple(arrows)
        for stage, arrows in into.items()
        if len(arrows) > 1
        and len({arrow.source for arrow in arrows}) > 1
        and any(parts_nothing(arrow, pathway) for arrow in arrows)
    }


def parts_nothing(arrow: Handover, pathway: Pathway) -> bool:
    """Whether a parallel handover is the only parallel one out of its source."""
    return sum(other.flow is Flow.PARALLEL for other in pathway.leaving(arrow.source)) == 1


_State = int
"""Where the customer is at once, which awaited handovers have come, and where all had.

As bits, which are compared and joined fast, from the lowest: stages that matter, in reading order;
awaited handovers, by their ids; stages that wait.
"""
_Arrival = tuple[int, int, int]
"""An awaited handover: its bit, the bits of all that its stage waits for, and what these lead to.

That is where the customer is once all have come, and that all had.
"""
_Choice = tuple[tuple[Id, ...], int, tuple[_Arrival, ...]]
"""A way to leave a stage: where it leads at once, the bits of what waits for nothing, the rest."""
_Step = tuple[_State, Id, tuple[Id, ...]]
"""How a state was reached: from which one, what was left, and where that led at once."""

_NOWHERE: _Choice = (), 0, ()


def search(
    pathway: Pathway,
    starts: Iterable[Id],
    most_steps: int = MOST_STEPS,
    ways: graph.Ways | None = None,
    ways_back: graph.Ways | None = None,
) -> Search:
    """Walk from each start in every way, and find the stages that go on waiting for good.

    Give the ways onward, and those in the other direction, where they are known.
    """
    awaited = meetings(pathway)
    if not awaited:
        return Search((), is_complete=True)
    onward = ways or graph.ways_onward(pathway)
    back = ways_back or graph.turned_round(onward)
    return _Walks(pathway, awaited, onward, back).search(starts, most_steps)


class _Walks:
    """All ways of walking a pathway, as far as they matter for the stages that wait.

    Where the customer is in several stages, the first in reading order is left first: branches
    go on by themselves, so that the order changes nothing about what comes in the end.
    """

    def __init__(
        self,
        pathway: Pathway,
        awaited: Mapping[Id, tuple[Handover, ...]],
        ways: graph.Ways,
        ways_back: graph.Ways,
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
        # Nobody goes on from an end.
        closed = dict.fromkeys(graph.ends(pathway), ())
        self._ways = {**ways, **closed}
        self._ways_back = {**ways_back, **closed}
        sources = {arrow.source for arrows in awaited.values() for arrow in arrows}
        leading = graph.reachable(self._ways_back, sources - closed.keys()) - closed.keys()
        self._mattering = [stage for stage in ways if stage in leading]
        self._stages = _bits(self._mattering)
        self._come = _bits(sorted(meeting), behind=len(self._stages))
        self._met = _bits(awaited, behind=len(self._stages) + len(self._come))
        self._meeting = [meeting[arrow] for arrow in self._come]
        self._arrivals: dict[Id, _Arrival] = {}
        for stage, arrows in awaited.items():
            all_of_them = sum([self._come[arrow] for arrow in _ids(arrows)])
            there = self._stages.get(stage, 0) | self._met[stage]
            for arrow in _ids(arrows):
                self._arrivals[arrow] = self._come[arrow], all_of_them, there
        self._choices_at: dict[int, list[_Choice]] = {}

    def search(self, starts: Iterable[Id], most_steps: int) -> Search:
        waiting = deque(self._stages[start] for start in starts if start in self._stages)
        reached: dict[_State, _Step | None] = dict.fromkeys(waiting)
        stuck: dict[Id, tuple[_State, tuple[Handover, ...]]] = {}
        behind_stages = 1 << len(self._stages)
        steps = 0
        while waiting:
            state = waiting.popleft()
            first = state & -state
            if not 0 < first < behind_stages:
                for stage, missing in self._left_waiting(state):
                    stuck.setdefault(stage, (state, missing))
                continue
            left = self._mattering[first.bit_length() - 1]
            if first not in self._choices_at:
                self._choices_at[first] = list(islice(self._choices(left), most_steps + 1))
            rest = state ^ first
            for targets, led_to, arrivals in self._choices_at[first]:
                steps += 1
                if steps > most_steps:
                    return Search(tuple(self._shown(stuck, reached)), is_complete=False)
                after = rest | led_to
                for arrow, awaited, there in arrivals:
                    after |= arrow
                    if awaited & after == awaited:
                        after = after ^ awaited | there
                if after not in reached:
                    reached[after] = state, left, targets
                    waiting.append(after)
        return Search(tuple(self._shown(stuck, reached)), is_complete=True)

    def _choices(self, stage: Id) -> Iterable[_Choice]:
        """Return all ways in which a customer can leave.

        All parallel handovers are taken, one of the alternatives, any of the optional ones. One
        that only meets others is one of the alternatives.
        """
        alternatives: list[_Choice] = []
        taken: list[list[_Choice]] = []
        for arrow in self._pathway.leaving(stage):
            choices = [self._choice(arrow, target) for target in _outcomes(arrow)]
            if arrow.flow is Flow.ALTERNATIVE or arrow.id in self._only_meeting:
                alternatives += choices
            elif arrow.flow is Flow.PARALLEL:
                taken.append(choices)
            elif arrow.flow is Flow.OPTIONAL:
                taken.append([*choices, _NOWHERE])
        if alternatives:
            taken.insert(0, alternatives)
        return taken[0] if len(taken) == 1 else map(_together, product(*taken))

    def _choice(self, arrow: Handover, target: Id) -> _Choice:
        if arrow.id in self._arrivals and target == arrow.target:
            return (target,), 0, (self._arrivals[arrow.id],)
        return (target,), self._stages.get(target, 0), ()

    def _left_waiting(self, state: _State) -> Iterator[tuple[Id, tuple[Handover, ...]]]:
        """Yield the stages to which some of what they wait for has come, and what has not."""
        come = state >> len(self._stages) & (1 << len(self._come)) - 1
        for stage in dict.fromkeys(self._meeting[bit] for bit in graph.places(come)):
            if not self._met[stage] & state:
                missing = [each for each in self._awaited[stage] if not self._come[each.id] & state]
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
        start = self._mattering[state.bit_length() - 1]
        walks: dict[Id, tuple[Id, ...]] = {start: (start,)}
        for _before, left, targets in reversed(steps):
            before = walks.get(left, (left,))
            if not targets:
                yield before
            for target in targets:
                cut = before.index(target) if target in before else len(before)
                walks[target] = (*before[:cut], target)
                yield walks[target]


def _together(choices: Iterable[_Choice]) -> _Choice:
    """Return what is left by all of these at once."""
    targets: tuple[Id, ...] = ()
    led_to = 0
    arrivals: tuple[_Arrival, ...] = ()
    for more_targets, more_led_to, more_arrivals in choices:
        targets += more_targets
        led_to |= more_led_to
        arrivals += more_arrivals
    return targets, led_to, arrivals


def _bits(ids: Iterable[Id], behind: int = 0) -> dict[Id, int]:
    """Give each a bit of its own, behind so many others."""
    return {id: 1 << bit for bit, id in enumerate(ids, behind)}


def _ids(arrows: Iterable[Handover]) -> list[Id]:
    return [arrow.id for arrow in arrows]


def _outcomes(arrow: Handover) -> tuple[Id, ...]:
    """Return where a handover leads: its target, and the way of those who are declined."""
    declined = arrow.if_not_accepted
    if declined is None or declined in (arrow.source, arrow.target):
        return (arrow.target,)
    return arrow.target, declined
