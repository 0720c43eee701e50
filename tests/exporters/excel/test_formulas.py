"""Formulas in a workbook that comes back: what they came to counts, and it is told."""

import re
from io import BytesIO
from zipfile import ZipFile

from msgspec.structs import replace

from exporters.excel.read_back import read_back
from tests.exporters.excel.books import column_of, opened, row_of
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
