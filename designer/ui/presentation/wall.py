"""The board as the room sees it: large, with frozen headers, gliding from place to place."""

from math import exp, log

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from designer.ui.canvas.hits import card_at
from designer.ui.canvas.items import FAR
from designer.ui.presentation.framing import LEAST, Camera, Room, frame
from designer.ui.presentation.showing import Showing
from designer.ui.presentation.wall_headers import (
    bright_lanes_of,
    paint_lane_headers,
    paint_phase_headers,
)
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
from exporters.diagram.paint_note import paint_note
from exporters.diagram.pens import DIMMED, colour, paint_rounded
from exporters.diagram.shapes import chip_radius
from model.ids import Id
from model.layout.geometry import Arrow, Board, Chip, Point, Rect

GLIDE = 240
"""Milliseconds that the picture takes from one place to the next."""
_STANDS_BACK = State(dimmed=True)
_BEYOND = 60.0  # lanes go on so far beyond the picture, in pixels of the board
_RUN_ON = 12.0


class Wall(QWidget):
    """Shows a board; what is looked at is told by `look_at`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.board = Board(0, 0, (), (), (), {}, {})
        self.unit = 1.0
        self.magnified = 1.0
        self.camera = Camera(0, 0, 1)
        self.glide = QVariantAnimation(self)
        self.glide.setStartValue(0.0)
        self.glide.setEndValue(1.0)
        self.glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self.glide.valueChanged.connect(self._move)
        self._from = self._to = self.camera
        self._showing: Showing | None = None
        self._extents: dict[Id, Rect] = {}

    def show_board(self, board: Board, showing: Showing) -> None:
        """Draw a board; the picture stays on the stage at hand, wherever that is by now."""
        self.board, self._showing = board, showing
        self._extents = {id: _extent(arrow) for id, arrow in board.arrows.items()}
        self.jump()

    def look_at(self) -> None:
        """Go to what is shown now, in one calm move."""
        if self._showing is None:
            return
        self._from, self._to = self.camera, self._framed(self._showing)
        time = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        self.glide.stop()
        if self._from == self._to or not self.isVisible() or not time:  # 0: no motion is wanted
            self.jump()
            return
        self.glide.setDuration(GLIDE)
        self.glide.start()

    def jump(self) -> None:
        """Be at what is shown now, at once."""
        self.glide.stop()
        if self._showing is not None:
            self.camera = self._framed(self._showing)
        self.update()

    def stage_at(self, x: float, y: float) -> Id | None:
        """Return the stage whose card is at a place of this widget."""
        picture = self.picture
        if not picture.contains(x, y):
            return None
        middle, camera = picture.center(), self.camera
        at = Point(
            camera.x + (x - middle.x()) / camera.zoom, camera.y + (y - middle.y()) / camera.zoom
        )
        return card_at(self.board, at)

    @property
    def header_zoom(self) -> float:
        return LEAST * self.unit

    @property
    def picture(self) -> QRectF:
        """Where the board is drawn, beside the headers."""
        left = max((lane.header.right for lane in self.board.lanes), default=0.0)
        top = max((phase.header.bottom for phase in self.board.phases), default=0.0)
        zoom = self.header_zoom
        return QRectF(self.rect()).adjusted(left * zoom, top * zoom, 0, 0)

    def box_on_wall(self, box: Rect) -> QRectF:
        """Return where a box of the board is drawn, in this widget's pixels."""
        middle, camera = self.picture.center(), self.camera
        return QRectF(
            middle.x() + (box.x - camera.x) * camera.zoom,
            middle.y() + (box.y - camera.y) * camera.zoom,
            box.width * camera.zoom,
            box.height * camera.zoom,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.jump()

    def _framed(self, showing: Showing) -> Camera:
        picture = self.picture
        room = Room(max(picture.width(), 1.0), max(picture.height(), 1.0), self.unit)
        return frame(self.board, showing, room, self.magnified)

    def _move(self, part: float) -> None:
        start, end = self._from, self._to
        self.camera = Camera(
            start.x + (end.x - start.x) * part,
            start.y + (end.y - start.y) * part,
            exp(log(start.zoom) + (log(end.zoom) - log(start.zoom)) * part),
        )
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(look().paper))
        if self._showing is not None:
            picture = self.picture
            shown = picture.intersected(QRectF(event.rect()))
            if not shown.isEmpty():
                painter.save()
                painter.setClipRect(shown)
                painter.translate(picture.center())
                painter.scale(self.camera.zoom, self.camera.zoom)
                painter.translate(-self.camera.x, -self.camera.y)
                self._paint_board(painter, self._showing, self._seen(shown))
                painter.restore()
            paint_lane_headers(painter, self, self._showing)
            paint_phase_headers(painter, self, self._showing)
        painter.end()

    def _seen(self, shown: QRectF) -> Rect:
        middle, camera = self.picture.center(), self.camera
        return Rect(
            camera.x + (shown.x() - middle.x()) / camera.zoom,
            camera.y + (shown.y() - middle.y()) / camera.zoom,
            shown.width() / camera.zoom,
            shown.height() / camera.zoom,
        )

    def _paint_board(self, painter: QPainter, showing: Showing, seen: Rect) -> None:
        self._paint_strips(painter, showing, seen)
        self._paint_lines_and_cards(painter, showing, seen)
        bright = showing.bright
        for note in self.board.notes.values():
            if note.box.meets(seen, _RUN_ON):
                stands_back = note.about in self.board.cards and note.about not in bright
                paint_note(painter, note, look(), _STANDS_BACK if stands_back else PLAIN)
        self._paint_ring(painter, showing)

    def _paint_strips(self, painter: QPainter, showing: Showing, seen: Rect) -> None:
        board, colours, bright_lanes = self.board, look(), bright_lanes_of(showing)
        for lane in board.lanes:
            across = Rect(
                seen.x - _BEYOND, lane.strip.y, seen.width + 2 * _BEYOND, lane.strip.height
            )
            painter.setOpacity(1 if lane.id in bright_lanes else DIMMED)
            paint_lane_strip(painter, lane._replace(strip=across), colours)
        painter.setOpacity(1)
        for phase in board.phases:
            paint_phase_strip(painter, phase, colours)

    def _paint_lines_and_cards(self, painter: QPainter, showing: Showing, seen: Rect) -> None:
        board, colours = self.board, look()
        bright, bright_arrows = showing.bright, showing.bright_arrows
        arrows = [arrow for id, arrow in board.arrows.items() if self._extents[id].meets(seen)]
        arrows.sort(key=lambda arrow: arrow.id in bright_arrows)  # what stands back lies below
        for arrow in arrows:
            state = PLAIN if arrow.id in bright_arrows else _STANDS_BACK
            paint_arrow(painter, arrow, colours, state)
        paint = paint_card if self.camera.zoom >= FAR else paint_card_far
        for card in board.cards.values():
            if card.box.meets(seen, _RUN_ON):
                paint(painter, card, colours, PLAIN if card.id in bright else _STANDS_BACK)
        if self.camera.zoom >= FAR:
            for arrow in arrows:
                if arrow.label is not None:
                    _paint_label(painter, arrow.label, is_bright=arrow.id in bright_arrows)

    def _paint_ring(self, painter: QPainter, showing: Showing) -> None:
        """Frame the stage at hand by a line that is thick however small the board is."""
        card = self.board.cards.get(showing.at or "")
        if card is None:
            return
        pen = QPen(colour(look().accent), 5 * self.unit / self.camera.zoom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paint_rounded(painter, card.box, 7 * self.unit / self.camera.zoom)


def _paint_label(painter: QPainter, label: Chip, *, is_bright: bool) -> None:
    colours = look()
    if not is_bright:  # the line must not show through
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(colours.paper))
        radius = chip_radius(label)
        painter.drawRoundedRect(QRectF(*label.box), radius, radius)
    paint_label(painter, label, colours, PLAIN if is_bright else _STANDS_BACK)


def _extent(arrow: Arrow) -> Rect:
    """Return the box around an arrow and its label."""
    boxes = [Rect(point.x, point.y, 0, 0) for point in arrow.points]
    if arrow.label is not None:
        boxes.append(arrow.label.box)
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Rect(
        left - _RUN_ON, top - _RUN_ON, right - left + 2 * _RUN_ON, bottom - top + 2 * _RUN_ON
    )
