"""Boxes to type in and lists to choose from, as forms need them."""

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy

MOST_LINES = 14


class Line(QLineEdit):
    """One line of text."""

    @property
    def words(self) -> str:
        return self.text()

    def put(self, words: str) -> None:
        one_line = words.replace("\n", " ")
        if self.text() != one_line:
            self.setText(one_line)
            self.setCursorPosition(0)


class Area(QPlainTextEdit):
    """Several lines of text; as high as its text, within bounds."""

    fewest_lines = 3

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def words(self) -> str:
        return self.toPlainText()

    def put(self, words: str) -> None:
        if self.toPlainText() != words:
            self.setPlainText(words)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A box whose text fits lets the form scroll.
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        needed = int(self.document().size().height())  # of a plain text's layout: in lines
        lines = max(self.fewest_lines, min(MOST_LINES, needed))
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if needed > MOST_LINES
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 14)


class WrappingLine(Area):
    """A text of one line that wraps instead of hiding its end."""

    fewest_lines = 1

    def put(self, words: str) -> None:
        super().put(words.replace("\n", " "))

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))


class Choice(QComboBox):
    """A list to choose from; the wheel scrolls the form, it never changes a value unseen."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(20)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Typing(QObject):
    """Follows the typing in one box: whether something is pending, when it is over.

    Over: the focus leaves, or Ctrl+Enter (in a line also Enter). Given up: Esc. Ctrl+Z belongs
    to the typing while something is pending, else to the pathway.
    """

    over = Signal()
    given_up = Signal()

    def __init__(self, box: Line | Area) -> None:
        super().__init__(box)
        self._box = box
        self._shown = ""
        box.installEventFilter(self)
        if isinstance(box, Line):
            box.returnPressed.connect(self.over)

    @property
    def is_pending(self) -> bool:
        return self._box.words != self._shown

    def show(self, words: str) -> None:
        """Put words into the box; from now on only what differs from them is pending."""
        self._box.put(words)
        self._shown = self._box.words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self.over.emit()
        elif isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                return self._leaves_undo_to_pathway(event)
            if event.type() == QEvent.Type.KeyPress:
                return self._finishes(event)
        return super().eventFilter(watched, event)

    def _leaves_undo_to_pathway(self, event: QKeyEvent) -> bool:
        undoes = event.matches(QKeySequence.StandardKey.Undo) or event.matches(
            QKeySequence.StandardKey.Redo
        )
        if undoes and not self.is_pending:
            event.ignore()
            return True
        return False

    def _finishes(self, event: QKeyEvent) -> bool:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and (with_control or isinstance(self._box, WrappingLine)):
            self.over.emit()
            return True
        if event.key() == Qt.Key.Key_Escape and self.is_pending:
            self.given_up.emit()
            return True
        return False
