"""Messy plain tables are taken in right, or refused with the cell named; never half."""

import pytest

from exporters.excel.read_back import FaultyWorkbookError, WorkbookError
from exporters.table.mapping import MappingError
from exporters.table.opening import pages_of
from exporters.table.proposing import proposed
from exporters.table.reading import read_table
from model.pathway import Pathway
from tests.exporters.excel.small_board import board
from tests.exporters.table.messy_tables import MESSY, Messy, facts


def taken_in(data: bytes, title: str) -> Pathway:
    pages = pages_of(data, title)
    read = read_table(pages, [proposed(pages[0], board(), "fi").mapping], board())
    assert read.base == board()
    assert not read.missing
    return read.filled_in


def test_there_are_many() -> None:
    assert len({messy.name for messy in MESSY}) == len(MESSY) >= 40
    refused = [messy for messy in MESSY if messy.becomes is None]
    assert 12 < len(refused) < len(MESSY) - 20


@pytest.mark.parametrize("messy", [pytest.param(each, id=each.name) for each in MESSY])
def test_a_messy_table_is_taken_in_right_or_refused_with_its_cell(messy: Messy) -> None:
    if messy.becomes is not None:
        assert facts(taken_in(messy.data(), messy.title)) == messy.becomes
        return
    with pytest.raises((FaultyWorkbookError, WorkbookError, MappingError)) as refused:
        taken_in(messy.data(), messy.title)
    if messy.cell:
        assert isinstance(refused.value, FaultyWorkbookError)
        assert f"{messy.title}!{messy.cell}" in [fault.where for fault in refused.value.faults]
