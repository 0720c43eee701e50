"""What differs between two states of a pathway, in words."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from designer.merging import comparison_lines
from designer.ui.labels import plain_label
from model.describe import Comparison
from model.messages import _

_INDENT: Final = 16.0  # pixels to each two spaces that a line begins with


class DifferencesView(QTextEdit):
    """Read only; the words are put in as they are, never as markup."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("What differs"))

    def present(self, comparison: Comparison) -> None:
        self.clear()
        cursor = self.textCursor()
        for line in comparison_lines(comparison):
            words = line.text.lstrip(" ")
            heading = QTextCharFormat()
            if line.style == "bold":
                heading.setFontWeight(QFont.Weight.Bold)
            block = QTextBlockFormat()
            block.setLeftMargin(_INDENT * (len(line.text) - len(words)) / 2)
            block.setTopMargin(8 if line.style == "bold" and not cursor.atStart() else 2)
            _begin_line(cursor, block)
            cursor.insertText(words.replace("\n", " "), heading)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def say(self, words: str) -> None:
        """Show a sentence in place of differences."""
        self.clear()
        self.textCursor().insertText(words)


def _begin_line(cursor: QTextCursor, block: QTextBlockFormat) -> None:
    if cursor.atStart():
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)


class DifferencesDialog(QDialog):
    """Says what differs, and closes."""

    def __init__(self, parent: QWidget, heading: str, comparison: Comparison) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("What differs"))
        self.resize(640, 520)
        self.view = DifferencesView()
        self.view.present(comparison)
        title = plain_label(heading, "strong")
        title.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.closing = QPushButton(_("Close"))
        buttons.addButton(self.closing, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
