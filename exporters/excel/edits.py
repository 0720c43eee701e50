"""What people wrote into a workbook, as edits of records: collected, then applied all at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from exporters.excel.columns import Path, default_of, with_value
from exporters.excel.opening import Place, coordinate
from exporters.excel.remarks import Remarks
from exporters.excel.responsibility import PartIn, with_part
from model.ids import Id
from model.messages import _
from model.order import last_order
from model.pathway import Pathway
from model.places import Places
from model.records import AnyRecord, Handover, Stage


class Edit(NamedTuple):
    """One value written in one cell (`title`, `place`): what it is now, at a path in a record."""

    owner: Id
    path: Path
    value: Any
    part: type[msgspec.Struct] | None
    title: str
    place: Place


class Edits:
    """All that one workbook says otherwise than the pathway it was made of."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._values: dict[tuple[Id, Path], Edit] = {}
        self._parts_in: dict[Id, dict[Id, Edit]] = defaultdict(dict)
        self.added: list[AnyRecord] = []
        self.appended: list[tuple[Id, str, Any]] = []

    def write(self, edit: Edit) -> None:
        """Take in a value; one value that two cells say otherwise is a fault."""
        before = self._values.setdefault((edit.owner, edit.path), edit)
        if before.value != edit.value:
            self._remarks.fault(
                edit.title,
                edit.place,
                _("this says something else than {other} about the same thing.").format(
                    other=coordinate(before.title, before.place)
                ),
            )

    def take_part(self, actor: Id, edit: Edit) -> None:
        """Take in an actor's part in a stage."""
        self._parts_in[edit.owner][actor] = edit

    def settle_parts(self, base: Pathway) -> None:
        """Make one answering actor out of what the matrix says of each stage."""
        new = {record.id: record.actor for record in self.added if isinstance(record, Stage)}
        for id, edits in self._parts_in.items():
            answering = [actor for actor, edit in edits.items() if edit.value.answers]
            before = base.find(Stage, id)
            actor = before.actor if before else new.get(id)
            if actor is not None and (id in new or actor not in edits):
                answering = list(dict.fromkeys((*answering, actor)))
            some = next(iter(edits.values()))
            if len(answering) > 1:
                edit = next(edits[each] for each in answering if each in edits)
                self._remarks.fault(
                    edit.title, edit.place, _("two actors cannot answer for one stage.")
                )
            elif (now := answering[0] if answering else None) != actor:
                self.write(some._replace(path=("actor",), value=now, part=None))

    def applied_to(self, base: Pathway) -> Pathway:
        """Return the pathway with all edits, and the records that were added."""
        table: dict[Id, Any] = {record.id: record for record in self.added}
        for edit in self._values.values():
            record = table.get(edit.owner, base.get(edit.owner))
            table[edit.owner] = with_value(record, edit.path, edit.value, edit.part)
        for id, edits in self._parts_in.items():
            for actor, edit in edits.items():
                stage: Any = table[id] if id in table else base[id]
                part = PartIn(stage.actor == actor, edit.value.ways)
                table[id] = with_part(stage, actor, part)
        for owner, field, part in self.appended:
            record = table.get(owner, base.get(owner))
            known = getattr(record, field)
            value = (*known, part) if isinstance(known, tuple) else part
            table[owner] = with_value(record, (field,), value)
        added = dict.fromkeys(record.id for record in self.added)
        pathway = base.replacing({id: each for id, each in table.items() if id not in added})
        return _with_records(pathway, [table[id] for id in added])


def _with_records(pathway: Pathway, records: Iterable[Any]) -> Pathway:
    """Put each after all others of its kind; a stage in the next free cell of its lane."""
    places = Places(pathway)
    last: dict[type, Any] = {}
    table: dict[Id, Any] = {}
    for each in records:
        record = each
        if not isinstance(record, Handover):
            kind = type(record)
            others = [last[kind]] if kind in last else pathway.of(kind)
            record = msgspec.structs.replace(record, order=last_order(others))
            last[kind] = record
        if isinstance(record, Stage):
            column = places.take(record.actor, record.phase, 0)
            record = msgspec.structs.replace(record, column=column)
        table[record.id] = record
    return pathway.replacing(table)


class Missing(NamedTuple):
    """What the workbook had a row for and has none any more: a record, or a part of one.

    `where` names the sheet, `path` leads to the part; it is empty for the record itself.
    """

    where: str
    record: Id
    path: Path
    name: str


def without(pathway: Pathway, missing: Iterable[Missing]) -> Mapping[Id, AnyRecord | None]:
    """Return what becomes of the records that have missing parts, and None for those missing."""
    table: dict[Id, Any] = {}
    # From behind: what stands before keeps its place in the list.
    for each in sorted(
        missing, key=lambda each: [str(step).zfill(6) for step in each.path], reverse=True
    ):
        record = table.get(each.record, pathway.get(each.record))
        if record is None or not each.path:
            table[each.record] = None
        elif len(each.path) == 1:
            field = str(each.path[0])
            # What cannot be without the part goes with it.
            kind: type[AnyRecord] = type(record)
            needed = default_of(kind, field) is msgspec.NODEFAULT
            table[each.record] = None if needed else with_value(record, each.path, None)
        else:
            field, place = str(each.path[0]), int(each.path[1])
            parts = getattr(record, field)
            table[each.record] = with_value(record, (field,), (*parts[:place], *parts[place + 1 :]))
    return table
