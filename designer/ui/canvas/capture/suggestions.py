"""The small list below a field: who or what the words being typed may mean."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from designer.ui.canvas.descriptions import announce
from designer.ui.signs import icon
from model.messages import _

if TYPE_CHECKING:
    from model.entry import Completion

ROWS: Final = 8
_LEAST_WIDTH: Final = 200
_MOST_WIDTH: Final = 360
_GAP: Final = 2
_SIGNS: Final[Mapping[str, str]] = {
    "actor": "rows-3",
    "phase": "columns-3",
    "stage": "arrow-right",
}


class Suggestions(QListWidget):
    """Never takes the keyboard: the field's owner passes on the keys that are for it."""

    chosen = Signal(object)
    """A Completion that the user has taken."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.setObjectName("suggestions")
        self.setAccessibleName(_("Suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(14, 14))
        self.setUniformItemSizes(True)
        self.itemClicked.connect(lambda item: self._take(self.row(item)))
        self._offered: tuple[Completion, ...] = ()
        self.hide()

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    def serve(self, field: QWidget) -> None:
        """Leave the keyboard with a field, also when the list is clicked."""
        self.setFocusProxy(field)

    def offer(self, completions: "Sequence[Completion]", written: str, field: QRect) -> None:
        """List what could be meant, below a field (in the parent's pixels).

        What is written in full already is not offered; nothing to offer closes the list.
        """
        self._offered = tuple(
            completion
            for completion in completions
            if written[completion.start : completion.end] != completion.words
        )
        self.clear()
        for completion in self._offered:
            sign = icon(_SIGNS.get(str(completion.kind), "arrow-right"), "muted")
            QListWidgetItem(sign, " ".join(completion.words.split()), self)
        self.setCurrentRow(-1)
        self.setVisible(bool(self._offered))
        if self._offered:
            self.lie_at(field)
            self.raise_()

    def lie_at(self, field: QRect) -> None:
        """Lie below the field, or above where there is no room below."""
        if not self._offered:
            return
        rows = min(len(self._offered), ROWS)
        frame = 2 * self.frameWidth() + 2
        height = rows * self.sizeHintForRow(0) + frame
        wanted = self.sizeHintForColumn(0) + frame + (0 if rows == len(self._offered) else 14)
        width = min(max(_LEAST_WIDTH, wanted, field.width()), _MOST_WIDTH)
        room = self._parent.rect()
        below = field.bottom() + _GAP
        top = below if below + height <= room.bottom() else field.top() - _GAP - height
        left = max(room.left(), min(field.left(), room.right() - width))
        self.setGeometry(QRect(QPoint(left, top), QSize(width, height)))

    def shut(self) -> None:
        self._offered = ()
        self.hide()

    def hear(self, event: QKeyEvent) -> bool:
        """Take a key that is for the list; Enter only once the user has moved into it."""
        if not self.is_open:
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self._move(1)
            case Qt.Key.Key_Up:
                self._move(-1)
            case Qt.Key.Key_Tab if not event.modifiers():
                self._take(max(0, self.currentRow()))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.currentRow() >= 0:
                self._take(self.currentRow())
            case Qt.Key.Key_Escape:
                self.shut()
            case _:
                return False
        return True

    def _move(self, step: int) -> None:
        """Go a row down or up; above the first row the words themselves are meant again."""
        row = self.currentRow() + step
        row = row if row < len(self._offered) else -1
        self.setCurrentRow(row if row >= -1 else len(self._offered) - 1)
        if self.currentRow() >= 0:
            announce(self._parent, self._offered[self.currentRow()].words)

    def _take(self, row: int) -> None:
        taken = self._offered[row]
        self.shut()
        self.chosen.emit(taken)
