"""Moving the board under the pointer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from designer.ui.canvas.gestures.gesture import Gesture, Where

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView


class Pan(Gesture):
    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = (False, False)

    def __init__(self, view: "BoardView", start: QPointF) -> None:
        self._view = view
        self._last = start

    def move(self, at: Where) -> None:
        gone = (self._last - at.view).toPoint()
        self._view.camera.scroll_by(gone.x(), gone.y())
        # Whole pixels only, so that slow movements add up.
        self._last = self._last - QPointF(gone)

    def drop(self, at: Where) -> None:
        self.move(at)

    def cancel(self) -> None:
        """Leave the board where it is: looking elsewhere changes nothing."""
