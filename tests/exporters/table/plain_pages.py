"""Plain tables for tests, and how they are read as it is proposed."""

from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel.opening import Page
from exporters.excel.read_back import FaultyWorkbookError, ReadBack
from exporters.table.proposing import proposed
from exporters.table.reading import read_table
from model.pathway import Pathway
from tests.exporters.excel.books import saved, write_at
from tests.exporters.excel.small_board import board


def page(*rows: Sequence[object], title: str = "Taul1") -> Page:
    """Return a sheet with such rows as if it had been opened."""
    cells = {
        (number, at): value
        for number, row in enumerate(rows, 1)
        for at, value in enumerate(row, 1)
        if value not in (None, "")
    }
    return Page(title, cells, frozenset(), {}, {})  # type: ignore[arg-type]


def workbook(*rows: Sequence[object]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row, 1):
            write_at(sheet, (number, at), value)
    return saved(book)


def read(*rows: Sequence[object], now: Pathway | None = None, **changed: Any) -> ReadBack:
    """Read a table as it is proposed, with some of the mapping changed."""
    there, pathway = page(*rows), now or board()
    mapping = replace(proposed(there, pathway, "fi").mapping, **changed)
    return read_table([there], [mapping], pathway)


def faults(*rows: Sequence[object], **changed: Any) -> dict[str, str]:
    with pytest.raises(FaultyWorkbookError) as refused:
        read(*rows, **changed)
    return {fault.where: fault.words for fault in refused.value.faults}
