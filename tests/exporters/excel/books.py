"""Workbooks for tests: written, opened and edited as people do it, saved again."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel import EXCEL
from exporters.exporter import Options
from model.change import Change
from model.merge import change_between
from model.pathway import Pathway

MADE_AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def book_bytes(pathway: Pathway, *languages: str) -> bytes:
    options = Options(languages=languages or ("fi",), made_at=MADE_AT)
    [(_name, data)] = EXCEL.build(pathway, options, lambda _share: None)
    return data


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def edited(data: bytes, edit: Callable[[Workbook], object]) -> bytes:
    """Open a workbook with openpyxl, let `edit` do something to it, and save it."""
    book = opened(data)
    edit(book)
    return saved(book)


def column_of(sheet: Worksheet, header: str) -> int:
    """Return the number of the column under a header; the mark of required ones may lack."""
    for cell in sheet[1]:
        if str(cell.value or "").removesuffix(" *") == header:
            return int(cell.column or 0)
    raise AssertionError((header, [cell.value for cell in sheet[1]]))


def row_of(sheet: Worksheet, id: str) -> int:
    """Return the number of the row with an id."""
    ids = column_of(sheet, "Tunniste")
    for (cell,) in sheet.iter_rows(min_col=ids, max_col=ids):
        if cell.value == id:
            return int(cell.row)
    raise AssertionError(id)


def write(sheet: Worksheet, id: str, header: str, value: object) -> str:
    """Write into the row of an id, under a header; return the cell's name."""
    cell = sheet.cell(row_of(sheet, id), column_of(sheet, header))
    cell.value = value  # type: ignore[assignment, union-attr]
    return f"{sheet.title}!{cell.coordinate}"


def add_row(sheet: Worksheet, values: dict[str, object]) -> int:
    """Write a new row below the last one; return its number."""
    ids = column_of(sheet, "Tunniste")
    filled = [
        cell.row for row in sheet.iter_rows(max_col=ids) for cell in row if cell.value is not None
    ]
    number = int(max(filled)) + 1
    for header, value in values.items():
        sheet.cell(number, column_of(sheet, header)).value = value  # type: ignore[assignment, union-attr]
    return number


def change_in(base: Pathway, filled_in: Pathway) -> Change:
    return change_between(base, filled_in)
