"""What gestures show while they go on: ghosts, frames and lines that are not in the model."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from designer.ui.canvas.items import CardItem
from designer.ui.theme import look
from exporters.diagram import shapes
from exporters.diagram.pens import colour, qrect
from model.layout.geometry import Card, Point, Rect

_ABOVE_ALL: Final = 10
_GHOST_OPACITY: Final = 0.6
_HEAD: Final = 9.0


def ghost(card: Card) -> CardItem:
    """Return a pale copy of a card, to follow the pointer; it has no badge to make room for."""
    item = CardItem(card, shapes.REACH)
    item.setOpacity(_GHOST_OPACITY)
    item.setZValue(_ABOVE_ALL)
    return item


def frame(box: Rect) -> QGraphicsPathItem:
    """Return the highlight of a cell that something would be dropped into."""
    path = QPainterPath()
    path.addRoundedRect(qrect(box), 8, 8)
    fill = QColor(look().accent)
    fill.setAlphaF(0.12)
    return _item(path, _pen(2.0), fill)


def cell_cursor(box: Rect) -> QGraphicsPathItem:
    """Return the mark of the empty cell where the keyboard is: a dashed frame and a plus."""
    path = QPainterPath()
    path.addRoundedRect(qrect(box), 8, 8)
    centre = QPointF(*box.centre)
    path.moveTo(centre + QPointF(-6, 0))
    path.lineTo(centre + QPointF(6, 0))
    path.moveTo(centre + QPointF(0, -6))
    path.lineTo(centre + QPointF(0, 6))
    pen = _pen(1.5)
    pen.setStyle(Qt.PenStyle.DashLine)
    item = _item(path, pen, QColor(Qt.GlobalColor.transparent))
    item.setZValue(0.9)  # below arrows and cards
    return item


def line(start: Point, end: Point) -> QGraphicsPathItem:
    """Return the line between lanes or phases where one would be put."""
    path = QPainterPath(QPointF(*start))
    path.lineTo(QPointF(*end))
    return _item(path, _pen(3.0), QColor(Qt.GlobalColor.transparent))


def traced(points: Sequence[Point]) -> QGraphicsPathItem:
    """Return the highlight of an arrow: a broad pale line along it."""
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    item = _item(path, _pen(6.0), QColor(Qt.GlobalColor.transparent))
    item.setOpacity(_GHOST_OPACITY)
    return item


def connection(start: Point, end: Point) -> QGraphicsPathItem:
    """Return the arrow that follows the pointer while stages are joined."""
    bend = max(40.0, abs(end.x - start.x) / 2)
    path = QPainterPath(QPointF(*start))
    path.cubicTo(QPointF(start.x + bend, start.y), QPointF(end.x - bend, end.y), QPointF(*end))
    path.lineTo(end.x - _HEAD, end.y - _HEAD / 2)
    path.moveTo(QPointF(*end))
    path.lineTo(end.x - _HEAD, end.y + _HEAD / 2)
    return _item(path, _pen(2.0), QColor(Qt.GlobalColor.transparent))


def band(box: QRectF) -> QGraphicsPathItem:
    """Return the rectangle drawn around what is to be selected."""
    path = QPainterPath()
    path.addRect(box)
    fill = QColor(look().accent)
    fill.setAlphaF(0.08)
    return _item(path, _pen(1.0), fill)


def grip(centre: Point, radius: float) -> QGraphicsPathItem:
    """Return the round grip at an arrow's end, by which it is led elsewhere."""
    path = QPainterPath()
    path.addEllipse(QPointF(*centre), radius, radius)
    return _item(path, _pen(2.0), colour(look().card))


def handle(centre: Point, radius: float) -> QGraphicsPathItem:
    """Return the round handle at a card's right side from which arrows are drawn."""
    path = QPainterPath()
    path.addEllipse(QPointF(*centre), radius, radius)
    item = _item(path, QPen(colour(look().card), 1.5), colour(look().accent))
    arrow = QPainterPath(QPointF(centre.x - radius * 0.45, centre.y))
    arrow.lineTo(centre.x + radius * 0.45, centre.y)
    arrow.moveTo(centre.x + radius * 0.1, centre.y - radius * 0.4)
    arrow.lineTo(centre.x + radius * 0.5, centre.y)
    arrow.lineTo(centre.x + radius * 0.1, centre.y + radius * 0.4)
    sign = QGraphicsPathItem(arrow, item)
    pen = QPen(colour(look().card), max(1.5, radius / 6))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    sign.setPen(pen)
    return item


def _pen(width: float) -> QPen:
    pen = QPen(colour(look().accent), width)
    pen.setCosmetic(True)
    return pen


def _item(path: QPainterPath, pen: QPen, fill: QColor) -> QGraphicsPathItem:
    item = QGraphicsPathItem(path)
    item.setPen(pen)
    item.setBrush(fill)
    item.setZValue(_ABOVE_ALL)
    return item
