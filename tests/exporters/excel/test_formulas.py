"""Formulas in a workbook that comes back: what they came to counts, and it is told."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from exporters.excel.read_back import FaultyWorkbookError, read_back
from tests.exporters.excel.books import column_of, edited, opened, row_of, sheet_of
from tests.exporters.excel.small_board import board, board_bytes, with_records


def with_cell(data: bytes, place: str, xml: bytes) -> bytes:
    """Put a cell as Excel saves it into the sheet of stages."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(stream, "w") as changed:
        for name in archive.namelist():
            part = archive.read(name)
            if name == "xl/worksheets/sheet4.xml":
                cell = rb'<c r="%s"[^>]*?(/>|>.*?</c>)' % place.encode()
                part, count = re.subn(cell, lambda _found: xml, part, count=1)
                assert count == 1
            changed.writestr(name, part)
    return stream.getvalue()


def test_what_a_formula_came_to_is_taken_and_told() -> None:
    book = opened(board_bytes())
    place = f"B{row_of(book, 'stages', 's2')}"
    assert column_of(book, "stages", "title") == 2
    xml = f'<c r="{place}" t="str"><f>A1&amp;"x"</f><v>Kartoitus</v></c>'.encode()
    read = read_back(with_cell(board_bytes(), place, xml), board())
    assert read.filled_in == with_records(
        board(), replace(board()["s2"], title={"fi": "Kartoitus"})
    )
    [told] = read.remarks
    assert told.where == f"Vaiheet!{place}"


def test_a_formula_that_comes_to_what_stood_there_changes_nothing() -> None:
    place = f"B{row_of(opened(board_bytes()), 'stages', 's2')}"
    xml = f'<c r="{place}" t="str"><f>"Arvio"</f><v>Arvio</v></c>'.encode()
    read = read_back(with_cell(board_bytes(), place, xml), board())
    assert (read.filled_in, read.remarks) == (board(), ())


# A formula that no program has worked out has no value: it is not the same as a blank cell.


def test_a_row_of_formulas_without_values_is_not_gone() -> None:
    def edit(book: Workbook) -> None:
        row = row_of(book, "phases", "p2")
        for column in range(1, column_of(book, "phases", "id")):
            sheet_of(book, "phases").cell(row, column).value = None
        sheet_of(book, "phases").cell(row, column_of(book, "phases", "title")).value = '="Hoito"'

    assert fault_of(edit) == ["Päävaiheet!A3"]


def test_a_formula_without_a_value_in_a_blank_cell_is_refused() -> None:
    def edit(book: Workbook) -> None:
        place = row_of(book, "stages", "s2"), column_of(book, "stages", "topics")
        sheet_of(book, "stages").cell(*place).value = '="uni"'

    [fault] = fault_of(edit)
    assert fault.startswith("Vaiheet!")


def test_a_new_row_of_formulas_without_values_is_refused() -> None:
    def edit(book: Workbook) -> None:
        sheet_of(book, "goals").cell(2, column_of(book, "goals", "title")).value = '="Uni"'

    assert fault_of(edit) == ["Tavoitteet!A2"]


def fault_of(edit: Callable[[Workbook], None]) -> list[str]:
    with pytest.raises(FaultyWorkbookError) as refused:
        read_back(edited(board_bytes(), edit), board())
    return [fault.where for fault in refused.value.faults]
