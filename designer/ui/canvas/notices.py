"""Words that lie on the board: what to do when it is empty, which mode is on."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractScrollArea, QLabel

from exporters.diagram.paint import fonts
from model.layout.geometry import TextStyle
from model.messages import _
from model.pathway import Pathway

MARGIN = 40  # kept free at both sides, in pixels as the others
PADDING = 18
EDGE = 12


class Notice(QLabel):
    """A label on the view, over its viewport, that lets the pointer through."""

    _widest = 1200  # pixels

    def __init__(self, view: QAbstractScrollArea, pixels: int, name: str) -> None:
        super().__init__(view)
        self._view = view
        font = QFont(fonts()[TextStyle.LANE_SECTOR])
        font.setPixelSize(pixels)
        self.setFont(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName(name)
        self.hide()

    def say(self, words: str) -> None:
        """Show the words; '' takes the notice away."""
        self.setText(words)
        self.setVisible(bool(words))
        self.place()

    def place(self) -> None:
        """Lie where `_top` says, as wide as the words need."""
        room = self._view.viewport().geometry()
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2 * PADDING + 2
        width = min(words, self._widest, room.width() - 2 * MARGIN)
        height = self.heightForWidth(width)
        self.setGeometry(room.center().x() - width // 2, self._top(room, height), width, height)

    def _top(self, room: QRect, height: int) -> int:
        """Return the upper edge of a notice of this height: in the middle of the room."""
        return room.center().y() - height // 2


class EmptyNotice(Notice):
    """What to do when the board is empty."""

    _widest = 720  # pixels: several short lines are read faster than two long ones

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view, 17, "empty_notice")

    def follow(self, pathway: Pathway) -> None:
        if pathway.stages:
            self.say("")
        elif pathway.actors and pathway.phases:
            self.say(
                _(
                    "Press Q and type the stages one after another, or N for a single one. "
                    "You can also double-click a cell, or paste a list with Ctrl+V."
                )
            )
        else:
            self.say(
                _(
                    "The board is empty. Press Q and type what happens, one stage at a time: "
                    "“Contact @Customer #Assessment” makes the stage, its actor (a row) and its "
                    "phase (a column). You can also paste a list with Ctrl+V."
                )
            )


class ModeNotice(Notice):
    """Which mode is on, and which keys lead on."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        self._clear_of = QRect()
        super().__init__(view, 14, "mode_notice")

    def stay_clear_of(self, place: QRect) -> None:
        """Cover nothing of a place of the viewport."""
        self._clear_of = place
        self.place()

    def _top(self, room: QRect, height: int) -> int:
        """Return a place at the lower edge, or at the upper one to stay clear of something."""
        low = room.bottom() - height - EDGE
        covers = self._clear_of.translated(room.topLeft()).bottom() >= low
        return room.top() + EDGE if covers else low
