"""Fields for one typed line, and the small editor that opens in the place of a name."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QInputMethodEvent, QKeyEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from model.messages import _

_OTHER_FOCUS = {
    # Its own context menu and another program's window do not end the writing.
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
}


Hearing = Callable[[QKeyEvent], bool]
"""Whoever hears a key before the text does; True when it has been dealt with."""


class LineField(QPlainTextEdit):
    """Takes one line. `first` hears each key before the text does.

    What would be too long for a name is not let in, and `refused` says so: letters that are
    neither written nor kept somewhere would be lost unseen.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget, first: Hearing) -> None:
        super().__init__(parent)
        self._first = first
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)

    def words(self) -> str:
        """Return what is written, as one line."""
        return " ".join(self.toPlainText().split())

    def replace(self, start: int, end: int, words: str) -> None:
        """Put words in the place of some letters, as one step of the editor's own undo."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = " ".join(source.text().split())
        if self._has_room_for(words):
            self.insertPlainText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.text().isprintable() or self._has_room_for(event.text()):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self._has_room_for(event.commitString()):
            super().inputMethodEvent(event)

    def _has_room_for(self, words: str) -> bool:
        """Whether words can come in the place of the selected ones; if not, say so."""
        from model.entry import LONGEST_NAME

        cursor = self.textCursor()
        left = len(self.toPlainText()) - (cursor.selectionEnd() - cursor.selectionStart())
        if not words or left + len(words) <= LONGEST_NAME:
            return True
        self.refused.emit(
            _("That does not fit: a name has at most {count} letters. Nothing was added.").format(
                count=LONGEST_NAME
            )
        )
        return False

    def event(self, event: QEvent) -> bool:
        # What is written with these keys must not set off the window's shortcuts.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            event.accept()
            return True
        # Here, for Qt itself takes Tab before a key press is told.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._first(event)
        ):
            event.accept()
            return True
        return super().event(event)


class NameEditor(LineField):
    """Enter and going elsewhere keep the words, Esc drops them."""

    kept = Signal()
    left = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget, words: str, placeholder: str, first: Hearing) -> None:
        super().__init__(parent, first)
        self.setAccessibleName(_("Name"))
        self.setPlainText(words)
        self.setPlaceholderText(placeholder)
        self.selectAll()
        self.textChanged.connect(self._grow)
        self._least = QRectF()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The words' own ground, of the same colour as the frame's: a letter, and the cursor that
        # blinks, have nothing painted anew below them. Styling takes it away, so it comes last.
        self.viewport().setAutoFillBackground(True)

    def lie(self, box: QRectF, font: QFont) -> None:
        """Cover `box` of the parent at least; longer names make the editor higher."""
        self._least = box
        self.setFont(font)
        self._grow()

    def _grow(self) -> None:
        box = self._least.toAlignedRect()
        self.setFixedWidth(box.width())
        lines = max(1, round(self.document().size().height()))
        height = lines * self.fontMetrics().lineSpacing() + 2 * 3 + 4
        self.setGeometry(box.x(), box.y(), box.width(), max(box.height(), height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.kept.emit()
            case Qt.Key.Key_Escape:
                self.dropped.emit()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _OTHER_FOCUS:
            self.left.emit()
