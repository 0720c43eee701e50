"""Moving cards to other cells; they keep their places among each other."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from designer.ui.canvas import preview
from designer.ui.canvas.cells import box_of_cell, cell_under
from designer.ui.canvas.descriptions import describe_target
from designer.ui.canvas.gestures.gesture import Gesture, Where
from designer.ui.canvas.grid import cell_of, moved_together
from designer.ui.canvas.moves import move_stages, restack
from model.ids import Id
from model.layout.geometry import Card, Point
from model.pathway import Cell
from model.records import Stage

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
        self._said: Cell | None = None

    def begin(self, at: Where) -> None:
        self._start = at.board
        for id in self._view.selection.stages():
            card = self._view.board.cards[id]
            item = preview.ghost(card)
            self._view.board_scene.addItem(item)
            self._ghosts.append((card, item))
        self._view.selection.dim(card.id for card, _item in self._ghosts)

    def move(self, at: Where) -> None:
        for _card, item in self._ghosts:
            item.setPos(at.board.x - self._start.x, at.board.y - self._start.y)
        self._clear_frames()
        cells = self._cells(at)
        self._say_target(cells.get(self._grabbed))
        for cell in cells.values():
            self._frames.append(
                preview.frame(box_of_cell(self._view.board, self._view.pathway, cell))
            )
            self._view.board_scene.addItem(self._frames[-1])

    def drop(self, at: Where) -> None:
        cells = self._cells(at)
        self.cancel()
        document = self._view.document
        if len(cells) == 1 and self._stays(cells):
            document.do(restack(document.pathway, self._grabbed, self._next_below(at)))
        else:
            document.do(move_stages(document.pathway, cells))
        self._view.bring_into_sight(self._grabbed)

    def _say_target(self, cell: Cell | None) -> None:
        if cell is not None and cell != self._said:
            self._view.say(describe_target(self._view.pathway, cell, self._view.language))
        self._said = cell

    def _stays(self, cells: Mapping[Id, Cell]) -> bool:
        stage = self._view.document.pathway.find(Stage, self._grabbed)
        return stage is not None and cells.get(self._grabbed) == cell_of(stage)

    def _next_below(self, at: Where) -> Id | None:
        """Return the card of the same cell that the dropped one comes to lie above."""
        stage = self._view.document.pathway.find(Stage, self._grabbed)
        if stage is None:
            return None
        cards = self._view.board.cards
        return next(
            (
                other.id
                for other in self._view.document.pathway.in_cell(*cell_of(stage))
                if other.id != self._grabbed and cards[other.id].box.centre.y > at.board.y
            ),
            None,
        )

    def click(self, at: Where) -> None:
        del at
        self._view.select((self._grabbed,))

    def cancel(self) -> None:
        self._clear_frames()
        for _card, item in self._ghosts:
            self._view.board_scene.removeItem(item)
        self._ghosts.clear()
        self._view.selection.dim(())

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
