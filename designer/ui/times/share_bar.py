"""Draws how much of the whole a part takes: a bar, and the share in figures."""

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from designer.ui import theme
from designer.ui.times.table import SHARE_ROLE
from exporters.diagram.pens import ANTIALIASING, brush, colour
from model.times import PartKind

_FIGURES = 46  # pixels for “100 %”
_HEIGHT = 9


class ShareBar(QStyledItemDelegate):
    """A wait is an empty bar, what is done a full one: no meaning hangs on a colour.

    The line behind it is the whole, so that a short bar is not taken for a box to tick.
    """

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        share, kind = index.data(SHARE_ROLE)
        option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        super().paint(painter, option, index)
        if not share:
            return
        cell: QRectF = option.rect.toRectF()
        room = cell.adjusted(8, 0, -_FIGURES - 8, 0)
        width = max(2.0, room.width() * min(share, 1.0))
        bar = QRectF(room.x(), room.center().y() - _HEIGHT / 2, width, _HEIGHT)
        look = theme.look()
        painter.save()
        painter.setRenderHint(ANTIALIASING)
        painter.setPen(QPen(colour(look.muted), 1.0))
        painter.drawLine(QLineF(room.left(), bar.center().y(), room.right(), bar.center().y()))
        painter.setPen(QPen(colour(look.accent), 1.2))
        painter.setBrush(brush(look.accent if kind is PartKind.DOING else look.chip))
        painter.drawRoundedRect(bar, 2, 2)
        painter.restore()
