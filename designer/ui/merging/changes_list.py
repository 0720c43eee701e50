"""The list of changes: headings, and below them what differs, wrapped to the width there is."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from designer.ui.canvas.differences import SIGNS
from designer.ui.merging.rows import Row
from designer.ui.merging.type import size_for
from designer.ui.signs import icon
from designer.ui.theme import colours
from designer.ui.themes import ColourName
from model.describe import What
from model.messages import _

Index = QModelIndex | QPersistentModelIndex

SHADES: Final[dict[What, ColourName]] = {
    What.ADDED: "success",
    What.REMOVED: "error",
    What.CHANGED: "accent",
}
_ROW: Final = Qt.ItemDataRole.UserRole
_SIDE: Final = 10
_ABOVE: Final = 5
_ABOVE_HEADING: Final = 12
_GAP: Final = 8
_WRAPPED: Final = Qt.TextFlag.TextWordWrap


class ChangesList(QListWidget):
    """`chosen` carries the id of the record that one has come to, by pointer or by keys."""

    chosen = QtSignal(str)

    def __init__(self, sized: Callable[[int], int] = size_for) -> None:
        """Write in the size, in pixels, that `sized` answers for a width."""
        super().__init__()
        self._sized = sized
        self._rows: tuple[Row, ...] = ()
        self._unfolded = False
        self.setAccessibleName(_("Changes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Delegate(self))
        self.currentItemChanged.connect(self._come_to)
        self.itemClicked.connect(self._click)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All lines, the folded ones included."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other lines; one stays at the record where one was."""
        self._rows = tuple(rows)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item:
            self._click(item)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            font = QFont(self.font())
            font.setPixelSize(self._sized(event.size().width()))
            self.setFont(font)
            self.scheduleDelayedItemsLayout()

    def _fill(self) -> None:
        current = self.currentItem()
        here = current.data(_ROW).id if current else ""
        with QSignalBlocker(self):
            self.clear()
            is_below = False
            for row in self._rows:
                if is_below and not self._unfolded:
                    break
                is_below = is_below or row.folds
                self._add(row)
            self._take_up(here)

    def _add(self, row: Row) -> None:
        item = QListWidgetItem(row.text)
        item.setData(_ROW, row)
        if row.what is not None:
            item.setIcon(icon(SIGNS[row.what], SHADES[row.what]))
        if row.what is What.CHANGED:  # the words of the others say what has become of them
            read = ". ".join((_("Changed"), row.words, *row.lines))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, read)
        if row.folds:
            item.setIcon(icon("chevron-down" if self._unfolded else "chevron-right", "muted"))
        elif not row.id:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _take_up(self, id: str) -> None:
        for place in range(self.count()):
            if id and self.item(place).data(_ROW).id == id:
                self.setCurrentRow(place)
                return

    def _come_to(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_ROW).id and self.hasFocus():
            self.chosen.emit(item.data(_ROW).id)

    def _click(self, item: QListWidgetItem) -> None:
        row: Row = item.data(_ROW)
        if row.folds:
            self._unfolded = not self._unfolded
            place = self.row(item)
            self._fill()
            self.setCurrentRow(place)
        elif row.id:
            self.chosen.emit(row.id)


class _Delegate(QStyledItemDelegate):
    """Draws a sign, the heading, and below it the lines in a fainter voice."""

    def __init__(self, view: ChangesList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        row: Row = index.data(_ROW)
        width = self._view.viewport().width()
        head, rest = self._parts(row, width)
        height = head.height() + rest.height()
        return QSize(width, height + _above(row) + _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(_ROW)
        box = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        sign = index.data(Qt.ItemDataRole.DecorationRole)
        box.text, box.icon = "", QIcon()
        box.state &= ~QStyle.StateFlag.State_HasFocus
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, box, painter, self._view)
        room = QRect(option.rect)
        head, rest = self._parts(row, room.width())
        top = room.y() + _above(row)
        left = room.x() + self._left(row)
        if sign is not None:
            side = self._sign
            sign.paint(painter, QRect(room.x() + _SIDE, top + 1, side, side))
        c = colours()
        painter.save()
        painter.setFont(_bold(self._view.font()) if _is_strong(row) else self._view.font())
        painter.setPen(QColor(c.ink if row.what or row.id or row.folds else c.brand))
        painter.drawText(QRect(left, top, head.width(), head.height()), _WRAPPED, row.words)
        painter.setFont(self._view.font())
        painter.setPen(QColor(c.muted))
        below = QRect(left, top + head.height(), rest.width(), rest.height())
        painter.drawText(below, _WRAPPED, "\n".join(row.lines))
        painter.restore()

    @property
    def _sign(self) -> int:
        return self._view.fontMetrics().ascent() + 2

    def _left(self, row: Row) -> int:
        return _SIDE + (self._sign + _GAP if row.id or row.folds else 0)

    def _parts(self, row: Row, width: int) -> tuple[QSize, QSize]:
        """Return the room that the heading and the lines take at a width."""
        inside = max(60, width - self._left(row) - _SIDE)
        font = self._view.font()
        head = _room(row.words, _bold(font) if _is_strong(row) else font, inside)
        return head, _room("\n".join(row.lines), font, inside)


def _room(words: str, font: QFont, width: int) -> QSize:
    if not words:
        return QSize(width, 0)
    found = QFontMetrics(font).boundingRect(QRect(0, 0, width, 100_000), _WRAPPED, words)
    return QSize(width, found.height())


def _above(row: Row) -> int:
    return _ABOVE if row.id else _ABOVE_HEADING


def _is_strong(row: Row) -> bool:
    return not row.id and not row.folds


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
