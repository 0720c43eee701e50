"""The whole board, small, in the view's lower right corner: where one is, and the way elsewhere."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from designer.ui.canvas import touch
from designer.ui.labels import as_tooltip
from designer.ui.theme import look
from exporters.diagram.look import Look
from exporters.diagram.pens import brush, colour, qrect
from model.layout.geometry import Board
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

_LARGEST: Final = QSize(230, 150)  # pixels, as those below
_EDGE: Final = 12
_LEAST_CARD: Final = 2.0
_SHARE: Final = 0.4
"""The view is at least so much larger than the map, in both directions."""
_LATER: Final = 100  # milliseconds from an edit to its place on the map


class Minimap(QWidget):
    """Shown while it is wanted and the board is larger than the view; never has the focus.

    It leaves its corner to the card that has the keys. Its picture is kept, and painted anew only
    when the board has changed, not as one scrolls, and after the board, where one looks.
    """

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view
        self._wanted = False
        self._held: QPointF | None = None
        self._picture = QPixmap()
        self._board: Board | None = None
        self._look: tuple[Look, float] | None = None
        self.painted = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._come_up)
        self.setAccessibleName(_("Minimap"))
        self.setToolTip(as_tooltip(_("Minimap: click or drag to go elsewhere (F4)")))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._follow_view)
        view.selected.connect(self._follow_view)
        self.hide()

    @property
    def is_wanted(self) -> bool:
        return self._wanted

    def want(self, *, shown: bool) -> None:
        """Show the map whenever the board is larger than the view, or never."""
        self._wanted = shown
        self.place()

    def place(self) -> None:
        """Follow the board, its zoom and the view's size."""
        view = self._view
        across, down = view.camera.overflows
        room = view.viewport().geometry()
        size = self._size()
        fits = size.width() < room.width() * _SHARE and size.height() < room.height() * _SHARE
        shown = self._wanted and (across or down) and bool(view.board.cards) and fits
        self.setVisible(shown)
        self._give_room(size if shown else QSize(0, 0), sideways=across)
        self.resize(size)
        self._follow_view()

    def _size(self) -> QSize:
        board = self._view.board
        whole = QSize(max(1, round(board.width)), max(1, round(board.height)))
        return whole.scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(40, 40))

    def _give_room(self, size: QSize, *, sideways: bool) -> None:
        """Let the board be scrolled on by the map's size, so that no card stays below it."""
        view, zoom = self._view, self._view.camera.zoom
        room = view.board_scene.sceneRect()
        if not size.isEmpty():
            more = QPointF(size.width() + _EDGE, size.height() + _EDGE) / zoom
            room.adjust(0, 0, more.x() if sideways else 0, 0 if sideways else more.y())
        if view.sceneRect() != room:
            view.setSceneRect(room)

    def _follow_view(self) -> None:
        if not self.isHidden():
            self.stay_clear()
            self.update()

    def stay_clear(self) -> None:
        """Lie at the lower right, or in the next corner where no card in use would be covered."""
        view = self._view
        room = view.viewport().geometry()
        inside = room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        cards = [
            view.board.cards.get(id) for id in (view.selection.focused, view.naming.subject) if id
        ]
        used = [
            view.camera.box_on_screen(card.box).translated(room.topLeft())
            for card in cards
            if card is not None
        ]
        right, low = inside.right() - self.width(), inside.bottom() - self.height()
        corners = (
            QPoint(right, low),
            QPoint(inside.left(), low),
            QPoint(right, inside.top()),
            QPoint(inside.left(), inside.top()),
        )
        clear = (
            corner
            for corner in corners
            if not any(box.intersects(QRect(corner, self.size())) for box in used)
        )
        self.move(next(clear, corners[0]))

    def frame(self) -> QRectF:
        """Return the part of the map that shows what is in sight."""
        seen = self._view.camera.visible()
        across, down = self._scales()
        box = QRectF(
            seen.x() * across, seen.y() * down, seen.width() * across, seen.height() * down
        )
        return box.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _scales(self) -> tuple[float, float]:
        board = self._view.board
        return self.width() / max(board.width, 1), self.height() / max(board.height, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        shows = look()
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), self._up_to_date(shows))
        across, down = self._scales()
        painter.scale(across, down)
        cards = self._view.board.cards
        for id in self._view.selection.ids:
            if id in cards:
                painter.fillRect(_block(qrect(cards[id].box), across, down), colour(shows.accent))
        painter.resetTransform()
        tint = QColor(shows.accent)
        tint.setAlphaF(0.12)
        painter.setBrush(tint)
        painter.setPen(QPen(colour(shows.accent), 2))
        painter.drawRect(self.frame().adjusted(1, 1, -1, -1))
        for side in _sides(self.rect()):
            painter.fillRect(side, colour(shows.label_border))
        painter.end()

    def _up_to_date(self, shows: Look) -> QPixmap:
        """Return a picture in this look: that of the board before, for a moment after an edit."""
        board, wanted = self._view.board, (shows, self.devicePixelRatioF())
        if self._look != wanted:
            self._look, self._board = wanted, board
            self._picture = self._painted(board, *wanted)
        elif self._board is not board and not self._later.isActive():
            self._later.start()
        return self._picture

    def _come_up(self) -> None:
        """Have the picture made that the board's last edit wants."""
        self._look = None
        self.update()

    def _painted(self, board: Board, shows: Look, ratio: float) -> QPixmap:
        self.painted += 1
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(colour(shows.paper))
        across, down = self._scales()
        painter = QPainter(picture)
        painter.scale(across, down)
        for lane in board.lanes:
            painter.fillRect(qrect(lane.header), brush(shows.sectors[lane.sector].tint))
            painter.fillRect(qrect(lane.strip), brush(shows.sectors[lane.sector].tint))
        for phase in board.phases:
            painter.fillRect(qrect(phase.header), brush(shows.phase))
        for card in board.cards.values():
            block = _block(qrect(card.box), across, down)
            painter.fillRect(block, brush(shows.sectors[card.sector].strong))
        painter.end()
        return picture

    def enterEvent(self, event: QEnterEvent) -> None:
        # A click on what takes no focus would give it to the view behind; with a stand-in that
        # has it already, Qt leaves it there.
        if (focused := QApplication.focusWidget()) is not None:
            self.setFocusProxy(focused)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.setFocusProxy(None)  # type: ignore[arg-type] # Qt takes none for no stand-in
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            frame, at = self.frame(), event.position()
            self._held = at - frame.center() if frame.contains(at) else QPointF(0, 0)
            self._go(at)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._go(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what would be added there is not to be seen

    def wheelEvent(self, event: QWheelEvent) -> None:
        touch.wheel(self._view, event, event.position() + QPointF(self.pos()))

    def _go(self, at: QPointF) -> None:
        """Bring the place of the board that lies there into the middle."""
        across, down = self._scales()
        middle = at - (self._held or QPointF(0, 0))
        self._view.camera.look_at(QPointF(middle.x() / across, middle.y() / down))


def _sides(box: QRect) -> tuple[QRect, ...]:
    """Return the border of a box, as boxes: as thick everywhere on any screen."""
    across, down = QSize(box.width(), 1), QSize(1, box.height())
    return (
        QRect(box.topLeft(), across),
        QRect(box.bottomLeft(), across),
        QRect(box.topLeft(), down),
        QRect(box.topRight(), down),
    )


def _block(box: QRectF, across: float, down: float) -> QRectF:
    """Return a card as it is drawn: large enough to be seen."""
    box.setWidth(max(box.width(), _LEAST_CARD / across))
    box.setHeight(max(box.height(), _LEAST_CARD / down))
    return box


def toggle_minimap(view: "BoardView") -> bool:
    """Show the map or put it away, and say what happens; return whether it is wanted now."""
    minimap = view.minimap
    minimap.want(shown=not minimap.is_wanted)
    if not minimap.is_wanted:
        view.say(_("The minimap is put away."))
    elif minimap.isHidden():
        view.say(_("The minimap appears once the board is larger than the view."))
    else:
        view.say(_("The minimap is shown."))
    return minimap.is_wanted
