"""Journals that were cut, bent or flipped: what is whole is read, and the rest is told."""

import shutil
from pathlib import Path

import pytest

from model import edits
from model.document import Document
from model.journal import DamagedJournalError, Fault, Found, Journal, recoverable, replay

STEPS = 12


class Kept:
    """A journal as it lay on the disk after each of its steps."""

    def __init__(self, document: Document, folder: Path) -> None:
        self.names = ["alku"]
        self.ends: list[int] = []
        self.log = b""
        journal = Journal(folder, document)
        for step in range(STEPS):
            document.do(edits.rename(document.pathway, "s0", "fi", f"Nimi {step}"))
            self.names.append(f"Nimi {step}")
            assert journal.flush()
            assert journal.file is not None
            before, self.log = (
                self.log,
                journal.file.with_name(journal.file.name + "-wal").read_bytes(),
            )
            self.ends.append(_end_of_what_is_new(before, self.log) if step else 0)
        assert journal.file is not None
        self.name = journal.file.name
        # Read last of all: to open and close a file that is locked here lets go of the lock.
        self.main = journal.file.read_bytes()
        journal.close(delete=True)

    def laid(self, folder: Path, main: bytes, log: bytes) -> Path:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / self.name).write_bytes(main)
        (folder / f"{self.name}-wal").write_bytes(log)
        return folder


def _end_of_what_is_new(before: bytes, after: bytes) -> int:
    """Return up to which byte a log must be there, so that the last step is in it."""
    before = before.ljust(len(after), b"\0")
    return max(place for place in range(len(after)) if before[place] != after[place]) + 1


@pytest.fixture
def kept(document: Document, folder: Path) -> Kept:
    return Kept(document, folder)


def name_in(found: Found) -> str:
    return replay(found).document.pathway.stages[0].title["fi"]


def test_a_log_cut_anywhere_keeps_all_that_was_acknowledged(kept: Kept, tmp_path: Path) -> None:
    assert kept.ends == sorted(kept.ends)
    for length in (*range(0, kept.ends[-1], 97), *kept.ends, len(kept.log)):
        (found,) = recoverable(kept.laid(tmp_path / "cut", kept.main, kept.log[:length]))
        got = kept.names.index(name_in(found))
        assert got == sum(end <= length for end in kept.ends)


def test_a_flipped_byte_is_never_taken_for_what_was_typed(kept: Kept, tmp_path: Path) -> None:
    log = kept.log
    for place in range(32, len(log), 211):
        bent = bytearray(log)
        bent[place] ^= 0x20
        for found in recoverable(kept.laid(tmp_path / "bent", kept.main, bytes(bent))):
            assert name_in(found) in kept.names
    for place in range(0, len(kept.main), 307):
        bent = bytearray(kept.main)
        bent[place] ^= 0x20
        (found,) = recoverable(kept.laid(tmp_path / "bent", bytes(bent), kept.log))
        try:
            assert name_in(found) in kept.names
        except DamagedJournalError:
            assert found.fault in {Fault.DAMAGED, None}


@pytest.mark.parametrize("content", [b"no journal at all" * 300, b"SQLite format 3\0" + b"\0" * 90])
def test_what_is_no_journal_is_told_and_left(kept: Kept, tmp_path: Path, content: bytes) -> None:
    folder = kept.laid(tmp_path / "odd", content, b"")
    (found,) = recoverable(folder)
    assert found.fault is Fault.DAMAGED
    assert found.file.read_bytes() == content
    with pytest.raises(DamagedJournalError):
        replay(found)


def test_an_empty_file_held_nothing(kept: Kept, tmp_path: Path) -> None:
    folder = kept.laid(tmp_path / "empty", b"", b"")
    assert recoverable(folder) == []


def test_a_step_that_is_lost_ends_what_is_read(document: Document, folder: Path) -> None:
    import sqlite3

    journal = Journal(folder, document)
    for step in range(4):
        document.do(edits.rename(document.pathway, "s0", "fi", f"Nimi {step}"))
        journal.flush()
    file = journal.file
    journal.close(delete=False)
    assert file is not None
    database = sqlite3.connect(file)
    database.execute("DELETE FROM steps WHERE number = 3")
    database.commit()
    database.close()
    (found,) = recoverable(folder)
    assert (found.fault, name_in(found)) == (Fault.DAMAGED, "Nimi 1")
    database = sqlite3.connect(file)
    database.execute("DELETE FROM steps")
    database.execute("UPDATE base SET path = '/somewhere/else'")
    database.commit()
    database.close()
    (found,) = recoverable(folder)
    assert found.fault is Fault.DAMAGED
    assert found.base is None
