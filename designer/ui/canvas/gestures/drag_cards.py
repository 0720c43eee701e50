"""Moving cards to other cells; they keep their places among each other.

One card alone that is dropped on a handover comes between its two stages.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from designer.ui.canvas import inserting, preview
from designer.ui.canvas.cells import box_of_cell, cell_under
from designer.ui.canvas.descriptions import describe_target
from designer.ui.canvas.gestures.gesture import Gesture, Where
from designer.ui.canvas.grid import cell_of, moved_together
from designer.ui.canvas.moves import move_stages, restack
from model.ids import Id
from model.layout.geometry import Board, Card, Point
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
        self._framed: Mapping[Id, Cell] = {}
        self._going: tuple[Board, Cell, Mapping[Id, Cell]] | None = None
        self._said: Cell | Id | None = None

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
        cells = self._cells(at)
        arrow = self._arrow(at)
        if arrow != self._view.selection.aim:
            self._view.selection.aim_at(arrow)
        self._say_target(arrow or cells.get(self._grabbed))
        self._frame(cells)

    def drop(self, at: Where) -> None:
        cells, arrow = self._cells(at), self._arrow(at)
        self.cancel()
        document = self._view.document
        if arrow is not None:
            cell = cells.get(self._grabbed)
            document.do(inserting.put(document.pathway, arrow, self._grabbed, cell))
        elif len(cells) == 1 and self._stays(cells):
            document.do(restack(document.pathway, self._grabbed, self._next_below(at)))
        else:
            document.do(move_stages(document.pathway, cells))
        self._view.bring_into_sight(self._grabbed)

    def _arrow(self, at: Where) -> Id | None:
        """Return the handover that the one card dragged would be put onto."""
        if len(self._ghosts) != 1:
            return None
        return inserting.arrow_for(self._view, self._grabbed, at.board)

    def _say_target(self, target: Cell | Id | None) -> None:
        pathway, language = self._view.document.pathway, self._view.language
        if target is not None and target != self._said:
            self._view.say(
                inserting.describe_put(pathway, target, self._grabbed, language)
                if isinstance(target, str)
                else describe_target(pathway, target, language)
            )
        self._said = target

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
        self._view.selection.aim = None
        self._view.selection.dim(())

    def _cells(self, at: Where) -> Mapping[Id, Cell]:
        """Return where each card would go; the same as before within one cell."""
        board = self._view.board
        target = cell_under(board, self._view.pathway, at.board)
        if target is None:
            return {}
        if self._going is None or self._going[0] is not board or self._going[1] != target:
            ids = [card.id for card, _item in self._ghosts]
            cells = moved_together(self._view.document.pathway, board, ids, self._grabbed, target)
            self._going = board, target, cells
        return self._going[2]

    def _frame(self, cells: Mapping[Id, Cell]) -> None:
        """Show the cells that the cards would go to."""
        if cells == self._framed:
            return
        self._clear_frames()
        self._framed = cells
        for cell in cells.values():
            self._frames.append(
                preview.frame(box_of_cell(self._view.board, self._view.pathway, cell))
            )
            self._view.board_scene.addItem(self._frames[-1])

    def _clear_frames(self) -> None:
        for item in self._frames:
            self._view.board_scene.removeItem(item)
        self._frames.clear()
        self._framed = {}
