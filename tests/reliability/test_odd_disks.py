"""Disks that are full, closed, pulled out; files changed and deleted under us: the truth is told.

Small and closed disks are mounted in a process that has a view of the disks of its own, which the
system lets nearly everybody have; where it does not, these tests say so.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
APART: Final = ("unshare", "--user", "--map-root-user", "--mount")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="disks as POSIX has them")


@cache
def can_mount() -> bool:
    try:
        return subprocess.run([*APART, "true"], capture_output=True, check=False).returncode == 0  # noqa: S603
    except FileNotFoundError:
        return False


def told(scenario: str, folder: Path, before: Sequence[str] = ()) -> list[str]:
    command = [*before, sys.executable, "-m", "tests.reliability.odd_disks", scenario, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def told_apart(scenario: str, folder: Path) -> list[str]:
    if not can_mount():
        pytest.skip("nothing can be mounted here")
    return told(scenario, folder, APART)


def test_a_full_disk_keeps_the_old_file_until_there_is_room(tmp_path: Path) -> None:
    assert told_apart("full", tmp_path) == [
        "saving: refused, the disk is full",
        "file: 1",
        "beside it: ballast, ketju.ketju",
        "saving: saved",
        "file: 2",
    ]


def test_a_limit_on_the_size_of_files_does_the_same(tmp_path: Path) -> None:
    assert told("limited", tmp_path) == [
        "saving: refused, no file of this size is allowed there",
        "file: 1",
        "beside it: ketju.ketju",
        "saving: saved",
        "file: 2",
    ]


JOURNAL_LIKE_THIS: Final = ["told in time: True", "goes on: 60", "well again: True", "kept: True"]


def test_a_journal_on_a_full_disk_tells_goes_on_and_recovers(tmp_path: Path) -> None:
    assert told_apart("full-journal", tmp_path) == [
        "kept: True",
        "told: the disk is full",
        *JOURNAL_LIKE_THIS,
    ]


def test_a_journal_that_may_not_grow_does_the_same(tmp_path: Path) -> None:
    assert told("limited-journal", tmp_path) == [
        "kept: True",
        "told: the disk does not take what is written",
        *JOURNAL_LIKE_THIS,
    ]


def test_a_disk_that_takes_nothing_is_told(tmp_path: Path) -> None:
    assert told_apart("read-only", tmp_path) == [
        "saving: refused, it is not allowed, or another program has it open",
        "file: 1",
        "new file: refused, nothing can be written there",
    ]


def test_a_folder_that_only_others_may_write_is_told() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own is closed to whom root becomes
        folder = Path(name)
        lines = told("of-others", folder)
        folder.chmod(0o755)
        assert [each.name for each in folder.iterdir()] == ["ketju.ketju"]
    refused = "refused, it is not allowed, or another program has it open"
    assert lines == [f"saving: {refused}", "file: 1", f"new file: {refused}"]


def test_a_disk_that_was_pulled_out_is_told_and_nothing_is_put_in_its_place(
    tmp_path: Path,
) -> None:
    assert told_apart("gone", tmp_path) == [
        "state: deleted",
        "saving: refused, there is no such file or folder",
        "beside it: ",
    ]


def test_a_folder_that_was_deleted_is_told_and_not_made_again(tmp_path: Path) -> None:
    assert told("folder-deleted", tmp_path) == [
        "state: deleted",
        "saving: refused, there is no such file or folder",
        "beside it: ",
    ]


def test_a_change_that_keeps_size_and_date_is_found_and_not_overwritten(tmp_path: Path) -> None:
    assert told("same-size-and-date", tmp_path) == [
        "size and date: as before",
        "state: changed",
        "saving: refused, others wrote",
        "file: 7",
        "state: deleted",
    ]
