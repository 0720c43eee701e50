"""The strip below the bar that says what others made of the open file, and what can be done."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from designer.ui.labels import plain_label
from designer.ui.signs import icon


class Offer(NamedTuple):
    """One thing that can be done: the words of its button, and what it does."""

    words: str
    does: Callable[[], object]


class ElsewhereStrip(QFrame):
    """Hidden while the file is as it was left."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.words = plain_label("", "strong")
        self.words.setWordWrap(True)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 4, 12, 4)
        self._row.setSpacing(8)
        self._row.addWidget(_Warning())
        self._row.addWidget(self.words, 1)
        self.hide()

    def present(self, words: str, offers: Sequence[Offer]) -> None:
        """Say something, with a button for each offer."""
        self._clear()
        self.words.setText(words)
        for offer in offers:
            button = QPushButton(offer.words.replace("&", "&&"))
            button.setAccessibleDescription(words)
            button.clicked.connect(lambda _checked=False, does=offer.does: does())
            self.buttons.append(button)
            self._row.addWidget(button)
        self.show()

    def put_away(self) -> None:
        self._clear()
        self.hide()

    def _clear(self) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []


class _Warning(QWidget):
    """The sign of a warning, as sharp as the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        icon("triangle-alert", "warning").paint(painter, self.rect())
        painter.end()
