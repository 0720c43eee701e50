"""What the crash journal costs: an edit in the window's thread, and until it is on the disk.

`blocked` is how long the journal keeps the thread that edits, wall time; the floor inserts a
kilobyte with SQLite and commits. `durable` is from the edit to the journal's word that it would
survive a crash, fsync included, one edit at a time.
"""

import os
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.synthetic import synthetic
from benchmarks.table import Clock, Row
from benchmarks.timing import collector_at_rest, of, once
from model import edits
from model.document import Changed, Document
from model.journal import Journal
from model.pathway import Pathway

EDITS = 200
_DATA = b"x" * 1024


def rows(stages: int) -> list[Row]:
    pathway = synthetic(stages)
    with TemporaryDirectory() as folder, collector_at_rest():
        blocked, durable = _edited(pathway, Path(folder) / "journal")
        inserted = _inserted(Path(folder) / "bare.sqlite")
        bare = _bare_writes(Path(folder) / "bare")
    return [
        Row("journal: the window blocked", "sqlite insert, commit", stages,
            of(blocked), of(inserted), clock=Clock.WALL),
        Row("edit until it is durable", "write and fsync 1 kB", stages,
            of(durable), of(bare), clock=Clock.WALL),
    ]  # fmt: skip


def _edited(pathway: Pathway, folder: Path) -> tuple[list[float], list[float]]:
    """Return for each edit how long the journal took in its thread, and until it was durable."""
    document = Document(pathway)
    journal = Journal(folder, document)
    append = document.watchers.pop()
    blocked: list[float] = []
    durable: list[float] = []

    def follow(notice: Changed) -> None:
        blocked.append(once(partial(append, notice)))

    document.watchers.append(follow)
    stages = pathway.stages
    for number in range(EDITS):
        stage = stages[number * 7 % len(stages)].id
        change = edits.rename(document.pathway, stage, "fi", f"Nimi {number}")
        edited = once(partial(document.do, change))
        durable.append(edited + once(journal.flush))
    document.watchers[-1] = append
    journal.close(delete=True)
    return blocked, durable


def _inserted(path: Path) -> list[float]:
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("CREATE TABLE step (number INTEGER PRIMARY KEY, data BLOB)")
        insert = partial(base.execute, "INSERT INTO step (data) VALUES (?)", (_DATA,))
        return [once(insert) for _insert in range(EDITS)]


def _bare_writes(path: Path) -> list[float]:
    with path.open("wb", buffering=0) as file:

        def write() -> None:
            file.write(_DATA)
            os.fsync(file.fileno())

        return [once(write) for _write in range(EDITS)]
