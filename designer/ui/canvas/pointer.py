"""Which gesture a press begins, and its course until the release."""

from math import hypot
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, Qt, QTimerEvent
from PySide6.QtWidgets import QApplication

from designer.ui.canvas.gestures.connect import Connect
from designer.ui.canvas.gestures.drag_cards import DragCards
from designer.ui.canvas.gestures.gesture import Gesture, Where
from designer.ui.canvas.gestures.pan import Pan
from designer.ui.canvas.gestures.reconnect import Reconnect
from designer.ui.canvas.gestures.rubber_band import RubberBand
from designer.ui.canvas.hits import LINE_REACH, arrow_at, card_at, end_at, note_at
from designer.ui.canvas.notes.drag_note import DragNote
from model.ids import Id

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

_ADDING: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_END_REACH: Final = 10.0
_EDGE: Final = 28  # screen pixels at the view's edge where a gesture scrolls
_SCROLL_EVERY: Final = 30  # milliseconds
_SCROLL_STEP: Final = 14  # screen pixels


class Pointer(QObject):
    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view
        self._gesture: Gesture | None = None
        self._pressed: Where | None = None
        self._begun = False
        self._last: Where | None = None
        self._timer = 0

    @property
    def is_busy(self) -> bool:
        return self._gesture is not None

    def press(self, at: Where, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier) -> None:
        """Begin what the button does at this place."""
        self.cancel()
        if button is Qt.MouseButton.MiddleButton or (
            button is Qt.MouseButton.LeftButton and self._view.space_held
        ):
            self.start(Pan(self._view, at.view), at)
        elif button is Qt.MouseButton.LeftButton and not self._view.tidying.is_on:
            self.start(self._chosen(at, adding=bool(modifiers & _ADDING)), at)

    def start(self, gesture: Gesture | None, at: Where) -> None:
        self._gesture, self._pressed, self._begun = gesture, at, False

    def move(self, at: Where) -> None:
        gesture, pressed = self._gesture, self._pressed
        if gesture is None or pressed is None:
            return
        if not self._begun:
            gone = at.view - pressed.view
            if hypot(gone.x(), gone.y()) < QApplication.startDragDistance():
                return
            self._begun = True
            if gesture.cursor is not None:
                self._view.viewport().setCursor(gesture.cursor)
            gesture.begin(pressed)
            self._view.hover.show_handles()
        self._last = at
        gesture.move(at)
        self._scroll_at_edge()

    def release(self, at: Where) -> None:
        gesture, begun = self._gesture, self._begun
        self._end()
        if gesture is None:
            return
        if begun:
            gesture.drop(at)
        else:
            gesture.click(at)

    def cancel(self) -> None:
        """Drop the gesture that is going on; nothing has changed."""
        gesture, begun = self._gesture, self._begun
        self._end()
        if gesture is not None and begun:
            gesture.cancel()

    def _end(self) -> None:
        self._gesture, self._pressed, self._last, self._begun = None, None, None, False
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0
        self._view.viewport().unsetCursor()
        self._view.hover.show_handles()

    def _chosen(self, at: Where, *, adding: bool) -> Gesture | None:
        view = self._view
        source = view.hover.handle_at(at.board) or view.unfinished.at(at.board)
        if source is not None:
            return Connect(view, source)
        if (reconnect := self._grip(at)) is not None:
            return reconnect
        reach = LINE_REACH / view.camera.zoom
        near = view.board_scene.near(at.board, reach)
        if (note := note_at(near, at.board)) is not None:
            return self._pressed_note(note, adding=adding)
        if (card := card_at(near, at.board)) is not None:
            return self._pressed_card(card, adding=adding)
        if (arrow := arrow_at(near, at.board, reach)) is not None:
            self._select(arrow, adding=adding)
            return None
        return RubberBand(view, view.selection.ids if adding else ())

    def _grip(self, at: Where) -> Reconnect | None:
        view = self._view
        focused = view.board.arrows.get(view.selection.focused or "")
        if focused is None:
            return None
        end = end_at(focused, at.board, _END_REACH / view.camera.zoom)
        return Reconnect(view, focused.id, end) if end is not None else None

    def _pressed_card(self, card: Id, *, adding: bool) -> Gesture | None:
        view = self._view
        if adding:
            self._select(card, adding=True)
            return None
        if card not in view.selection.ids:
            view.select((card,))
        return DragCards(view, card)

    def _pressed_note(self, note: Id, *, adding: bool) -> Gesture | None:
        if adding:
            self._select(note, adding=True)
            return None
        return DragNote(self._view, note)

    def _select(self, id: Id, *, adding: bool) -> None:
        view = self._view
        if not adding:
            view.select((id,))
        elif id in view.selection.ids:
            view.select(tuple(other for other in view.selection.ids if other != id))
        else:
            view.select((*view.selection.ids, id))

    def _edge_step(self, gesture: Gesture, at: QPointF) -> tuple[int, int]:
        room = self._view.viewport().rect()
        across, down = gesture.scrolls
        return (
            across * _towards(at.x(), room.width()) * _SCROLL_STEP,
            down * _towards(at.y(), room.height()) * _SCROLL_STEP,
        )

    def _scroll_at_edge(self) -> None:
        wanted = (
            self._gesture is not None
            and self._last is not None
            and self._edge_step(self._gesture, self._last.view) != (0, 0)
        )
        if wanted and not self._timer:
            self._timer = self.startTimer(_SCROLL_EVERY)
        elif not wanted and self._timer:
            self.killTimer(self._timer)
            self._timer = 0

    def timerEvent(self, event: QTimerEvent) -> None:
        del event
        if self._gesture is None or self._last is None:
            return
        camera = self._view.camera
        camera.scroll_by(*self._edge_step(self._gesture, self._last.view))
        self._last = Where(self._last.view, camera.to_board(self._last.view))
        self._gesture.move(self._last)


def _towards(value: float, size: int) -> int:
    if value < _EDGE:
        return -1
    return 1 if value > size - _EDGE else 0
