"""The journal of a document: what it keeps, where, and what it does when it cannot."""

import os
import shutil
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from model import edits
from model.change import Change, Set
from model.document import Document
from model.journal import Draft, Fault, Journal, Stored, delete, recoverable, replay
from model.journal import journal as journals
from model.journal.reasons import reason_in_words
from model.journal.store import Store
from model.on_disk import fingerprint_of

posix_only = pytest.mark.skipif(os.name != "posix", reason="modes and links as POSIX has them")


@contextmanager
def following(document: Document, folder: Path, **more: Any) -> Iterator[Journal]:
    journal = Journal(folder, document, **more)
    try:
        yield journal
    finally:
        journal.close(delete=True)


def rename(document: Document, words: str) -> None:
    document.do(edits.rename(document.pathway, "s0", "fi", words))


def copied(folder: Path) -> Path:
    """Return the folder as another machine has it that shares the profile."""
    clone = folder.with_name("clone")
    shutil.rmtree(clone, ignore_errors=True)
    shutil.copytree(folder, clone)
    return clone


def test_nothing_is_made_before_the_first_edit(document: Document, folder: Path) -> None:
    with following(document, folder) as journal:
        assert journal.flush()
        journal.saved(Stored())
        journal.draft(None)
        assert not folder.exists()
        rename(document, "Nyt")
        assert journal.flush()
        assert journal.file is not None
        assert journal.lag == 0
    assert list(folder.iterdir()) == []


def test_what_was_done_comes_back_with_its_history(document: Document, folder: Path) -> None:
    with following(document, folder) as journal:
        for words in ("Yy", "Kaa", "Koo", "Nee"):
            rename(document, words)
        document.merge(edits.rename(document.pathway, "s1", "fi", "Heidän"))
        document.undo()
        document.undo()
        document.redo()
        assert journal.flush()
        (found,) = recoverable(copied(folder))
        assert (found.fault, found.unsaved, found.offered) == (None, 8, False)
        recovered = replay(found)
        assert recovered.lost == 0
        assert recovered.document.state == document.state
        assert recovered.document.undo() == document.undo()


def test_an_undo_that_others_have_overtaken_is_overtaken_again(
    document: Document, folder: Path
) -> None:
    with following(document, folder) as journal:
        rename(document, "Meidän")
        document.merge(edits.rename(document.pathway, "s0", "fi", "Heidän"))
        document.undo()
        journal.flush()
        (found,) = recoverable(copied(folder))
        assert replay(found).document.state == document.state


def test_a_change_that_a_watcher_makes_is_kept_after_its_cause(
    document: Document, folder: Path
) -> None:
    with following(document, folder) as journal:

        def follow_up(_notice: object) -> None:
            if document.pathway.stages[0].column == 0:
                document.do(Change("second", (Set("s0", "column", 0, 2),)))

        durable: list[bool] = []
        document.watchers.insert(0, follow_up)  # so that the journal hears when both are done
        document.watchers.append(lambda _notice: durable.append(journal.flush()))
        rename(document, "Ensin")
        assert durable == [False, True]
        (found,) = recoverable(copied(folder))
        recovered = replay(found)
        assert recovered.document.state == document.state
        assert (recovered.lost, found.unsaved) == (0, 2)


def test_what_was_saved_counts_as_saved(document: Document, folder: Path, tmp_path: Path) -> None:
    with following(document, folder) as journal:
        rename(document, "Ykkönen")
        document.mark_saved(document.pathway)
        stored = Stored(tmp_path / "ketju.ketju", fingerprint_of(b"one"))
        journal.saved(stored)
        journal.flush()
        (found,) = recoverable(copied(folder))
        assert (found.unsaved, found.stored) == (0, stored)
        assert not replay(found).document.is_modified
        rename(document, "Kaksi")
        written = document.pathway
        rename(document, "Kolme")
        rename(document, "Neljä")
        document.mark_saved(written)  # a thread wrote it meanwhile
        stored = Stored(tmp_path / "ketju.ketju", fingerprint_of(b"three"))
        journal.saved(stored)
        rename(document, "Viisi")
        journal.flush()
        (found,) = recoverable(copied(folder))
        assert (found.unsaved, found.stored) == (3, stored)
        recovered = replay(found).document
        assert recovered.state == document.state
        assert recovered.is_modified


