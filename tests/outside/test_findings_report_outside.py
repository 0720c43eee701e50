"""The findings report as the Nu HTML checker, axe-core, Chromium and LibreOffice see it."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exporters.findings.page import page_bytes
from exporters.findings.sheets import sheets_bytes
from model.messages import speaking
from tests.exporters.findings.runs import hostile, run, several

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent
CHECKER = HERE / "node_modules/vnu-jar/build/dist/vnu.jar"

# The checker knows no hashes in a policy; that Chromium lets the style in, its look below shows.
MISTAKEN = "Inline style violates"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Write the report of one pathway, of several, and of one with hostile texts."""
    folder = tmp_path_factory.mktemp("reports")
    made = {"one": run("unettomuus"), "several": several(), "hostile": hostile()}
    for name, each in made.items():
        with speaking("sv" if name == "one" else "fi"):
            (folder / f"{name}.html").write_bytes(page_bytes(each))
    return sorted(folder.iterdir())


def _ran(*command: str | Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which(command[0])
    assert program, f"{command[0]} is missing: run the tests with `make test-all`"
    return subprocess.run(  # noqa: S603 - the commands stand below
        [program, *map(str, command[1:])], capture_output=True, text=True, check=False, timeout=600
    )


def test_the_html_checker_finds_no_error_and_no_warning(pages: list[Path]) -> None:
    ran = _ran("java", "-jar", CHECKER, "--format", "json", *pages)
    messages = json.loads(ran.stderr)["messages"]
    assert [each["message"] for each in messages if MISTAKEN not in each["message"]] == []


def test_readers_with_any_screen_meet_no_fault(pages: list[Path]) -> None:
    """Axe-core, console, foreign requests, overflow: at 320, 768, 1920 px, light and dark."""
    chromium = shutil.which("chromium")
    assert chromium, "chromium is missing: run the tests with `make test-all`"
    ran = _ran("node", HERE / "website.mjs", chromium, *(page.as_uri() for page in pages))
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == []


def test_libreoffice_keeps_every_cell_and_makes_no_formula(tmp_path: Path) -> None:
    ours = tmp_path / "ours.xlsx"
    ours.write_bytes(sheets_bytes(hostile()))
    ran = _ran(
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        *("--headless", "--convert-to", "xlsx", "--outdir"),
        tmp_path / "saved",
        ours,
    )
    assert ran.returncode == 0, ran.stderr
    before, after = load_workbook(ours), load_workbook(tmp_path / "saved" / "ours.xlsx")
    assert after.sheetnames == before.sheetnames
    for sheet in before.worksheets:
        again = after[sheet.title]
        assert list(again.iter_rows(values_only=True)) == list(sheet.iter_rows(values_only=True))
        assert all(cell.data_type != "f" for row in again.iter_rows() for cell in row)
