"""Wheels, touchpads and touch screens: scrolling and zooming around the place pointed at."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from designer.ui.canvas.camera import STEP

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

_NOTCH: Final = 120  # what one notch of a mouse wheel counts, in eighths of a degree
_NOTCH_SCROLLS: Final = 60  # screen pixels


def listen(view: "BoardView") -> None:
    view.viewport().grabGesture(Qt.GestureType.PinchGesture)


def wheel(view: "BoardView", event: QWheelEvent, at: QPointF) -> None:
    """Zoom with Ctrl around `at` (in the view's pixels), else scroll; sideways with Shift."""
    turned = event.angleDelta()
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        view.camera.zoom_by(STEP ** (turned.y() / _NOTCH), at)
    else:
        exact = event.pixelDelta()
        gone = exact if not exact.isNull() else turned * (_NOTCH_SCROLLS / _NOTCH)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not gone.x():
            gone = gone.transposed()
        view.camera.scroll_by(-gone.x(), -gone.y())
    event.accept()


def pinched(view: "BoardView", event: QEvent) -> bool:
    """Zoom when two fingers pinch; False when the event is something else."""
    offset = QPointF(view.viewport().pos())
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        view.camera.zoom_by(1 + event.value(), event.position() + offset)
        return True
    if not isinstance(event, QGestureEvent):
        return False
    pinch = event.gesture(Qt.GestureType.PinchGesture)
    if not isinstance(pinch, QPinchGesture):
        return False
    at = QPointF(view.viewport().mapFromGlobal(pinch.centerPoint().toPoint()))
    view.camera.zoom_by(pinch.scaleFactor(), at + offset)
    return True
