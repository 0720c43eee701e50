"""Hanging a note on something else by dragging it; a click in its corner ticks it off."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from designer.ui.canvas import preview
from designer.ui.canvas.descriptions import place_of_note
from designer.ui.canvas.gestures.gesture import Gesture, Where
from designer.ui.canvas.notes import commands
from designer.ui.canvas.notes.items import ghost_of, on_tick
from designer.ui.canvas.notes.places import anchor_at
from model import notes
from model.ids import Id
from model.layout.geometry import Point, Rect
from model.messages import _
from model.notes import Anchor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem

    from designer.ui.canvas.view import BoardView


class DragNote(Gesture):
    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: "BoardView", note: Id) -> None:
        self._view = view
        self._note = note
        self._start = Point(0, 0)
        self._ghost: QGraphicsItem | None = None
        self._frame: QGraphicsItem | None = None
        self._said: Anchor | None = None

    def begin(self, at: Where) -> None:
        self._start = at.board
        self._ghost = ghost_of(self._view.board.notes[self._note])
        self._view.board_scene.addItem(self._ghost)
        self._view.selection.dim((self._note,))

    def move(self, at: Where) -> None:
        if self._ghost is not None:
            self._ghost.setPos(at.board.x - self._start.x, at.board.y - self._start.y)
        anchor = anchor_at(self._view, at, self._note)
        if anchor == self._said:
            return
        self._said = anchor
        self._view.selection.aim_at(anchor.about)
        self._show_frame(anchor)
        place = place_of_note(self._view.pathway, anchor, self._view.language)
        self._view.say(_("The note would hang on: {place}").format(place=place))

    def drop(self, at: Where) -> None:
        anchor = anchor_at(self._view, at, self._note)
        self.cancel()
        document = self._view.document
        if document.do(notes.hang(document.pathway, self._note, anchor)):
            self._view.select_and_show(self._note)

    def click(self, at: Where) -> None:
        view = self._view
        note = view.board.notes.get(self._note)
        view.select((self._note,))
        if note is not None and on_tick(note, at.board):
            commands.settle_selected(view)

    def cancel(self) -> None:
        for item in (self._ghost, self._frame):
            if item is not None:
                self._view.board_scene.removeItem(item)
        self._ghost = self._frame = None
        self._view.selection.dim(())
        self._view.selection.aim_at(None)

    def _show_frame(self, anchor: Anchor) -> None:
        if self._frame is not None:
            self._view.board_scene.removeItem(self._frame)
            self._frame = None
        box = _box_of(self._view, anchor) if anchor.about is None else None
        if box is not None:
            self._frame = preview.frame(box)
            self._view.board_scene.addItem(self._frame)


def _box_of(view: "BoardView", anchor: Anchor) -> Rect | None:
    """Return where an actor's lane and a phase's columns cross."""
    lane = next((lane.strip for lane in view.board.lanes if lane.id == anchor.actor), None)
    phase = next((phase.strip for phase in view.board.phases if phase.id == anchor.phase), None)
    if lane is None or phase is None:
        return None
    return Rect(phase.x + 4, lane.y + 4, phase.width - 8, lane.height - 8)
