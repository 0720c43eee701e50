"""The list under the palette's field: a line for each entry, its kind by sign and by word."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from designer.ui.labels import as_tooltip
from designer.ui.palette.entry import KIND_NAMES, Entry
from designer.ui.theme import colours
from model.messages import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROW: Final = 34  # pixels, as those below
_SIGN: Final = 16
_SIDE: Final = 14
_GAP: Final = 10
_LEAST_TITLE: Final = 0.55
"""The share of the free room that a title may take from what is told beside it."""


class Results(QAbstractListModel):
    """The entries found. Every text is plain text, whoever wrote it."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        match role:
            case Role.DisplayRole:
                return entry.title
            case Role.AccessibleTextRole:
                return entry.in_words
            case Role.DecorationRole:
                return entry.icon
            case Role.ToolTipRole:
                return as_tooltip(" – ".join(filter(None, (entry.title, entry.beside))))
            case _:
                return None


class EntryDelegate(QStyledItemDelegate):
    """Draws a line: sign, title and what is beside it; at the right end keys and kind."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        names = (_(name) for name in KIND_NAMES.values())
        self._kind_width = max(view.fontMetrics().horizontalAdvance(name) for name in names)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, Results):
            return
        entry, box = model.entries[index.row()], QRect(option.rect)
        metrics = QFontMetrics(option.font)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        c = colours()
        painter.save()
        if chosen:
            painter.fillRect(box, QColor(c.marked))
            painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), QColor(c.accent))
        sign = QRect(box.x() + _SIDE, box.center().y() - _SIGN // 2, _SIGN, _SIGN)
        mode = QIcon.Mode.Normal if entry.usable else QIcon.Mode.Disabled
        entry.icon.paint(painter, sign, Qt.AlignmentFlag.AlignCenter, mode)
        box.setLeft(sign.right() + _GAP)
        box.setRight(box.right() - _SIDE)
        self._paint_kind(painter, entry, box, metrics)
        self._paint_words(painter, entry, box, metrics)
        painter.restore()

    def _paint_kind(
        self, painter: QPainter, entry: Entry, box: QRect, metrics: QFontMetrics
    ) -> None:
        """Draw the kind at the right end, the keys before it; leave the rest of the box."""
        c = colours()
        painter.setPen(QColor(c.muted if entry.usable else c.disabled))
        box.setRight(box.right() - self._kind_width)
        place = QRect(box.right(), box.y(), self._kind_width, box.height())
        painter.drawText(place, _LEFT, _(KIND_NAMES[entry.kind]))
        box.setRight(box.right() - _GAP)
        if entry.keys:
            width = metrics.horizontalAdvance(entry.keys) + 12
            key = QRect(box.right() - width, box.y() + 7, width, box.height() - 14)
            painter.setPen(QPen(QColor(c.border), 1))
            painter.drawRoundedRect(key, 4, 4)
            painter.setPen(QColor(c.ink if entry.usable else c.disabled))
            painter.drawText(key, Qt.AlignmentFlag.AlignCenter, entry.keys)
            box.setRight(key.left() - _GAP)

    def _paint_words(
        self, painter: QPainter, entry: Entry, box: QRect, metrics: QFontMetrics
    ) -> None:
        c = colours()
        beside = entry.beside if entry.usable else _("cannot be used now")
        needed = metrics.horizontalAdvance(beside) + _GAP if beside else 0
        room = max(box.width() - needed, round(box.width() * _LEAST_TITLE))
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(c.ink if entry.usable else c.disabled))
        painter.drawText(box, _LEFT, title)
        box.setLeft(box.left() + metrics.horizontalAdvance(title) + _GAP)
        painter.setPen(QColor(c.muted if entry.usable else c.disabled))
        painter.drawText(
            box, _LEFT, metrics.elidedText(beside, Qt.TextElideMode.ElideRight, box.width())
        )


_LEFT: Final = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
)


def results_view(results: Results) -> QListView:
    view = QListView()
    view.setModel(results)
    view.setItemDelegate(EntryDelegate(view))
    view.setUniformItemSizes(True)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay in the field
    view.setMouseTracking(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setAccessibleName(_("What was found"))
    return view
