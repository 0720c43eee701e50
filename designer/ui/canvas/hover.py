"""What the pointer is over, and the handle that appears there."""

from math import hypot
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from designer.ui.canvas import preview
from designer.ui.canvas.branch_marks import BranchMarks
from designer.ui.canvas.hits import LINE_REACH, thing_at
from model.ids import Id
from model.layout.geometry import Card, Point

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem

    from designer.ui.canvas.view import BoardView

_HANDLE: Final = 8.0  # radius on the screen at 100 %
_SMALLEST_HANDLE: Final = 6.0


class Hover:
    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self.id: Id | None = None
        self._handles: list[QGraphicsItem] = []
        self.numbers = BranchMarks(view)
        view.zoom_changed.connect(self.show_handles)

    def follow(self, at: Point) -> None:
        """Bring up what is under the pointer."""
        found = self.handle_at(at) or self._under(at)
        self._show_cursor(at)
        if found != self.id:
            self.id = found
            self._view.selection.show()

    def _show_cursor(self, at: Point) -> None:
        if not self._view.space_held:
            crosses = self.handle_at(at) is not None
            shape = Qt.CursorShape.CrossCursor if crosses else Qt.CursorShape.ArrowCursor
            self._view.viewport().setCursor(shape)

    def leave(self) -> None:
        if self.id is not None:
            self.id = None
            self._view.selection.show()

    def _under(self, at: Point) -> Id | None:
        reach = LINE_REACH / self._view.camera.zoom
        near = self._view.board_scene.near(at, reach)
        return thing_at(near, at, reach)

    def handle_at(self, at: Point) -> Id | None:
        """Return the stage whose visible handle holds the point."""
        radius = self.reach + 2 / self._view.camera.zoom
        for card in self._cards():
            centre = _centre(card)
            if hypot(at.x - centre.x, at.y - centre.y) <= radius:
                return card.id
        return None

    def show_handles(self) -> None:
        for item in self._handles:
            self._view.board_scene.removeItem(item)
        self._handles = [preview.handle(_centre(card), self.reach) for card in self._cards()]
        focused = self._view.board.arrows.get(self._view.selection.focused or "")
        if focused is not None and not self._view.pointer.is_busy:
            ends = (focused.points[0], focused.points[-1])
            self._handles += [preview.grip(end, self.reach * 0.6) for end in ends]
        for item in self._handles:
            self._view.board_scene.addItem(item)
        self.numbers.show()

    def _cards(self) -> list[Card]:
        """Return the cards with a handle: the hovered one, and the selected one when alone."""
        view = self._view
        if view.naming.is_on or view.pointer.is_busy:
            return []
        alone = view.selection.ids[0] if len(view.selection.ids) == 1 else None
        ids = dict.fromkeys((self.id, alone))
        return [view.board.cards[id] for id in ids if id is not None and id in view.board.cards]

    @property
    def reach(self) -> float:
        """How far a handle reaches from its card, in the board's pixels."""
        zoom = self._view.camera.zoom
        return max(_HANDLE * zoom, _SMALLEST_HANDLE) / zoom


def _centre(card: Card) -> Point:
    return Point(card.box.right, card.box.centre.y)
