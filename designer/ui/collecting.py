"""Finds objects that only hold each other: in the window's thread, while nobody waits.

Why not when Python would: docs/decisions/0019-collecting.md.
"""

import gc
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

LOOKING: Final = 1000
"""Milliseconds between looks."""
LONG_REST: Final = 30_000
"""Milliseconds without a key or the mouse after which everything is looked through."""
SHORT_REST: Final = 2_000
"""The same when much has come: `GROWTH` times as many objects as after the last such look."""
GROWTH: Final = 1.5
FEW: Final = 2_000
"""New objects for which it is not worth looking."""

_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.NativeGesture,  # two fingers on a touchpad
        QEvent.Type.DragMove,  # of a file, over the window
    }
)


class Collecting(QObject):
    """From `begin` to `end` no thread looks by itself, only the window's, between events.

    A look goes through what was made since the last one and puts it aside ("frozen" in `gc`): it
    takes as long as there was work, not as the pathway is large. What is aside still goes when
    nothing refers to it; what only holds each other there is found at the next long rest.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._application = application
        self._since_input = QElapsedTimer()
        self._since_look = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKING)
        self._timer.timeout.connect(self.look)
        self._least = 0
        self._may_hold_more = False
        self._heard: QWindow | None = None

    def begin(self) -> None:
        gc.disable()
        self._since_look.start()
        self._application.focusWindowChanged.connect(self._hear)
        self.put_aside()
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()
        self._application.focusWindowChanged.disconnect(self._hear)
        self._hear(None)
        gc.unfreeze()
        gc.enable()

    def rest(self) -> int:
        """Return for how many milliseconds nobody has pressed a key or moved the mouse.

        Whoever holds a button down, or has a menu open, is in the midst of something. The mouse's
        moves over a menu may be heard by no other window.
        """
        if _is_amid_something():
            self._since_input.restart()
        return self._since_input.elapsed()

    def put_aside(self) -> None:
        """Pass over all that there is now, as after opening a file: most of it will stay.

        Nobody could press a key while it was opened: a rest begins now.
        """
        self._since_input.start()
        gc.freeze()
        self._least = gc.get_freeze_count()
        self._may_hold_more = True

    def look(self) -> None:
        """Look through what is new; through everything when nobody will notice."""
        if self._is_at_rest():
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._least = gc.get_freeze_count()
            self._may_hold_more = False
        elif gc.get_count()[0] > FEW:
            gc.collect()
            gc.freeze()
            self._may_hold_more = True
        self._since_look.restart()

    def _is_at_rest(self) -> bool:
        was_busy = self._since_look.elapsed() > 2 * LOOKING  # and keys may wait to be heard
        if was_busy or not self._may_hold_more:
            return False
        rest = self.rest()
        if rest < SHORT_REST or rest >= LONG_REST:
            return rest >= LONG_REST
        return gc.get_freeze_count() > self._least * GROWTH  # goes through all that is aside

    def _hear(self, window: QWindow | None) -> None:
        """Listen to the window that has the keys; there is none while another program is used."""
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = window
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._since_input.restart()
        return super().eventFilter(watched, event)


def _is_amid_something() -> bool:
    held = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
    return held or QApplication.activePopupWidget() is not None