def test_a_journal_in_use_is_nobody_elses(document: Document, folder: Path) -> None:
    with following(document, folder) as journal:
        rename(document, "Auki")
        journal.flush()
        assert recoverable(folder) == []
        journal.close(delete=False)
        (found,) = recoverable(folder)
        delete(found)
        assert list(folder.iterdir()) == []


def test_two_documents_have_two_journals(document: Document, folder: Path) -> None:
    other = Document(document.pathway)
    with following(document, folder) as one, following(other, folder) as two:
        rename(document, "Tämä")
        rename(other, "Tuo")
        assert one.flush()
        assert two.flush()
        titles = {
            replay(found).document.pathway.stages[0].title["fi"]
            for found in recoverable(copied(folder))
        }
        assert titles == {"Tämä", "Tuo"}


def test_a_long_session_takes_no_more_room(
    document: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journals, "MOST_STEPS", 20)
    with following(document, folder) as journal:
        for step in range(100):
            rename(document, f"Nimi {step}")
            document.undo() if step % 3 == 0 else None
            journal.flush()
        (found,) = recoverable(copied(folder))
        assert len(found.steps) <= 20
        assert found.unsaved == 134
        assert replay(found).document.state == document.state


def test_words_being_typed_are_kept_until_they_are_an_edit(
    document: Document, folder: Path
) -> None:
    with following(document, folder) as journal:
        draft = Draft("Hoidon tarpeen ar", "Nimi", "s0")
        journal.draft(draft)
        journal.flush()
        (found,) = recoverable(copied(folder))
        assert (found.draft, found.unsaved) == (draft, 0)
        journal.draft(None)
        rename(document, "Hoidon tarpeen arvio")
        journal.flush()
        (found,) = recoverable(copied(folder))
        assert (found.draft, found.unsaved) == (None, 1)


def test_a_clock_that_jumps_changes_no_order(document: Document, folder: Path) -> None:
    years = iter([2031, 1970, 2026, 1999])
    with following(
        document, folder, now=lambda: datetime(next(years, 1999), 1, 1, tzinfo=UTC)
    ) as journal:
        for words in ("Yy", "Kaa", "Koo"):
            rename(document, words)
        journal.flush()
        (found,) = recoverable(copied(folder))
        assert found.edited_at.year in (2025, 2026)
        assert replay(found).document.state == document.state


@posix_only
def test_nobody_else_can_look_into_it(document: Document, folder: Path) -> None:
    folder.mkdir(mode=0o755)
    before = os.umask(0)
    try:
        with following(document, folder) as journal:
            rename(document, "Salainen")
            journal.flush()
            modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
            assert modes == {0o600}
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    finally:
        os.umask(before)


