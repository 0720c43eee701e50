"""What became of a file: told by its content, whatever dates and sizes say."""

import os
from pathlib import Path

import pytest

from model.on_disk import (
    State,
    conflict_copies,
    fingerprint,
    fingerprint_of,
    renamed_to,
    state_of,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Kaatumisvaara ä.ketju"
    path.write_bytes(b"first")
    return path


def test_a_file_written_anew_with_the_same_content_is_the_same(file: Path) -> None:
    known = fingerprint(file)
    file.write_bytes(b"first")
    os.utime(file, (1, 1))
    assert state_of(file, known) is State.SAME


def test_a_change_that_keeps_size_and_date_is_found(file: Path) -> None:
    known = fingerprint(file)
    file.write_bytes(b"fIrst")
    os.utime(file, ns=(known.modified_ns, known.modified_ns))
    now = fingerprint(file)
    assert (now.size, now.modified_ns) == (known.size, known.modified_ns)
    assert state_of(file, known) is State.CHANGED


def test_an_earlier_state_is_told_from_a_new_one(file: Path) -> None:
    earlier = {fingerprint(file).sha256}
    file.write_bytes(b"second")
    known = fingerprint(file)
    file.write_bytes(b"first")
    assert state_of(file, known, earlier) is State.OLDER
    file.write_bytes(b"third")
    os.utime(file, (1, 1))  # an old date alone makes no earlier state
    assert state_of(file, known, earlier) is State.CHANGED


def test_deleted_and_unreadable_are_told_apart(file: Path) -> None:
    known = fingerprint(file)
    file.unlink()
    assert state_of(file, known) is State.DELETED
    file.mkdir()
    assert state_of(file, known) is State.UNREADABLE
    file.rmdir()
    file.symlink_to(file)
    assert state_of(file, known) is State.UNREADABLE


@pytest.mark.skipif(os.name != "posix", reason="pipes as on Unix")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert state_of(tmp_path / "pipe", fingerprint_of(b"")) is State.UNREADABLE


def test_a_file_that_was_renamed_is_found_in_its_folder(file: Path) -> None:
    known = fingerprint(file)
    other = file.with_name("a.ketju")
    other.write_bytes(b"fIrst")
    moved = file.rename(file.with_name("b.ketju"))
    assert renamed_to(file, known) == moved
    moved.unlink()
    assert renamed_to(file, known) is None


@pytest.mark.parametrize(
    "mark",
    [
        "-LAPTOP-7QK2",
        "-DESKTOP-AB12CD3",
        "-HVA-PC0042",
        "-LAPTOP-7QK2-2",
        " (1)",
        "(2)",
        " (conflicted copy 2026-11-22 101530)",
        " (conflicted copy maija 2026-11-22 101530)",
        " (Maijan ristiriitainen kopio 2026-11-22)",
        " (Maija's conflicted copy 2026-11-22)",
        " (Maija's conflicted copy 2026-11-22) (1)",
        " (Annas i konflikt med denna kopia 2026-11-22)",
        "_(conflict 2026-11-22 10-15-30)",
        ".sync-conflict-20261122-101530-ABCDEFG",
    ],
)
def test_copies_of_sync_clients_are_known_by_their_names(file: Path, mark: str) -> None:
    copy = file.with_stem(file.stem + mark)
    copy.write_bytes(b"theirs")
    assert conflict_copies(file) == [copy]
    assert conflict_copies(copy) == []


@pytest.mark.parametrize("mark", ["-2", " 2", "-uusi", "-kopio", " (luonnos)", "n jatko", "-ä"])
def test_other_files_beside_it_are_none(file: Path, mark: str) -> None:
    file.with_stem(file.stem + mark).write_bytes(b"other")
    assert conflict_copies(file) == []


def test_of_a_folder_that_is_gone_nothing_is_said(tmp_path: Path) -> None:
    assert conflict_copies(tmp_path / "gone" / "a.ketju") == []
