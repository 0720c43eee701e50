"""The board's parts as graphics items: each shows one part of the layout and how it stands out."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from designer.ui.canvas.badges import LARGEST_REACH, Mark, paint_badge
from designer.ui.theme import look
from exporters.diagram.paint import (
    PLAIN,
    State,
    paint_arrow,
    paint_card,
    paint_card_far,
    paint_label,
    paint_lane_strip,
    paint_phase_strip,
)
from exporters.diagram.pens import colour, qrect
from model.layout.geometry import Arrow, Card, LaneBox, PhaseBox, Point

FAR: Final = 0.35  # zoom below which texts are bars: they can't be read, and cost most
_STRIPS, _ARROWS, _LABELS, _CARDS = 0, 1, 2, 3
_FAR_RING = 2.0  # screen pixels


def _zoom(painter: QPainter) -> float:
    return QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())


class LaneItem(QGraphicsItem):
    """The strip of a lane; its header is drawn by the frozen headers."""

    def __init__(self, lane: LaneBox) -> None:
        super().__init__()
        self.lane = lane
        self.setZValue(_STRIPS)

    def show_lane(self, lane: LaneBox) -> None:
        self.prepareGeometryChange()
        self.lane = lane
        self.update()

    def boundingRect(self) -> QRectF:
        return qrect(self.lane.strip).adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        paint_lane_strip(painter, self.lane, look())


class PhaseItem(QGraphicsItem):
    """The line that parts a phase from the next."""

    def __init__(self, phase: PhaseBox) -> None:
        super().__init__()
        self.phase = phase
        self.setZValue(_STRIPS + 0.5)

    def show_phase(self, phase: PhaseBox) -> None:
        self.prepareGeometryChange()
        self.phase = phase
        self.update()

    def boundingRect(self) -> QRectF:
        strip = self.phase.strip
        return QRectF(strip.right - 2, strip.y, 4, strip.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        paint_phase_strip(painter, self.phase, look())


class CardItem(QGraphicsItem):
    def __init__(self, card: Card) -> None:
        super().__init__()
        self.card = card
        self.state = PLAIN
        self.mark: Mark | None = None
        self.setZValue(_CARDS)

    def show_card(self, card: Card) -> None:
        if card.box != self.card.box:
            self.prepareGeometryChange()
        self.card = card
        self.update()

    def stand_out(self, state: State, mark: Mark | None) -> None:
        if (state, mark) != (self.state, self.mark):
            self.state, self.mark = state, mark
            self.update()

    def boundingRect(self) -> QRectF:
        reach = LARGEST_REACH
        return qrect(self.card.box).adjusted(-reach, -reach, reach, reach)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        zoom = _zoom(painter)
        if zoom < FAR:
            paint_card_far(painter, self.card, look(), self.state)
            self._paint_far_ring(painter)
        else:
            paint_card(painter, self.card, look(), self.state)
        if self.mark is not None:
            corner = QPointF(self.card.box.right - 2, self.card.box.y + 1)
            paint_badge(painter, corner, self.mark, zoom)

    def _paint_far_ring(self, painter: QPainter) -> None:
        """Frame what is selected by lines that stay thick however small the board is."""
        if self.state.selected or self.state.focused or self.state.target:
            pen = QPen(colour(look().accent), _FAR_RING)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(qrect(self.card.box).adjusted(-6, -6, 6, 6))


class ArrowItem(QGraphicsItem):
    """The line of a handover; its label is an item of its own, above all lines."""

    def __init__(self, arrow: Arrow) -> None:
        super().__init__()
        self.arrow = arrow
        self.state = PLAIN
        self.mark: Mark | None = None
        self.label: LabelItem | None = None
        self.setZValue(_ARROWS)

    def show_arrow(self, arrow: Arrow) -> None:
        self.prepareGeometryChange()
        self.arrow = arrow
        self.update()

    def stand_out(self, state: State, mark: Mark | None) -> None:
        if (state, mark) == (self.state, self.mark):
            return
        self.state, self.mark = state, mark
        # What is selected must be seen whole where lines cross.
        self.setZValue(_ARROWS + (0.5 if state.selected or state.hovered else 0))
        self.update()

    def boundingRect(self) -> QRectF:
        reach = LARGEST_REACH
        line = QPolygonF([QPointF(*point) for point in self.arrow.points])
        return line.boundingRect().adjusted(-reach, -reach, reach, reach)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        paint_arrow(painter, self.arrow, look(), self.state)
        if self.mark is not None:
            paint_badge(painter, QPointF(*badge_place(self.arrow)), self.mark, _zoom(painter))


class LabelItem(QGraphicsItem):
    """The condition on a handover: above all lines, with the line's state."""

    def __init__(self, arrow: Arrow) -> None:
        super().__init__()
        self.arrow = arrow
        self.state = PLAIN
        self.setZValue(_LABELS)

    def show_arrow(self, arrow: Arrow) -> None:
        self.prepareGeometryChange()
        self.arrow = arrow
        self.update()

    def stand_out(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.update()

    def boundingRect(self) -> QRectF:
        label = self.arrow.label
        return qrect(label.box).adjusted(-1, -1, 1, 1) if label else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        if self.arrow.label is not None and _zoom(painter) >= FAR:
            paint_label(painter, self.arrow.label, look(), self.state)


def badge_place(arrow: Arrow) -> Point:
    """Return where an arrow's badge sits: at its label's end, else on its longest part."""
    if arrow.label is not None:
        # On the line, so that it covers neither this label's text nor one stacked above.
        return Point(arrow.label.box.right + 4, arrow.label.box.centre.y)
    parts = list(zip(arrow.points, arrow.points[1:], strict=False))
    start, end = max(
        parts, key=lambda part: abs(part[0].x - part[1].x) + abs(part[0].y - part[1].y)
    )
    return Point((start.x + end.x) / 2, (start.y + end.y) / 2)
