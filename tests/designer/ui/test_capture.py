"""Capture in the whole window: keys reach the board, boxes keep theirs, choices are remembered."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from designer.ui.main_window import MainWindow
from designer.ui.paste_preview import PastePreview
from model import edits
from model.file import read
from tests.designer.ui.conftest import let_saves_end

CONTROL = Qt.KeyboardModifier.ControlModifier


def titles(window: MainWindow) -> list[str]:
    assert window.file is not None
    return [edits.name_of(stage) for stage in window.file.document.pathway.stages]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def write(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def test_a_list_is_typed_and_taken_back_without_the_mouse(window: MainWindow) -> None:
    window.board.select(("s1",))
    press(Qt.Key.Key_Q)
    write("Hoito #hoi")
    press(Qt.Key.Key_Return)
    write("Seuranta")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, CONTROL)
    assert titles(window) == ["Yhteydenotto", "Hoidon tarpeen arvio", "Hoito"]
    press(Qt.Key.Key_Escape)
    assert window.board.hasFocus()
    press(Qt.Key.Key_Z, CONTROL)
    assert titles(window) == ["Yhteydenotto", "Hoidon tarpeen arvio"]


def test_saving_keeps_what_is_in_the_quick_add_field(window: MainWindow, file: Path) -> None:
    window.board.select(("s1",))
    press(Qt.Key.Key_Q)
    write("Hoito")
    press(Qt.Key.Key_S, CONTROL)
    assert titles(window)[-1] == "Hoito"
    let_saves_end(window)
    assert window.file is not None
    assert not window.file.document.is_modified
    assert edits.name_of(read(file).stages[-1]) == "Hoito"


def test_letters_in_a_box_are_letters(window: MainWindow) -> None:
    window.board.select(("s1",))
    box = window.workspace.inspector.findChild(QLineEdit)
    assert box is not None
    box.setFocus()
    write("nbqud")
    assert box.text().endswith("nbqud")
    assert len(titles(window)) == 2


def test_the_menu_pastes_into_the_box_that_one_writes_in(window: MainWindow) -> None:
    window.board.select(("s1",))
    box = window.workspace.inspector.findChild(QLineEdit)
    assert box is not None
    box.setFocus()
    box.clear()
    QApplication.clipboard().setText("Puhelu")
    window.actions_by_name["paste"].trigger()
    assert box.text() == "Puhelu"
    assert len(titles(window)) == 2


def test_a_list_is_pasted_from_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("Hoito\nSeuranta")
    window.board.select(("s1",))
    window.actions_by_name["paste_list"].trigger()
    preview = window.findChild(PastePreview)
    assert isinstance(preview, PastePreview)
    qtbot.waitUntil(preview.isActiveWindow)
    press(Qt.Key.Key_Return)
    assert titles(window)[-2:] == ["Hoito", "Seuranta"]


def test_a_preview_goes_with_its_board(window: MainWindow, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("Hoito\nSeuranta")
    window.actions_by_name["paste_list"].trigger()
    window.rebuild()  # as when the language is changed in another window
    qtbot.waitUntil(lambda: window.findChild(PastePreview) is None)
    assert len(titles(window)) == 2
    assert QApplication.clipboard().text() == "Hoito\nSeuranta"


def test_the_marks_put_away_stay_so(window: MainWindow) -> None:
    wanted = [window.board.unfinished.wanted]
    window.actions_by_name["unfinished_marks"].trigger()
    wanted.append(window.board.unfinished.wanted)
    window.rebuild()
    wanted.append(window.board.unfinished.wanted)
    assert wanted == [True, False, False]
