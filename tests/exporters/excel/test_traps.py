"""What Excel repairs on opening although schemas allow it, in all our workbooks.

Limits: "Excel specifications and limits" and ECMA-376 part 1, chapter 18.
"""

import re
from collections import Counter
from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from defusedxml.ElementTree import fromstring
from msgspec.structs import replace

from exporters.excel.read_back import read_back
from exporters.findings.sheets import sheets_bytes
from exporters.portfolio import Before, Portfolio, Since, portfolio_bytes
from model import file
from samples import SAMPLES
from tests.exporters.diagram.drawn import hostile
from tests.exporters.excel.books import book_bytes, edited, opened, row_of, sheet_of, write
from tests.exporters.excel.small_board import board, with_records
from tests.exporters.findings import runs

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LONGEST_TEXT = 32_767
LONGEST_FORMULA_OF_A_LIST = 255
MOST_STYLES = 64_000
MOST_LINKS = 66_530
BOOKS = ("filled in", "hostile", "findings", "portfolio")
EACH = pytest.mark.parametrize("name", BOOKS)


@cache
def parts(name: str) -> dict[str, bytes]:
    with ZipFile(BytesIO(_made(name))) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def _made(name: str) -> bytes:
    match name:
        case "filled in":
            return book_bytes(file.read(SAMPLES[0].path), "fi", "sv")
        case "hostile":
            return book_bytes(hostile(), "en")
        case "findings":
            return sheets_bytes(runs.hostile())
    run = runs.hostile()
    since = Since("=1", {0: Before(run.checked[0].pathway, "=1")})
    return portfolio_bytes(Portfolio(run, since), lambda _share: None)


def sheets(name: str) -> dict[str, Any]:
    return {
        part: fromstring(data)
        for part, data in parts(name).items()
        if part.startswith("xl/worksheets/sheet")
    }


def found(element: Any, tag: str) -> list[Any]:
    return list(element.iter(MAIN + tag))


def value(element: Any, attribute: str) -> str:
    return str(element.get(attribute, ""))


@EACH
def test_sheets_are_named_as_excel_names_them(name: str) -> None:
    book = fromstring(parts(name)["xl/workbook.xml"])
    titles = [value(sheet, "name") for sheet in found(book, "sheet")]
    assert len({title.casefold() for title in titles}) == len(titles)
    for title in titles:
        assert 0 < len(title) <= 31
        assert not re.search(r"[\[\]:*?/\\]|^'|'$", title), title
        assert title.casefold() != "history"  # Excel keeps that name for itself


@EACH
def test_conditions_have_priorities_of_their_own_and_lists_short_formulas(name: str) -> None:
    for part, sheet in sheets(name).items():
        priorities = Counter(value(rule, "priority") for rule in found(sheet, "cfRule"))
        assert all(count == 1 for count in priorities.values()), part
        for rule in found(sheet, "dataValidation"):
            assert len(value(rule, "prompt")) <= 255
            assert len(value(rule, "promptTitle")) <= 32
            assert len(value(rule, "error")) <= 225
            assert len(value(rule, "errorTitle")) <= 32
        for formula in found(sheet, "formula1"):
            assert len(formula.text or "") <= LONGEST_FORMULA_OF_A_LIST


@EACH
def test_validations_do_not_lie_over_each_other(name: str) -> None:
    for part, sheet in sheets(name).items():
        ranges = [value(rule, "sqref") for rule in found(sheet, "dataValidation")]
        assert len(set(ranges)) == len(ranges), part


@EACH
def test_names_are_defined_once_and_refer_to_sheets_that_there_are(name: str) -> None:
    book = fromstring(parts(name)["xl/workbook.xml"])
    titles = [value(sheet, "name") for sheet in found(book, "sheet")]
    names = found(book, "definedName")
    known = Counter((value(each, "name").casefold(), value(each, "localSheetId")) for each in names)
    assert all(count == 1 for count in known.values())
    for each in names:
        words = each.text or ""
        assert "#REF!" not in words
        for title in re.findall(r"'((?:[^']|'')+)'!", words):
            assert title.replace("''", "'") in titles
        place = value(each, "localSheetId")
        assert not place or int(place) < len(titles)
        if not value(each, "name").startswith("_xlnm."):
            assert re.fullmatch(r"[A-Za-z_\\][\w.\\]{0,254}", value(each, "name"))
            assert not re.fullmatch(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]?\d*", value(each, "name"))


@EACH
def test_texts_links_and_styles_stay_within_limits(name: str) -> None:
    styles = fromstring(parts(name)["xl/styles.xml"])
    forms = len(found(found(styles, "cellXfs")[0], "xf"))
    assert forms < MOST_STYLES
    for part, sheet in sheets(name).items():
        assert len(found(sheet, "hyperlink")) < MOST_LINKS
        assert all(len(text.text or "") <= LONGEST_TEXT for text in found(sheet, "t")), part
        cells = found(sheet, "c")
        assert all(int(value(cell, "s") or 0) < forms for cell in cells)
        assert not [cell for cell in cells if value(cell, "t") == "e"]
        assert len({value(cell, "r") for cell in cells}) == len(cells)
        assert all(float(value(row, "ht") or 15) <= 409 for row in found(sheet, "row"))
        assert all(float(value(column, "width") or 9) <= 255 for column in found(sheet, "col"))


@EACH
def test_there_are_no_macros_comments_drawings_or_ways_out(name: str) -> None:
    for part, data in parts(name).items():
        assert not re.search(
            r"vba|comments|drawing|vml|external|connections|ctrlprop", part.lower()
        )
        assert b'TargetMode="External"' not in data
        assert b"<!DOCTYPE" not in data


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(1, 2, 3), "3.2.0001"),
        (date(1899, 12, 31), "31.12.1899"),
        (date(1900, 2, 28), "28.2.1900"),
        (date(1900, 3, 1), datetime(1900, 3, 1)),  # noqa: DTZ001 - as Excel has it
    ],
)
def test_days_that_excel_cannot_count_are_texts_and_come_back(day: date, written: object) -> None:
    pathway = with_records(board(), replace(board().info, next_review=day))
    data = book_bytes(pathway)
    sheet = sheet_of(opened(data), "info")
    assert sheet.cell(row_of(opened(data), "info", "next_review"), 2).value == written
    read = read_back(data, pathway)
    assert (read.filled_in, read.remarks) == (pathway, ())
    told = edited(data, lambda book: write(book, "info", "version", "2", "2.0"))
    assert read_back(told, pathway).filled_in.info.next_review == day
