"""Journals that were left behind: finding them, reading what is whole of them."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from model.document import Act, Document
from model.journal import folder as places
from model.journal.draft import Draft, draft_read
from model.journal.encoding import NotReadableError, decode
from model.journal.snapshot import Stored, state_of, stored_of
from model.journal.store import Base, Step, checksum

_IN_USE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class Fault(StrEnum):
    """Why a journal gives less than was put into it."""

    NEWER = "newer"
    """A newer program made it; it was left alone."""
    DAMAGED = "damaged"
    """What comes after the damage could not be read."""
    UNREADABLE = "unreadable"
    """The system refuses to open it."""


class DamagedJournalError(Exception):
    """A journal of which not even the beginning can be read."""


class Found(NamedTuple):
    """A journal that belongs to no program that runs.

    `steps` are those that are whole. `offered` tells whether the user has been told of it.
    """

    file: Path
    base: Base | None = None
    steps: tuple[Step, ...] = ()
    draft: Draft | None = None
    offered: bool = False
    fault: Fault | None = None

    @property
    def stored(self) -> Stored:
        """Where the document lived; nowhere when it was never saved."""
        return Stored() if self.base is None else stored_of(self.base)

    @property
    def unsaved(self) -> int:
        """How many edits were made since the document was saved."""
        return len(self.steps) + (self.base.unsaved if self.base else 0)

    @property
    def edited_at(self) -> datetime:
        """When it was edited last by the clock of then; else when the journal was written."""
        with suppress(ValueError):
            if self.steps:
                return datetime.fromisoformat(self.steps[-1].at).astimezone()
            if self.base is not None:
                return datetime.fromisoformat(self.base.at).astimezone()
        with suppress(OSError):
            return datetime.fromtimestamp(self.file.stat().st_mtime).astimezone()
        return datetime.fromtimestamp(0).astimezone()


class Recovered(NamedTuple):
    """A document as it was, its undo history included; `lost` steps could not be read."""

    document: Document
    lost: int


def recoverable(folder: Path) -> list[Found]:
    """Find the journals that nobody has open, the one edited last first.

    Of the files of one session the newest counts when it is whole; the others are deleted then.
    """
    found: list[Found] = []
    sessions: dict[str, list[tuple[Path, places.Name]]] = {}
    for path, name in places.journals_in(folder):
        sessions.setdefault(name.session, []).append((path, name))
    for files in sessions.values():
        files.sort(key=lambda each: each[1].generation, reverse=True)
        found += _of_session(files)
    return sorted(found, key=lambda each: each.edited_at, reverse=True)


def replay(found: Found) -> Recovered:
    """Do again what the journal tells; raises DamagedJournalError when it tells nothing."""
    if found.base is None:
        raise DamagedJournalError(found.file.name)
    try:
        document = Document.going_on_from(state_of(found.base))
    except NotReadableError as error:
        raise DamagedJournalError(found.file.name) from error
    for place, step in enumerate(found.steps):
        if not _done_again(document, step):
            return Recovered(document, len(found.steps) - place)
    return Recovered(document, 0)


def mark_offered(found: Found) -> None:
    """Remember that the user has been told of this journal; where nothing can be written, not."""
    if found.base is None:
        return
    with suppress(sqlite3.Error), closing(_opened(found.file)) as database:
        database.execute("INSERT OR IGNORE INTO offered VALUES (1)")


def delete(found: Found) -> None:
    """Delete a journal; raises OSError."""
    places.remove(found.file)


def _of_session(files: Iterable[tuple[Path, places.Name]]) -> Iterator[Found]:
    newest_is_whole = False
    for path, name in files:
        if newest_is_whole:
            with suppress(OSError):
                places.remove(path)
            continue
        if name.version != places.VERSION:
            yield Found(path, fault=Fault.NEWER)
            continue
        try:
            found = _read(path)
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in _IN_USE:
                return
            refused = code in {
                sqlite3.SQLITE_CANTOPEN,
                sqlite3.SQLITE_READONLY,
                sqlite3.SQLITE_PERM,
            }
            yield Found(path, fault=Fault.UNREADABLE if refused else Fault.DAMAGED)
            continue
        if found is None:  # its program was killed before anything was written
            with suppress(OSError):
                places.remove(path)
            continue
        newest_is_whole = found.fault is None
        yield found


def _opened(path: Path) -> sqlite3.Connection:
    """Open a journal and lock it; raises sqlite3.OperationalError while it is in use."""
    database = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=0, isolation_level=None
    )
    try:
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("BEGIN IMMEDIATE")
        database.execute("COMMIT")
    except BaseException:
        database.close()
        raise
    return database


def _read(path: Path) -> Found | None:
    """Read what is whole; None when nothing was written yet. Raises sqlite3.Error."""
    if path.stat().st_size == 0:
        return None
    with closing(_opened(path)) as database:
        if not database.execute("SELECT 1 FROM sqlite_master").fetchone():
            return None
        rows = database.execute("SELECT * FROM base").fetchall()
        if not rows:
            return None
        *values, total = rows[0]
        if not _is_whole(values, total, (int, str, int, str, str, str, *[bytes] * 4)):
            return Found(path, fault=Fault.DAMAGED)
        base = Base(*values)
        steps: list[Step] = []
        whole = True
        try:
            for *step, total in database.execute("SELECT * FROM steps ORDER BY number"):
                follows = step[0] == base.number + len(steps) + 1
                if not follows or not _is_whole(step, total, (int, str, str, bytes)):
                    whole = False
                    break
                steps.append(Step(*step))
            draft = _draft(database)
            offered = bool(database.execute("SELECT 1 FROM offered").fetchone())
        except sqlite3.DatabaseError:
            whole, draft, offered = False, None, False
        return Found(path, base, tuple(steps), draft, offered, None if whole else Fault.DAMAGED)


def _draft(database: sqlite3.Connection) -> Draft | None:
    row = database.execute("SELECT * FROM draft").fetchone()
    if row is None or not _is_whole(row[:-1], row[-1], (int, bytes)):
        return None
    return draft_read(row[1])


def _is_whole(values: Iterable[Any], total: object, kinds: Iterable[type]) -> bool:
    values = list(values)
    typed = all(map(isinstance, values, kinds))
    return typed and checksum(values) == total


def _done_again(document: Document, step: Step) -> bool:
    """Do a step; say whether it did what it did then."""
    try:
        change, act = decode(step.change), Act(step.act)
    except (NotReadableError, ValueError):
        return False
    match act:
        case Act.DO:
            done = document.do(change)
        case Act.MERGE:
            done = document.merge(change)
        case Act.UNDO:
            done = document.undo()
        case Act.REDO:
            done = document.redo()
    return done == change
