"""What plain tables say of a stage on its row, and our workbooks on sheets of their own.

The stages that follow, the time limit, who else takes part, a note. What is there already is not
made twice; nothing is taken away.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from exporters.excel.adding import FIRST_ORDER, new_id
from exporters.excel.columns import Column
from exporters.excel.edits import Edit
from exporters.excel.kinds import CellError, Kind, Length, Words, record_called
from exporters.excel.opening import Place
from exporters.excel.reading import FAULTY, Reader
from exporters.excel.responsibility import RESPONSIBILITY, PartIn, part_in
from exporters.table.headers import headers
from exporters.table.lanes import names_in
from exporters.table.mapping import NEXT, NOTE, PARTICIPANTS, TIME_LIMIT
from exporters.table.rows import Table
from model.codes import NoteKind, Participation
from model.ids import Id
from model.messages import _
from model.parts import TimeTarget
from model.records import Actor, Handover, Note, Record, Stage
from model.text import Span

MOST_NEXT: Final = 50
"""Stages that one stage may lead to by a table: more are a slip, and a board that nobody reads."""

_UNIT: Final = re.compile(r"[(\[]\s*([^\d\W]+)\s*[)\]]|,\s*([^\d\W]+)$")
_NUMBERS: Final = re.compile(r"[\d.,]+(\s*[-–]\s*[\d.,]+)?")
_LIMIT_FIELD: Final = "time_targets"


class Beyond:
    """Reads the columns that no sheet of ours has, when all records are known."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._base = reader.base
        self._joined = {
            (arrow.source, arrow.target)
            for arrow in (*reader.base.of(Handover), *reader.edits.added)
            if isinstance(arrow, Handover)
        }
        self._answering = {
            each.id: each.actor
            for each in (*reader.base.of(Stage), *reader.edits.added)
            if isinstance(each, Stage)
        }
        self._said = {
            (note.about, " ".join(words.split()))
            for note in reader.base.of(Note)
            for words in note.text.values()
        }
        self._new_limits: dict[Id, Span] = {}
        self._ways: Mapping[str, tuple[Kind, Callable[[Table, Place, Id, Any], None]]] = {
            NEXT: (Words(), self._lead_on),
            TIME_LIMIT: (Length(), self._limit),
            PARTICIPANTS: (Words(), self._let_take_part),
            NOTE: (Words(), self._note),
        }

    def read(self, table: Table, stages: Mapping[int, Id]) -> None:
        """Take in what some rows of a table say of their stages."""
        for field, at in table.more.items():
            kind, take = self._ways[field]
            column = Column(field, "", 0, kind=kind)
            for number, stage in stages.items():
                if table.found.is_blank(number, at):
                    continue
                if self._reader.is_merged(table.found, number, (at,)):
                    continue
                value = self._reader.value_of(table.found, (number, at), column, Stage)
                if value is not FAULTY:
                    take(table, (number, at), stage, value)

    def _lead_on(self, table: Table, place: Place, source: Id, words: str) -> None:
        targets = list(self._called(table, place, Stage, words))
        if len(targets) > MOST_NEXT:
            words = _("this names too many stages; at most {most} are read.")
            self._fault(table, place, words.format(most=MOST_NEXT))
            return
        for target in targets:
            if target == source:
                self._fault(table, place, _("A stage cannot lead to itself."))
            elif (source, target) not in self._joined:
                self._joined.add((source, target))
                id = self._new_id(f"next {source} {target}")
                self._reader.edits.added.append(Handover(id=id, source=source, target=target))

    def _limit(self, table: Table, place: Place, stage: Id, limit: Span) -> None:
        if limit.unit is None and _NUMBERS.fullmatch(limit.typed):
            limit = self._with_unit_of_header(table, place, limit)
        if limit.unit is None:
            self._reader.remarks.remark(
                table.page.title,
                place,
                _("this time cannot be measured; it is kept as it is written."),
            )
        record = self._base.find(Stage, stage)
        known = record.time_targets if record else ()
        new = self._new_limits.setdefault(stage, limit)
        if any(_is_same(each.limit, limit) for each in known) or (
            new is not limit and _is_same(new, limit)
        ):
            return
        if new is not limit:
            self._fault(table, place, _("another table says another time limit of this stage."))
        elif not known:
            self._reader.edits.appended.append((stage, _LIMIT_FIELD, TimeTarget(limit=limit)))
        elif len(known) == 1:
            path = (_LIMIT_FIELD, 0, "limit")
            self._reader.edits.write(Edit(stage, path, limit, TimeTarget, table.page.title, place))
        else:
            self._fault(
                table, place, _("the stage has several time limits; change them in the program.")
            )

    def _with_unit_of_header(self, table: Table, place: Place, limit: Span) -> Span:
        """Return bare numbers with the unit in the words over them, where these name one."""
        length, labels = Length(), self._reader.labels
        unit = _unit_in(headers(table.page, table.mapping.header_row)[place[1]])
        if length.read(f"1 {unit}", labels).unit is None:
            return limit
        return length.read(f"{limit.typed} {unit}", labels)

    def _let_take_part(self, table: Table, place: Place, stage: Id, words: str) -> None:
        record = self._base.find(Stage, stage)
        answering = self._answering.get(stage)
        for actor in self._called(table, place, Actor, words):
            part = part_in(record, actor) if record else PartIn()
            if actor == answering or part.ways:
                continue
            part = PartIn(part.answers, (Participation.TAKES_PART,))
            path = (RESPONSIBILITY, actor)
            edit = Edit(stage, path, part, None, table.page.title, place)
            self._reader.edits.take_part(actor, edit)

    def _note(self, _table: Table, _place: Place, stage: Id, words: str) -> None:
        if (stage, " ".join(words.split())) in self._said:
            return
        id = self._new_id(f"note {stage} {words}")
        self._reader.edits.added.append(
            Note(
                id=id,
                order=FIRST_ORDER,
                kind=NoteKind.IDEA,
                about=stage,
                text={self._reader.labels.language: words},
            )
        )

    def _called(self, table: Table, place: Place, kind: type[Record], words: str) -> Iterator[Id]:
        """Yield the records that a cell names; a name that is not understood is told."""
        labels = self._reader.labels
        for name in names_in(words, lambda each: bool(labels.find(each, (kind,)))):
            try:
                yield record_called((kind,), name, labels)
            except CellError as error:
                self._fault(table, place, str(error))

    def _fault(self, table: Table, place: Place, words: str) -> None:
        self._reader.remarks.fault(table.page.title, place, words)

    def _new_id(self, words: str) -> Id:
        return new_id(f"{self._base.info.id} {words}", self._base)


def _unit_in(header: str) -> str:
    """Return the unit in the words over a column of times ("Määräaika (vrk)"), '' without one."""
    found = _UNIT.search(header)
    return (found[1] or found[2]) if found else ""


def _is_same(one: Span, other: Span) -> bool:
    if one.unit is None or other.unit is None:
        return one.typed.casefold() == other.typed.casefold()
    return (one.least, one.most, one.unit) == (other.least, other.most, other.unit)
