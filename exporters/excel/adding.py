"""Rows that were not there: new records, and new times and Omasote tasks of a stage."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Final

import msgspec

from exporters.excel.columns import Column, Need, in_words, with_value
from exporters.excel.description import RECORD_SHEETS, RecordSheet
from exporters.excel.kinds import CellError, as_words, record_called
from exporters.excel.labels import folded
from exporters.excel.opening import Place
from exporters.excel.part_columns import OMASOTE_COLUMNS, TIME_COLUMNS
from exporters.excel.reading import FAULTY, Matched, Reader
from exporters.excel.recognising import Recognised
from exporters.excel.time_fields import TIME_FIELD, TIME_FIELDS
from model.ids import ALPHABET, LENGTH, Id
from model.messages import _
from model.parts import OmasoteUse, TimeTarget
from model.pathway import Pathway
from model.records import Handover, Record, Stage, TimePromise

_SHEETS: Final = {sheet.key: sheet for sheet in RECORD_SHEETS}
FIRST_ORDER: Final = "a0"
"""Stands in a new record until its place among the others is known."""


class Adding:
    """Makes records of the new rows of one workbook; `book` tells it apart from all others.

    All names are known before any row is read, so that rows may speak of one another. A row gets
    the same id each time the workbook is brought back, so that nothing is there twice.
    """

    def __init__(self, reader: Reader, book: str) -> None:
        self._reader = reader
        self._book = book
        self._alike: Counter[str] = Counter()
        self._remarks = reader.remarks
        self._ids: dict[tuple[str, str, int], Id] = {}
        self._kinds: dict[Id, type[Record]] = {}

    def learn(self, found: Recognised, rows: Matched) -> None:
        """Let the names of new rows, and new names of old ones, be understood."""
        sheet = _SHEETS.get(found.sheet.key)
        if sheet is None:
            return
        column = found.place_of("name") or found.place_of("title")
        for number, row in rows.known.items():
            words = as_words(found.value(number, column)) if column else ""
            if words and sheet.kind is not Handover:
                self._reader.labels.bring(sheet.kind, words, row.record)
        for number in rows.new:
            id = self._id_of(found, number, sheet)
            self._ids[_row_of(found, number)] = id
            self._kinds[id] = sheet.kind
            words = as_words(found.value(number, column)) if column else ""
            self._reader.labels.bring(sheet.kind, words, id)

    def id_of(self, found: Recognised, number: int) -> Id:
        """Return the id of a new row whose name is known."""
        return self._ids[_row_of(found, number)]

    def _id_of(self, found: Recognised, number: int, sheet: RecordSheet) -> Id:
        """Return the id of a new row, made of what it must say and how many say so before it."""
        required = (column for column in sheet.columns if column.need is Need.REQUIRED)
        places = (self._place(found, number, column) for column in required)
        said = (as_words(found.page.cells.get(place)) if place else "" for place in places)
        row = "\n".join((self._book, sheet.key, *map(folded, said)))
        while True:
            self._alike[row] += 1
            id = id_from(f"{row}\n{self._alike[row]}")
            if id not in self._reader.base and id not in self._kinds:
                return id

    def read_new(self, found: Recognised, rows: Matched) -> None:
        """Take in the new rows of a sheet."""
        for number in rows.new:
            if self._reader.is_merged(found, number, found.columns):
                continue
            if sheet := _SHEETS.get(found.sheet.new):
                self._add_record(found, number, sheet)
            elif found.sheet.new == "times":
                self._add_time(found, number)
            elif found.sheet.new == "omasote":
                self._add_omasote(found, number)
            elif found.sheet.key == "matrix":
                self._add_parts(found, number)

    def _add_record(self, found: Recognised, number: int, sheet: RecordSheet) -> None:
        columns = [column for column in sheet.columns if column.shown is None]
        values = self._values(found, number, columns, sheet.kind)
        if values is None:
            return
        needed = {
            about.name: values[about.name]
            for about in msgspec.structs.fields(sheet.kind)
            if about.required and about.name in values
        }
        if "order" in sheet.kind.__struct_fields__:
            needed["order"] = FIRST_ORDER
        record: Any = sheet.kind(id=self.id_of(found, number), **needed)
        for column in columns:
            if column.key in values:
                path = in_words(column.path, self._reader.labels.language)
                record = with_value(record, path, values[column.key], column.part)
        self._reader.edits.added.append(record)

    def _values(
        self,
        found: Recognised,
        number: int,
        columns: Sequence[Column],
        struct: type[msgspec.Struct],
    ) -> dict[str, Any] | None:
        """Read the cells of a new row by the keys of their columns; None when one is faulty."""
        values: dict[str, Any] = {}
        faulty = False
        for column in columns:
            place = self._place(found, number, column)
            if place is None:
                faulty = self._lacks(found, column) or faulty
                continue
            if found.is_blank(*place) and column.need is not Need.REQUIRED:
                continue
            value = self._reader.value_of(found, place, column, struct)
            faulty = faulty or value is FAULTY
            values[column.key] = value
        return None if faulty else values

    def _place(self, found: Recognised, number: int, column: Column) -> Place | None:
        """Return where a row says something; None where the column is gone."""
        at = found.place_of(column.key)
        return None if at is None else (number, at)

    def _lacks(self, found: Recognised, column: Column) -> bool:
        """Tell that a column is gone that new rows must have; whether it is one."""
        if column.need is not Need.REQUIRED:
            return False
        self._remarks.fault(
            found.page.title,
            (found.header_row, 1),
            _("the column “{words}” is gone; new rows cannot be read without it.").format(
                words=_(column.header)
            ),
        )
        return True

    def _owner(self, found: Recognised, number: int, where: Column) -> Id | None:
        """Return the record that a new row of a sheet of parts is about; None when not known."""
        place = self._place(found, number, where)
        if place is None:
            self._lacks(found, where)
            return None
        words = as_words(found.page.cells.get(place))
        try:
            if not words:
                raise CellError(_("this must be filled in."))
            return record_called(where.kind.kinds, words, self._reader.labels)  # type: ignore[attr-defined]
        except CellError as error:
            self._remarks.fault(found.page.title, place, str(error))
            return None

    def _part(self, found: Recognised, number: int, columns: Any, kind: Any, first: str) -> Any:
        """Read a part from a new row; `first` is the field that it cannot be without."""
        values = self._values(found, number, columns, kind)
        if values is None:
            return None
        part = kind(**{first: values[first]})
        for column in columns:
            if column.key in values and column.key != first:
                path = in_words(column.path, self._reader.labels.language)
                part = with_value(part, path, values[column.key], column.part)
        return part

    def _add_time(self, found: Recognised, number: int) -> None:
        owner = self._owner(found, number, TIME_COLUMNS[0])
        columns = [column for column in TIME_COLUMNS if column.path]
        target = self._part(found, number, columns, TimeTarget, "limit")
        if owner is None or target is None:
            return
        if field := self._time_field(found, number, owner):
            self._reader.edits.appended.append((owner, field, target))

    def _time_field(self, found: Recognised, number: int, owner: Id) -> str | None:
        """Return in which field a new time goes; None, and a fault, when that cannot be."""
        record = self._reader.base.get(owner)
        kind: type[Record] = self._kinds.get(owner) or type(self._reader.base[owner])
        at = self._place(found, number, TIME_COLUMNS[1])
        place = at or (found.header_row, 1)
        words = found.page.cells.get(at) if at else None
        try:
            if words is not None:
                field = TIME_FIELD.read(words, self._reader.labels)
            elif kind in (Stage, TimePromise):
                field = TIME_FIELDS[kind][0]
            else:
                raise CellError(_("this must be filled in."))
            if field not in TIME_FIELDS[kind]:
                raise CellError(_("what the row is about has no such time."))
            appended = [(each[0], each[1]) for each in self._reader.edits.appended]
            taken = (owner, field) in appended or getattr(record, field, None) is not None
            if field != "time_targets" and taken:
                raise CellError(_("this time is said on another row already; change it there."))
        except CellError as error:
            self._remarks.fault(found.page.title, place, str(error))
            return None
        return field

    def _add_omasote(self, found: Recognised, number: int) -> None:
        owner = self._owner(found, number, OMASOTE_COLUMNS[0])
        use = self._part(found, number, OMASOTE_COLUMNS[1:], OmasoteUse, "function")
        if owner is not None and use is not None:
            self._reader.edits.appended.append((owner, "omasote", use))

    def _add_parts(self, found: Recognised, number: int) -> None:
        """Take in a row of the matrix about a stage that the workbook itself brings along."""
        first = next((at for at, each in found.columns.items() if each.key == "stage"), 1)
        [stage] = self._reader.labels.find(as_words(found.value(number, first)), (Stage,))
        for column, heading in found.columns.items():
            if column != first and not found.is_blank(number, column):
                actor = str(heading.column.path[1])
                self._reader.read_part(found, (number, column), stage, actor)
        self._reader.read_new_lanes(found, {number: stage})


def _row_of(found: Recognised, number: int) -> tuple[str, str, int]:
    return found.page.title, found.sheet.key, number


def new_id(words: str, pathway: Pathway) -> Id:
    """Return an id that is always the same for the same words, and that nothing has yet."""
    id = id_from(words)
    while id in pathway:
        id = id_from(f"{id}\n{words}")
    return id


def id_from(words: str) -> Id:
    """Return an id that is always the same for the same words."""
    number = int.from_bytes(sha256(words.encode(errors="replace")).digest())
    letters = []
    for _place in range(LENGTH):
        number, letter = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)
