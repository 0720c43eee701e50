"""Reordering lanes and phases by their headers; all that stands on them goes with them."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt

from designer.ui.canvas import preview
from designer.ui.canvas.gestures.gesture import Gesture, Where
from model import edits
from model.change import Change
from model.ids import Id

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem

    from designer.ui.canvas.header_strip import HeaderStrip, Span
    from designer.ui.canvas.view import BoardView

LIVE: Final = 400
"""With more stages than so many only a line shows the place: the board could not keep up."""


class DragHeader(Gesture):
    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: "BoardView", strip: "HeaderStrip", id: Id) -> None:
        self._view = view
        self._strip = strip
        self._id = id
        self._spans: list[Span] = []
        self._place = 0
        self._line: QGraphicsItem | None = None
        self.scrolls = strip.scrolls

    def begin(self, at: Where) -> None:
        del at
        # In the board's pixels, and as it was: what is shown while dragging is not aimed at.
        self._spans = [
            span._replace(start=self._on_board(span.start), end=self._on_board(span.end))
            for span in self._strip.spans()
        ]
        self._place = self._own_place

    def move(self, at: Where) -> None:
        place = self._place_at(at)
        if len(self._view.document.pathway.stages) > LIVE:
            self._show_line(place)
        elif place != self._place:
            self._place = place
            self._view.preview_of = self._change(place)
            self._view.refresh(frozenset(self._view.document.pathway))

    def drop(self, at: Where) -> None:
        change = self._change(self._place_at(at))
        self._clear_line()
        self._view.preview_of = Change("")
        if not self._view.document.do(change):
            self._view.refresh(frozenset(self._view.document.pathway))

    def cancel(self) -> None:
        self._clear_line()
        if self._view.preview_of:
            self._view.preview_of = Change("")
            self._view.refresh(frozenset(self._view.document.pathway))

    @property
    def _own_place(self) -> int:
        return [span.id for span in self._spans].index(self._id)

    def _on_board(self, along: float) -> float:
        start, _end = self._strip.board_line(along)
        return self._strip.along(QPointF(*start))

    def _place_at(self, at: Where) -> int:
        """Return the place among the others that the header would have."""
        along = self._strip.along(QPointF(*at.board))
        return sum(
            span.id not in (None, self._id) and along > (span.start + span.end) / 2
            for span in self._spans
        )

    def _change(self, place: int) -> Change:
        return edits.move_to_place(self._view.document.pathway, self._id, place)

    def _show_line(self, place: int) -> None:
        self._clear_line()
        others = [span for span in self._strip.spans() if span.id != self._id]
        along = others[place].start if place < len(others) else others[-1].end
        self._strip.show_insertion(along)
        self._line = preview.line(*self._strip.board_line(along))
        self._view.board_scene.addItem(self._line)

    def _clear_line(self) -> None:
        self._strip.show_insertion(None)
        if self._line is not None:
            self._view.board_scene.removeItem(self._line)
            self._line = None
