"""What all gestures are: preview while the pointer moves, one edit at the end, or nothing."""

from abc import ABC, abstractmethod
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt

from model.layout.geometry import Point


class Where(NamedTuple):
    """A place of the pointer: in the viewport's pixels, and on the board."""

    view: QPointF
    board: Point


class Gesture(ABC):
    """Begins once the pointer has gone further than a click's tremble; a click never begins."""

    cursor: Qt.CursorShape | None = None
    scrolls: tuple[bool, bool] = (True, True)
    """Whether the board scrolls sideways, and up and down, with the pointer at the view's edge."""

    def begin(self, at: Where) -> None:  # noqa: B027 - some need no more than move
        """Put up the preview; `at` is where the pointer was pressed."""

    @abstractmethod
    def move(self, at: Where) -> None:
        """Bring the preview up to the pointer."""

    @abstractmethod
    def drop(self, at: Where) -> None:
        """Take the preview away and make the edit."""

    def click(self, at: Where) -> None:  # noqa: B027 - some begin where clicks do nothing
        """Do what a press and release in place do."""

    @abstractmethod
    def cancel(self) -> None:
        """Take the preview away; nothing has changed."""
