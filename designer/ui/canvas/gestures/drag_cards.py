"""Moving cards to other cells; they keep their places among each other."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from designer.ui.canvas import preview
from designer.ui.canvas.cells import box_of_cell, cell_under
from designer.ui.canvas.gestures.gesture import Gesture, Where
from designer.ui.canvas.grid import moved_together
from designer.ui.canvas.moves import move_stages
from model.ids import Id
from model.layout.geometry import Card, Point
from model.pathway import Cell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem

    from designer.ui.canvas.view import BoardView


class DragCards(Gesture):
    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: "BoardView", grabbed: Id) -> None:
        self._view = view
        self._grabbed = grabbed
        self._start = Point(0, 0)
        self._ghosts: list[tuple[Card, QGraphicsItem]] = []
        self._frames: list[QGraphicsItem] = []

    def begin(self, at: Where) -> None:
        self._start = at.board
        for id in self._view.selection.stages():
            card = self._view.board.cards[id]
            item = preview.ghost(card)
            self._view.board_scene.addItem(item)
            self._ghosts.append((card, item))

    def move(self, at: Where) -> None:
        for _card, item in self._ghosts:
            item.setPos(at.board.x - self._start.x, at.board.y - self._start.y)
        self._clear_frames()
        for cell in self._cells(at).values():
            self._frames.append(
                preview.frame(box_of_cell(self._view.board, self._view.pathway, cell))
            )
            self._view.board_scene.addItem(self._frames[-1])

    def drop(self, at: Where) -> None:
        cells = self._cells(at)
        self.cancel()
        document = self._view.document
        document.do(move_stages(document.pathway, cells))
        self._view.bring_into_sight(self._grabbed)

    def click(self, at: Where) -> None:
        del at
        self._view.select((self._grabbed,))

    def cancel(self) -> None:
        self._clear_frames()
        for _card, item in self._ghosts:
            self._view.board_scene.removeItem(item)
        self._ghosts.clear()

    def _cells(self, at: Where) -> Mapping[Id, Cell]:
        target = cell_under(self._view.board, self._view.pathway, at.board)
        if target is None:
            return {}
        return moved_together(
            self._view.document.pathway,
            self._view.board,
            [card.id for card, _item in self._ghosts],
            self._grabbed,
            target,
        )

    def _clear_frames(self) -> None:
        for item in self._frames:
            self._view.board_scene.removeItem(item)
        self._frames.clear()
