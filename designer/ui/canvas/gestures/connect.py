"""Drawing a handover from a card's handle to another card, or to a cell for a new stage."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsItem

from designer.ui.canvas import commands, preview
from designer.ui.canvas.capture import steps
from designer.ui.canvas.cells import box_of_cell, cell_under
from designer.ui.canvas.gestures.gesture import Gesture, Where
from designer.ui.canvas.hits import card_at
from model.ids import Id
from model.layout.geometry import Point

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView


class Connect(Gesture):
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: "BoardView", source: Id) -> None:
        self._view = view
        self._source = source
        self._shown: list[QGraphicsItem] = []

    def move(self, at: Where) -> None:
        self._clear()
        card = self._view.board.cards[self._source]
        self._show(preview.connection(Point(card.box.right, card.box.centre.y), at.board))
        target = card_at(self._view.board_scene.near(at.board, 0), at.board)
        self._view.selection.aim_at(target if target != self._source else None)
        cell = cell_under(self._view.board, self._view.pathway, at.board)
        if target is None and cell is not None:
            self._show(preview.frame(box_of_cell(self._view.board, self._view.pathway, cell)))

    def drop(self, at: Where) -> None:
        self.cancel()
        target = card_at(self._view.board_scene.near(at.board, 0), at.board)
        cell = cell_under(self._view.board, self._view.pathway, at.board)
        if target is not None:
            commands.connect(self._view, self._source, target)
        elif cell is not None:
            self._view.naming.draft_stage(after=self._source, cell=cell)

    def click(self, at: Where) -> None:
        del at
        steps.follow_up(self._view, self._source)

    def cancel(self) -> None:
        self._clear()
        self._view.selection.aim_at(None)

    def _show(self, item: QGraphicsItem) -> None:
        self._shown.append(item)
        self._view.board_scene.addItem(item)

    def _clear(self) -> None:
        for item in self._shown:
            self._view.board_scene.removeItem(item)
        self._shown.clear()
