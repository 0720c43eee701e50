"""An error of the program: the work stays open, the fault is noted without what users wrote."""

import sys
from pathlib import Path

import pytest

from designer.ui.crash import note_fault, report_crashes
from designer.ui.main_window import MainWindow
from designer.ui.program import Program
from tests.designer.ui.conftest import answer, question


def fail_with(words: str) -> None:
    raise KeyError(words)


def test_an_unexpected_error_is_told_and_noted(
    program: Program, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "faults.log"
    monkeypatch.setattr("designer.ui.crash.crash_log", lambda: log)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    report_crashes(program)
    try:
        fail_with("Salainen potilas")
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
        sys.excepthook(KeyError, error, error.__traceback__)
    told = question(window)
    assert "Your work is still in memory" in told.text()
    answer(window, "Cancel")
    noted = log.read_text()
    assert noted.count("KeyError") == 2
    assert "fail_with" in noted
    assert "Salainen" not in noted


def test_a_log_that_has_grown_large_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("designer.ui.crash.LARGEST_LOG", 100)
    log = tmp_path / "faults.log"
    log.write_text("x" * 101)
    note_fault(ValueError, None, log)
    assert "ValueError" in log.read_text()
    assert "x" not in log.read_text()
