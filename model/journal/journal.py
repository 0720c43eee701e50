"""The crash journal of one open document: each change is on the disk a moment after it is made.

The thread that makes a change only puts it into a queue. A thread of the journal's own writes all
that waits there at once. When that fails it goes on trying, each time in a fresh file: whatever
the disk did to the one before is left behind.
"""

import platform
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Final, NamedTuple
from weakref import ref

from model.change import Change
from model.document import Act, Changed, Document
from model.journal import folder as places
from model.journal.draft import Draft, draft_written
from model.journal.encoding import NotReadableError, decode, encode, kinds_in
from model.journal.snapshot import Moment, Stored, base_of, state_of
from model.journal.store import Step, Store
from model.pathway import Pathway

MOST_STEPS: Final = 5000
"""So many steps are kept one by one; then the journal begins anew with what has come of them."""
LOOK_EVERY: Final = 2.0
"""Seconds after which a failing journal is tried again, and one at rest is looked at."""
_REMEMBERED: Final = 500
_LONGEST_CLOSING: Final = 5.0


class _Step(NamedTuple):
    """One act, and the pathway after it."""

    number: int
    at: str
    act: Act
    change: Change
    pathway: Pathway


class _Task(NamedTuple):
    """What is to be written: a step, the draft (None: as it was), the whole state anew."""

    moment: Moment | None
    step: _Step | None = None
    draft: bytes | None = None
    anew: bool = False


class _Flush:
    def __init__(self) -> None:
        self.over = threading.Event()
        self.durable = False


class _Close(NamedTuple):
    delete: bool


