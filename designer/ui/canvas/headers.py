"""The two strips of headers: the lanes' at the left, the phases' at the top."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from designer.ui.canvas import chevrons
from designer.ui.canvas.header_strip import HeaderStrip, Span
from designer.ui.canvas.header_texts import Header, Title, lane_header, phase_header, text_boxes
from designer.ui.theme import look
from exporters.diagram.paint import PLAIN, State, paint_lane_header, paint_phase_header
from exporters.diagram.pens import colour, paint_emphasis
from model.ids import Id
from model.layout.geometry import Point, Rect

_RUN_ON = 12.0
_EMPHASIS_INSET = 5.0
_LOW = 36.0


class LaneHeaders(HeaderStrip):
    scrolls = (False, True)

    def spans(self) -> Iterator[Span]:
        for lane in self._view.board.lanes:
            top = self._view.camera.to_view(Point(0, lane.strip.y)).y()
            yield Span(lane.id, top, top + lane.strip.height * self._view.camera.zoom)

    def along(self, at: QPointF) -> float:
        return at.y()

    def board_line(self, along: float) -> tuple[Point, Point]:
        y = self._view.camera.to_board(QPointF(0, along)).y
        return Point(self._view.board_scene.corner.x, y), Point(self._view.board.width, y)

    def box_of(self, id: Id | None) -> QRectF:
        camera = self._view.camera
        for lane in self._view.board.lanes:
            if lane.id == id:
                left = lane.header.x * camera.header_zoom
                top = camera.to_view(Point(0, lane.strip.y)).y()
                return QRectF(left, top, self.width() - left, lane.strip.height * camera.zoom)
        return QRectF()

    def _paint_header(self, painter: QPainter, id: Id | None, state: State) -> None:
        scale, shown = self._placed(id)
        # The strip goes on under the board: its end is not rounded here.
        run_on = shown.header._replace(width=shown.header.width + _RUN_ON)
        painter.save()
        painter.scale(scale, scale)
        paint_lane_header(painter, shown._replace(header=run_on), look(), PLAIN)
        painter.restore()
        box = self.box_of(id)
        inset = min(_EMPHASIS_INSET, box.height() / 6)
        if box.height() < _LOW:  # two frames would leave no room for the name
            state = state._replace(focused=False)
        around = box.adjusted(_EMPHASIS_INSET, inset, -_EMPHASIS_INSET - 1, -inset)
        paint_emphasis(painter, rect(around), state, look())

    def _placed(self, id: Id | None) -> Header:
        lane = next(lane for lane in self._view.board.lanes if lane.id == id)
        camera = self._view.camera
        return lane_header(
            lane, rect(self.box_of(id)), self.height(), camera.zoom, camera.header_zoom
        )

    def _texts(self, id: Id | None) -> Iterator[Rect]:
        scale, shown = self._placed(id)
        return text_boxes((*shown.name, *shown.sector_name), scale)

    def _chevron(self, seen: QRectF, *, has_badge: bool) -> QRectF:
        return chevrons.place_in_lane(seen, has_badge=has_badge)

    def _chevron_look(self, id: Id) -> tuple[str, str, str]:
        lane = next(lane for lane in self._view.board.lanes if lane.id == id)
        sector = look().sectors[lane.sector]
        return "chevron-right" if lane.folded else "chevron-down", sector.strong, sector.tint

    def _paint_edge(self, painter: QPainter) -> None:
        if self._view.camera.has_scrolled_right:
            painter.setPen(colour(look().label_border))
            painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())


class PhaseHeaders(HeaderStrip):
    scrolls = (True, False)

    def spans(self) -> Iterator[Span]:
        for phase in self._view.board.phases:
            left = self._view.camera.to_view(Point(phase.strip.x, 0)).x()
            yield Span(phase.id, left, left + phase.strip.width * self._view.camera.zoom)

    def along(self, at: QPointF) -> float:
        return at.x()

    def board_line(self, along: float) -> tuple[Point, Point]:
        x = self._view.camera.to_board(QPointF(along, 0)).x
        return Point(x, self._view.board_scene.corner.y), Point(x, self._view.board.height)

    def box_of(self, id: Id | None) -> QRectF:
        camera = self._view.camera
        for phase in self._view.board.phases:
            if phase.id == id:
                left = camera.to_view(Point(phase.header.x, 0)).x()
                top = phase.header.y * camera.header_zoom
                height = phase.header.height * camera.header_zoom
                return QRectF(left, top, phase.header.width * camera.zoom, height)
        return QRectF()

    def _paint_header(self, painter: QPainter, id: Id | None, state: State) -> None:
        scale, shown = self._placed(id)
        painter.save()
        painter.scale(scale, scale)
        paint_phase_header(painter, shown, look(), PLAIN)
        painter.restore()
        paint_emphasis(painter, rect(self.box_of(id)), state, look())

    def _placed(self, id: Id | None) -> Title:
        phase = next(phase for phase in self._view.board.phases if phase.id == id)
        camera = self._view.camera
        return phase_header(phase, rect(self.box_of(id)), camera.zoom, camera.header_zoom)

    def _texts(self, id: Id | None) -> Iterator[Rect]:
        scale, shown = self._placed(id)
        return text_boxes(shown.title, scale)

    def _chevron(self, seen: QRectF, *, has_badge: bool) -> QRectF:
        return chevrons.place_in_phase(seen, has_badge=has_badge)

    def _chevron_look(self, id: Id) -> tuple[str, str, str]:
        folded = id in self._view.shown.folded
        return "chevron-right" if folded else "chevron-left", look().on_phase, look().phase

    def _paint_edge(self, painter: QPainter) -> None:
        if self._view.camera.has_scrolled_down:
            painter.setPen(colour(look().label_border))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def rect(box: QRectF) -> Rect:
    return Rect(box.x(), box.y(), box.width(), box.height())
