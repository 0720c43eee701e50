"""Where parallel branches meet: whether all that a stage waits for can be trusted to come.

How branches part and meet: docs/decisions/0009-where-branches-meet.md.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
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


class _State(NamedTuple):
    """Where the customer is at once, which awaited handovers have come, and where all had."""

    stages: frozenset[Id]
    come: frozenset[Id] = frozenset()
    met: frozenset[Id] = frozenset()


class _Step(NamedTuple):
    """How a state was reached: what was left, and where to."""

    before: _State
    left: Id
    ways: tuple[tuple[Handover, Id], ...]


def search(pathway: Pathway, starts: Iterable[Id], most_steps: int = MOST_STEPS) -> Search:
    """Walk from each start in every way, and find the stages that go on waiting for good."""
    awaited = meetings(pathway)
    if not awaited:
        return Search((), is_complete=True)
    return _Walks(pathway, awaited).search(starts, most_steps)


class _Walks:
    """All ways of walking a pathway, as far as they matter for the stages that wait.

    Where the customer is in several stages, the first in reading order is left first: branches
    go on by themselves, so that the order changes nothing about what comes in the end.
    """

    def __init__(self, pathway: Pathway, awaited: Mapping[Id, tuple[Handover, ...]]) -> None:
        self._pathway = pathway
        self._awaited = awaited
        self._only_meeting = {
            arrow.id
            for arrows in awaited.values()
            for arrow in arrows
            if parts_nothing(arrow, pathway)
        }
        self._meeting = {arrow.id: stage for stage, arrows in awaited.items() for arrow in arrows}
        self._places = {stage.id: place for place, stage in enumerate(pathway.stages)}
        ends = set(graph.ends(pathway))
        self._ways = {
            stage: () if stage in ends else targets
            for stage, targets in graph.ways_onward(pathway).items()
        }
        sources = {arrow.source for arrows in awaited.values() for arrow in arrows} - ends
        self._ways_back = graph.turned_round(self._ways)
        self._mattering = graph.reachable(self._ways_back, sources)

    def search(self, starts: Iterable[Id], most_steps: int) -> Search:
        waiting = deque(_State(frozenset({start})) for start in starts if start in self._mattering)
        reached: dict[_State, _Step | None] = dict.fromkeys(waiting)
        stuck: dict[Id, Stuck] = {}
        steps = 0
        while waiting:
            state = waiting.popleft()
            if not state.stages:
                for stage, missing in self._left_waiting(state):
                    if stage not in stuck:
                        walk = self._walk_that_shows(state, missing, reached)
                        stuck[stage] = Stuck(stage, missing, walk)
                continue
            left = min(state.stages, key=self._places.__getitem__)
            for ways in self._choices(left):
                steps += 1
                if steps > most_steps:
                    return Search(tuple(stuck.values()), is_complete=False)
                after = self._after(state, left, ways)
                if after not in reached:
                    reached[after] = _Step(state, left, ways)
                    waiting.append(after)
        return Search(tuple(stuck.values()), is_complete=True)

    def _choices(self, stage: Id) -> Iterator[tuple[tuple[Handover, Id], ...]]:
        """Yield each set of ways by which a customer can leave: handovers with where they lead.

        All parallel ones are taken, one of the alternatives, any of the optional ones. A way
        that only meets others is one of the alternatives.
        """
        arrows = self._pathway.leaving(stage)
        alternatives = [
            arrow
            for arrow in arrows
            if arrow.flow is Flow.ALTERNATIVE or arrow.id in self._only_meeting
        ]
        taken: list[list[tuple[Handover, Id] | None]] = []
        if alternatives:
            taken.append([way for arrow in alternatives for way in _outcomes(arrow)])
        for arrow in arrows:
            if arrow.flow is Flow.PARALLEL and arrow.id not in self._only_meeting:
                taken.append([*_outcomes(arrow)])
            elif arrow.flow is Flow.OPTIONAL:
                taken.append([*_outcomes(arrow), None])
        for ways in product(*taken):
            yield tuple(way for way in ways if way is not None)

    def _after(self, state: _State, left: Id, ways: Iterable[tuple[Handover, Id]]) -> _State:
        stages, come, met = set(state.stages) - {left}, set(state.come), set(state.met)
        for arrow, target in ways:
            awaited = {each.id for each in self._awaited.get(target, ())}
            if arrow.id in awaited and target == arrow.target:
                come.add(arrow.id)
                if awaited <= come:
                    come -= awaited
                    stages.add(target)
                    met.add(target)
            else:
                stages.add(target)
        return _State(frozenset(stages & self._mattering), frozenset(come), frozenset(met))

    def _left_waiting(self, state: _State) -> Iterator[tuple[Id, tuple[Handover, ...]]]:
        """Yield the stages to which some of what they wait for has come, and what has not."""
        for stage in dict.fromkeys(self._meeting[arrow] for arrow in sorted(state.come)):
            if stage not in state.met:
                arrows = self._awaited[stage]
                yield stage, tuple(arrow for arrow in arrows if arrow.id not in state.come)

    def _walk_that_shows(
        self,
        state: _State,
        missing: tuple[Handover, ...],
        reached: Mapping[_State, _Step | None],
    ) -> tuple[Id, ...]:
        """Return the way that could have led to what is missing and goes elsewhere.

        Where no way could have, it is one by which the customer comes to wait.
        """
        leading = graph.reachable(self._ways_back, (arrow.source for arrow in missing))

        def nearness(walk: tuple[Id, ...]) -> tuple[int, int]:
            return max(map(walk.index, leading.intersection(walk)), default=-1), len(walk)

        return max(self._walks_to(state, reached), key=nearness)

    def _walks_to(
        self, state: _State, reached: Mapping[_State, _Step | None]
    ) -> Iterator[tuple[Id, ...]]:
        """Yield the ways by which each branch went, without the loops on them."""
        steps: list[_Step] = []
        while step := reached[state]:
            steps.append(step)
            state = step.before
        walks: dict[Id, tuple[Id, ...]] = {stage: (stage,) for stage in state.stages}
        for step in reversed(steps):
            before = walks.get(step.left, (step.left,))
            if not step.ways:
                yield before
            for _arrow, target in step.ways:
                cut = before.index(target) if target in before else len(before)
                walks[target] = (*before[:cut], target)
                yield walks[target]


def _outcomes(arrow: Handover) -> Iterator[tuple[Handover, Id]]:
    """Yield where a handover leads: its target, and the way of those whose referral is declined."""
    yield arrow, arrow.target
    declined = arrow.if_not_accepted
    if declined is not None and declined not in (arrow.source, arrow.target):
        yield arrow, declined
