"""The board's parts as graphics items: each shows one part of the layout and how it stands out."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from designer.ui.canvas.badge_places import card_badge
from designer.ui.canvas.badge_rooms import UNCROWDED
from designer.ui.canvas.badges import LARGEST_REACH, Mark
from designer.ui.canvas.drawing import Drawing
from designer.ui.theme import look
from exporters.diagram.paint import (
    PLAIN,
    State,
    paint_card,
    paint_card_far,
    paint_label,
    paint_lane_strip,
    paint_phase_strip,
)
from exporters.diagram.pens import ANTIALIASING, colour, qrect
from model.layout.geometry import Arrow, Card, LaneBox, PhaseBox, Point, Rect

FAR: Final = 0.35  # zoom below which texts are bars: they can't be read, and cost most
_STRIPS, _ARROWS, _LABELS, _CARDS = 0, 1, 2, 3
_BESIDE_EACH_OTHER: Final = 1e-6  # between the heights of one kind, of which there are thousands
_FAR_RING = 2.0  # screen pixels


_detail = QStyleOptionGraphicsItem.levelOfDetailFromTransform


def _zoom(painter: QPainter) -> float:
    return _detail(painter.worldTransform())


class BoardItem(QGraphicsRectItem):
    """Bounds and shape are Qt's own, which asks for them whenever it looks what lies where."""

    def __init__(self, bounds: QRectF, height: float) -> None:
        super().__init__(bounds)
        self.setPen(Qt.PenStyle.NoPen)
        self._height = height
        self._order = 0
        self.setZValue(height)
        self._drawing = Drawing()

    def put_in_order(self, order: int) -> None:
        """Lie above those of its kind that come before it, whichever was made first."""
        if order != self._order:
            self._order = order
            self._lie_at(self._height)

    def _lie_at(self, height: float) -> None:
        self._height = height
        self.setZValue(height + self._order * _BESIDE_EACH_OTHER)

    def _draw_within(self, bounds: QRectF) -> None:
        """Be drawn anew, inside these bounds from now on."""
        self.setRect(bounds)
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._drawing.forget()
        self.update()


class LaneItem(BoardItem):
    """The strip of a lane; its header is drawn by the frozen headers."""

    def __init__(self, lane: LaneBox) -> None:
        super().__init__(_around(lane.strip, 1), _STRIPS)
        self.lane = lane

    def show_lane(self, lane: LaneBox) -> None:
        self.lane = lane
        self._draw_within(_around(lane.strip, 1))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        self._drawing.paint(painter, paint_lane_strip, self.lane)


class PhaseItem(BoardItem):
    """The line that parts a phase from the next."""

    def __init__(self, phase: PhaseBox) -> None:
        super().__init__(_around_end(phase), _STRIPS + 0.5)
        self.phase = phase

    def show_phase(self, phase: PhaseBox) -> None:
        self.phase = phase
        self._draw_within(_around_end(phase))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        paint_phase_strip(painter, self.phase, look())


class CardItem(BoardItem):
    def __init__(self, card: Card, reach: float = LARGEST_REACH) -> None:
        super().__init__(_around(card.box, reach), _CARDS)
        self._reach = reach
        self.card = card
        self.rooms = UNCROWDED
        self.state = PLAIN
        self.mark: Mark | None = None

    def show_card(self, card: Card) -> None:
        self.card = card
        self._draw_within(_around(card.box, self._reach))

    def stand_out(self, state: State, mark: Mark | None) -> None:
        if (state, mark) != (self.state, self.mark):
            self.state, self.mark = state, mark
            self._draw_anew()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        zoom = _zoom(painter)
        if zoom < FAR:
            self._drawing.paint(painter, paint_card_far, self.card, self.state)
            self._paint_far_ring(painter)
        else:
            self._drawing.paint(painter, paint_card, self.card, self.state)
        if self.mark is not None:
            radius = self.rooms.radius(self.card.id, zoom, among_words=zoom >= FAR)
            if zoom < FAR:
                painter.setRenderHint(ANTIALIASING)
            self._drawing.paint_badge(painter, card_badge(self.card), self.mark, radius, zoom)

    def _paint_far_ring(self, painter: QPainter) -> None:
        """Frame what is selected by lines that stay thick however small the board is."""
        if self.state.selected or self.state.focused or self.state.target:
            pen = QPen(colour(look().accent), _FAR_RING)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(qrect(self.card.box).adjusted(-6, -6, 6, 6))


class ArrowItem(BoardItem):
    """The line of a handover; its label is an item of its own, above all lines."""

    def __init__(self, arrow: Arrow) -> None:
        super().__init__(_around_line(arrow, None), _ARROWS)
        self.arrow = arrow
        self.rooms = UNCROWDED
        self.state = PLAIN
        self.mark: Mark | None = None
        self.badge_at: Point | None = None
        self.label: LabelItem | None = None

    def show_arrow(self, arrow: Arrow) -> None:
        self.arrow = arrow
        self._draw_within(_around_line(arrow, self.badge_at))

    def put_badge(self, at: Point | None) -> None:
        if at != self.badge_at:
            self.badge_at = at
            self._draw_within(_around_line(self.arrow, at))

    def stand_out(self, state: State, mark: Mark | None) -> None:
        if (state, mark) == (self.state, self.mark):
            return
        self.state, self.mark = state, mark
        # What is selected must be seen whole where lines cross.
        self._lie_at(_ARROWS + (0.5 if state.selected or state.hovered else 0))
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        self._drawing.paint_arrow(painter, self.arrow, self.state)
        if self.mark is not None and self.badge_at is not None:
            zoom = _zoom(painter)
            radius = self.rooms.radius(self.arrow.id, zoom, among_words=zoom >= FAR)
            self._drawing.paint_badge(painter, self.badge_at, self.mark, radius, zoom)


class LabelItem(BoardItem):
    """The condition on a handover: above all lines, with the line's state."""

    def __init__(self, arrow: Arrow) -> None:
        super().__init__(_around_label(arrow), _LABELS)
        self.arrow = arrow
        self.state = PLAIN

    def show_arrow(self, arrow: Arrow) -> None:
        self.arrow = arrow
        self._draw_within(_around_label(arrow))

    def stand_out(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self._draw_anew()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        if self.arrow.label is not None and _zoom(painter) >= FAR:
            self._drawing.paint(painter, paint_label, self.arrow.label, self.state)


def _around(box: Rect, reach: float) -> QRectF:
    return qrect(box).adjusted(-reach, -reach, reach, reach)


def _around_end(phase: PhaseBox) -> QRectF:
    strip = phase.strip
    return QRectF(strip.right - 2, strip.y, 4, strip.height)


def _around_line(arrow: Arrow, badge: Point | None) -> QRectF:
    points = arrow.points if badge is None else (*arrow.points, badge)
    across, down = zip(*points, strict=True)
    left, top, reach = min(across), min(down), LARGEST_REACH
    width, height = max(across) - left, max(down) - top
    return QRectF(left - reach, top - reach, width + 2 * reach, height + 2 * reach)


def _around_label(arrow: Arrow) -> QRectF:
    return _around(arrow.label.box, 1) if arrow.label is not None else QRectF()
