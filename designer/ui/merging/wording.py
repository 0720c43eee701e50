"""One of two wordings, with what the other one does not have underlined."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPalette, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from designer.ui.theme import colours

_WORDS = re.compile(r"\s+|[^\s]+")
_LEAST, _MOST = 40, 260  # pixels


class WordingBox(QTextEdit):
    """As high as its words, up to a limit, and then it scrolls. Texts stay texts."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, other: str) -> None:
        """Show `words`; what `other` does not have is bold and underlined."""
        self.clear()
        cursor = QTextCursor(self.document())
        for piece, differs in pieces(words, other):
            cursor.insertText(piece, _marked() if differs else QTextCharFormat())
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(160, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._height())

    def _height(self) -> int:
        document = self.document().clone()
        document.setTextWidth(self.viewport().width())
        height = round(document.size().height()) + 14
        document.deleteLater()
        return max(_LEAST, min(_MOST, height))


def pieces(words: str, other: str) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether the other text lacks it."""
    here, there = _WORDS.findall(words), _WORDS.findall(other)
    matcher = SequenceMatcher(None, there, here, autojunk=False)
    for how, _start, _end, start, end in matcher.get_opcodes():
        if start < end:
            yield "".join(here[start:end]), how != "equal"


def _marked() -> QTextCharFormat:
    marked = QTextCharFormat()
    marked.setFontWeight(QFont.Weight.Bold)
    marked.setFontUnderline(True)
    marked.setForeground(QPalette().color(QPalette.ColorRole.Text))
    marked.setBackground(QColor(colours().marked))
    return marked
