"""Rows that were not there: new records, and new times and Omasote tasks of a stage."""

from typing import Any, Final

import msgspec

from exporters.excel.columns import Column, in_words, with_value
from exporters.excel.description import RECORD_SHEETS, RecordSheet
from exporters.excel.kinds import CellError, as_words, record_called
from exporters.excel.opening import Place
from exporters.excel.part_columns import OMASOTE_COLUMNS, TIME_COLUMNS
from exporters.excel.reading import FAULTY, Matched, Reader
from exporters.excel.recognising import Recognised
from exporters.excel.time_fields import TIME_FIELD, TIME_FIELDS
from model.ids import Id, new_id
from model.messages import _
from model.parts import OmasoteUse, TimeTarget
from model.records import Handover, Record, Stage, TimePromise

_SHEETS: Final = {sheet.key: sheet for sheet in RECORD_SHEETS}
_FIRST_ORDER: Final = "a0"
"""Stands in a new record until its place among the others is known."""


class Adding:
    """Makes records of the new rows of one workbook.

    All names are known before any row is read, so that rows may speak of one another.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._remarks = reader.remarks
        self._ids: dict[tuple[str, int], Id] = {}
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
            id = new_id()
            self._ids[sheet.key, number] = id
            self._kinds[id] = sheet.kind
            words = as_words(found.value(number, column)) if column else ""
            self._reader.labels.bring(sheet.kind, words, id)

    def read_new(self, found: Recognised, rows: Matched) -> None:
        """Take in the new rows of a sheet."""
        for number in rows.new:
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
            needed["order"] = _FIRST_ORDER
        record: Any = sheet.kind(id=self._ids[sheet.key, number], **needed)
        for column in columns:
            if column.key in values:
                path = in_words(column.path, self._reader.labels.language)
                record = with_value(record, path, values[column.key], column.part)
        self._reader.edits.added.append(record)

    def _values(
        self, found: Recognised, number: int, columns: Any, struct: type[msgspec.Struct]
    ) -> dict[str, Any] | None:
        """Read the cells of a new row by the keys of their columns; None when one is faulty."""
        values: dict[str, Any] = {}
        faulty = False
        for column in columns:
            place = self._place(found, number, column)
            blank = as_words(found.page.cells.get(place)) == ""
            if blank and not column.need == 2 and place not in found.page.formulas:  # noqa: PLR2004, SIM201
                continue
            value = self._reader.value_of(found, place, column, struct)
            faulty = faulty or value is FAULTY
            values[column.key] = value
        return None if faulty else values

    def _place(self, found: Recognised, number: int, column: Column) -> Place:
        return number, found.place_of(column.key) or found.id_column or 1

    def _owner(self, found: Recognised, number: int, where: Column) -> Id | None:
        """Return the record that a new row of a sheet of parts is about; None when not known."""
        place = self._place(found, number, where)
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
        place = self._place(found, number, TIME_COLUMNS[1])
        words = found.page.cells.get(place)
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
            if column != first and found.value(number, column) is not None:
                actor = str(heading.column.path[1])
                self._reader.read_part(found, (number, column), stage, actor)
