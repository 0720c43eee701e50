"""The names of lanes and phases, frozen at the view's edges while the board scrolls.

They lie in the view's margins, as a table's headers do, so that they never cover a card. When the
board is small they are drawn larger than it, as far as their place allows; when a lane or a phase
is seen in part, its name stays in the part that is seen.
"""

from abc import abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from designer.ui.canvas import touch
from designer.ui.canvas.badges import paint_badge
from designer.ui.canvas.gestures.drag_header import DragHeader
from designer.ui.canvas.gestures.gesture import Where
from designer.ui.canvas.header_texts import lane_header, phase_header
from designer.ui.canvas.menu import open_menu
from designer.ui.theme import look
from exporters.diagram.paint import PLAIN, State, paint_lane_header, paint_phase_header
from exporters.diagram.pens import colour, paint_emphasis
from model.ids import Id
from model.layout.geometry import Point, Rect

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

_BADGE_INSET = 12.0
_RUN_ON = 12.0


class Span(NamedTuple):
    """A header's part of the strip's length, in screen pixels."""

    id: Id | None
    start: float
    end: float


class HeaderStrip(QWidget):
    """What the two strips share: which header is where, and what the pointer does to it."""

    scrolls: tuple[bool, bool]
    """Whether the strip goes sideways, and up and down, with the board."""

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view
        self.insertion: float | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @abstractmethod
    def spans(self) -> Iterator[Span]:
        """Yield the headers in order."""

    @abstractmethod
    def box_of(self, id: Id | None) -> QRectF:
        """Return where a header is drawn, in the strip's pixels; empty when it isn't."""

    @abstractmethod
    def along(self, at: QPointF) -> float:
        """Return how far along the strip a place is."""

    @abstractmethod
    def board_line(self, along: float) -> tuple[Point, Point]:
        """Return the line across the whole board at a place along the strip."""

    @abstractmethod
    def _paint_header(self, painter: QPainter, id: Id | None, state: State) -> None: ...

    def show_insertion(self, place: int | None) -> None:
        """Draw a line before the header at `place`; None takes it away."""
        edges = [span.start for span in self.spans()]
        ends = [span.end for span in self.spans()]
        if place is None or not edges:
            self.insertion = None
        else:
            self.insertion = edges[place] if place < len(edges) else ends[-1]
        self.update()

    def at(self, place: QPointF) -> Id | None:
        along = self.along(place)
        return next((span.id for span in self.spans() if span.start <= along < span.end), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(look().paper))
        for span in self.spans():
            box = self.box_of(span.id)
            if not box.intersects(QRectF(self.rect())):
                continue
            self._paint_header(painter, span.id, self._view.selection.state_of(span.id))
            mark = self._view.selection.marks.get(span.id or "")
            if mark is not None:
                corner = box.intersected(QRectF(self.rect())).topRight()
                inset = QPointF(-_BADGE_INSET, _BADGE_INSET)
                paint_badge(painter, corner + inset, mark, 1.0)
        self._paint_edge(painter)
        if self.insertion is not None:
            self._paint_insertion(painter, self.insertion)
        painter.end()

    @abstractmethod
    def _paint_edge(self, painter: QPainter) -> None:
        """Draw the line under which the board scrolls away."""

    def _paint_insertion(self, painter: QPainter, along: float) -> None:
        painter.setPen(QPen(colour(look().accent), 3.0))
        across, _down = self.scrolls
        start = QPointF(along, 0) if across else QPointF(0, along)
        end = QPointF(along, self.height()) if across else QPointF(self.width(), along)
        painter.drawLine(start, end)

    def _where(self, event: QMouseEvent) -> Where:
        at = event.position() + QPointF(self.pos()) - QPointF(self._view.viewport().pos())
        return Where(at, self._view.camera.to_board(at))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._view.setFocus()
        self._view.naming.keep()
        id = self.at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and id is not None:
            self._view.select((id,))
            self._view.pointer.start(DragHeader(self._view, self, id), self._where(event))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._view.pointer.move(self._where(event))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._view.pointer.release(self._where(event))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._view.pointer.cancel()
        id = self.at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and id is not None:
            self._view.naming.rename(id)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        id = self.at(QPointF(event.pos()))
        self._view.select((id,) if id is not None else ())
        open_menu(self._view, event.globalPos())
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        touch.wheel(self._view, event, event.position() + QPointF(self.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the view has the focus


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
        for lane, span in zip(self._view.board.lanes, self.spans(), strict=True):
            if lane.id == id:
                left = lane.header.x * self._view.camera.header_zoom
                return QRectF(left, span.start, self.width() - left, span.end - span.start)
        return QRectF()

    def _paint_header(self, painter: QPainter, id: Id | None, state: State) -> None:
        lane = next(lane for lane in self._view.board.lanes if lane.id == id)
        camera = self._view.camera
        scale, shown = lane_header(
            lane, rect(self.box_of(id)), self.height(), camera.zoom, camera.header_zoom
        )
        # The strip goes on under the board: its end is not rounded here.
        run_on = shown.header._replace(width=shown.header.width + _RUN_ON)
        painter.save()
        painter.scale(scale, scale)
        paint_lane_header(painter, shown._replace(header=run_on), look(), PLAIN)
        painter.restore()
        paint_emphasis(painter, rect(self.box_of(id).adjusted(5, 5, -6, -5)), state, look())

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
        phase = next(phase for phase in self._view.board.phases if phase.id == id)
        camera = self._view.camera
        scale, shown = phase_header(phase, rect(self.box_of(id)), camera.zoom, camera.header_zoom)
        painter.save()
        painter.scale(scale, scale)
        paint_phase_header(painter, shown, look(), PLAIN)
        painter.restore()
        paint_emphasis(painter, rect(self.box_of(id)), state, look())

    def _paint_edge(self, painter: QPainter) -> None:
        if self._view.camera.has_scrolled_down:
            painter.setPen(colour(look().label_border))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def rect(box: QRectF) -> Rect:
    return Rect(box.x(), box.y(), box.width(), box.height())
