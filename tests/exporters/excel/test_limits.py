"""What a workbook may hold is looked at in all its parts, whatever they are called."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from exporters.excel.limits import WorkbookError, refuse_unfit
from tests.exporters.excel.small_board import board_bytes

SHEET = "xl/worksheets/sheet3.xml"
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


def merged_everywhere(sheet: bytes) -> bytes:
    """Return a sheet whose cells are all merged: seventeen thousand million of them."""
    at = sheet.index(b"</sheetData>") + len(b"</sheetData>")
    merged = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return sheet[:at] + merged + sheet[at:]


def with_sheet_called(name: str, begins: bytes = b"", encoding: str = "utf-8") -> bytes:
    stream = BytesIO()
    changed = ZipFile(stream, "w", ZIP_DEFLATED)
    with ZipFile(BytesIO(board_bytes())) as archive, changed:
        for part in archive.namelist():
            content = archive.read(part).replace(b"sheet3.xml", name.encode())
            if part == SHEET:
                content = begins + merged_everywhere(content).decode().encode(encoding)
                part = part.replace("sheet3.xml", name)  # noqa: PLW2901
            changed.writestr(part, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("begins", "encoding"),
    [
        (b"", "utf-8"),
        (b"\n" * 9, "utf-8"),
        (b"\n" * 70_000, "utf-8"),
        (b"", "utf-8-sig"),
        (b"", "utf-16"),
    ],
)
@pytest.mark.parametrize("name", ["sheet3.xml", "sheet3.dat", "sheet3.png"])
def test_a_sheet_is_looked_at_whatever_its_part_is_called(
    name: str, begins: bytes, encoding: str
) -> None:
    with pytest.raises(WorkbookError):
        refuse_unfit(with_sheet_called(name, begins, encoding))


@pytest.mark.parametrize("name", ["x.xml", "x.dat", "x"])
def test_entities_are_refused_in_any_part(name: str) -> None:
    stream = BytesIO(board_bytes())
    with ZipFile(stream, "a") as archive:
        archive.writestr(name, DOCTYPE)
    with pytest.raises(WorkbookError):
        refuse_unfit(stream.getvalue())


def test_a_picture_is_no_xml() -> None:
    stream = BytesIO(board_bytes())
    with ZipFile(stream, "a") as archive:
        archive.writestr("xl/media/image1.png", b"\x89PNG\r\n\x1a\n<not xml")
    refuse_unfit(stream.getvalue())