@posix_only
def test_a_link_planted_in_its_place_is_not_followed(
    document: Document, folder: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder.symlink_to(elsewhere)
    told: list[Exception | None] = []
    with following(document, folder, told=told.append) as journal:
        rename(document, "Minne?")
        assert not journal.flush()
        assert isinstance(told[0], NotADirectoryError)
    assert list(elsewhere.iterdir()) == []
    folder.unlink()
    folder.mkdir()
    (folder / f"v1-{'a' * 16}-0.journal").symlink_to(tmp_path / "secret")
    (folder / "v1-short-0.journal").write_bytes(b"?")
    assert recoverable(folder) == []


def test_a_journal_that_cannot_be_written_says_so_and_goes_on(
    document: Document, folder: Path
) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way")
    told: list[Exception | None] = []
    with following(document, folder, told=told.append) as journal:
        rename(document, "Yy")
        rename(document, "Kaa")
        assert not journal.flush()
        assert journal.lag > 0
        assert len(told) == 1
        assert told[0] is not None
        assert reason_in_words(told[0]) == "what should be its folder is a file"
        folder.unlink()
        assert journal.flush()
        assert journal.lag == 0
        assert told[1:] == [None]
        (found,) = recoverable(copied(folder))
        assert replay(found).document.state == document.state


def test_a_file_deleted_under_us_is_made_anew_before_long(
    document: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journals, "LOOK_EVERY", 0.05)
    with following(document, folder) as journal:
        rename(document, "Yy")
        journal.flush()
        if os.name != "posix":
            pytest.skip("the system lets nobody delete a file that is open")
        shutil.rmtree(folder)
        assert journal.flush()
        (found,) = recoverable(copied(folder))
        assert replay(found).document.state == document.state
        assert (found.unsaved, found.fault) == (1, None)


def test_a_full_disk_is_told_and_forgotten_when_there_is_room(
    document: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    told: list[Exception | None] = []
    with following(document, folder, told=told.append) as journal:
        rename(document, "Yy")
        assert journal.flush()
        before = journal.file

        def refuse(*_arguments: object) -> None:
            raise full

        with monkeypatch.context() as patched:
            patched.setattr(Store, "append", refuse)
            patched.setattr(Store, "begin_anew", refuse)
            rename(document, "Kaa")
            assert not journal.flush()
            assert [reason_in_words(error) for error in told if error] == ["the disk is full"]
            assert before is not None
            assert before.exists()
        rename(document, "Koo")
        assert journal.flush()
        assert told[-1] is None
        assert journal.file != before
        assert not before.exists()
        (found,) = recoverable(copied(folder))
        assert replay(found).document.state == document.state


def test_what_could_not_be_read_again_is_told_while_it_can_be_put_right(
    document: Document, folder: Path
) -> None:
    told: list[Exception | None] = []
    with following(document, folder, told=told.append) as journal:
        rename(document, "Yy")
        assert journal.flush()
        document.do(Change("wrong", (Set("s0", "column", 0, -5),)))  # no verb makes such a one
        assert not journal.flush()
        assert told[0] is not None
        assert reason_in_words(told[0]) == "it holds something that could not be read again"
        document.undo()
        journal.flush()


def test_of_a_session_with_two_files_the_newer_counts(document: Document, folder: Path) -> None:
    with following(document, folder) as journal:
        rename(document, "Yy")
        journal.flush()
        older = copied(folder)
        assert journal.file is not None
        shutil.rmtree(folder)
        rename(document, "Kaa")
        journal.flush()
        for path in folder.iterdir():
            shutil.copy(path, older)
        (found,) = recoverable(older)
        assert replay(found).document.state == document.state
        assert {path.name for path in older.iterdir() if path.suffix == ".journal"} == {
            found.file.name
        }


def test_a_journal_of_a_newer_program_is_left_alone(document: Document, folder: Path) -> None:
    with following(document, folder) as journal:
        rename(document, "Yy")
        journal.flush()
        clone = copied(folder)
    for path in clone.iterdir():
        path.rename(clone / path.name.replace("v1-", "v2-"))
    before = {path.name: path.read_bytes() for path in clone.iterdir()}
    (found,) = recoverable(clone)
    assert found.fault is Fault.NEWER
    assert {path.name: path.read_bytes() for path in clone.iterdir()} == before


def test_its_thread_ends_with_it(document: Document, folder: Path) -> None:
    with following(document, folder):
        rename(document, "Yy")
        assert "journal" in {thread.name for thread in threading.enumerate()}
    assert "journal" not in {thread.name for thread in threading.enumerate()}
    rename(document, "Enää ei")
    assert list(folder.iterdir()) == []
