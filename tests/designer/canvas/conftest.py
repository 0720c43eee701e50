"""A board on the screen, and a hand that uses it as people do: by mouse and keys."""

from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from designer.ui.canvas import BoardView
from designer.ui.canvas.capture.suggestions import Suggestions
from designer.ui.canvas.editor import NameEditor
from model.codes import Sector
from model.document import Document
from model.ids import Id, ids_from
from model.layout import cell_box
from model.layout.geometry import Point
from model.pathway import Cell, Pathway
from tests.pathways import At, build

LEFT: Final = Qt.MouseButton.LeftButton
NO_KEY: Final = Qt.KeyboardModifier.NoModifier


def three_lanes() -> Pathway:
    """Return two phases and three lanes: s0 → s1 → s2 in the upper two, s3 alone, a2 empty."""
    return build(
        phases=("Arvio", "Hoito"),
        actors=(("Asiakas", Sector.CUSTOMER), ("Sote-keskus", Sector.PRIMARY), "Järjestö"),
        stages=(
            At("Yhteydenotto", actor=0, phase=0),
            At("Hoidon tarpeen arvio", actor=1, phase=0, column=1),
            At("Hoito", actor=1, phase=1),
            At("Omahoito", actor=0, phase=1),
        ),
        arrows=((0, 1), (1, 2, "tarve hoidolle")),
    )


class Hand:
    """Where things are in the viewport, and what the user does there."""

    def __init__(self, view: BoardView, window: QWidget | None = None) -> None:
        self.view = view
        self.window = window or view
        self.said: list[str] = []
        view.hint.connect(self.said.append)

    @property
    def document(self) -> Document:
        return self.view.document

    @property
    def pathway(self) -> Pathway:
        return self.view.document.pathway

    def at(self, x: float, y: float) -> QPoint:
        return self.view.camera.to_view(Point(x, y)).toPoint()

    def card(self, id: Id) -> QPoint:
        return self.at(*self.view.board.cards[id].box.centre)

    def handle(self, id: Id) -> QPoint:
        box = self.view.board.cards[id].box
        return self.at(box.right, box.centre.y)

    def cell(self, *cell: *tuple[Id | None, Id | None, int]) -> QPoint:
        return self.at(*cell_box(self.view.board, cell).centre)

    def press(self, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
        QTest.mousePress(self.view.viewport(), button, NO_KEY, at)

    def move(self, at: QPoint) -> None:
        # A cursor that is there already, left by the test before, would send no event.
        QTest.mouseMove(self.view.viewport(), at - QPoint(1, 0))
        QTest.mouseMove(self.view.viewport(), at)

    def release(self, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseRelease(self.view.viewport(), button, NO_KEY, at)

    def click(self, at: QPoint, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, modifier, at)

    def double_click(self, at: QPoint) -> None:
        QTest.mouseDClick(self.view.viewport(), LEFT, NO_KEY, at)

    def lead(self, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
        """Press and move, without the release."""
        self.press(start, button)
        self.move((start + end) / 2)
        self.move(end)

    def drag(self, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
        self.lead(start, end, button)
        self.release(end, button)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key where the keyboard is: on the board, or in its editor."""
        QTest.keyClick(self.view if self.editor() is None else self.written_in(), key, modifier)

    def write(self, words: str) -> None:
        for letter in words:
            if letter.isascii():
                QTest.keyClicks(self.written_in(), letter)
            else:  # QTest has no keys for these
                typed = QInputMethodEvent()
                typed.setCommitString(letter)
                QApplication.sendEvent(self.written_in(), typed)

    def editor(self) -> NameEditor | None:
        found = [editor for editor in self.view.findChildren(NameEditor) if not editor.isHidden()]
        return found[0] if found else None

    def written_in(self) -> NameEditor:
        editor = self.editor()
        assert editor is not None, "no name is being edited"
        return editor

    def suggestions(self) -> Suggestions:
        lists = self.view.findChildren(Suggestions)
        return next((found for found in lists if not found.isHidden()), lists[0])

    def offered(self) -> list[str]:
        """Return what the list below the editor shows."""
        found = self.suggestions()
        if found.isHidden():
            return []
        return [found.item(row).text() for row in range(found.count())]

    def header(self, strip: QWidget, id: Id) -> QPoint:
        box = (
            self.view.lane_headers if strip is self.view.lane_headers else self.view.phase_headers
        ).box_of(id)
        return box.center().toPoint()

    def drag_header(self, strip: QWidget, start: QPoint, end: QPoint) -> None:
        QTest.mousePress(strip, LEFT, NO_KEY, start)
        QTest.mouseMove(strip, (start + end) / 2)
        QTest.mouseMove(strip, end)
        QTest.mouseRelease(strip, LEFT, NO_KEY, end)

    def open_menu(self, at: QPoint) -> QMenu:
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, at, self.view.viewport().mapToGlobal(at)
        )
        QApplication.sendEvent(self.view.viewport(), event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def cell_of(self, id: Id) -> Cell:
        stage = self.pathway[id]
        return stage.actor, stage.phase, stage.column  # type: ignore[union-attr]


def shown(qtbot: QtBot, pathway: Pathway, width: int = 1200, height: int = 700) -> Hand:
    view = BoardView(Document(pathway), "fi")
    _show(qtbot, view, width, height)
    view.setFocus()
    return Hand(view)


def shown_beside_a_field(qtbot: QtBot, pathway: Pathway) -> tuple[Hand, QLineEdit]:
    """Show a board in a window that has another thing to write in."""
    window, view, field = QWidget(), BoardView(Document(pathway), "fi"), QLineEdit()
    lines = QVBoxLayout(window)
    lines.addWidget(view)
    lines.addWidget(field)
    _show(qtbot, window, 1200, 800)
    view.setFocus()
    return Hand(view, window), field


def _show(qtbot: QtBot, window: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(window)
    window.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()


@pytest.fixture(autouse=True)
def counted_ids() -> Iterator[None]:
    """Let new records be n0, n1, ... so that a failing test reads the same each time."""
    numbers = iter(range(10_000))
    with ids_from(lambda: f"n{next(numbers)}"):
        yield


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return shown(qtbot, three_lanes())


def point(at: QPointF) -> Point:
    return Point(at.x(), at.y())


def focused() -> QWidget | None:
    return QApplication.focusWidget()
