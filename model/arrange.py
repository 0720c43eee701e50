"""The verbs of arranging: each puts several records right in one change."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from model import edits
from model.change import Add, Change, Op, Remove, Set
from model.ids import Id, new_id
from model.integrity import led_elsewhere
from model.messages import _, ngettext
from model.order import last_order
from model.pathway import Cell, Pathway
from model.places import Places
from model.records import LAST_COLUMN, Actor, Handover, Phase, Record, Stage, Waiver
from model.text import Text, without_blanks


class Stages(Enum):
    GO_TOO = "the stages go with their lane or phase"


def branch(pathway: Pathway, beside: Id, title: Text) -> Change:
    """Add a stage as another way on from where `beside` is reached: below it in its cell.

    It follows the first stage that leads to `beside`; when none does, it is a beginning as well.
    """
    sibling = pathway.find(Stage, beside)
    if sibling is None:
        return Change("")
    stage = Stage(
        id=new_id(),
        order=last_order(pathway.of(Stage)),
        actor=sibling.actor,
        phase=sibling.phase,
        column=sibling.column,
        title=without_blanks(title),
    )
    ops: list[Op] = [Add(stage)]
    sources = [arrow.source for arrow in pathway.arriving(beside) if arrow.source != beside]
    if sources:
        ops.append(Add(Handover(id=new_id(), source=sources[0], target=stage.id)))
    return Change(edits.add(pathway, stage).label, tuple(ops))


def stage_towards(pathway: Pathway, source: Id, cell: Cell, title: Text) -> Change:
    """Add a stage in a cell, or the next free one after it, joined from `source`."""
    if pathway.find(Stage, source) is None:
        return Change("")
    actor, phase, column = cell
    added = edits.add_stage(pathway, actor=actor, phase=phase, column=column, title=title)
    return added + Change("", (Add(Handover(id=new_id(), source=source, target=added.ops[0].id)),))


def insert_between(pathway: Pathway, handover: Id, title: Text) -> Change:
    """Add a stage between the two of a handover, in the next free cell after the first.

    The handover keeps all that is said of it and leads into the new stage; a plain one goes on.
    """
    arrow = pathway.find(Handover, handover)
    before = pathway.find(Stage, arrow.source) if arrow is not None else None
    if arrow is None or before is None:
        return Change("")
    added = edits.add_stage(
        pathway, actor=before.actor, phase=before.phase, column=before.column + 1, title=title
    )
    stage = added.ops[0].id
    onward = Handover(id=new_id(), source=stage, target=arrow.target)
    return added + Change("", (Set(handover, "target", arrow.target, stage), Add(onward)))


def put_between(pathway: Pathway, handover: Id, stage: Id) -> Change:
    """Lead a handover by way of a stage that exists; the stage stays in its cell.

    Empty when the stage is at one of its ends. Plain handovers that would say the same twice go.
    """
    arrow, between = pathway.find(Handover, handover), pathway.find(Stage, stage)
    if arrow is None or between is None or stage in {arrow.source, arrow.target}:
        return Change("")
    ops: list[Op] = [Set(handover, "target", arrow.target, stage)]
    ops += [
        Remove(other)
        for other in pathway.leaving(arrow.source)
        if other.target == stage and is_plain(other)
    ]
    if not any(other.target == arrow.target for other in pathway.leaving(stage)):
        ops.append(Add(Handover(id=new_id(), source=stage, target=arrow.target)))
    label = _("Put “{name}” between").format(name=edits.name_of(between) or _("(no name)"))
    return Change(label, tuple(ops))


def is_plain(handover: Handover) -> bool:
    """Whether a handover is an arrow and no more: nothing is said of it."""
    return handover == Handover(id=handover.id, source=handover.source, target=handover.target)


def remove_with_stages(pathway: Pathway, id: Id, to: Id | Stages | None) -> Change:
    """Remove a lane or a phase; its stages move to another one, stay without one, or go too.

    They keep their order, in free columns: those of a phase come before the stages of a later
    one and after those of an earlier one. What was said of a lane elsewhere is then said of the
    lane that its stages moved to.
    """
    record = pathway.get(id)
    if not isinstance(record, Actor | Phase) or to == id:
        return Change("")
    stages = [stage for stage in pathway.stages if id in {stage.actor, stage.phase}]
    removed = edits.remove(pathway, (id,))
    if isinstance(to, Stages):
        return Change(removed.label, (*(Remove(stage) for stage in stages), *removed.ops))
    if to is not None and not isinstance(pathway.get(to), type(record)):
        return Change("")
    if isinstance(record, Actor):
        cells = into_lane(pathway, stages, to)
    else:
        cells = _joined_phases(pathway, record.id, to)
    ops = _moves(pathway, cells)
    if to is not None:
        ops += _mentions(pathway, id, to)
    return Change(removed.label, (*ops, *removed.ops))


def set_for_all(pathway: Pathway, ids: Iterable[Id], field: str, value: Any) -> Change:
    """Set one field of several records: of those of the same kind as the first that has it.

    `actor` and `phase` of stages are cells: stages move into free columns, those of different
    cells beside each other.
    """
    records = [pathway[id] for id in dict.fromkeys(ids) if id in pathway]
    alike = [record for record in records if field != "id" and field in record.__struct_fields__]
    alike = [record for record in alike if type(record) is type(alike[0])]
    stages = [record for record in alike if isinstance(record, Stage)]
    ops: list[Op]
    match field:
        case "actor" if stages:
            ops = _moves(pathway, into_lane(pathway, stages, value))
        case "phase" if stages:
            ops = _moves(pathway, into_phase(pathway, stages, value))
        case _:
            changes = [edits.update(pathway, record.id, **{field: value}) for record in alike]
            ops = [op for change in changes for op in change.ops]
    count = len({op.id for op in ops})
    label = ngettext("Edit {count} thing", "Edit {count} things", count).format(count=count)
    if count == 1:
        label = edits.update(pathway, ops[0].id).label
    return Change(label, tuple(ops))


def into_lane(pathway: Pathway, stages: Iterable[Stage], actor: Id | None) -> Mapping[Id, Cell]:
    """Return a cell for each stage in another lane: its own column, else the next free one."""
    moving = _reading_order(pathway, [stage for stage in stages if stage.actor != actor])
    return _in_order(pathway, [(stage, (actor, stage.phase, stage.column)) for stage in moving])


def into_phase(pathway: Pathway, stages: Iterable[Stage], phase: Id | None) -> Mapping[Id, Cell]:
    """Return a cell for each stage in another phase: its own column, else the next free one."""
    moving = _reading_order(pathway, [stage for stage in stages if stage.phase != phase])
    return _in_order(pathway, [(stage, (stage.actor, phase, stage.column)) for stage in moving])


def _reading_order(pathway: Pathway, stages: Iterable[Stage]) -> list[Stage]:
    ids = {stage.id for stage in stages}
    return [stage for stage in pathway.stages if stage.id in ids]


def _in_order(pathway: Pathway, wanted: Iterable[tuple[Stage, Cell]]) -> dict[Id, Cell]:
    """Give each stage the first free column from the wanted one on, after those before it.

    Stages that share a cell share the next one too.
    """
    wanted = list(wanted)
    places = Places(pathway, leaving=[stage.id for stage, _cell in wanted])
    cells: dict[Id, Cell] = {}
    last: dict[tuple[Id | None, Id | None], tuple[Cell, int]] = {}
    for stage, (actor, phase, column) in wanted:
        own = stage.actor, stage.phase, stage.column
        own_before, before = last.get((actor, phase), (None, -1))
        if own != own_before:
            before = places.take(actor, phase, max(column, before + 1))
        last[actor, phase] = own, before
        cells[stage.id] = actor, phase, before
    return cells


def _joined_phases(pathway: Pathway, gone: Id, to: Id | None) -> Mapping[Id, Cell]:
    """Put the columns of a phase before those of a later one, after those of an earlier one."""
    places = [phase.id for phase in pathway.phases]
    moving = [stage for stage in pathway.stages if stage.phase == gone]
    there = [stage for stage in pathway.stages if stage.phase == to]
    width = 1 + max((stage.column for stage in moving), default=-1)
    length = 1 + max((stage.column for stage in there), default=-1)
    is_later = to is not None and places.index(to) > places.index(gone)
    if is_later and width + length <= LAST_COLUMN + 1:
        shifted = {stage.id: (stage.actor, to, stage.column + width) for stage in there}
        return {**{stage.id: (stage.actor, to, stage.column) for stage in moving}, **shifted}
    return _in_order(
        pathway, [(stage, (stage.actor, to, stage.column + length)) for stage in moving]
    )


def _moves(pathway: Pathway, cells: Mapping[Id, Cell]) -> list[Op]:
    ops: list[Op] = []
    for id, (actor, phase, column) in cells.items():
        ops += edits.update(pathway, id, actor=actor, phase=phase, column=column).ops
    return ops


def _mentions(pathway: Pathway, gone: Id, to: Id) -> list[Op]:
    """Say of `to` what is said of a lane or phase that goes, wherever that is.

    Not a waiver: what was accepted of one is not accepted of another. Cells of stages change
    elsewhere.
    """
    ops: list[Op] = []
    for record in sorted(pathway.values(), key=lambda each: each.id):
        if isinstance(record, Waiver):
            continue
        led = led_elsewhere(record, lambda id: to if id == gone else id)
        ops += [op for op in _differences(record, led) if not _is_cell(record, op.field)]
    return ops


def _differences(before: Record, after: Record) -> list[Set]:
    return [
        Set(before.id, field, getattr(before, field), getattr(after, field))
        for field in before.__struct_fields__
        if getattr(before, field) != getattr(after, field)
    ]


def _is_cell(record: Record, field: str) -> bool:
    return isinstance(record, Stage) and field in {"actor", "phase"}
