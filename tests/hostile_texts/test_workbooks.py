"""Workbooks: every text is a text cell, no formula, no error, no part from outside."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape

from exporters.excel import EXCEL
from tests.hostile_texts.filling import (
    SHIFTS,
    filled_with,
    made,
    marked,
    missing,
    shifted,
    shown_in,
)


def book(shift: int) -> bytes:
    [data] = made(EXCEL, shifted(shift).pathway).values()
    return data


@cache
def parts_of_a_harmless_one() -> frozenset[str]:
    [data] = made(EXCEL, filled_with("sana").pathway).values()
    return frozenset(ZipFile(BytesIO(data)).namelist())


@cache
def shown() -> tuple[str, ...]:
    [data] = made(EXCEL, marked().pathway).values()
    words = "\n".join(texts(load_workbook(BytesIO(data))))
    # Addresses stand in findings only, where they are no addresses.
    return tuple(place for place in shown_in(words) if not place.endswith(".url"))


def texts(workbook: Workbook) -> Iterator[str]:
    """Yield the text of every cell, as Excel reads what a file holds (ECMA-376 22.9.2.19)."""
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    yield unescape(cell.value)


@pytest.mark.parametrize("shift", SHIFTS)
def test_texts_are_cells_of_text(shift: int) -> None:
    data = book(shift)
    check_book(data)
    assert set(ZipFile(BytesIO(data)).namelist()) == parts_of_a_harmless_one()
    workbook = load_workbook(BytesIO(data))
    assert len(shown()) > 40
    assert missing(shifted(shift).texts, shown(), "\n".join(texts(workbook))) == []


def check_book(data: bytes) -> None:
    """Look for formulas, errors and addresses, which our own sheets never have."""
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            source = archive.read(name)
            assert not re.search(rb"<f[ >]|<!DOCTYPE|<!ENTITY|TargetMode", source), name
            for link in re.findall(rb"<hyperlink [^>]*>", source):
                assert b"location=" in link
                assert b"r:id" not in link
    for sheet in load_workbook(BytesIO(data)).worksheets:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert kinds <= {"s", "n", "d", "b", "inlineStr"}, sheet.title
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value[0] in "=+-@":
                    assert cell.quotePrefix
                assert cell.hyperlink is None or cell.hyperlink.target is None


@pytest.mark.parametrize("words", ["_x0041_", "a_x000D_b", "_x005F_x0041_", "__x0041__", "_X0041_"])
def test_what_excel_reads_as_a_character_stays_as_typed(words: str) -> None:
    [data] = made(EXCEL, filled_with(words).pathway).values()
    found = set(texts(load_workbook(BytesIO(data))))
    assert words in found
