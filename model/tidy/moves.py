"""Small moves: one stage to a column near by, or two stages in each other's place."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from model.ids import Id
from model.layout.grid import grid_of
from model.pathway import Pathway
from model.records import LAST_COLUMN, Stage
from model.tidy.proposals import Proposal

_STEPS = (-1, 1, -2, 2)


def moves(pathway: Pathway, ids: Sequence[Id]) -> Iterator[Proposal]:
    """Propose moves of the stages, those with the longest handovers first."""
    slots = grid_of(pathway).slots

    def pull(id: Id) -> int:
        arrows = (*pathway.leaving(id), *pathway.arriving(id))
        ends = [(slots[arrow.source], slots[arrow.target]) for arrow in arrows]
        return sum(abs(a.column - b.column) + abs(a.row - b.row) for a, b in ends)

    may_move = frozenset(ids)
    for id in sorted(ids, key=pull, reverse=True):
        yield partial(_with_next_in_cell, id=id, may_move=may_move)
        for step in _STEPS:
            yield partial(_moved, id=id, step=step, may_move=may_move)


def _moved(pathway: Pathway, id: Id, step: int, may_move: frozenset[Id]) -> Pathway:
    """Put the stage in a free cell, or in the place of the only stage there."""
    stage = pathway.find(Stage, id)
    if stage is None or not 0 <= stage.column + step <= _last_column(pathway, stage):
        return pathway
    there = pathway.in_cell(stage.actor, stage.phase, stage.column + step)
    if not there:
        return pathway.replacing({id: replace(stage, column=stage.column + step)})
    alone = len(there) == len(pathway.in_cell(stage.actor, stage.phase, stage.column)) == 1
    return _exchanged(pathway, stage, there[0], may_move) if alone else pathway


def _last_column(pathway: Pathway, stage: Stage) -> int:
    """Return the column after the phase's last one."""
    return min(pathway.columns[stage.phase], LAST_COLUMN)


def _with_next_in_cell(pathway: Pathway, id: Id, may_move: frozenset[Id]) -> Pathway:
    """Exchange the stage with the next one below it that may move."""
    stage = pathway.find(Stage, id)
    if stage is None:
        return pathway
    stack = pathway.in_cell(stage.actor, stage.phase, stage.column)
    below = [other for other in stack[stack.index(stage) + 1 :] if other.id in may_move]
    return _exchanged(pathway, stage, below[0], may_move) if below else pathway


def _exchanged(pathway: Pathway, one: Stage, other: Stage, may_move: frozenset[Id]) -> Pathway:
    if other.id not in may_move:
        return pathway
    return pathway.replacing(
        {
            one.id: replace(one, column=other.column, order=other.order),
            other.id: replace(other, column=one.column, order=one.order),
        }
    )