class Journal:
    """Follows a document from its first change on; before that there is neither file nor thread.

    `told` is called from the journal's thread: with the reason when the work can't be kept, with
    None when all of it is on the disk again. `model.journal.reason_in_words` says it to people.
    """

    def __init__(
        self,
        folder: Path,
        document: Document,
        stored: Stored = Stored(),  # noqa: B008 - a value
        *,
        told: Callable[[Exception | None], object] = lambda _reason: None,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self._folder = folder
        self._document = document
        self._stored = stored
        self._now = now
        self._session = places.new_session()
        self._number = 0
        self._edited_at = ""
        self._unsaved = 0
        self._pathways: deque[tuple[int, ref[Pathway]]] = deque(maxlen=_REMEMBERED)
        self._waiting: deque[float] = deque()
        self._tasks: SimpleQueue[_Task | _Flush | _Close] = SimpleQueue()
        self._writer = _Writer(folder, self._session, self._tasks, self._waiting, told)
        self._thread: threading.Thread | None = None
        document.watchers.append(self._append)

    @property
    def file(self) -> Path | None:
        """Where the journal lies now; None before the first change."""
        return self._writer.file

    @property
    def lag(self) -> float:
        """For how many seconds the oldest change that is not on the disk yet has waited."""
        try:
            return monotonic() - self._waiting[0]
        except IndexError:
            return 0.0

    def keep_all(self, unsaved: int) -> None:
        """Keep the document as it is now, with so many earlier edits that its file lacks."""
        self._unsaved += unsaved
        self._put(_Task(self._moment(), anew=True))

    def saved(self, stored: Stored) -> None:
        """Take note that the document was saved; its `mark_saved` must have told it before."""
        self._stored = stored
        if self._thread is None:
            return
        state = self._document.state
        numbers = [number for number, pathway in self._pathways if pathway() is state.saved]
        edited_since = self._number - numbers[-1] if numbers else 1
        self._unsaved = edited_since if self._document.is_modified else 0
        self._put(_Task(self._moment(), anew=True))

    def draft(self, draft: Draft | None) -> None:
        """Keep words that are still being typed; None when they are typed no longer."""
        if draft is None and self._thread is None:
            return
        self._put(_Task(self._moment(), draft=draft_written(draft)))

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until all is on the disk; return whether it is."""
        if self._thread is None:
            return True
        flush = _Flush()
        self._tasks.put(flush)
        flush.over.wait(timeout)
        return flush.durable

    def close(self, *, delete: bool) -> None:
        """Follow the document no longer; `delete` when nothing of it is to be recovered."""
        with suppress(ValueError):
            self._document.watchers.remove(self._append)
        if self._thread is not None:
            self._tasks.put(_Close(delete))
            self._thread.join(_LONGEST_CLOSING)
            self._thread = None

    def _append(self, notice: Changed) -> None:
        self._number += 1
        self._unsaved += 1
        self._edited_at = self._now().isoformat(timespec="seconds")
        self._pathways.append((self._number, ref(notice.pathway)))
        step = _Step(self._number, self._edited_at, notice.act, notice.change, notice.pathway)
        # While a watcher has made a further change, the document is ahead of this notice.
        is_latest = notice.pathway is self._document.pathway
        self._put(_Task(self._moment() if is_latest else None, step))

    def _moment(self) -> Moment:
        at = self._edited_at or self._now().isoformat(timespec="seconds")
        return Moment(self._number, at, self._unsaved, self._stored, self._document.state)

    def _put(self, task: _Task) -> None:
        self._waiting.append(monotonic())
        self._tasks.put(task)
        if self._thread is None:
            self._thread = threading.Thread(target=self._writer.run, name="journal", daemon=True)
            self._thread.start()


class _Writer:
    """The journal's thread: what it alone touches."""

    def __init__(
        self,
        folder: Path,
        session: str,
        tasks: "SimpleQueue[_Task | _Flush | _Close]",
        waiting: deque[float],
        told: Callable[[Exception | None], object],
    ) -> None:
        self._folder = folder
        self._session = session
        self._tasks = tasks
        self._waiting = waiting
        self._told = told
        self._machine = platform.node()
        self._store: Store | None = None
        self._generation = 0
        self._failed_at: float | None = None
        self._reason = ""
        self._latest: Moment | None = None
        self._beyond: list[_Step] = []
        self._draft = b""
        self._owed = 0
        self._suspect = False

    @property
    def file(self) -> Path | None:
        return self._store.path if self._store else None

    def run(self) -> None:
        while True:
            tasks, flushes, close = self._gather()
            if close is not None:
                self._finish(close, tasks)
                return
            self._attempt(tasks, pressed=bool(flushes))
            for flush in flushes:
                flush.durable = self._owed == 0
                flush.over.set()

    def _gather(self) -> tuple[list[_Task], list[_Flush], _Close | None]:
        """Wait for something to do, for a while; take all that there is."""
        tasks: list[_Task] = []
        flushes: list[_Flush] = []
        with suppress(Empty):
            found = self._tasks.get(timeout=LOOK_EVERY)
            while True:
                if isinstance(found, _Close):
                    return tasks, flushes, found
                if isinstance(found, _Flush):
                    flushes.append(found)
                else:
                    tasks.append(found)
                found = self._tasks.get_nowait()
        return tasks, flushes, None

    def _attempt(self, tasks: list[_Task], *, pressed: bool) -> None:
        self._take_note(tasks)
        self._owed += len(tasks)
        failed = self._failed_at
        if failed is not None and monotonic() - failed < LOOK_EVERY and not pressed:
            return
        try:
            if not self._write(tasks):
                return
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told and tried again
            self._suspect |= not isinstance(error, (OSError, sqlite3.Error))
            self._failed_at = monotonic()
            if self._reason != repr(error):
                self._reason = repr(error)
                self._told(error)
            return
        for _task in range(self._owed):
            self._waiting.popleft()
        self._owed = 0
        if failed is not None:
            self._failed_at, self._reason = None, ""
            self._told(None)

    def _take_note(self, tasks: list[_Task]) -> None:
        for task in tasks:
            if task.step is not None:
                self._beyond.append(task.step)
            if task.moment is not None:
                self._latest = task.moment
                self._beyond.clear()
            if task.draft is not None:
                self._draft = task.draft

    def _write(self, tasks: list[_Task]) -> bool:
        """Bring all to the disk; False while only a part of what belongs together has come."""
        if self._latest is None:
            return not self._beyond
        store = self._store
        if store is None or self._failed_at is not None or not store.is_in_place():
            self._write_afresh(self._latest)
            return True
        steps = [task.step for task in tasks if task.step is not None]
        anew = any(task.anew for task in tasks) or store.steps + len(steps) > MOST_STEPS
        if anew:
            store.begin_anew(base_of(self._latest, self._machine))
            steps = self._beyond
        if steps:
            store.append(map(_written, steps))
        if any(task.draft is not None for task in tasks):
            store.put_draft(self._draft)
        return True

    def _write_afresh(self, latest: Moment) -> None:
        """Put all into a new file; only then let go of the one before."""
        base = base_of(latest, self._machine)
        if self._suspect:
            state_of(base)
            self._suspect = False
        name = places.Name(places.VERSION, self._session, self._generation)
        path = self._folder / str(name)
        self._generation += 1
        store = Store(path, base)
        try:
            if self._beyond:
                store.append(map(_written, self._beyond))
            if self._draft:
                store.put_draft(self._draft)
        except BaseException:
            _drop(store)
            raise
        before, self._store = self._store, store
        if before is not None:
            _drop(before)

    def _finish(self, close: _Close, tasks: list[_Task]) -> None:
        if not close.delete:
            self._failed_at = None
            self._attempt(tasks, pressed=True)
            if self._store is not None:
                self._store.close()
        elif self._store is not None:
            _drop(self._store)


def _drop(store: Store) -> None:
    with suppress(sqlite3.Error):
        store.close()
    with suppress(OSError):
        places.remove(store.path)


def _written(step: _Step) -> Step:
    change = encode(step.change, kinds_in(step.pathway, (step.change,)))
    if decode(change) != step.change:
        raise NotReadableError(step.act)
    return Step(step.number, step.at, step.act, change)
