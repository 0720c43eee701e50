"""Workbooks that count days from 1904, as Excel for Mac once did: the same days are meant."""

from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from exporters.excel.read_back import read_back
from tests.exporters.excel.books import column_of, edited, row_of, sheet_of
from tests.exporters.excel.small_board import board, board_bytes

DAY = date(2027, 5, 1)


@pytest.mark.parametrize("value", [DAY, 45_046], ids=["day", "number"])
def test_a_day_counted_from_1904_is_that_day(value: date | int) -> None:
    def count_from_1904(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904
        cell = sheet_of(book, "info").cell(row_of(book, "info", "next_review"), 2)
        cell.value = value
        if not isinstance(value, date):
            cell.number_format = "General"

    read = read_back(edited(board_bytes(), count_from_1904), board())
    assert read.filled_in.info.next_review == DAY
    assert read.remarks == ()


def test_words_of_a_whole_column_that_nobody_fills_in_are_told_at_once() -> None:
    """A later version of the program calls fields otherwise: that is one remark, not hundreds."""

    def reword(book: Workbook) -> None:
        sheet = sheet_of(book, "info")
        for number in range(2, sheet.max_row + 1):
            sheet.cell(number, 1).value = f"Ennen {number}"

    read = read_back(edited(board_bytes(), reword), board())
    assert read.filled_in == board()
    assert len(read.remarks) == 1
    assert read.remarks[0].where.endswith("!A2")


def test_a_single_one_is_told_where_it_stands() -> None:
    def reword(book: Workbook) -> None:
        sheet = sheet_of(book, "stages")
        sheet.cell(row_of(book, "stages", "s2"), column_of(book, "stages", "number")).value = 9

    read = read_back(edited(board_bytes(), reword), board())
    assert [remark.words for remark in read.remarks] != []
    assert len(read.remarks) == 1
