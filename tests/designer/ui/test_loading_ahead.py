"""What is loaded at rest is all that the window's start left out, and disturbs nobody."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from designer.ui import loading_ahead
from designer.ui.loading_ahead import MODULES, REST, LoadingAhead
from tests.designer.ui.test_start import ROOT

SMALL = ("colorsys",)

ALL = f"""
import sys
from importlib import import_module
import designer.ui.app
for name in {MODULES!r}:
    import_module(name)
print(*sys.modules)
"""


def test_all_that_the_window_imports_later_is_loaded() -> None:
    """So that a program gone from its place goes on, and no first use makes anyone wait."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", ALL], capture_output=True, text=True, cwd=ROOT, check=True
    )
    loaded = {*done.stdout.split()}
    later = {
        name
        for path in (ROOT / "designer" / "ui").rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for statement in ast.walk(function)
        for name in _imported_by(statement)
    }
    assert len(later) > 50
    assert not later - loaded


def _imported_by(statement: ast.AST) -> list[str]:
    if isinstance(statement, ast.ImportFrom):
        return [statement.module or ""]
    return [each.name for each in statement.names] if isinstance(statement, ast.Import) else []


def test_it_waits_while_somebody_works(qtbot: QtBot) -> None:
    parent, rest = QObject(), [REST - 1]
    sys.modules.pop("colorsys", None)
    loading = LoadingAhead(lambda: rest[0], parent, SMALL)
    qtbot.wait(250)
    assert not loading.is_done
    assert "colorsys" not in sys.modules
    rest[0] = REST
    qtbot.waitUntil(lambda: loading.is_done)
    assert "colorsys" in sys.modules


FAULTS = {"not_there": "", "broken": "1 / 0", "half_written": "def", "left": "import not_there"}
"""Modules that cannot be imported, with what their files hold."""


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_imported_is_noted_and_keeps_nothing_back(
    name: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if FAULTS[name]:
        (tmp_path / f"{name}.py").write_text(FAULTS[name])
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(loading_ahead, "crash_log", lambda: tmp_path / "faults.log")
    sys.modules.pop("colorsys", None)
    with qtbot.captureExceptions() as told:
        parent = QObject()
        loading = LoadingAhead(lambda: REST, parent, (name, "colorsys"))
        qtbot.waitUntil(lambda: loading.is_done)
    assert not told
    assert "colorsys" in sys.modules
    assert (tmp_path / "faults.log").read_text().count("Error\n") == 1


def test_nothing_is_imported_when_the_window_has_closed(qtbot: QtBot) -> None:
    sys.modules.pop("colorsys", None)
    parent = QObject()
    loading = LoadingAhead(lambda: REST, parent, ("colorsys",))
    loading.end()
    qtbot.wait(250)
    assert loading.is_done
    assert "colorsys" not in sys.modules
