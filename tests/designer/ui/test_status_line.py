"""The status line: where one is, whole at least in its tooltip; the zoom, to be chosen."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.ui.canvas.camera import LARGEST, SMALLEST
from designer.ui.main_window import MainWindow
from model import edits

CONTROL = Qt.KeyboardModifier.ControlModifier


def choose_zoom(window: MainWindow, words: str) -> None:
    menu = window.workspace.status.zoom.menu()
    next(entry for entry in menu.actions() if entry.text().replace("&", "") == words).trigger()


@pytest.mark.parametrize("percent", [10, 50, 100, 400])
def test_a_zoom_is_chosen_from_the_menu(window: MainWindow, percent: int) -> None:
    choose_zoom(window, f"{percent} %")
    assert window.board.camera.zoom == percent / 100
    assert window.workspace.status.zoom.text() == f"zoom {percent} %"


def test_the_menu_shows_the_whole_board_or_what_is_selected(window: MainWindow) -> None:
    window.resize(1700, 1000)
    window.board.zoom_to(4)
    choose_zoom(window, "Show the whole board")
    whole = window.board.camera.zoom
    assert whole <= 1
    window.board.select(("s1",))
    choose_zoom(window, "Show the selection")
    assert window.board.camera.zoom == 2
    middle = window.board.camera.visible().center()
    card = window.board.board.cards["s1"].box
    assert card.x < middle.x() < card.right


def test_control_and_8_needs_a_selection(window: MainWindow) -> None:
    zoom = window.board.camera.zoom
    QTest.keyClick(window.board, Qt.Key.Key_8, CONTROL)
    assert window.board.camera.zoom == zoom
    assert window.workspace.status.hint.accessibleName() == "Select first what is to be shown."
    window.board.select(("s0", "s1"))
    QTest.keyClick(window.board, Qt.Key.Key_8, CONTROL)
    seen = window.board.camera.visible()
    for id in ("s0", "s1"):
        assert seen.contains(*window.board.board.cards[id].box.centre)


@pytest.mark.parametrize(("key", "notch", "end"), [("+", 1, LARGEST), ("-", -1, SMALLEST)])
def test_keys_and_wheel_reach_the_ends_and_the_line_tells(
    window: MainWindow, key: str, notch: int, end: float
) -> None:
    for _ in range(30):
        QTest.keySequence(window.board, f"Ctrl+{key}")
    assert window.board.camera.zoom == end
    window.board.zoom_to(1)
    for _ in range(30):
        turn(window, notch)
    assert window.board.camera.zoom == end
    assert window.workspace.status.zoom.text() == f"zoom {round(end * 100)} %"


def turn(window: MainWindow, notch: int) -> None:
    at = QPoint(200, 150)
    viewport = window.board.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notch),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(viewport, event)


def test_what_has_no_room_is_in_the_tooltip(window: MainWindow) -> None:
    document = window.workspace.file.document
    name = "Hoidon tarpeen arvio ja <b>ohjaus</b> " * 12
    document.do(edits.rename(document.pathway, "s1", "fi", name.strip()))
    window.board.select(("s0",))
    hint = window.workspace.status.hint
    assert hint.text().endswith("…")
    assert "&lt;b&gt;ohjaus" in hint.toolTip()
    assert hint.accessibleName().count("ohjaus") == 12
    window.board.select(("a0",))
    assert hint.text() == hint.accessibleName()
    assert hint.toolTip() == ""
