"""F5 in the window: the presentation begins with what is selected and leads back to it."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from designer.ui.main_window import MainWindow
from designer.ui.presentation import Presentation


def presentation(window: MainWindow) -> Presentation | None:
    return window.board.findChild(Presentation)


def test_f5_shows_the_selected_stage_and_esc_selects_where_one_ended(window: MainWindow) -> None:
    window.board.select(("s0",))
    QTest.keyClick(window.board, Qt.Key.Key_F5)
    shown = presentation(window)
    assert shown is not None
    assert shown.isFullScreen()
    assert shown.showing.at == "s0"
    QTest.keyClick(shown, Qt.Key.Key_Space)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert presentation(window) is None
    assert window.board.selection.ids == ("s1",)
    assert window.board.hasFocus()


def test_what_is_being_typed_is_kept_before_it_is_shown(window: MainWindow) -> None:
    window.board.select(("s0",))
    QTest.keyClick(window.board, Qt.Key.Key_F2)
    QTest.keyClicks(window.focusWidget(), "New")
    window.actions_by_name["present"].trigger()
    shown = presentation(window)
    assert shown is not None
    assert shown.caption.title.text() == "New"
    shown.leave()


def test_the_same_action_ends_it(window: MainWindow) -> None:
    window.actions_by_name["present"].trigger()
    window.actions_by_name["present"].trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert presentation(window) is None


def test_it_goes_with_the_window_of_its_file(window: MainWindow) -> None:
    window.actions_by_name["present"].trigger()
    shown = presentation(window)
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(shown)
