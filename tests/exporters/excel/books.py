"""Workbooks for tests: written, opened and edited as people do it, saved again."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel import EXCEL
from exporters.exporter import Options
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


def sheet_of(book: Workbook, key: str) -> Worksheet:
    """Return a sheet by its key in the description, whatever it is called."""
    title = str(book.defined_names[f"kp.{key}.id"].attr_text).rsplit("!", 1)[0]
    return book[title.strip("'")]


def column_of(book: Workbook, key: str, column: str) -> int:
    """Return the number of a column by its key in the description."""
    place = str(book.defined_names[f"kp.{key}.{column}"].attr_text).rsplit("!", 1)[1]
    return column_index_from_string(place.split("$")[1])


def row_of(book: Workbook, key: str, id: str) -> int:
    """Return the number of the row with an id."""
    ids = column_of(book, key, "id")
    for (cell,) in sheet_of(book, key).iter_rows(min_col=ids, max_col=ids):
        if cell.value == id:
            return int(cell.row)
    raise AssertionError(id)


def write(book: Workbook, key: str, id: str, column: str, value: object) -> str:
    """Write into the row of an id; a text stays one. Return the cell's name."""
    place = (row_of(book, key, id), column_of(book, key, column))
    return write_at(sheet_of(book, key), place, value)


def write_at(sheet: Worksheet, place: tuple[int, int], value: object) -> str:
    cell = sheet.cell(*place)
    cell.value = value  # type: ignore[assignment]
    if isinstance(value, str):
        cell.data_type = "s"
    return f"{sheet.title}!{cell.coordinate}"


def add_row(book: Workbook, key: str, values: Mapping[str, object]) -> int:
    """Write a new row below the last one; return its number."""
    sheet, ids = sheet_of(book, key), column_of(book, key, "id")
    filled = [
        cell.row for row in sheet.iter_rows(max_col=ids) for cell in row if cell.value is not None
    ]
    number = int(max(filled)) + 1
    for column, value in values.items():
        write_at(sheet, (number, column_of(book, key, column)), value)
    return number
