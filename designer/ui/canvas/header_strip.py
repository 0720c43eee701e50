"""The names of lanes and phases, frozen at the view's edges while the board scrolls.

They lie in the view's margins, as a table's headers do, so that they never cover a card. When the
board is small they are drawn larger than it, as far as their place allows; when a lane or a phase
is seen in part, its name stays in the part that is seen.
"""

from abc import abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from designer.ui.canvas import chevrons, folding, touch
from designer.ui.canvas.badges import badge, paint_badge
from designer.ui.canvas.descriptions import describe
from designer.ui.canvas.gestures.drag_header import DragHeader
from designer.ui.canvas.gestures.gesture import Where
from designer.ui.labels import as_tooltip
from designer.ui.theme import look
from exporters.diagram.paint import State
from exporters.diagram.pens import ANTIALIASING, colour, qrect
from model.ids import Id
from model.layout.geometry import Point, Rect
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

ADDING: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_BADGE_INSET = 12.0


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
        self._over: Id | None = None
        self._pressed_chevron: Id | None = None
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

    @abstractmethod
    def _chevron(self, seen: QRectF, *, has_badge: bool) -> QRectF:
        """Return the place of the chevron in what is seen of a header."""

    @abstractmethod
    def _texts(self, id: Id | None) -> Iterator[Rect]:
        """Yield where a header's texts are, in the strip's pixels."""

    @abstractmethod
    def _chevron_look(self, id: Id) -> tuple[str, str, str]:
        """Return the chevron's sign, its colour and its ground."""

    def chevron_of(self, id: Id | None) -> QRectF:
        """Return where the chevron of a header is; empty for what cannot be folded."""
        seen = self.box_of(id).intersected(QRectF(self.rect()))
        if id is None or seen.isEmpty():
            return QRectF()
        return self._chevron(seen, has_badge=id in self._view.selection.marks)

    def chevron_at(self, place: QPointF) -> Id | None:
        """Return the header whose chevron is at a place."""
        id = self.at(place)
        return id if self.chevron_of(id).contains(place) else None

    def show_insertion(self, along: float | None) -> None:
        """Draw a line at a place along the strip; None takes it away."""
        self.insertion = along
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
                at = corner.x() - _BADGE_INSET, corner.y() + _BADGE_INSET
                painter.setRenderHint(ANTIALIASING)
                paint_badge(painter, badge(at, mark[0]), mark, 1.0)
            self._paint_chevron(painter, span.id)
        self._paint_edge(painter)
        if self.insertion is not None:
            self._paint_insertion(painter, self.insertion)
        painter.end()

    def _paint_chevron(self, painter: QPainter, id: Id | None) -> None:
        """Draw it where there is room; else when the header is pointed at, selected or folded."""
        place = self.chevron_of(id)
        if id is None or place.isEmpty():
            return
        view = self._view
        wanted = id == self._over or id in view.selection.ids or id in view.shown.folded
        covers = chevrons.covers(place, map(qrect, self._texts(id)))
        if covers and not wanted:
            return
        name, ink, ground = self._chevron_look(id)
        if covers:
            chevrons.paint_ground(painter, place, ground)
        chevrons.paint(painter, place, name, ink)

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
        if event.button() is not Qt.MouseButton.LeftButton or self._view.tidying.is_on:
            event.accept()
            return
        self._pressed_chevron = self.chevron_at(event.position())
        if self._pressed_chevron is None and id is not None:
            self._press_header(id, event)
        event.accept()

    def _press_header(self, id: Id, event: QMouseEvent) -> None:
        ids = self._view.selection.ids
        if event.modifiers() & ADDING:
            kept = tuple(other for other in ids if other != id)
            self._view.select(kept if id in ids else (*ids, id))
        else:
            self._view.select((id,))
            self._view.pointer.start(DragHeader(self._view, self, id), self._where(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._view.pointer.move(self._where(event))
        self._point_at(self.at(event.position()))
        on_chevron = self.chevron_at(event.position()) is not None
        shape = Qt.CursorShape.ArrowCursor if on_chevron else Qt.CursorShape.OpenHandCursor
        self.setCursor(shape)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_chevron = self._pressed_chevron, None
        self._view.pointer.release(self._where(event))
        if pressed is not None and pressed == self.chevron_at(event.position()):
            folding.toggle(self._view, (pressed,))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def _point_at(self, id: Id | None) -> None:
        if id != self._over:
            self._over = id
            self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        place = QPointF(event.pos())
        id = self.at(place)
        words = describe(self._view.pathway, (id,), self._view.language) if id is not None else ""
        if self.chevron_at(place) is not None:
            words = _("Unfold (F)") if id in self._view.shown.folded else _("Fold (F)")
        QToolTip.showText(event.globalPos(), as_tooltip(words), self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._view.pointer.cancel()
        id = self.at(event.position())
        if self._view.tidying.is_on or self.chevron_at(event.position()) is not None:
            self.mousePressEvent(event)
        elif event.button() is Qt.MouseButton.LeftButton and id is not None:
            self._view.naming.rename(id)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from designer.ui.canvas.menu import open_menu

        id = self.at(QPointF(event.pos()))
        if id not in self._view.selection.ids:
            self._view.select((id,) if id is not None else ())
        open_menu(self._view, event.globalPos())
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        touch.wheel(self._view, event, event.position() + QPointF(self.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the view has the focus
