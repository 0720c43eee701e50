"""Rows that have lost their ids are known by their names, or refused: never taken for others."""

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from exporters.excel.read_back import FaultyWorkbookError, read_back
from model.pathway import Pathway
from tests.exporters.excel.books import book_bytes, column_of, edited, row_of, sheet_of, write
from tests.exporters.excel.small_board import board, with_records


def alike() -> Pathway:
    """Return the board with two stages of one name."""
    return with_records(
        board(),
        replace(board()["s2"], title={"fi": "Sama"}),
        replace(board()["s3"], title={"fi": "Sama"}, way_back={"fi": "Takaisin"}),
    )


def backwards_without_ids(book: Workbook) -> None:
    sheet = sheet_of(book, "stages")
    first, last = row_of(book, "stages", "s2"), row_of(book, "stages", "s3")
    for column in range(1, column_of(book, "stages", "id") + 1):
        one, other = sheet.cell(first, column), sheet.cell(last, column)
        one.value, other.value = other.value, one.value
    for row in (first, last):
        sheet.cell(row, column_of(book, "stages", "id")).value = None


def test_rows_of_one_name_keep_their_owners_without_ids() -> None:
    data = edited(book_bytes(alike()), backwards_without_ids)
    assert read_back(data, alike()).filled_in == alike()


def test_of_two_rows_of_one_name_the_edited_one_is_the_one_left() -> None:
    def edit(book: Workbook) -> None:
        write(book, "stages", "s2", "way_back", "Toinen")
        backwards_without_ids(book)

    after = read_back(edited(book_bytes(alike()), edit), alike()).filled_in
    changed = replace(alike()["s2"], way_back={"fi": "Toinen"})
    assert after == with_records(alike(), changed)


def test_edited_rows_of_one_name_are_refused_without_ids() -> None:
    def edit(book: Workbook) -> None:
        write(book, "stages", "s2", "way_back", "Toinen")
        write(book, "stages", "s3", "way_back", "Kolmas")
        backwards_without_ids(book)

    with pytest.raises(FaultyWorkbookError) as refused:
        read_back(edited(book_bytes(alike()), edit), alike())
    assert len(refused.value.faults) == 2
