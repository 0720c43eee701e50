"""The rows of a plain table that say something, as cells that the workbook's own readers read."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from openpyxl.utils import column_index_from_string

from exporters.excel.layout import Sheet
from exporters.excel.limits import WorkbookError
from exporters.excel.opening import Page, Place
from exporters.excel.recognising import Recognised
from exporters.excel.remarks import Remarks
from exporters.excel.tables import Value
from exporters.table.headers import area_of, first_row, headers
from exporters.table.left_out import left_out
from exporters.table.mapping import ID, TableMapping
from model.messages import _
from model.text import quoted

MOST_ROWS: Final = 5_000
"""Rows of a plain table: a board holds no more."""

_GROUPS: Final = ("actor", "phase")
"""What holds for several rows in people's tables: merged over them, or said on the first alone."""


class Table(NamedTuple):
    """One sheet with its mapping; `more` are the columns that no sheet of ours has, by field."""

    found: Recognised
    mapping: TableMapping
    more: Mapping[str, int]
    cells: dict[Place, Value]

    @property
    def page(self) -> Page:
        return self.found.page

    @property
    def rows(self) -> tuple[int, ...]:
        return self.found.rows

    def silence(self, place: Place) -> None:
        """Let a cell be blank whose fault is told already."""
        self.cells.pop(place, None)


def table_of(page: Page, mapping: TableMapping, sheet: Sheet, remarks: Remarks) -> Table:
    """Return the rows of a sheet that are read; `sheet` is what our own looks like.

    Raises WorkbookError for a table with far too many rows.
    """
    headings = {heading.key: heading for heading in sheet.headings}
    places = {
        field: column_index_from_string(column.letter) for field, column in mapping.fields.items()
    }
    id_column = places.pop(ID, None)
    columns = {at: headings[field] for field, at in places.items() if field in headings}
    more = {field: at for field, at in places.items() if field not in headings}
    first = first_row(page, mapping.header_row)
    if first > mapping.header_row + 1:
        remarks.of_sheet(
            page.title,
            _("the headers go down to row {row}; what is below it is read.").format(row=first - 1),
        )
    rows = _rows(page, mapping, first, remarks)
    groups = [at for at, heading in columns.items() if heading.key in _GROUPS]
    cells, merged = _spread(page, groups)
    if mapping.fill_down:
        name = places.get("title", 0)
        _fill_down(cells, [at for at in groups if at < name], rows)
    _tell_strange_columns(page, mapping, remarks)
    spread = page._replace(cells=cells, merged=merged)
    found = Recognised(sheet, spread, mapping.header_row, columns, {}, id_column, rows)
    return Table(found, mapping, more, cells)


def _rows(page: Page, mapping: TableMapping, first: int, remarks: Remarks) -> tuple[int, ...]:
    """Return the rows in which a column that is read holds something."""
    reading = {column_index_from_string(each.letter) for each in mapping.fields.values()}
    rows = {row for row, at in (*page.cells, *page.formulas) if row >= first and at in reading}
    for row, column, words in left_out(page, mapping, rows):
        rows.discard(row)
        remarks.remark(page.title, (row, column), words)
    if len(rows) > MOST_ROWS:
        raise WorkbookError(
            _("the sheet “{sheet}” has {count} rows; at most {most} are read.").format(
                sheet=quoted(page.title), count=len(rows), most=MOST_ROWS
            )
        )
    return tuple(sorted(rows))


def _spread(page: Page, columns: Sequence[int]) -> tuple[dict[Place, Value], dict[Place, str]]:
    """Let cells that are merged downwards in some columns each say what all of them say."""
    cells, merged = dict(page.cells), dict(page.merged)
    for place, area in page.merged.items():
        left, top, right, _bottom = area_of(area)
        if left == right and left in columns:
            del merged[place]
            if (value := page.cells.get((top, left))) is not None:
                cells[place] = value
    return cells, merged


def _fill_down(cells: dict[Place, Value], columns: Sequence[int], rows: Sequence[int]) -> None:
    for column in columns:
        above: Value = None
        for row in rows:
            above = cells.get((row, column), above)
            if above is not None:
                cells[row, column] = above


def _tell_strange_columns(page: Page, mapping: TableMapping, remarks: Remarks) -> None:
    """Tell of columns that came into the table after its mapping was made."""
    known = {column_index_from_string(column.letter) for column in mapping.columns}
    for column, words in headers(page, mapping.header_row).items():
        if words and column not in known:
            remarks.remark(
                page.title,
                (mapping.header_row, column),
                _("the column “{words}” is not known; it is not read.").format(words=quoted(words)),
            )
