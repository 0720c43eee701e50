"""Leading one end of a handover to another card."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from designer.ui.canvas import preview
from designer.ui.canvas.gestures.gesture import Gesture, Where
from designer.ui.canvas.hits import End, card_at
from designer.ui.canvas.moves import joined_already
from model import edits
from model.ids import Id
from model.messages import _
from model.records import Handover

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem

    from designer.ui.canvas.view import BoardView


class Reconnect(Gesture):
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: "BoardView", handover: Id, end: End) -> None:
        self._view = view
        self._handover = handover
        self._end = end
        self._line: QGraphicsItem | None = None

    def move(self, at: Where) -> None:
        self._clear()
        points = self._view.board.arrows[self._handover].points
        if self._end is End.TARGET:
            self._line = preview.connection(points[0], at.board)
        else:
            self._line = preview.connection(at.board, points[-1])
        self._view.board_scene.addItem(self._line)
        self._view.selection.aim_at(card_at(self._view.board_scene.near(at.board, 0), at.board))

    def drop(self, at: Where) -> None:
        self.cancel()
        pathway = self._view.document.pathway
        arrow = pathway.find(Handover, self._handover)
        found = card_at(self._view.board_scene.near(at.board, 0), at.board)
        if arrow is None or found is None:
            return
        source, target = arrow.source, arrow.target
        if self._end is End.TARGET:
            target = found
        else:
            source = found
        if (source, target) == (arrow.source, arrow.target):
            return
        if source == target or joined_already(pathway, source, target):
            self._view.say(_("These stages are joined already; the handover stays."))
            return
        self._view.document.do(
            edits.reconnect(pathway, self._handover, source=source, target=target)
        )

    def cancel(self) -> None:
        self._clear()
        self._view.selection.aim_at(None)

    def _clear(self) -> None:
        if self._line is not None:
            self._view.board_scene.removeItem(self._line)
            self._line = None
