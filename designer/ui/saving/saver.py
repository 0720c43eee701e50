"""Saves beside the window, one after the other, so that the window never waits for a disk."""

import gc
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextvars import copy_context
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from designer.ui.crash import crash_log, note_fault
from designer.ui.saving.writing import NotSaved, Outcome, Saved, Wish, keep_before, write
from model.messages import _
from model.pathway import Pathway
from model.storage import reason_of
from model.versions import Versions

Told = Callable[[Outcome], object]
MakeWish = Callable[[], Wish | None]


def _nothing() -> None:
    pass


class _Job(NamedTuple):
    """What a thread does, and what follows in the window's thread when that has ended."""

    does: Callable[[], object]
    then: Callable[[], object] = _nothing


class Saver(QObject):
    """Of one window. All that it says arrives in the window's thread.

    `changed` is told when saving begins and ends, `busy` while another program has the file open,
    `not_kept` (a sentence) when no earlier version of a file could be kept.
    """

    changed = Signal()
    busy = Signal()
    not_kept = Signal(str)
    _wrote = Signal(object, object)
    _ended = Signal()

    def __init__(self, parent: QObject, versions: Versions) -> None:
        super().__init__(parent)
        self.versions = versions
        self._queue: deque[Callable[[], _Job | None]] = deque()
        self._under_way: _Job | None = None
        self._waiting: list[Callable[[], object]] = []
        self._wrote.connect(self._hear)
        self._ended.connect(self._end)

    @property
    def is_saving(self) -> bool:
        """Whether something is being written, or waits to be."""
        return self._under_way is not None

    def save(self, wish: MakeWish, told: Told, then: Callable[[], object] = _nothing) -> None:
        """Ask for a save; `told` hears what came of it, `then` follows when all has ended.

        `wish` is called when its turn has come, so that it takes the newest state; None is no
        save after all, and nothing follows.
        """
        self._put(lambda: self._saving(wish(), told, then))

    def keep(self, path: Path, pathway: Pathway) -> None:
        """Keep a state of a file as an earlier version of it, without writing the file."""
        self._put(lambda: _Job(lambda: self._keep(path, pathway)))

    def when_done(self, then: Callable[[], object]) -> None:
        """Do `then` when nothing is being saved any more."""
        if self.is_saving:
            self._waiting.append(then)
        else:
            then()

    def _put(self, making: Callable[[], _Job | None]) -> None:
        self._queue.append(making)
        if self._under_way is None:
            self._begin()

    def _begin(self) -> None:
        while self._queue and self._under_way is None:
            self._under_way = self._queue.popleft()()
        if self._under_way is not None:
            # Python waits for it before the program ends: a save that has begun is finished.
            context = copy_context()  # the language in force goes along
            run = self._under_way.does
            threading.Thread(target=lambda: context.run(self._run, run), name="saving").start()
            self.changed.emit()

    def _run(self, does: Callable[[], object]) -> None:
        # Python's collector of cycles would stop all threads for most of a second in a large
        # pathway, and could free widgets in this thread, where Qt doesn't allow that.
        collects = gc.isenabled()
        gc.disable()
        try:
            does()
        finally:
            if collects:
                gc.enable()
            self._ended.emit()

    def _saving(self, wish: Wish | None, told: Told, then: Callable[[], object]) -> _Job | None:
        if wish is None:
            return None
        return _Job(lambda: self._save(wish, told), then)

    def _save(self, wish: Wish, told: Told) -> None:
        """Write, tell, keep the version; in the thread."""
        try:
            self._try_to_keep(lambda: keep_before(wish, self.versions))
            outcome = write(wish, self.versions, self.busy.emit)
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the user hears of it
            note_fault(type(error), sys.exc_info()[2], crash_log())
            outcome = NotSaved(
                _(
                    "“{file}” could not be saved; the error was noted in {log}. Your work is "
                    "still open here. Save it under another name or in another folder."
                ).format(file=wish.path, log=crash_log())
            )
        self._wrote.emit(told, outcome)
        if isinstance(outcome, Saved):
            self._keep(wish.path, wish.pathway)

    def _keep(self, path: Path, pathway: Pathway) -> None:
        now = datetime.now().astimezone()
        self._try_to_keep(lambda: self.versions.keep(path, pathway, now))

    def _try_to_keep(self, does: Callable[[], object]) -> None:
        try:
            does()
        except OSError as error:
            self.not_kept.emit(
                _("No earlier version of the file could be kept ({reason}).").format(
                    reason=reason_of(error)
                )
            )

    @Slot(object, object)
    def _hear(self, told: Told, outcome: Outcome) -> None:
        told(outcome)

    @Slot()
    def _end(self) -> None:
        job, self._under_way = self._under_way, None
        self._begin()
        self.changed.emit()
        if job is not None:
            job.then()
        if not self.is_saving:
            waiting, self._waiting = self._waiting, []
            for then in waiting:
                then()
