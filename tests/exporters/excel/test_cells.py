"""Cells for short texts keep what is typed: Excel makes no date and no number of it."""

import pytest
from msgspec.structs import replace
from openpyxl.utils import get_column_letter

from model.records import Stage
from tests.exporters.excel.books import book_bytes, column_of, opened, row_of, sheet_of
from tests.exporters.excel.small_board import board, board_bytes, with_records


@pytest.mark.parametrize(
    ("key", "column", "form"),
    [
        ("stages", "visit_group", "@"),
        ("metrics", "target", "@"),
        ("metrics", "baseline", "@"),
        ("metrics", "interval", "@"),
        ("times", "limit", "@"),
        ("stages", "title", "General"),
    ],
)
def test_free_rows_keep_short_texts_as_typed(key: str, column: str, form: str) -> None:
    book = opened(board_bytes())
    sheet = sheet_of(book, key)
    letter = get_column_letter(column_of(book, key, column))
    assert sheet.column_dimensions[letter].number_format == form


def test_written_rows_keep_short_texts_as_typed() -> None:
    stage = board().find(Stage, "s2")
    assert stage is not None
    book = opened(book_bytes(with_records(board(), replace(stage, visit_group="1/2"))))
    sheet, place = sheet_of(book, "stages"), column_of(book, "stages", "visit_group")
    assert sheet.cell(row_of(book, "stages", "s2"), place).number_format == "@"
    column = sheet.column_dimensions[get_column_letter(place)]
    assert column.number_format == "@"
    assert not column.protection.locked
    version = sheet_of(book, "info").cell(row_of(book, "info", "version"), 2)
    assert version.number_format == "@"
