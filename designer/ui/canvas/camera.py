"""Zooming and scrolling: which part of the board the view shows, and how large."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QTransform

from model.ids import Id
from model.layout.geometry import Point, Rect

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

SMALLEST, LARGEST = 0.1, 4.0
LARGEST_FIT = 2.0  # a single card that filled the view would be of no use
LEGIBLE = 0.6  # the smallest zoom at which titles are still read with ease
STEP = 1.2
# Headers keep readable when the board is small and modest when it is large.
SMALLEST_HEADERS, LARGEST_HEADERS = 0.7, 1.3
BREATHING = 24.0  # kept free around what is brought into sight, in screen pixels


class Camera:
    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self.zoom = 1.0
        self._is_opening = True
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.actionTriggered.connect(self.stay)

    @property
    def header_zoom(self) -> float:
        return _header_zoom(self.zoom)

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Show the board at `zoom`; the place under `at` (in the view's pixels) stays there."""
        self.stay()
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
        self.zoom_to(_largest(lambda zoom: self._fits_across(zoom) and self._fits_down(zoom)))
        self.scroll_to_start()

    def fit_box(self, box: QRectF) -> None:
        """Show `box` (in the board's pixels) as large as it goes, up to 200 %, in the middle."""
        self.zoom_to(_largest(lambda zoom: self._has_room_for(box, zoom), LARGEST_FIT))
        self.look_at(box.center())

    def look_at(self, middle: QPointF) -> None:
        """Scroll until that point of the board is in the middle, as far as the board goes."""
        self.stay()
        self._bring(Point(middle.x(), middle.y()), QPointF(self._view.viewport().rect().center()))

    def _has_room_for(self, box: QRectF, zoom: float) -> bool:
        view = self._view
        corner, headers = view.board_scene.corner, _header_zoom(zoom)
        across = view.contentsRect().width() - corner.x * headers
        down = view.contentsRect().height() - corner.y * headers
        taken = 2 * BREATHING + view.horizontalScrollBar().sizeHint().height()
        return box.width() * zoom + taken <= across and box.height() * zoom + taken <= down

    def follow_size(self) -> None:
        """Until something has been looked at or changed, begin anew in a view of another size."""
        if self._is_opening:
            self.begin()

    def begin(self) -> None:
        """Show the board's start: all of the board where that is legible, else all its lanes."""
        whole = _largest(lambda zoom: self._fits_across(zoom) and self._fits_down(zoom))
        self.zoom_to(whole if whole >= LEGIBLE else max(LEGIBLE, _largest(self._fits_down)))
        self.scroll_to_start()
        self._is_opening = True

    def stay(self) -> None:
        """Keep what is looked at, from now on."""
        self._is_opening = False

    def _fits_across(self, zoom: float) -> bool:
        view = self._view
        headers = view.board_scene.corner.x * _header_zoom(zoom)
        width = view.board_scene.sceneRect().width()
        return width * zoom + headers <= view.contentsRect().width() - 2

    def _fits_down(self, zoom: float) -> bool:
        view = self._view
        headers = view.board_scene.corner.y * _header_zoom(zoom)
        bar = 0 if self._fits_across(zoom) else view.horizontalScrollBar().sizeHint().height()
        below = view.viewportMargins().bottom()
        room = view.contentsRect().height() - bar - below - 2
        return view.board_scene.sceneRect().height() * zoom + headers <= room

    @property
    def overflows(self) -> tuple[bool, bool]:
        """Whether the board is wider, and whether it is higher, than the view."""
        return not self._fits_across(self.zoom), not self._fits_down(self.zoom)

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
        """Scroll as the user says."""
        self.stay()
        self._scroll_by(x, y)

    def _scroll_by(self, x: int, y: int) -> None:
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        self.scroll_to(across.value() + x, down.value() + y)

    def scroll_page(self, down: int) -> None:
        """Scroll by what is seen, down (1) or up (-1)."""
        bar = self._view.verticalScrollBar()
        self.scroll_by(0, down * bar.pageStep())

    def reveal(self, box: QRectF) -> None:
        """Scroll as little as needed to bring `box` (in the board's pixels) into sight."""
        self.stay()
        margin = round(BREATHING)
        self._view.ensureVisible(box, margin, margin)

    @contextmanager
    def held(self, prefer: Id | None, changed: frozenset[Id] = frozenset()) -> Iterator[None]:
        """Keep a card where it is on the screen, whatever happens to the board inside.

        That is the card `prefer` when it is in sight, else the one nearest to the middle, but
        none that has `changed` itself: that one may be seen to move. The board's start stays at
        the view's edge as long as the card can be seen from there.
        """
        held = self._anchor(prefer, changed)
        before = self._on_screen(held)
        from_left, from_top = not self.has_scrolled_right, not self.has_scrolled_down
        yield
        after = self._on_screen(held)
        if held is None or before is None or after is None:
            return
        moved, seen = after - before, self.visible()
        box = QRectF(*self._view.board.cards[held].box)
        stays_across = from_left and seen.left() <= box.left() and box.right() <= seen.right()
        stays_down = from_top and seen.top() <= box.top() and box.bottom() <= seen.bottom()
        self._scroll_by(
            0 if stays_across else round(moved.x()), 0 if stays_down else round(moved.y())
        )

    def _anchor(self, prefer: Id | None, changed: frozenset[Id]) -> Id | None:
        visible = self.visible()
        near = self._view.board_scene.within(self._seen())
        seen = {
            id: card
            for id, card in near.cards.items()
            if id not in changed and visible.intersects(QRectF(*card.box))
        }
        if prefer in seen:
            return prefer
        middle = visible.center()
        return min(
            seen,
            key=lambda id: (QPointF(*seen[id].box.centre) - middle).manhattanLength(),
            default=None,
        )

    def _on_screen(self, id: Id | None) -> QPointF | None:
        card = self._view.board.cards.get(id or "")
        return self.to_view(Point(card.box.x, card.box.y)) if card else None

    def visible(self) -> QRectF:
        """Return the part of the board in sight."""
        view = self._view
        return view.mapToScene(view.viewport().rect()).boundingRect()

    def _seen(self) -> Rect:
        seen = self.visible()
        return Rect(seen.x(), seen.y(), seen.width(), seen.height())

    def show_seen(self) -> None:
        """Have items and marks for the part of the board in sight."""
        if self._view.board_scene.bring_into_sight(self._seen()):
            self._view.unfinished.follow()

    def to_view(self, point: Point) -> QPointF:
        """Return where a point of the board is in the viewport, without rounding."""
        return self._view.viewportTransform().map(QPointF(*point))

    def box_on_screen(self, box: Rect) -> QRect:
        """Return where a box of the board is in the viewport."""
        return self._view.viewportTransform().mapRect(QRectF(*box)).toAlignedRect()

    def to_board(self, at: QPoint | QPointF) -> Point:
        """Return the board's point at a place of the viewport."""
        inverse, _possible = self._view.viewportTransform().inverted()
        found = inverse.map(QPointF(at))
        return Point(found.x(), found.y())

    def _board_point(self, at: QPointF) -> Point:
        return self.to_board(at - QPointF(self._view.viewport().pos()))

    def _bring(self, place: Point, to: QPointF) -> None:
        moved = self.to_view(place) - to
        self._scroll_by(round(moved.x()), round(moved.y()))


def _header_zoom(zoom: float) -> float:
    return max(SMALLEST_HEADERS, min(zoom, LARGEST_HEADERS))


def _largest(fits: Callable[[float], bool], most: float = 1.0) -> float:
    """Return the largest zoom up to `most` at which something fits."""
    low, high = SMALLEST, most
    if fits(high):
        return high
    for _halving in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low
