"""Sentences about workbooks, to be read and copied: faults cell by cell, remarks."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from designer.ui.labels import plain_label
from designer.ui.signs import icon
from model.messages import _


class WordsPage(QWidget):
    """An explanation, the sentences below it, and a button that copies them."""

    def __init__(self, name: str, about: str) -> None:
        super().__init__()
        self.about = plain_label(about)
        self.about.setWordWrap(True)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(name)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy = QPushButton(icon("copy"), " " + _("Copy the list as text"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self.setFocusProxy(self.words)
        above = QHBoxLayout()
        above.addWidget(self.about, 1)
        above.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.addLayout(above)
        column.addWidget(self.words, 1)

    def say(self, lines: Iterable[str]) -> None:
        """Show sentences, one a line."""
        words = "\n".join(lines)
        if words != self.words.toPlainText():
            self.words.setPlainText(words)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.toPlainText() + "\n")
