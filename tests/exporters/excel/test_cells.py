"""Cells for short texts keep what is typed: Excel makes no date and no number of it."""

import pytest
from openpyxl.utils import get_column_letter

from tests.exporters.excel.books import column_of, opened, row_of, sheet_of
from tests.exporters.excel.small_board import board_bytes


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
    book = opened(board_bytes())
    row = row_of(book, "stages", "s2")
    cell = sheet_of(book, "stages").cell(row, column_of(book, "stages", "visit_group"))
    assert cell.number_format == "@"
    version = sheet_of(book, "info").cell(row_of(book, "info", "version"), 2)
    assert version.number_format == "@"
