"""Zooming and scrolling: which part of the board the view shows, and how large."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QTransform

from model.ids import Id
from model.layout.geometry import Point

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

SMALLEST, LARGEST = 0.1, 4.0
STEP = 1.2
# Headers keep readable when the board is small and modest when it is large.
SMALLEST_HEADERS, LARGEST_HEADERS = 0.7, 1.3
BREATHING = 24.0  # kept free around what is brought into sight, in screen pixels


class Camera:
    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self.zoom = 1.0

    @property
    def header_zoom(self) -> float:
        return max(SMALLEST_HEADERS, min(self.zoom, LARGEST_HEADERS))

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Show the board at `zoom`; the place under `at` (in the view's pixels) stays there."""
        zoom = max(SMALLEST, min(zoom, LARGEST))
        at = at or QPointF(self._view.viewport().geometry().center())
        place = self._board_point(at)
        self.zoom = zoom
        self._view.setTransform(QTransform.fromScale(zoom, zoom))
        self._view.place_headers()
        self._bring(place, at - QPointF(self._view.viewport().pos()))
        self._view.zoom_changed.emit(zoom)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        self.zoom_to(self.zoom * factor, at)

    def fit(self) -> None:
        """Show the whole board as large as it goes, up to 100 %."""
        low, high = SMALLEST, 1.0
        if not self._fits(high):
            for _halving in range(20):
                middle = (low + high) / 2
                low, high = (middle, high) if self._fits(middle) else (low, middle)
            self.zoom_to(low)
        else:
            self.zoom_to(high)
        self.scroll_to_start()

    def _fits(self, zoom: float) -> bool:
        view, body = self._view, self._view.sceneRect()
        headers = max(SMALLEST_HEADERS, min(zoom, LARGEST_HEADERS))
        corner = view.board_scene.corner
        room = view.contentsRect()
        return (
            body.width() * zoom + corner.x * headers <= room.width() - 2
            and body.height() * zoom + corner.y * headers <= room.height() - 2
        )

    @property
    def has_scrolled_right(self) -> bool:
        """Whether something of the board lies under the lanes' headers."""
        bar = self._view.horizontalScrollBar()
        return bar.value() > bar.minimum()

    @property
    def has_scrolled_down(self) -> bool:
        """Whether something of the board lies under the phases' headers."""
        bar = self._view.verticalScrollBar()
        return bar.value() > bar.minimum()

    def scroll_to_start(self) -> None:
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        self.scroll_to(across.minimum(), down.minimum())

    def scroll_to(self, x: int, y: int) -> None:
        self._view.horizontalScrollBar().setValue(x)
        self._view.verticalScrollBar().setValue(y)

    def scroll_by(self, x: int, y: int) -> None:
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        self.scroll_to(across.value() + x, down.value() + y)

    def scroll_page(self, down: int) -> None:
        """Scroll by what is seen, down (1) or up (-1)."""
        bar = self._view.verticalScrollBar()
        self.scroll_by(0, down * bar.pageStep())

    def reveal(self, box: QRectF) -> None:
        """Scroll as little as needed to bring `box` (in the board's pixels) into sight."""
        margin = round(BREATHING)
        self._view.ensureVisible(box, margin, margin)

    @contextmanager
    def held(self, prefer: Id | None) -> Iterator[None]:
        """Keep a card where it is on the screen, whatever happens to the board inside.

        That is the card `prefer` when it is in sight, else the one nearest to the middle.
        """
        held = self._anchor(prefer)
        before = self._on_screen(held)
        yield
        after = self._on_screen(held)
        if before is not None and after is not None:
            moved = after - before
            self.scroll_by(round(moved.x()), round(moved.y()))

    def _anchor(self, prefer: Id | None) -> Id | None:
        visible = self.visible()
        cards = self._view.board.cards
        if (
            prefer is not None
            and prefer in cards
            and visible.intersects(QRectF(*cards[prefer].box))
        ):
            return prefer
        middle = visible.center()
        return min(
            (id for id, card in cards.items() if visible.intersects(QRectF(*card.box))),
            key=lambda id: (QPointF(*cards[id].box.centre) - middle).manhattanLength(),
            default=None,
        )

    def _on_screen(self, id: Id | None) -> QPointF | None:
        card = self._view.board.cards.get(id or "")
        return self.to_view(Point(card.box.x, card.box.y)) if card else None

    def visible(self) -> QRectF:
        """Return the part of the board in sight."""
        view = self._view
        return view.mapToScene(view.viewport().rect()).boundingRect()

    def to_view(self, point: Point) -> QPointF:
        """Return where a point of the board is in the viewport, without rounding."""
        return self._view.viewportTransform().map(QPointF(*point))

    def to_board(self, at: QPoint | QPointF) -> Point:
        """Return the board's point at a place of the viewport."""
        inverse, _possible = self._view.viewportTransform().inverted()
        found = inverse.map(QPointF(at))
        return Point(found.x(), found.y())

    def _board_point(self, at: QPointF) -> Point:
        return self.to_board(at - QPointF(self._view.viewport().pos()))

    def _bring(self, place: Point, to: QPointF) -> None:
        moved = self.to_view(place) - to
        self.scroll_by(round(moved.x()), round(moved.y()))
