"""The outside programs are there and tell a fault from a sound file.

When one of these fails, the set-up is at fault and not an exporter.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent
SOUND = (
    '<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Ketju</title></head>'
    "<body><main><h1>Hoitoketju</h1>{}</main></body></html>"
)


def _run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  (the commands stand below)
        [str(part) for part in command], capture_output=True, text=True, check=False, timeout=120
    )


def _program(name: str) -> str:
    found = shutil.which(name)
    assert found, f"{name} is missing: run the tests with `make test-all`"
    return found


def test_axe_finds_a_picture_without_a_text_and_nothing_in_a_sound_page(tmp_path: Path) -> None:
    sound, faulty = tmp_path / "sound.html", tmp_path / "faulty.html"
    sound.write_text(SOUND.format(""), encoding="utf-8")
    faulty.write_text(SOUND.format('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'))
    ran = _run(
        _program("node"),
        HERE / "accessibility.mjs",
        _program("chromium"),
        sound.as_uri(),
        faulty.as_uri(),
    )
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert found[sound.as_uri()] == {"violations": [], "errors": [], "requests": []}
    assert [fault["id"] for fault in found[faulty.as_uri()]["violations"]] == ["image-alt"]


def test_the_html_checker_finds_an_unknown_attribute(tmp_path: Path) -> None:
    sound, faulty = tmp_path / "sound.html", tmp_path / "faulty.html"
    sound.write_text(SOUND.format(""), encoding="utf-8")
    faulty.write_text(SOUND.format("<p nonsense>Vaihe</p>"), encoding="utf-8")
    jar = HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
    ran = _run(_program("java"), "-jar", jar, "--format", "json", sound, faulty)
    messages = json.loads(ran.stderr)["messages"]
    assert [Path(message["url"]).name for message in messages] == ["faulty.html"]
    assert "nonsense" in messages[0]["message"]


def test_libreoffice_opens_and_calculates_a_workbook(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"] = "Yhteensä"
    sheet["B1"] = "=20+22"
    workbook.save(tmp_path / "workbook.xlsx")
    ran = _run(
        _program("soffice"),
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
        "--outdir",
        tmp_path,
        tmp_path / "workbook.xlsx",
    )
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "workbook.csv").read_text(encoding="utf-8") == "Yhteensä,42\n"


def test_a_real_window_opens_on_a_virtual_screen() -> None:
    program = (
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "app = QApplication([])\n"
        "label = QLabel('Ketju')\n"
        "label.show()\n"
        "app.processEvents()\n"
        "print(app.platformName(), label.windowHandle().isVisible())\n"
    )
    ran = _run(
        _program("xvfb-run"),
        "--auto-servernum",
        _program("env"),
        "QT_QPA_PLATFORM=xcb",
        sys.executable,
        "-c",
        program,
    )
    assert ran.stdout.split() == ["xcb", "True"], ran.stderr
