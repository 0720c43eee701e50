"""The portfolio from the window: made beside its work, stopped without a trace."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from designer.ui.main_window import MainWindow
from designer.ui.portfolio import PortfolioDialog
from exporters.exporter import Progress
from exporters.portfolio import Portfolio
from model import file
from tests.pathways import At, build


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "ketjut"
    folder.mkdir()
    file.save(
        build(title="Uni", phases=["Alku"], stages=[At("Käynti", actor=None)]), folder / "a.ketju"
    )
    (folder / "rikki.ketju").write_text("{")
    return folder


def dialog_for(window: MainWindow, folder: Path) -> PortfolioDialog:
    window.actions_by_name["portfolio"].trigger()
    dialog = window.findChild(PortfolioDialog)
    assert isinstance(dialog, PortfolioDialog)
    dialog.folder.setText(str(folder))
    return dialog


def test_a_folder_becomes_a_workbook_and_what_is_broken_is_named(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_for(window, folder)
    dialog.tells_changes.setChecked(True)
    dialog.day.setDate(QDate(2026, 9, 1))
    dialog.start(tmp_path / "salkku.xlsx")
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=20_000)
    said = dialog.words.text().splitlines()
    assert said[0] == f"1 pathway: {tmp_path / 'salkku.xlsx'}"
    assert "rikki.ketju" in said[1]
    assert dialog.opening.isVisible()
    assert load_workbook(tmp_path / "salkku.xlsx").sheetnames[-2:] == ["Changes", "Not read"]
    dialog.cancel.click()


def test_stopping_leaves_nothing_behind(
    window: MainWindow,
    folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = dialog_for(window, folder)

    def until_stopped(_made: Portfolio, progress: Progress) -> bytes:
        while True:
            progress(0.5)

    monkeypatch.setattr("designer.ui.portfolio.portfolio_bytes", until_stopped)
    dialog.start(tmp_path / "salkku.xlsx")
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()
    assert not (tmp_path / "salkku.xlsx").exists()


def test_where_nothing_can_be_written_is_said_and_another_place_may_be_chosen(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_for(window, folder)
    pathway = folder / "a.ketju"
    before = pathway.read_bytes()
    for out in (tmp_path / "ei ole" / "salkku.xlsx", pathway):
        dialog.start(out)
        qtbot.waitUntil(lambda: not dialog.is_running, timeout=20_000)
        assert str(out) in dialog.words.text()
        assert dialog.go.isVisible()
    assert pathway.read_bytes() == before
    dialog.reject()


def test_a_portfolio_of_nothing_leaves_the_last_one_and_the_choices(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    out = tmp_path / "salkku.xlsx"
    out.write_text("viime kuun")
    dialog = dialog_for(window, folder)
    (folder / "a.ketju").unlink()
    for place in (tmp_path / "ei ole", folder):
        dialog.folder.setText(str(place))
        dialog.start(out)
        qtbot.waitUntil(lambda: not dialog.is_running, timeout=20_000)
        assert "nothing was written" in dialog.words.text()
        assert str(place) in dialog.words.text()
        assert dialog.folder.isVisible()
        assert dialog.go.isVisible()
        assert not dialog.opening.isVisible()
    assert out.read_text() == "viime kuun"
    dialog.reject()


def test_all_that_is_said_is_seen(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_for(window, folder)
    for number in range(7):
        (folder / f"hyvinvointialueen-{number}.ketju").write_text("{")
    words = dialog.words
    for first_is_read in (True, False):
        if not first_is_read:
            (folder / "a.ketju").unlink()
        dialog.start(tmp_path / "salkku.xlsx")
        qtbot.waitUntil(lambda: not dialog.is_running, timeout=20_000)
        assert dialog.words.text().splitlines()[-1] == "and 3 more."
        qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    dialog.reject()


def test_it_can_be_stopped_while_folders_without_pathways_are_gone_through(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_for(window, tmp_path)
    monkeypatch.setattr("designer.checking.targets._inside", lambda folder: [(folder, True)])
    dialog.start(tmp_path / "salkku.xlsx")
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()


def test_it_begins_without_a_folder_when_nothing_was_ever_opened(start: MainWindow) -> None:
    start.actions_by_name["portfolio"].trigger()
    dialog = start.findChild(PortfolioDialog)
    assert isinstance(dialog, PortfolioDialog)
    assert (dialog.folder.text(), dialog.go.isEnabled()) == ("", False)
    dialog.reject()


def test_without_a_folder_there_is_nothing_to_go_for(window: MainWindow, folder: Path) -> None:
    dialog = dialog_for(window, folder)
    assert dialog.go.isEnabled()
    dialog.folder.setText("  ")
    assert not dialog.go.isEnabled()
    dialog.reject()
