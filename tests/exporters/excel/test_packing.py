"""The file that `packed` writes, beside the one that openpyxl writes of the same workbook."""

from datetime import UTC, date, datetime
from io import BytesIO
from random import Random
from xml.etree.ElementTree import canonicalize
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel.clothes import Clothes, Look
from exporters.excel.look import FOR_READING, LINK, lead_to
from exporters.excel.packing import packed
from exporters.excel.workbook import RULE, WRAPPED, cell_at, new_workbook, put

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
VALUES = (
    *(
        "Hoidon arvio",
        " ",
        "  alku ja loppu\t",
        "kaksi\nriviä",
        "paluu\r\nja\rrivi",
        "a & b < c > d",
    ),
    *("=1+1", "#REF!", '"lainaus"', "äö–“”", "😀", "_x000d_", "]]>", "é\u0301", "0123", ""),
    *(0, 1, -7, 3.25, 1e300, 0.1, True, False, None),
    *(date(2026, 11, 22), date(1900, 3, 1), date(1812, 1, 1)),
)


@pytest.mark.parametrize("seed", range(50))
def test_packed_workbook_equals_plain(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - nothing secret
    workbook = new_workbook("Ketju & <kirja>", NOW)
    for number in range(dice.randint(1, 3)):
        _fill(dice, workbook.create_sheet(f"Taulu {number}"))
    ours = _parts(packed(workbook))
    plain = _parts(_plainly(workbook))
    when_saved = "docProps/core.xml"  # openpyxl puts the moment of saving in
    assert b"2026-11-22T09:00:00Z" in ours.pop(when_saved)
    del plain[when_saved]
    assert list(ours) == list(plain)
    for name, part in plain.items():
        is_xml = name.endswith((".xml", ".rels"))
        assert canonicalize(ours[name]) == canonicalize(part) if is_xml else ours[name] == part


def _fill(dice: Random, sheet: Worksheet) -> None:
    clothes = Clothes(sheet)
    styles = [clothes.style(Look(WRAPPED, RULE, fill=fill)) for fill in (None, FOR_READING)]
    for _cell in range(dice.randint(0, 40)):
        cell = cell_at(sheet, dice.randint(1, 12), dice.choice([1, 2, 3, 27, 30]))
        value = dice.choice(VALUES)
        if dice.random() < 0.7:
            clothes.put_on(cell, dice.choice(styles), value)
        put(cell, value)
        if dice.random() < 0.1:
            lead_to(cell, "Taulu 0", dice.randint(1, 9))
            cell.font = LINK
    for row in range(1, 14):
        if dice.random() < 0.4:
            sheet.row_dimensions[row].height = dice.choice([18.0, 33.0, 409.0])
        sheet.row_dimensions[row].hidden = dice.random() < 0.1
    if dice.random() < 0.2:  # what no sheet of ours holds is openpyxl's
        cell = cell_at(sheet, 3, 4)
        cell.value = "=SUM(A1:A3)"
        cell.comment = Comment("huomaa", "me")
    if dice.random() < 0.2:
        cell_at(sheet, 4, 4).hyperlink = "https://example.fi/"


def _plainly(workbook: Workbook) -> bytes:
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
