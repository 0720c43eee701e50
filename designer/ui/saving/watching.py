"""Notices that a file may have changed, and looks at it beside the window."""

import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from designer.ui.saving.look import Look

_SETTLING: Final = 300  # ms; a sync client touches a file several times
_LONGEST_LEAVING: Final = 0.3  # seconds that a window waits for a disk that does not answer

Looking = Callable[[], Look]


class Watching(QObject):
    """Looks when the system tells of a change, and when the window comes to the front.

    `looking` is asked in the window's thread for what the other thread does, None when there is
    nothing to look at; `looked` brings what was seen.
    """

    looked = Signal(object)
    _done = Signal(object, object)

    def __init__(self, window: QWidget, looking: Callable[[], Looking | None]) -> None:
        super().__init__(window)
        self._looking = looking
        self._thread: threading.Thread | None = None
        self._again = False
        self._path: Path | None = None
        self._system = QFileSystemWatcher(self)
        self._system.fileChanged.connect(self._wait)
        self._system.directoryChanged.connect(self._wait)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLING)
        self._timer.timeout.connect(self.look)
        self._done.connect(self._end)
        window.installEventFilter(self)

    def follow(self, path: Path | None) -> None:
        """Watch another file, or none."""
        watched = [*self._system.files(), *self._system.directories()]
        if watched:
            self._system.removePaths(watched)
        self._path = path
        if path is None:
            self._timer.stop()
            self._again = False
            if self._thread is not None:
                self._thread.join(_LONGEST_LEAVING)
                self._thread = None
        else:
            self._watch()

    @Slot()
    def look(self) -> None:
        """Look now; while a look goes on, once more after it."""
        self._watch()  # whoever replaces a file ends the system's watch over it
        if self._thread is not None:
            self._again = True
            return
        looking = self._looking()
        if looking is None:
            return
        context = copy_context()
        # A look may be given up when the program ends, unlike a save.
        self._thread = threading.Thread(
            target=lambda: context.run(self._run, looking), name="looking", daemon=True
        )
        self._thread.start()

    @property
    def is_looking(self) -> bool:
        return self._thread is not None or self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self._path is not None:
            self.look()
        return super().eventFilter(watched, event)

    def _watch(self) -> None:
        # A share is not watched: asking for it may take minutes when it does not answer. There
        # the window's coming to the front and each save have to do.
        if self._path is None or str(self._path.absolute()).startswith(("\\\\", "//")):
            return
        wanted = (str(self._path.absolute()), str(self._path.absolute().parent))
        known = {*self._system.files(), *self._system.directories()}
        missing = [each for each in wanted if each not in known and Path(each).exists()]
        if missing:
            self._system.addPaths(missing)

    @Slot(str)
    def _wait(self, _path: str) -> None:
        if self._path is not None:
            self._timer.start()

    def _run(self, looking: Looking) -> None:
        seen = looking()
        with suppress(RuntimeError):  # the window has gone
            self._done.emit(threading.current_thread(), seen)

    @Slot(object, object)
    def _end(self, thread: threading.Thread, seen: Look) -> None:
        if thread is not self._thread:  # of a file that was left
            return
        thread.join()
        self._thread = None
        self.looked.emit(seen)
        if self._again:
            self._again = False
            self.look()
