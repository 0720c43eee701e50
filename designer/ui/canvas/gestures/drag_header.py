"""Reordering lanes and phases by their headers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from designer.ui.canvas import preview
from designer.ui.canvas.gestures.gesture import Gesture, Where
from model import edits
from model.ids import Id

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem

    from designer.ui.canvas.headers import HeaderStrip
    from designer.ui.canvas.view import BoardView


class DragHeader(Gesture):
    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: "BoardView", strip: "HeaderStrip", id: Id) -> None:
        self._view = view
        self._strip = strip
        self._id = id
        self._line: QGraphicsItem | None = None
        self.scrolls = strip.scrolls

    def move(self, at: Where) -> None:
        place = self._place(at)
        self._strip.show_insertion(place)
        self._clear_line()
        spans = list(self._strip.spans())
        edge = spans[place].start if place < len(spans) else spans[-1].end
        self._line = preview.line(*self._strip.board_line(edge))
        self._view.board_scene.addItem(self._line)

    def drop(self, at: Where) -> None:
        place = self._place(at)
        self.cancel()
        ids = [span.id for span in self._strip.spans()]
        # The place counts the header itself, the verb counts the others.
        if place > ids.index(self._id):
            place -= 1
        document = self._view.document
        document.do(edits.move_to_place(document.pathway, self._id, place))

    def cancel(self) -> None:
        self._strip.show_insertion(None)
        self._clear_line()

    def _place(self, at: Where) -> int:
        along = self._strip.along(at.view)
        return sum(
            span.id is not None and along > (span.start + span.end) / 2
            for span in self._strip.spans()
        )

    def _clear_line(self) -> None:
        if self._line is not None:
            self._view.board_scene.removeItem(self._line)
            self._line = None
