"""Frames around what something would change, while it is only pointed at."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from designer.ui.canvas import preview
from model.ids import Id
from model.layout.geometry import Point, Rect

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem

    from designer.ui.canvas.view import BoardView

_AROUND: Final = 6.0
"""How far outside of a thing its frame runs, in pixels at 100 %."""


class Reach:
    """Shows one set of things at a time; what has no place on the board has no frame."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self.frames: list[QGraphicsItem] = []

    def show(self, ids: Iterable[Id]) -> None:
        """Frame these things, and no others any more."""
        for item in self.frames:
            self._view.board_scene.removeItem(item)
        wanted = frozenset(ids)
        self.frames = [preview.frame(_grown(box)) for box in self._boxes(wanted)]
        self.frames += [preview.traced(points) for points in self._paths(wanted)]
        for item in self.frames:
            self._view.board_scene.addItem(item)

    def _boxes(self, ids: frozenset[Id]) -> Iterator[Rect]:
        board = self._view.board
        for id in ids & board.cards.keys():
            yield board.cards[id].box
        yield from (lane.header for lane in board.lanes if lane.id in ids)
        yield from (phase.header for phase in board.phases if phase.id in ids)

    def _paths(self, ids: frozenset[Id]) -> Iterator[tuple[Point, ...]]:
        arrows = self._view.board.arrows
        yield from (arrows[id].points for id in ids & arrows.keys())


def _grown(box: Rect) -> Rect:
    return Rect(box.x - _AROUND, box.y - _AROUND, box.width + 2 * _AROUND, box.height + 2 * _AROUND)
