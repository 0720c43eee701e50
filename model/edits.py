"""The verbs: each reads a pathway and returns a Change. Nothing else makes changes.

Whoever asks may look at a pathway that others have changed since: a verb about a record that is
gone returns an empty change.
"""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from model.change import Add, Change, Op, Remove, Set
from model.ids import Id, new_id
from model.messages import _, ngettext
from model.order import last_order, order_at
from model.pathway import Pathway
from model.records import (
    LAST_COLUMN,
    Actor,
    AnyRecord,
    Channel,
    Goal,
    Handover,
    Metric,
    Note,
    ParticipantGroup,
    PathwayInfo,
    Phase,
    Stage,
    Story,
    Task,
    TimePromise,
    Waiver,
    Workshop,
)
from model.text import Text, in_language, with_language, without_blanks

Ordered = (
    Phase
    | Actor
    | Stage
    | Channel
    | Goal
    | Metric
    | TimePromise
    | ParticipantGroup
    | Workshop
    | Note
    | Story
    | Task
)


def name_of(record: AnyRecord, language: str = "fi") -> str:
    """Return what people call a record: its title, name or text; '' when it has none yet."""
    for field in ("title", "name", "text"):
        text: Text = getattr(record, field, {})
        if text:
            return in_language(text, language)
    return ""


def _quoted(record: AnyRecord) -> str:
    return name_of(record) or _("(no name)")


def add(pathway: Pathway, record: AnyRecord) -> Change:
    """Add a record; empty when its id is taken."""
    if record.id in pathway:
        return Change("")
    return Change(_("Add “{name}”").format(name=_quoted(record)), (Add(record),))


def add_phase(pathway: Pathway, *, place: int, title: Text) -> Change:
    """Add a phase as the column `place` from the left."""
    phase = Phase(id=new_id(), order=order_at(place, pathway.phases), title=without_blanks(title))
    return Change(_("Add phase “{name}”").format(name=_quoted(phase)), (Add(phase),))


def add_actor(pathway: Pathway, *, place: int, name: Text) -> Change:
    """Add an actor as the lane `place` from the top."""
    actor = Actor(id=new_id(), order=order_at(place, pathway.actors), name=without_blanks(name))
    return Change(_("Add actor “{name}”").format(name=_quoted(actor)), (Add(actor),))


def next_free_column(
    pathway: Pathway, actor: Id | None, phase: Id | None, *, start: int = 0
) -> int:
    """Return the first column from `start` on where the cell (actor, phase) holds no stage.

    Without one it is the last column that a phase can have.
    """
    column = start
    while column < LAST_COLUMN and pathway.in_cell(actor, phase, column):
        column += 1
    return min(column, LAST_COLUMN)


def add_stage(
    pathway: Pathway, *, actor: Id | None, phase: Id | None, column: int, title: Text
) -> Change:
    """Add a stage in the next free cell from `column` on; no other stage moves."""
    stage = Stage(
        id=new_id(),
        order=last_order(pathway.of(Stage)),
        actor=actor,
        phase=phase,
        column=next_free_column(pathway, actor, phase, start=column),
        title=without_blanks(title),
    )
    return Change(_("Add stage “{name}”").format(name=_quoted(stage)), (Add(stage),))


def add_stage_after(pathway: Pathway, source: Id, *, title: Text) -> Change:
    """Add a stage in the same lane, in the next free cell after `source`, joined to it."""
    before = pathway.find(Stage, source)
    if before is None:
        return Change("")
    added = add_stage(
        pathway,
        actor=before.actor,
        phase=before.phase,
        column=before.column + 1,
        title=title,
    )
    arrow = Handover(id=new_id(), source=source, target=added.ops[0].id)
    return Change(added.label, (*added.ops, Add(arrow)))


def connect(pathway: Pathway, source: Id, target: Id) -> Change:
    """Join two stages by a handover; empty when they are joined already."""
    ends = pathway.find(Stage, source), pathway.find(Stage, target)
    if None in ends or any(arrow.target == target for arrow in pathway.leaving(source)):
        return Change("")
    label = _("Connect “{source}” to “{target}”").format(
        source=_quoted(pathway[source]), target=_quoted(pathway[target])
    )
    return Change(label, (Add(Handover(id=new_id(), source=source, target=target)),))


