"""Which row of a sheet is which: by its id, else by what its required cells say."""

from collections import defaultdict
from typing import NamedTuple

from exporters.excel.columns import Need
from exporters.excel.kinds import as_words
from exporters.excel.labels import Labels, folded
from exporters.excel.layout import Row
from exporters.excel.reading import Matched, says_same
from exporters.excel.recognising import Recognised
from exporters.excel.remarks import Remarks
from model.messages import _
from model.records import Stage
from model.text import quoted

_Key = tuple[str, ...]


def matched(found: Recognised, labels: Labels, remarks: Remarks) -> Matched:
    """Match the rows of a sheet with those that were written."""
    matching = _Matching(found, remarks)
    without_id = [number for number in found.rows if not matching.by_id(number)]
    if found.sheet.form:
        matching.by_name(without_id, labels)
    elif found.sheet.new:
        matching.by_required_cells(without_id)
    else:
        for number in without_id:
            remarks.fault(
                found.page.title,
                (number, found.id_column or 1),
                _("rows cannot be added to this sheet; put back the id of the row."),
            )
    return matching.result()


class _Way(NamedTuple):
    """Where a column of ours stands: its place in the description, and in the workbook."""

    own: int
    column: int


class _Matching:
    def __init__(self, found: Recognised, remarks: Remarks) -> None:
        self.found = found
        self.remarks = remarks
        self.rows = {row.id: row for row in found.sheet.rows}
        self.known: dict[int, Row] = {}
        self.emptied: set[str] = set()
        self.new: list[int] = []
        places = {heading.key: place for place, heading in enumerate(found.sheet.headings)}
        self._columns = [
            _Way(places[heading.key], column) for column, heading in found.columns.items()
        ]
        self._seen: dict[str, int] = {}

    def result(self) -> Matched:
        there = {row.id for row in self.known.values()}
        missing = tuple(row for row in self.found.sheet.rows if row.id not in there)
        return Matched(self.known, tuple(self.new), missing)

    def by_id(self, number: int) -> bool:
        """Match a row that has an id; False when it has none."""
        found = self.found
        if found.id_column is None:
            return False
        id = as_words(found.value(number, found.id_column))
        if not id:
            return False
        place = (number, found.id_column)
        row = self.rows.get(id)
        if row is None:
            self.remarks.fault(
                found.page.title,
                place,
                _("there is nothing with the id “{id}”; a new row has a blank id.").format(
                    id=quoted(id)
                ),
            )
        elif id in self._seen:
            self.remarks.fault(
                found.page.title,
                place,
                _("the id “{id}” is on row {row} already; a copied row needs a blank id.").format(
                    id=quoted(id), row=self._seen[id]
                ),
            )
        elif self._is_emptied(number, row):
            self.emptied.add(id)
        else:
            self.known[number] = row
        self._seen.setdefault(id, number)
        return True

    def _is_emptied(self, number: int, row: Row) -> bool:
        """Whether all is gone from a row that could be filled in, what it must have with it."""
        found = self.found
        needed = {
            place
            for place, heading in enumerate(found.sheet.headings)
            if heading.column.need is Need.REQUIRED and row.cells[place].owner
        }
        if not found.sheet.new or not needed <= {way.own for way in self._columns}:
            return False
        open_cells = [
            (row.cells[way.own], way.column) for way in self._columns if row.cells[way.own].owner
        ]
        return all(found.is_blank(number, column) for _cell, column in open_cells) and not all(
            says_same(found.value(number, column), cell.value) for cell, column in open_cells
        )

    def _holds_something(self, number: int) -> bool:
        return not all(self.found.is_blank(number, way.column) for way in self._columns)

    def by_name(self, numbers: list[int], labels: Labels) -> None:
        """Match rows of a form by what their first column says; others hold nothing of ours."""
        first = next((way.column for way in self._columns if way.own == 0), None)
        names = {as_words(row.cells[0].value).casefold(): row for row in self.found.sheet.rows}
        for number in numbers:
            words = as_words(self.found.value(number, first)) if first else ""
            row = names.get(words.casefold())
            if row is None and self.found.sheet.key == "matrix" and words:
                ids = labels.find(words, (Stage,))
                row = self.rows.get(ids[0]) if len(ids) == 1 else None
                if row is None and len(ids) == 1:  # a stage that the workbook itself brings along
                    self.new.append(number)
                    continue
            if row is not None and row.id not in self._seen:
                self.known[number] = row
                self._seen[row.id] = number
            elif words or self._holds_something(number):
                self.remarks.fault(
                    self.found.page.title,
                    (number, first or 1),
                    _("it is not understood what this row is about."),
                )

    def by_required_cells(self, numbers: list[int]) -> None:
        """Match rows whose id was lost with what else is missing; the others are new."""
        required = [
            way
            for way in self._columns
            if self.found.sheet.headings[way.own].column.need is Need.REQUIRED
        ]
        left: defaultdict[_Key, list[Row]] = defaultdict(list)
        for id, row in self.rows.items():
            if id not in self._seen:
                left[tuple(folded(as_words(row.cells[way.own].value)) for way in required)].append(
                    row
                )
        keys = {
            number: tuple(
                folded(as_words(self.found.value(number, way.column))) for way in required
            )
            for number in numbers
        }
        for number, key in keys.items():  # rows as they were, whatever others are called so
            if same := [row for row in left[key] if any(key) and self._is_as_it_was(number, row)]:
                left[key].remove(same[0])
                self._take_for(number, same[0])
        for number in sorted(set(numbers) - set(self.known)):
            rows = left[keys[number]] if any(keys[number]) else []
            if len(rows) == 1:
                self._take_for(number, rows.pop())
            elif rows:
                self.remarks.fault(
                    self.found.page.title,
                    (number, self.found.id_column or required[0].column),
                    _("the id is gone, and several rows have this name; put the id back."),
                )
            elif self._holds_something(number):
                self.new.append(number)
        if self.found.id_column is None and numbers:
            self.remarks.of_sheet(
                self.found.page.title,
                _("the column of ids is gone; rows are known by their names."),
            )

    def _is_as_it_was(self, number: int, row: Row) -> bool:
        return all(
            says_same(self.found.value(number, way.column), row.cells[way.own].value)
            for way in self._columns
        )

    def _take_for(self, number: int, row: Row) -> None:
        self.known[number] = row
        self._seen[row.id] = number
        if self.found.id_column is not None:
            self.remarks.remark(
                self.found.page.title,
                (number, self.found.id_column),
                _("the id is gone; by its name the row is taken for “{id}”.").format(id=row.id),
            )
