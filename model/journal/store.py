"""One journal on the disk: an SQLite file with a state to begin from and the steps since.

SQLite keeps the file locked as long as its owner lives, and the system lets go of the lock when
the owner is killed: a journal that can be locked belongs to nobody. Every row carries a checksum,
since a flipped bit inside a text would otherwise be recovered as what was typed.
"""

import os
import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import Final, NamedTuple

from model.journal import folder as places
from model.storage import settle_folder

APPLICATION: Final = 0x4B544A55  # "KTJU" in the file's head, for whoever finds it

_TABLES: Final = """
    BEGIN;
    PRAGMA application_id = {application};
    PRAGMA user_version = {version};
    CREATE TABLE base (
        number INTEGER PRIMARY KEY, at TEXT, unsaved INTEGER, path TEXT, fingerprint TEXT,
        machine TEXT, pathway BLOB, saved BLOB, undo BLOB, redo BLOB, checksum INTEGER);
    CREATE TABLE steps (
        number INTEGER PRIMARY KEY, at TEXT, act TEXT, change BLOB, checksum INTEGER);
    CREATE TABLE draft (number INTEGER PRIMARY KEY, content BLOB, checksum INTEGER);
    CREATE TABLE offered (number INTEGER PRIMARY KEY);
    COMMIT;
"""


class Base(NamedTuple):
    """A whole document.

    `number` is that of the last step in it, `unsaved` counts its edits since it was saved, `at`
    is when it was edited last (ISO 8601). `pathway` and `saved` are files (`saved` empty: the
    same), `undo` and `redo` lists of changes, all packed.
    """

    number: int
    at: str
    unsaved: int
    path: str
    fingerprint: str
    machine: str
    pathway: bytes
    saved: bytes
    undo: bytes
    redo: bytes


class Step(NamedTuple):
    """One act, as JSON; numbers rise by one."""

    number: int
    at: str
    act: str
    change: bytes


def checksum(row: Iterable[object]) -> int:
    total = 0
    for value in row:
        data = value if isinstance(value, bytes) else str(value).encode()
        total = zlib.crc32(data, zlib.crc32(b"%d:" % len(data), total))
    return total


class Store:
    """An open journal of this process, kept locked. Every method raises OSError or sqlite3.Error.

    What a method has written is durable when it returns.
    """

    def __init__(self, path: Path, base: Base) -> None:
        """Make the file; it must not exist yet."""
        places.make_private(path.parent)
        places.make_file(path)
        self.path = path
        self.steps = 0
        # The thread that writes is another than the one that closes what it left.
        self._database = sqlite3.connect(
            path, timeout=1, isolation_level=None, check_same_thread=False
        )
        try:
            # The tables go in before the log begins, so that the file's head tells what it is.
            self._database.executescript(
                _TABLES.format(application=APPLICATION, version=places.VERSION)
            )
            self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = FULL")
            self._database.execute("PRAGMA fullfsync = 1")
            self.begin_anew(base)
            self._database.execute("PRAGMA wal_checkpoint")  # the state is safe from a cut log
            settle_folder(path.parent)
            self._identity = self._identities()
        except BaseException:
            self.close()
            with suppress(OSError):
                places.remove(path)
            raise

    def begin_anew(self, base: Base) -> None:
        """Put a state in the place of all that there is; the draft stays."""
        with closing(self._database.cursor()) as cursor:
            self._begin()
            cursor.execute("DELETE FROM base")
            cursor.execute("DELETE FROM steps")
            cursor.execute(
                "INSERT INTO base VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*base, checksum(base))
            )
            cursor.execute("COMMIT")
        self.steps = 0

    def append(self, steps: Iterable[Step]) -> None:
        rows = [(*step, checksum(step)) for step in steps]
        with closing(self._database.cursor()) as cursor:
            self._begin()
            cursor.executemany("INSERT INTO steps VALUES (?, ?, ?, ?, ?)", rows)
            cursor.execute("COMMIT")
        self.steps += len(rows)

    def put_draft(self, content: bytes) -> None:
        """Keep what is being typed, in the place of what was being typed before."""
        row = (1, content)
        values = (*row, checksum(row))
        self._database.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", values)

    def is_in_place(self) -> bool:
        """Whether the files that are written are still those that others will find."""
        return self._identities() == self._identity

    def close(self) -> None:
        self._database.close()

    def _begin(self) -> None:
        if self._database.in_transaction:  # of an act that failed half-way
            self._database.execute("ROLLBACK")
        self._database.execute("BEGIN IMMEDIATE")

    def _identities(self) -> list[tuple[int, int]]:
        found = []
        for path in (self.path, self.path.with_name(self.path.name + "-wal")):
            try:
                status = os.lstat(path)
            except FileNotFoundError:
                continue
            found.append((status.st_dev, status.st_ino))
        return found