def reconnect(pathway: Pathway, handover: Id, *, source: Id, target: Id) -> Change:
    """Lead a handover from and to other stages; all that is said of it stays."""
    if None in (pathway.find(Stage, source), pathway.find(Stage, target)):
        return Change("")
    label = _("Reconnect the handover to “{target}”").format(target=_quoted(pathway[target]))
    return _relabelled(update(pathway, handover, source=source, target=target), label)


def update(pathway: Pathway, id: Id, **fields: Any) -> Change:
    """Set fields of one record; those that have the value already are left out."""
    record = pathway.get(id)
    if record is None:
        return Change("")
    ops = tuple(
        Set(id, field, getattr(record, field), after)
        for field, after in fields.items()
        if getattr(record, field) != after
    )
    return Change(_("Edit “{name}”").format(name=_quoted(record)), ops)


def write(pathway: Pathway, id: Id, field: str, language: str, words: str) -> Change:
    """Write a text field in one language; its other languages stay."""
    text: Text = getattr(pathway.get(id), field, {})
    return update(pathway, id, **{field: with_language(text, language, words.strip())})


def rename(pathway: Pathway, id: Id, language: str, name: str) -> Change:
    """Write a record's title or name in one language."""
    record = pathway.get(id)
    if record is None:
        return Change("")
    field = "name" if isinstance(record, Actor | Channel) else "title"
    label = _("Rename “{name}”").format(name=_quoted(record))
    return _relabelled(write(pathway, id, field, language, name), label)


def move_stage(
    pathway: Pathway, id: Id, *, actor: Id | None, phase: Id | None, column: int
) -> Change:
    """Move a stage to a cell; in a cell that holds others it comes last."""
    stage = pathway.find(Stage, id)
    if stage is None:
        return Change("")
    column = min(column, LAST_COLUMN)
    there = [other for other in pathway.in_cell(actor, phase, column) if other.id != id]
    fields: dict[str, Any] = {"actor": actor, "phase": phase, "column": column}
    if there and stage.order <= there[-1].order:
        fields["order"] = last_order(pathway.of(Stage))
    return _relabelled(
        update(pathway, id, **fields), _("Move stage “{name}”").format(name=_quoted(stage))
    )


def move_to_place(pathway: Pathway, id: Id, place: int) -> Change:
    """Put an ordered record at `place` among the others of its kind."""
    record = pathway.get(id)
    if not isinstance(record, Ordered):
        return Change("")
    others = [other for other in pathway.of(type(record)) if other.id != id]
    if pathway.of(type(record)).index(record) == max(0, min(place, len(others))):
        return Change("")
    return _relabelled(
        update(pathway, id, order=order_at(place, others)),
        _("Move “{name}”").format(name=_quoted(record)),
    )


def remove(pathway: Pathway, ids: Iterable[Id]) -> Change:
    """Remove records; the document takes along what cannot stand without them.

    What is said of the pathway as a whole cannot be removed.
    """
    records = [
        pathway[id]
        for id in dict.fromkeys(ids)
        if id in pathway and not isinstance(pathway[id], PathwayInfo)
    ]
    label = (
        _("Remove “{name}”").format(name=_quoted(records[0]))
        if len(records) == 1
        else ngettext("Remove {count} thing", "Remove {count} things", len(records)).format(
            count=len(records)
        )
    )
    return Change(label, tuple(Remove(record) for record in records))


def replace_record(pathway: Pathway, record: AnyRecord) -> Change:
    """Make the record of that id equal to `record`: one Set per field that differs."""
    fields = {field: getattr(record, field) for field in record.__struct_fields__ if field != "id"}
    return update(pathway, record.id, **fields)


def with_new_identity(pathway: Pathway) -> Pathway:
    """Return the same content as another pathway: what a template becomes when it is used."""
    old, fresh = pathway.info, replace(pathway.info, id=new_id())
    table: dict[Id, AnyRecord | None] = {
        record.id: replace(record, about=fresh.id)
        for record in pathway.values()
        if isinstance(record, Note | Task | Waiver) and record.about == old.id
    }
    return pathway.replacing({**table, old.id: None, fresh.id: fresh})


def together(label: str, changes: Iterable[Change]) -> Change:
    """Join changes, each made for the pathway as it is, into one act."""
    ops: list[Op] = []
    for change in changes:
        ops += change.ops
    return Change(label, tuple(ops))


def _relabelled(change: Change, label: str) -> Change:
    return Change(label, change.ops)
