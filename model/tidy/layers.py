"""Columns for the stages of one phase: each after those that lead to it, as far left as can be.

Layers by longest path, as in Sugiyama's method; loops are broken beforehand. Lanes and phases
are given, so that a layer is a column and the order within it is the order of the lanes.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Any, NamedTuple

from model.ids import Id
from model.pathway import Pathway
from model.records import LAST_COLUMN, Stage

Edge = tuple[Id, Id]
Rank = Callable[[Stage], Any]


class PhasePart(NamedTuple):
    """The stages of one phase in reading order, those that may move, and what leads onward."""

    stages: Sequence[Stage]
    movable: Collection[Id]
    edges: Sequence[Edge]


class Loose(NamedTuple):
    """How freely columns are chosen.

    `keeps_lanes`: stages of one lane stay in their order unless an arrow says otherwise.
    `rank` decides who comes first where nothing else does.
    """

    keeps_lanes: bool
    rank: Rank


def columns_for(part: PhasePart, loose: Loose) -> Mapping[Id, int]:
    """Return the column of each stage that may move."""
    edges = set(part.edges)
    if loose.keeps_lanes:
        edges |= set(_along_lanes(part))
    return _placed(part, edges, loose.rank)


def _along_lanes(part: PhasePart) -> list[Edge]:
    """Return an edge from each stage to the next of its lane, unless arrows lead back."""
    onward: defaultdict[Id, set[Id]] = defaultdict(set)
    for source, target in part.edges:
        onward[source].add(target)
    lanes: defaultdict[Id | None, list[Stage]] = defaultdict(list)
    for stage in part.stages:
        lanes[stage.actor].append(stage)
    added: list[Edge] = []
    for stages in lanes.values():
        for place, stage in enumerate(stages):
            following = _next_column(stages[place + 1 :], stage.column)
            for other in following:
                if not _leads(onward, other.id, stage.id):
                    onward[stage.id].add(other.id)
                    added.append((stage.id, other.id))
    return added


def _next_column(stages: Sequence[Stage], column: int) -> list[Stage]:
    later = [stage for stage in stages if stage.column > column]
    return [stage for stage in later if stage.column == later[0].column]


def _leads(onward: Mapping[Id, set[Id]], start: Id, goal: Id) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        stage = waiting.pop()
        if stage == goal:
            return True
        new = onward.get(stage, set()) - seen
        seen |= new
        waiting += new
    return False


def _placed(part: PhasePart, edges: Collection[Edge], rank: Rank) -> Mapping[Id, int]:
    """Take the stages that nothing leads to any more, the leftmost layer first (Kahn 1962)."""
    stages = {stage.id: stage for stage in part.stages}
    onward: defaultdict[Id, list[Id]] = defaultdict(list)
    waiting_for = dict.fromkeys(stages, 0)
    for source, target in sorted(edges):
        onward[source].append(target)
        waiting_for[target] += 1
    free = _Free(stage for stage in part.stages if stage.id not in part.movable)
    layers = dict.fromkeys(stages, 0)
    ready = [(0, rank(stages[id]), id) for id, count in waiting_for.items() if not count]
    heapify(ready)
    columns: dict[Id, int] = {}
    while ready:
        layer, _rank, id = heappop(ready)
        stage = stages[id]
        if id in part.movable:
            columns[id] = free.take(stage, layer)
        column = columns.get(id, stage.column)
        for target in onward[id]:
            layers[target] = max(layers[target], column + 1)
            waiting_for[target] -= 1
            if not waiting_for[target]:
                heappush(ready, (layers[target], rank(stages[target]), target))
    return columns


class _Free:
    """The free columns of each lane. Stages that share a cell may share the next one."""

    def __init__(self, fixed: Any) -> None:
        self._taken: dict[tuple[Id | None, int], int] = {
            (stage.actor, stage.column): stage.column for stage in fixed
        }

    def take(self, stage: Stage, start: int) -> int:
        column = min(start, LAST_COLUMN)
        while (
            column < LAST_COLUMN
            and self._taken.get((stage.actor, column), stage.column) != stage.column
        ):
            column += 1
        self._taken[stage.actor, column] = stage.column
        return column


def phase_parts(
    pathway: Pathway, scope: Collection[Id], onward: Collection[Edge]
) -> list[PhasePart]:
    """Return the phases that hold stages which may move; `onward` are the edges without loops."""
    by_phase: defaultdict[Id | None, list[Stage]] = defaultdict(list)
    for stage in pathway.stages:
        by_phase[stage.phase].append(stage)
    parts = []
    for stages in by_phase.values():
        ids = {stage.id for stage in stages}
        movable = ids & set(scope)
        edges = [(source, target) for source, target in onward if {source, target} <= ids]
        if movable:
            parts.append(PhasePart(stages, movable, edges))
    return parts
