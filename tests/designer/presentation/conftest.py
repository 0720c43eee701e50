"""A presentation on the screen, with real keys and a real mouse."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from designer.ui.presentation import Presentation
from model.document import Document
from model.ids import Id
from model.pathway import Pathway
from tests.designer.presentation.test_showing import branching

NO_KEY = Qt.KeyboardModifier.NoModifier


class Presenter(NamedTuple):
    """Who stands beside the wall."""

    window: Presentation
    document: Document

    def key(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        for key in keys:
            QTest.keyClick(self.window, key, modifier)

    def arrive(self) -> None:
        """Let the time pass that a move takes."""
        glide = self.window.wall.glide
        glide.setCurrentTime(glide.duration())

    def card(self, stage: Id) -> QPoint:
        box = self.window.wall.board.cards[stage].box
        return self.window.wall.box_on_wall(box).center().toPoint()

    def move(self, at: QPoint) -> None:
        QTest.mouseMove(self.window, at - QPoint(1, 0))
        QTest.mouseMove(self.window, at)

    @property
    def at(self) -> Id | None:
        return self.window.showing.at

    def laser_is_at(self, at: QPoint) -> bool:
        laser = self.window.laser
        apart = QPointF(laser.geometry().center() - at)
        return laser.isVisible() and apart.manhattanLength() <= 3


Present = Callable[[Pathway], Presenter]


@pytest.fixture
def present(qtbot: QtBot) -> Iterator[Present]:
    """Return what shows a pathway at 1920 × 1080; at the end all windows are closed."""
    windows: list[Presentation] = []

    def shown(pathway: Pathway) -> Presenter:
        document = Document(pathway)
        window = Presentation(document, "fi")
        windows.append(window)
        window.resize(1920, 1080)
        with qtbot.waitExposed(window):
            window.show()
        return Presenter(window, document)

    yield shown
    for window in windows:
        if isValid(window):
            window.close()


@pytest.fixture
def presenter(present: Present) -> Presenter:
    return present(branching())
