"""The workbook in LibreOffice: opened, recalculated and saved again, it says the same."""

import shutil
import subprocess
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from exporters.excel.read_back import read_back
from model import file
from model.pathway import Pathway
from model.records import AnyRecord, Stage
from samples import SAMPLES
from tests.exporters.excel.books import add_row, book_bytes, edited, write
from tests.exporters.excel.messy import MESSY
from tests.exporters.excel.small_board import board, with_records

pytestmark = pytest.mark.outside

HOSTILE = '=HYPERLINK("http://example.org";"klikkaa")'


def saved_by_libreoffice(folder: Path, books: dict[str, bytes]) -> dict[str, bytes]:
    """Let LibreOffice open workbooks and save them again; return them by name."""
    program = shutil.which("soffice")
    assert program, "soffice is missing: run the tests with `make test-all`"
    ours, saved = folder / "ours", folder / "saved"
    ours.mkdir()
    for name, data in books.items():
        (ours / f"{name}.xlsx").write_bytes(data)
    subprocess.run(  # noqa: S603 - the command stands here
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(saved),
            *sorted(map(str, ours.glob("*.xlsx"))),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return {name: (saved / f"{name}.xlsx").read_bytes() for name in books}


def hostile_sample() -> Pathway:
    pathway = file.read(SAMPLES[0].path)
    first = pathway.stages[0]
    return with_records(pathway, replace(first, what_happens={"fi": HOSTILE, "sv": "+1"}))


def test_libreoffice_keeps_every_cell_and_makes_no_formula(tmp_path: Path) -> None:
    pathway = hostile_sample()
    ours = book_bytes(pathway, "fi", "sv")
    [saved] = saved_by_libreoffice(tmp_path, {"ours": ours}).values()
    (tmp_path / "before.xlsx").write_bytes(ours)
    (tmp_path / "after.xlsx").write_bytes(saved)
    before, after = load_workbook(tmp_path / "before.xlsx"), load_workbook(tmp_path / "after.xlsx")
    assert after.sheetnames == before.sheetnames
    for sheet in before.worksheets:
        again = after[sheet.title]
        assert again.auto_filter.ref == sheet.auto_filter.ref
        assert all(cell.data_type != "f" for row in again.iter_rows() for cell in row)
        assert _cells(again) == _cells(sheet)
        assert len(again.data_validations.dataValidation) > 0 or not _offers(sheet)
    read = read_back(saved, pathway)
    assert (read.filled_in, read.missing, read.remarks) == (pathway, (), ())


def _cells(sheet: object) -> dict[str, object]:
    return {
        cell.coordinate: cell.value
        for row in sheet.iter_rows()  # type: ignore[attr-defined]
        for cell in row
        if cell.value is not None
    }


def _offers(sheet: object) -> int:
    return len(sheet.data_validations.dataValidation)  # type: ignore[attr-defined]


def _edit(book: Workbook) -> None:
    write(book, "stages", "s2", "title", HOSTILE)
    write(book, "info", "next_review", "2", "1.5.2027")
    add_row(book, "stages", {"title": "Uusi", "phase": "Alku", "actor": "Skötare"})


def test_edits_come_through_libreoffice_as_they_were_written(tmp_path: Path) -> None:
    data = edited(book_bytes(board(), "fi", "sv"), _edit)
    direct = read_back(data, board()).filled_in
    [saved] = saved_by_libreoffice(tmp_path, {"edited": data}).values()
    through = read_back(saved, board()).filled_in
    assert _bare(through) == _bare(direct)
    assert through["s2"].title == {"fi": HOSTILE}  # type: ignore[union-attr]


def _bare(pathway: Pathway) -> tuple[dict[str, AnyRecord], list[Stage]]:
    """Return what was there, and what was added without its id."""
    there = {id: record for id, record in pathway.items() if id in board()}
    return there, [replace(new, id="new") for new in pathway.stages if new.id not in board()]


def test_messy_workbooks_mean_the_same_after_libreoffice(tmp_path: Path) -> None:
    some = [messy for messy in MESSY if messy.becomes is not None][::5]
    books = {f"messy {number}": messy.data() for number, messy in enumerate(some)}
    saved = saved_by_libreoffice(tmp_path, books)
    reader = partial(read_back, now=board())
    assert {
        messy.name: reader(data).filled_in for messy, data in zip(some, saved.values(), strict=True)
    } == {messy.name: messy.becomes for messy in some}
