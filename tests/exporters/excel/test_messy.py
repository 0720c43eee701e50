"""Messy workbooks are taken in right, or refused with the cell named; never half."""

import pytest

from exporters.excel.read_back import FaultyWorkbookError, WorkbookError, read_back
from tests.exporters.excel.books import opened, saved
from tests.exporters.excel.messy import MESSY, Messy
from tests.exporters.excel.small_board import board, board_bytes
from tests.sparing import one_in

CASES = [
    pytest.param(messy, id=messy.name, marks=() if number % 4 == 0 else pytest.mark.every)
    for number, messy in enumerate(MESSY)
]


def test_there_are_many() -> None:
    assert len({messy.name for messy in MESSY}) == len(MESSY) >= 60
    refused = [messy for messy in MESSY if messy.becomes is None]
    assert 20 < len(refused) < len(MESSY) - 20


@pytest.mark.parametrize("messy", one_in(3, CASES))
def test_a_messy_workbook_is_taken_in_right_or_refused_with_its_cell(messy: Messy) -> None:
    book = opened(board_bytes())
    cell = messy.edit(book)
    data = saved(book)
    if messy.becomes is not None:
        read = read_back(data, board())
        assert read.base == board()
        assert read.filled_in == messy.becomes
        return
    with pytest.raises((FaultyWorkbookError, WorkbookError)) as refused:
        read_back(data, board())
    if isinstance(refused.value, FaultyWorkbookError):
        cells = [fault.where for fault in refused.value.faults]
        assert len(cells) == 1 or cells[0].split("!")[0] == str(cell).split("!")[0]
        if isinstance(cell, str):
            assert cell in cells
