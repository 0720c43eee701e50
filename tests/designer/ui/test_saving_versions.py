"""Earlier versions: found by day and time, told in words, brought back, deleted when asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QTreeWidgetItem

from designer.ui.main_window import MainWindow
from designer.ui.saving.versions_dialog import VersionsDialog
from model import edits
from model.file import read
from samples import SAMPLES
from tests.designer.ui.conftest import answer, let_saves_end, question, two_stages


def save_named(window: MainWindow, *names: str) -> None:
    document = window.workspace.file.document
    for words in names:
        document.do(edits.rename(document.pathway, "s0", "fi", words))
        window.filing.save()
        let_saves_end(window)


def opened(window: MainWindow) -> VersionsDialog:
    window.actions_by_name["versions"].trigger()
    return next(each for each in window.findChildren(VersionsDialog) if each.isVisible())


def times(dialog: VersionsDialog) -> list[QTreeWidgetItem]:
    days = [dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount())]
    return [
        item
        for day in days
        if day is not None
        for place in range(day.childCount())
        if (item := day.child(place)) is not None
    ]


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(dialog: VersionsDialog, item: QTreeWidgetItem) -> None:
    dialog.list.scrollToItem(item)
    QTest.mouseClick(
        dialog.list.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        dialog.list.visualItemRect(item).center(),
    )


def test_a_version_is_told_in_words_and_restored_as_one_change(
    window: MainWindow, file: Path
) -> None:
    save_named(window, "Soitto", "Käynti")
    dialog = opened(window)
    first = times(dialog)[-1]
    assert len(times(dialog)) == 3, "what was opened is kept too"
    choose(dialog, first)
    assert "“Käynti” → “Yhteydenotto”" in dialog.view.toPlainText()
    press(dialog.restoring)
    assert not dialog.isVisible()
    assert window.workspace.file.document.pathway == two_stages()
    assert window.isWindowModified()
    assert edits.name_of(read(file)["s0"]) == "Käynti", "the file waits for a save"
    window.undo()
    assert edits.name_of(window.workspace.file.document.pathway["s0"]) == "Käynti"


def test_the_newest_version_is_what_is_open_and_needs_no_restoring(window: MainWindow) -> None:
    save_named(window, "Soitto")
    dialog = opened(window)
    assert dialog.view.toPlainText() == "There is no difference."
    assert not dialog.restoring.isEnabled()
    dialog.reject()


def test_a_version_opens_as_a_copy_in_a_window_of_its_own(window: MainWindow) -> None:
    save_named(window, "Soitto")
    dialog = opened(window)
    choose(dialog, times(dialog)[-1])
    press(dialog.copying)
    other = window.program.windows[1]
    assert other.workspace.file.path is None
    assert edits.name_of(other.workspace.file.document.pathway.stages[0]) == "Yhteydenotto"
    assert other.workspace.file.document.pathway.info.id != two_stages().info.id


@pytest.mark.parametrize(("words", "left"), [("Delete", 0), ("Cancel", 2)])
def test_all_versions_are_deleted_only_when_that_was_meant(
    window: MainWindow, file: Path, words: str, left: int
) -> None:
    save_named(window, "Soitto")
    dialog = opened(window)
    press(dialog.deleting)
    assert "Delete all earlier versions" in question(dialog).text()
    answer(dialog, words)
    assert len(times(dialog)) == left
    assert len(window.filing.saver.versions.of(file)) == left
    assert edits.name_of(read(file)["s0"]) == "Soitto"
    dialog.reject()


def test_a_damaged_file_offers_its_earlier_versions(window: MainWindow, file: Path) -> None:
    save_named(window, "Soitto")
    window.close()
    file.write_bytes(b"")
    other = window.program.open_window()
    other.filing.open(file)
    answer(other, "Earlier versions…")
    dialog = other.findChildren(VersionsDialog)[0]
    assert "2 stages" in dialog.view.toPlainText()
    assert not dialog.restoring.isVisible()
    press(dialog.copying)
    assert edits.name_of(other.workspace.file.document.pathway.stages[0]) == "Soitto"
    assert file.read_bytes() == b""


def test_a_damaged_version_says_so(window: MainWindow, file: Path) -> None:
    save_named(window, "Soitto")
    for version in window.filing.saver.versions.of(file):
        version.stored.write_bytes(b"not packed")
    dialog = opened(window)
    assert "damaged" in dialog.view.toPlainText()
    assert not dialog.restoring.isEnabled()
    assert not dialog.copying.isEnabled()
    dialog.reject()


def test_a_pathway_never_saved_has_none_and_that_is_said(window: MainWindow) -> None:
    window.filing.open_copy(SAMPLES[0].path)
    other = window.program.windows[1]
    other.actions_by_name["versions"].trigger()
    box = question(other)
    assert box.icon() is QMessageBox.Icon.Information
    assert "kept from the first save on" in box.text()
    answer(other, "OK")
