"""Hostile texts in Chromium and LibreOffice: nothing runs, nothing is asked for, texts stay.

Each text stands in ten fields; `-m every` puts each into each field (without a browser, in
tests/hostile_texts).
"""

import json
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel import EXCEL
from exporters.findings.page import page_bytes
from exporters.formats import EXPORTERS
from exporters.website import WEBSITE
from tests.hostile_texts.filling import made, shifted
from tests.hostile_texts.test_reports import hostile

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent
SHIFTS = range(0, 199, 20)
"""Each text in ten of the fields."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Write no line for each request."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write sites, drawings and reports, and one page that does what none may do."""
    root = tmp_path_factory.mktemp("hostile")
    drawings = [each for each in EXPORTERS if each.suffix == ".svg"]
    for shift in SHIFTS:
        folder = root / str(shift)
        for name, data in made(WEBSITE, shifted(shift).pathway).items():
            _write(folder / name, data)
        _write(folder / "report" / "index.html", page_bytes(hostile(shift)))
        for drawing in drawings if shift % 100 == 0 else ():
            [data] = made(drawing, shifted(shift).pathway).values()
            _write(folder / "drawings" / f"{drawing.name}.svg", data)
    _write(root / "favicon.ico", b"")  # browsers ask for it beside pictures
    _write(root / "bad" / "fi" / "index.html", BAD)
    return root


BAD = b"""<!doctype html><html><head><title>x</title></head><body>
<script>window.PWN=1</script><img src="//127.0.0.1:1/p.png"><a href="javascript:1">x</a>
<p onclick="window.PWN=1">x</p></body></html>"""


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


@pytest.fixture(scope="module")
def address(root: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    serving.join()


def looked_at(addresses: list[str]) -> list[dict[str, str]]:
    node, chromium = shutil.which("node"), shutil.which("chromium")
    assert node and chromium, "node or chromium is missing: run the tests with `make test-all`"  # noqa: PT018
    ran = subprocess.run(  # noqa: S603 - the command stands here
        [node, HERE / "hostile_texts.mjs", chromium, *addresses],
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert ran.returncode == 0, ran.stderr
    faults: list[dict[str, str]] = json.loads(ran.stdout)
    return faults


def test_a_page_that_does_harm_is_told(address: str) -> None:
    told = {each["fault"].partition(" ")[0] for each in looked_at([f"{address}/bad/fi/index.html"])}
    assert {"a", "asks", "1", "handlers:", "link"} <= told


def test_in_chromium_nothing_runs_and_nothing_is_asked_for(root: Path, address: str) -> None:
    pages = [
        f"{address}/{page.relative_to(root).as_posix()}"
        for page in sorted((*root.rglob("*.html"), *root.rglob("drawings/*.svg")))
        if "bad" not in page.parts
    ]
    assert len(pages) > 3 * len(SHIFTS)
    assert looked_at(pages) == []


@pytest.mark.parametrize("shift", SHIFTS[::5])
def test_libreoffice_keeps_every_cell_and_makes_no_formula(shift: int, tmp_path: Path) -> None:
    [data] = made(EXCEL, shifted(shift).pathway).values()
    ours = tmp_path / "ours.xlsx"
    ours.write_bytes(data)
    office = shutil.which("soffice")
    assert office, "soffice is missing: run the tests with `make test-all`"
    subprocess.run(  # noqa: S603 - the command stands here
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "saved")),
            str(ours),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    before, after = load_workbook(ours), load_workbook(tmp_path / "saved" / "ours.xlsx")
    assert after.sheetnames == before.sheetnames
    for sheet in before.worksheets:
        again = after[sheet.title]
        assert all(cell.data_type != "f" for row in again.iter_rows() for cell in row)
        # LibreOffice also writes the blank cells of a column that has a look.
        assert _said_in(again) == _said_in(sheet)


def _said_in(sheet: Worksheet) -> dict[str, object]:
    cells = (cell for row in sheet.iter_rows() for cell in row)
    return {cell.coordinate: _said(cell.value) for cell in cells if cell.value is not None}


def _said(value: object) -> object:
    """Return a text with line ends alike, without numbers of characters such as _x0041_.

    LibreOffice reads these as Excel does, and writes them as they then are.
    """
    if not isinstance(value, str):
        return value
    return re.sub("_|x[0-9A-F]{4}", "", value.replace("\r\n", "\n").replace("\r", "\n"))
