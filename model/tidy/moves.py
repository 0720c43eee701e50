"""Small moves: one stage to a column near by, or two stages in each other's place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from model.ids import Id
from model.layout.grid import Slot, grid_of
from model.pathway import Pathway
from model.records import LAST_COLUMN, Stage
from model.tidy.proposals import Proposal
from model.tidy.tangle import LENGTH_OF_BACKWARD

_STEPS = (-1, 1, -2, 2)

Moved = Mapping[Id, Stage]
Move = Callable[[Pathway], Moved]


def moves(pathway: Pathway, ids: Sequence[Id]) -> Iterator[Proposal]:
    """Propose moves of the stages, those that make the handovers shortest first of all."""
    may_move = frozenset(ids)
    found: list[Move] = [
        partial(_stepped, id=id, step=step, may_move=may_move) for id in ids for step in _STEPS
    ]
    found += [partial(_put_below_next, id=id, may_move=may_move) for id in ids]
    slots = grid_of(pathway).slots
    lengths = [_lengthening(pathway, move(pathway), slots) for move in found]
    for place in sorted(range(len(found)), key=lengths.__getitem__):
        yield partial(_after, move=found[place])


def _after(pathway: Pathway, move: Move) -> Pathway:
    moved = move(pathway)
    return pathway.replacing(moved) if moved else pathway


def _stepped(pathway: Pathway, id: Id, step: int, may_move: frozenset[Id]) -> Moved:
    """Put the stage in a free cell, or in the place of the only stage there."""
    stage = pathway.find(Stage, id)
    if stage is None or not 0 <= stage.column + step <= _last_column(pathway, stage):
        return {}
    there = pathway.in_cell(stage.actor, stage.phase, stage.column + step)
    if not there:
        return {id: replace(stage, column=stage.column + step)}
    alone = len(there) == len(pathway.in_cell(stage.actor, stage.phase, stage.column)) == 1
    return _exchanged(stage, there[0]) if alone and there[0].id in may_move else {}


def _last_column(pathway: Pathway, stage: Stage) -> int:
    """Return the column after the phase's last one."""
    return min(pathway.columns[stage.phase], LAST_COLUMN)


def _put_below_next(pathway: Pathway, id: Id, may_move: frozenset[Id]) -> Moved:
    """Exchange the stage with the next one below it in its cell that may move."""
    stage = pathway.find(Stage, id)
    if stage is None:
        return {}
    stack = pathway.in_cell(stage.actor, stage.phase, stage.column)
    below = [other for other in stack[stack.index(stage) + 1 :] if other.id in may_move]
    return _exchanged(stage, below[0]) if below else {}


def _exchanged(one: Stage, other: Stage) -> Moved:
    return {
        one.id: replace(one, column=other.column, order=other.order),
        other.id: replace(other, column=one.column, order=one.order),
    }


def _lengthening(pathway: Pathway, moved: Moved, slots: Mapping[Id, Slot]) -> int:
    """Return how much longer the handovers of the stages that move become, without routing."""
    ids = list(moved)
    there = dict(zip(ids, [slots[id] for id in reversed(ids)], strict=True))
    if len(ids) == 1:
        (id,) = ids
        right = moved[id].column - _column(pathway, id)
        there = {id: Slot(slots[id].row, slots[id].column + right)}
    arrows = {
        arrow.id: (arrow.source, arrow.target)
        for id in ids
        for arrow in (*pathway.leaving(id), *pathway.arriving(id))
    }
    return sum(
        _length(there.get(source, slots[source]), there.get(target, slots[target]))
        - _length(slots[source], slots[target])
        for source, target in arrows.values()
    )


def _column(pathway: Pathway, id: Id) -> int:
    stage = pathway.find(Stage, id)
    return 0 if stage is None else stage.column


def _length(source: Slot, target: Slot) -> int:
    across = target.column - source.column
    return abs(across) + abs(target.row - source.row) + LENGTH_OF_BACKWARD * (across < 0)
