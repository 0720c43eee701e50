"""Marks of what is new or otherwise than in another version, on the board: line and sign."""

from collections.abc import Iterator, Mapping
from math import hypot
from operator import is_
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from designer.ui.canvas.badges import LARGEST_REACH, reach
from designer.ui.theme import colours, look
from exporters.diagram.paint_icons import paint_icon
from exporters.diagram.pens import ANTIALIASING, brush, colour, qrect
from model.describe import What
from model.ids import Id
from model.layout.geometry import Arrow, Board, Rect

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

SIGNS: Final = {What.ADDED: "plus", What.REMOVED: "minus", What.CHANGED: "pencil"}
_ABOVE_LABELS: Final = 3.8
_AROUND: Final = 5.0  # pixels from a card to its frame
_FROM_END: Final = 8.0  # pixels along an arrow to its sign
_INSIDE: Final = 14.0  # pixels from the corner of a lane or phase
_LINE: Final = 3.0
_LEAST_LINE: Final = 2.0  # screen pixels
_SIGN_SHARE: Final = 0.62  # of the disc that it stands on


class Differences:
    """Marks one set of records at a time; what has no place on the board has no mark."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._shown: Mapping[Id, What] = {}
        self._drawn_for: tuple[Mapping[Id, What], Board] | None = None
        self.items: dict[Id, DifferenceItem] = {}

    def show(self, what: Mapping[Id, What]) -> None:
        """Mark these records, and no others any more."""
        self._shown = dict(what)
        self.follow()

    def follow(self) -> None:
        """Draw the marks where their records now are."""
        board = self._view.board
        drawn_for = (self._shown, board) if self._shown else None
        before, self._drawn_for = self._drawn_for, drawn_for
        if _same(before, drawn_for):
            return
        for item in self.items.values():
            self._view.board_scene.removeItem(item)
        self.items = {
            id: DifferenceItem(self._shown[id], path, sign) for id, path, sign in self._places()
        }
        for item in self.items.values():
            self._view.board_scene.addItem(item)

    def _places(self) -> Iterator[tuple[Id, QPainterPath, QPointF]]:
        """Yield the line around or along each record, and where its sign stands."""
        board, shown = self._view.board, self._shown
        for boxes in (board.cards, board.notes):
            for id in shown.keys() & boxes.keys():
                box: Rect = boxes[id].box
                yield id, _frame(box), QPointF(box.x, box.y)
        for id in shown.keys() & board.arrows.keys():
            arrow: Arrow = board.arrows[id]
            yield id, _along(arrow), _near_start(arrow)
        for lane in board.lanes:
            if lane.id is not None and lane.id in shown:
                edge = QPointF(lane.header.right + 2, lane.strip.y)
                corner = edge + QPointF(_INSIDE, _INSIDE)
                yield lane.id, _straight(edge, QPointF(edge.x(), lane.strip.bottom)), corner
        for phase in board.phases:
            if phase.id is not None and phase.id in shown:
                edge = QPointF(phase.header.x, phase.header.bottom + 2)
                corner = edge + QPointF(_INSIDE, _INSIDE)
                yield phase.id, _straight(edge, QPointF(phase.header.right, edge.y())), corner


def _same(one: tuple[object, ...] | None, other: tuple[object, ...] | None) -> bool:
    """Whether both are of the very same objects: boards are too large to be compared."""
    if one is None or other is None:
        return one is other
    return all(map(is_, one, other))


class DifferenceItem(QGraphicsItem):
    """A solid line and a plus for what is new, a dashed line and a pencil for what has changed."""

    def __init__(self, what: What, path: QPainterPath, sign: QPointF) -> None:
        super().__init__()
        self.what = what
        self._path = path
        self._sign = sign
        most = LARGEST_REACH
        around = QRectF(sign.x() - most, sign.y() - most, 2 * most, 2 * most)
        self._bounds = path.boundingRect().adjusted(-most, -most, most, most).united(around)
        self.setZValue(_ABOVE_LABELS)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        zoom = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        is_new = self.what is What.ADDED
        shade = colour(colours().success if is_new else colours().accent)
        pen = QPen(shade, max(_LINE, _LEAST_LINE / zoom))
        pen.setStyle(Qt.PenStyle.SolidLine if is_new else Qt.PenStyle.DashLine)
        painter.setRenderHint(ANTIALIASING)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        radius = reach(zoom)
        painter.setPen(QPen(colour(look().card), 1))
        painter.setBrush(brush(shade.name()))
        painter.drawEllipse(self._sign, radius, radius)
        side = 2 * radius * _SIGN_SHARE
        box = QRectF(self._sign.x() - side / 2, self._sign.y() - side / 2, side, side)
        paint_icon(painter, SIGNS[self.what], box, colour(look().card))


def _frame(box: Rect) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(qrect(box).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND), 11, 11)
    return path


def _along(arrow: Arrow) -> QPainterPath:
    path = QPainterPath(QPointF(*arrow.points[0]))
    for point in arrow.points[1:]:
        path.lineTo(QPointF(*point))
    return path


def _near_start(arrow: Arrow) -> QPointF:
    start, end = QPointF(*arrow.points[0]), QPointF(*arrow.points[1])
    way = end - start
    length = hypot(way.x(), way.y())
    return start + way * (min(_FROM_END, length / 2) / length if length else 0)


def _straight(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    path.lineTo(end)
    return path
