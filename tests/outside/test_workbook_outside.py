"""The workbook in LibreOffice: opened, recalculated and saved again, it says the same."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from exporters.excel import EXCEL
from exporters.exporter import Options
from model import file
from model.records import Stage

pytestmark = pytest.mark.outside

SAMPLE = Path(__file__).parents[2] / "samples" / "t2d.ketju"
HOSTILE = '=HYPERLINK("http://example.org";"klikkaa")'


def test_libreoffice_keeps_every_cell_and_makes_no_formula(tmp_path: Path) -> None:
    pathway = file.read(SAMPLE)
    first = pathway.stages[0]
    hostile = replace(first, what_happens={"fi": HOSTILE, "sv": "+1"})
    pathway = pathway.replacing({first.id: hostile})
    options = Options(languages=("fi", "sv"), made_at=datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
    [(_name, data)] = EXCEL.build(pathway, options, lambda _share: None)
    ours = tmp_path / "ours.xlsx"
    ours.write_bytes(data)

    program = shutil.which("soffice")
    assert program, "soffice is missing: run the tests with `make test-all`"
    saved = tmp_path / "saved"
    subprocess.run(  # noqa: S603 - the command stands here
        [
            program,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(saved),
            str(ours),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )

    before, after = load_workbook(ours), load_workbook(saved / "ours.xlsx")
    assert after.sheetnames == before.sheetnames
    for sheet in before.worksheets:
        again = after[sheet.title]
        assert again.auto_filter.ref == sheet.auto_filter.ref
        assert list(again.iter_rows(values_only=True)) == list(sheet.iter_rows(values_only=True))
        assert all(cell.data_type != "f" for row in again.iter_rows() for cell in row)
    assert {stage.id for stage in pathway.of(Stage)} == {
        row[-1] for row in after.worksheets[1].iter_rows(min_row=2, values_only=True)
    }
    assert HOSTILE in {cell.value for row in after.worksheets[1].iter_rows() for cell in row}
