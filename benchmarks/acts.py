"""The acts that are timed at a board in use, and what they are made of.

Ours and the floor are fed the same events at the same places and show the same part of the same
board at the same zoom and size. An act ends when its frame is painted.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from model.ids import Id
from model.layout.geometry import Board

MOVES: Final = 20
"""Moves of the mouse in one drag."""

Marked = Mapping[Id, int]


class BoardInUse(Protocol):
    """What is timed. The board stays open between the acts; each undo takes back one drop."""

    def open(self) -> None:
        """Read the file and paint all that is in sight."""

    def rest(self) -> "Rest":
        """Let everything be done that follows later."""

    def show_full_size(self) -> None:
        """Show a part of the board at 100 %."""

    def leap(self) -> None:
        """Show another part of the board at 100 %, where one has not been yet."""

    def fit(self) -> None:
        """Show the whole board as large as it fits."""

    def repaint(self) -> None:
        """Paint the part of the board that is in sight once more."""

    def grab(self) -> None:
        """Take hold of a card."""

    def drag(self, step: int) -> None:
        """Move the card by one more of MOVES steps towards its goal."""

    def drop(self) -> None: ...

    def undo(self) -> None: ...

    def rename(self, name: str) -> None:
        """Give the grabbed card another name, and see it."""

    def connect(self) -> None:
        """Draw one arrow more, and see it."""

    def begin_name(self) -> None: ...

    def letter(self) -> None: ...

    def end_name(self) -> None: ...

    def close(self) -> None: ...


class Rest(NamedTuple):
    """What was done after an act, in seconds of the window's thread: together, and at a stretch."""

    together: float
    longest: float


class Look(NamedTuple):
    """Which part of the board is in sight; `size` is that of the view within its headers."""

    middle: QPointF
    zoom: float
    size: QSize


class Seen(NamedTuple):
    """What ours showed: the layouts on both sides of the drop, findings, and what was in sight.

    `way` is how the card was moved, in the board's pixels.
    """

    before: Board
    after: Board
    counts: Marked
    opened: Look
    full_size: Look
    elsewhere: Look
    fitted: Look
    way: QPointF


def settle() -> None:
    """Let everything happen that waits to happen, painting included."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def send(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    moving = kind is QEvent.Type.MouseMove
    held = (
        Qt.MouseButton.NoButton
        if kind is QEvent.Type.MouseButtonRelease
        else Qt.MouseButton.LeftButton
    )
    button = Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton
    place, there = QPointF(at), QPointF(widget.mapToGlobal(at))
    event = QMouseEvent(kind, place, there, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def between(start: QPoint, end: QPoint, step: int) -> QPoint:
    return start + (end - start) * step / MOVES
