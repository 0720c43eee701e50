"""The words under the picture: which stage it is, and what follows."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from designer.ui.labels import plain_label
from designer.ui.presentation.type import type_of
from designer.ui.presentation.words import Caption
from designer.ui.theme import look

_WHERE: Final = 26.0
_TITLE: Final = 40.0
_TEXT: Final = 28.0
_MOST_TEXT: Final = 0.3
"""How much of the window's height the text takes before one scrolls in it."""
_STEP: Final = 3
"""Lines that one scrolls at a time."""


class CaptionBar(QFrame):
    """Grows with its words up to a part of the window; what is more is scrolled to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wall_caption")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._unit = 1.0
        self.where, self.title, self.following, self.details = (_label() for _each in range(4))
        text = QWidget()
        self._lines = QVBoxLayout(text)
        self._lines.addWidget(self.following)
        self._lines.addWidget(self.details)
        self._lines.addStretch()
        self._text = QScrollArea()
        self._text.setWidget(text)
        self._text.setWidgetResizable(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        for part in (self.where, self.title, self._text):
            self._column.addWidget(part)
        self.dress()

    def dress(self) -> None:
        """Take the colours in force."""
        colours = look()
        self.setStyleSheet(
            f"#wall_caption {{ background: {colours.paper}; border: 0;"
            f" border-top: 2px solid {colours.rule}; }}"
            f"QLabel {{ color: {colours.ink}; background: transparent; }}"
            "QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"
        )

    def show_words(self, words: Caption, *, with_details: bool) -> None:
        for label, text in zip(
            (self.where, self.title, self.following, self.details), words, strict=True
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.details.setVisible(with_details and bool(words.details))
        self._text.verticalScrollBar().setValue(0)

    def fit(self, width: int, window_height: int, unit: float) -> int:
        """Take the type that the room needs; return the height that the words then take."""
        self._unit = unit
        for label, font in (
            (self.where, type_of(_WHERE, unit)),
            (self.title, type_of(_TITLE, unit, bold=True)),
            (self.following, type_of(_TEXT, unit)),
            (self.details, type_of(_TEXT, unit)),
        ):
            _set_font(label, font)
        side, top = round(36 * unit), round(14 * unit)
        self._column.setContentsMargins(side, top, side, top)
        self._lines.setContentsMargins(0, round(6 * unit), 0, 0)
        self._lines.setSpacing(round(10 * unit))
        inside = width - 2 * side
        self._lines.invalidate()  # a label tells of its new words later
        text = self._lines.heightForWidth(inside)
        self._text.setFixedHeight(max(0, min(text, round(window_height * _MOST_TEXT))))
        heads = [label for label in (self.where, self.title) if not label.isHidden()]
        return (
            sum(label.heightForWidth(inside) for label in heads)
            + self._text.height()
            + 2 * top
            + 2 * self.frameWidth()
            + 2
        )

    def scroll_words(self, direction: int) -> None:
        """Scroll the text down (1) or up (-1)."""
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.value() + direction * round(_STEP * _TEXT * 1.3 * self._unit))

    @property
    def can_scroll(self) -> bool:
        return self._text.verticalScrollBar().maximum() > 0


def _label() -> QLabel:
    label = plain_label("")
    label.setWordWrap(True)
    return label


def _set_font(label: QLabel, font: QFont) -> None:
    if label.font() != font:
        label.setFont(font)
