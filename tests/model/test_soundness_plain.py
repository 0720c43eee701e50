"""The search for branches that never come against the same search on plain sets."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from random import Random
from typing import NamedTuple

from msgspec.structs import replace

from benchmarks.synthetic import synthetic
from model import graph, soundness
from model.codes import Flow, StageKind
from model.ids import Id
from model.pathway import Pathway
from model.records import Handover
from model.soundness import Search, Stuck, meetings, parts_nothing

PATHWAYS = 500
MOST_STEPS = 300


def test_the_search_equals_plain_search_on_sets() -> None:
    stuck = 0
    for seed in range(PATHWAYS):
        chance = Random(seed)  # noqa: S311 - nothing here is secret
        board = synthetic(chance.choice((4, 6, 9, 15, 40)), seed=seed)
        flows = (Flow.PARALLEL, Flow.PARALLEL, Flow.ALTERNATIVE, Flow.OPTIONAL)
        pathway = board.replacing(
            {
                arrow.id: replace(
                    arrow,
                    flow=chance.choice(flows),
                    if_not_accepted=chance.choice((None, None, chance.choice(board.stages).id)),
                )
                for arrow in board.handovers
            }
            | {
                stage.id: replace(stage, kind=chance.choice((None, None, None, StageKind.END)))
                for stage in board.stages
            }
        )
        starts = [stage.id for stage in chance.sample(pathway.stages, 2)]
        plain = _Walks(pathway, meetings(pathway)).search(starts, MOST_STEPS)
        assert soundness.search(pathway, starts, MOST_STEPS) == plain
        stuck += len(plain.stuck)
    assert stuck > PATHWAYS / 2


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
