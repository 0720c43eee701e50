"""A box whose words are kept when one leaves it, and never lost to a change elsewhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from designer.ui.inspector.fields.boxes import Area, Line, Typing, WrappingLine
from designer.ui.labels import plain_label


class SaidBox(QWidget):
    """`said` carries words that are to be kept; what is being typed stays whatever is shown."""

    said = Signal(str)

    def __init__(self, box: Line | Area | WrappingLine, label: str, hint: str = "") -> None:
        super().__init__()
        self.box = box
        self._typing = Typing(box)
        self._typing.over.connect(self.commit)
        self._typing.given_up.connect(self._give_up)
        self._held = ""
        box.setPlaceholderText(hint)
        box.setAccessibleName(label)
        self.setFocusProxy(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        heading = plain_label(label, "walk_heading")
        heading.setWordWrap(True)
        column.addWidget(heading)
        column.addWidget(box)

    def present(self, words: str) -> None:
        """Show words; while others are being typed they are only what Esc goes back to."""
        self._held = words
        if not self._typing.is_pending:
            self._typing.show(words)

    def commit(self) -> None:
        """Tell of words that have been typed and not been told yet."""
        if self._typing.is_pending:
            words = self.box.words
            self._typing.show(words)
            if words.strip() != self._held.strip():
                self.said.emit(words.strip())

    def _give_up(self) -> None:
        self._typing.show(self._held)
