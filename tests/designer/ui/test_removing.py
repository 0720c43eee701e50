"""A lane or phase that is removed asks where its stages go; once, and in one step."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from designer.ui.main_window import MainWindow
from designer.ui.removing import RemovingDialog, WhereTo
from model.document import Document
from model.edits import add_actor
from model.records import Actor, Phase, Stage

Key = Qt.Key


@pytest.fixture
def document(window: MainWindow) -> Document:
    """Return the document with one more actor, who has no stages."""
    document = window.workspace.file.document
    document.do(add_actor(document.pathway, place=2, name={"fi": "Järjestö"}))
    return document


def press_delete(window: MainWindow, *ids: str) -> None:
    window.board.setFocus()
    window.board.select(ids)
    QTest.keyClick(window.board, Key.Key_Delete)


def dialogs(window: MainWindow) -> list[RemovingDialog]:
    return [dialog for dialog in window.findChildren(RemovingDialog) if dialog.isVisible()]


def asked(window: MainWindow, kind: type[Actor] | type[Phase] = Actor) -> WhereTo:
    (dialog,) = dialogs(window)
    return dialog.questions[kind]


def remove(window: MainWindow) -> None:
    QTest.mouseClick(dialogs(window)[0].go, Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def stage(document: Document, id: str) -> Stage:
    found = document.pathway.find(Stage, id)
    assert found is not None
    return found


def test_by_default_the_stages_stay_and_nobody_wrong_is_named(
    window: MainWindow, document: Document
) -> None:
    before = document.pathway
    press_delete(window, "a1")
    assert document.pathway is before
    assert asked(window).stay.isChecked()
    QTest.keyClick(dialogs(window)[0], Key.Key_Return)
    assert "a1" not in document.pathway
    assert stage(document, "s1").actor is None
    document.undo()
    assert document.pathway == before


def test_they_can_move_to_another_lane(window: MainWindow, document: Document) -> None:
    before = document.pathway
    press_delete(window, "a1")
    question = asked(window)
    assert [question.place.itemText(at) for at in range(question.place.count())] == [
        "Asiakas",
        "Järjestö",
    ]
    assert question.place.currentText() == "Asiakas"  # the neighbour above
    question.place.setFocus()
    QTest.keyClick(question.place, Key.Key_Down)
    assert question.move_on.isChecked()
    remove(window)
    assert stage(document, "s1").actor == "new0"
    document.undo()
    assert document.pathway == before


def test_they_can_go_too_with_their_handovers(window: MainWindow, document: Document) -> None:
    before = document.pathway
    press_delete(window, "p0")
    question = asked(window, Phase)
    assert question.go_too.text() == "They are removed too: 2 stages, 1 handover"
    QTest.mouseClick(question.go_too, Qt.MouseButton.LeftButton)
    remove(window)
    assert not document.pathway.stages
    assert not document.pathway.handovers
    document.undo()
    assert document.pathway == before


def test_esc_and_cancel_leave_everything(window: MainWindow, document: Document) -> None:
    before = document.pathway
    press_delete(window, "a1")
    QTest.keyClick(dialogs(window)[0], Key.Key_Escape)
    press_delete(window, "a1")
    QTest.mouseClick(dialogs(window)[0].cancel, Qt.MouseButton.LeftButton)
    assert document.pathway is before
    assert dialogs(window) == []


def test_of_many_at_once_it_asks_once_and_it_is_one_step(
    window: MainWindow, document: Document
) -> None:
    before = document.pathway
    press_delete(window, "a0", "a1", "p0")
    (dialog,) = dialogs(window)
    assert set(dialog.questions) == {Actor, Phase}
    assert asked(window).place.count() == 1  # what goes as well is not offered
    dialog.questions[Actor].move_on.click()
    dialog.questions[Phase].move_on.click()
    remove(window)
    assert {(each.actor, each.phase) for each in document.pathway.stages} == {("new0", "p1")}
    assert len(document.pathway.handovers) == 1
    document.undo()
    assert document.pathway == before


def test_stages_that_are_removed_as_well_are_not_asked_about(
    window: MainWindow, document: Document
) -> None:
    press_delete(window, "a1", "s1")
    assert dialogs(window) == []
    assert "s1" not in document.pathway
    assert "a1" not in document.pathway


def test_an_empty_lane_goes_without_a_question(window: MainWindow, document: Document) -> None:
    press_delete(window, "new0")
    assert dialogs(window) == []
    assert "new0" not in document.pathway


def test_the_only_lane_has_nowhere_to_move_to(window: MainWindow, document: Document) -> None:
    press_delete(window, "p1")
    press_delete(window, "p0")
    question = asked(window, Phase)
    assert not question.move_on.isEnabled()
    assert not question.place.isEnabled()
    remove(window)
    assert all(each.phase is None for each in document.pathway.stages)


def test_the_dialog_can_be_used_by_keys(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    press_delete(window, "a1")
    (dialog,) = dialogs(window)
    dialog.activateWindow()
    question = asked(window)
    qtbot.waitUntil(question.stay.hasFocus)
    QTest.keyClick(question.stay, Key.Key_Down)
    assert question.move_on.isChecked()
    QTest.keyClick(question.move_on, Key.Key_Return)
    assert stage(document, "s1").actor == "a0"
