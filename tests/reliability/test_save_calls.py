"""Each call of a save fails in turn: the file is the old one or the new one, and the truth is told.

Which calls there are is found by running a save once, so that a new one is tried by itself.
"""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from model.storage import write_atomically
from tests.reliability.os_calls import Meddling, calls_of, meddling

ROOT = Path(__file__).parents[2]
ERRORS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EBUSY)
MAY_FAIL = {"fchmod", "scandir", "stat", "access"}
"""Without these a save is as good: modes, and what dead saves left."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "ketju.ketju"
    path.write_bytes(b"old")
    return path


def save(path: Path) -> str:
    """Say what a save tells."""
    try:
        write_atomically(path, b"new", busy=lambda: None)
    except OSError:
        return "refused"
    return "saved"


def failing_before(end: int, number: int) -> Meddling:
    def meddle(place: int, _name: str, call: Callable[[], Any]) -> Any:
        if place == end:
            raise OSError(number, os.strerror(number))
        return call()

    return meddle


def failing_after(end: int, number: int) -> Meddling:
    """Fail though the call was done: a share whose answer got lost."""

    def meddle(place: int, name: str, call: Callable[[], Any]) -> Any:
        done = call()
        if place == end:
            if name == "open":
                os.close(done)
            if name == "scandir":
                done.close()
            raise OSError(number, os.strerror(number))
        return done

    return meddle


def failing_from(end: int, number: int) -> Meddling:
    def meddle(place: int, _name: str, call: Callable[[], Any]) -> Any:
        if place >= end:
            raise OSError(number, os.strerror(number))
        return call()

    return meddle


def faults(path: Path) -> Iterator[tuple[int, str]]:
    yield from enumerate(calls_of(lambda: write_atomically(path, b"new")))


@pytest.mark.skipif(os.name != "posix", reason="folders are settled by the system")
def test_all_is_on_the_disk_before_the_name_changes_and_the_name_before_it_is_told(
    old: Path,
) -> None:
    names = [name for _place, name in faults(old)]
    settled, named = names.index("fsync"), names.index("replace")
    assert names.index("write") < settled < names.index("read") < named
    assert "fsync" in names[named:]


@pytest.mark.parametrize("failing", [failing_before, failing_after])
def test_one_call_fails(old: Path, failing: Callable[..., Any]) -> None:
    calls = list(faults(old))
    named = calls.index((next(place for place, name in calls if name == "replace"), "replace"))
    for place, name in calls:
        for number in ERRORS:
            old.write_bytes(b"old")
            with meddling(failing(place, number)):
                told = save(old)
            holds = old.read_bytes()
            case = (name, place, errno.errorcode[number], told, holds)
            assert holds in (b"old", b"new"), case
            assert (told, holds) != ("saved", b"old"), case
            may_be_new = place > named or (place == named and failing is failing_after)
            assert (told, holds) != ("refused", b"new") or may_be_new, case
            assert told == "saved" or name not in MAY_FAIL or place < named, case
            assert [each.name for each in old.parent.iterdir()] == [old.name], case


def test_from_one_call_on_nothing_works(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    for place, name in list(faults(old)):
        for number in ERRORS:
            old.write_bytes(b"old")
            with meddling(failing_from(place, number)):
                told = save(old)
            holds = old.read_bytes()
            assert (told, holds) in {
                ("refused", b"old"),
                ("refused", b"new"),
                ("saved", b"new"),
            }, (name, place, number)
            for left in old.parent.glob(".~ketju-*.tmp"):  # nothing could be deleted either
                os.utime(left, (1, 1))
            write_atomically(old, b"newer")
            assert [each.name for each in old.parent.iterdir()] == [old.name]


@pytest.mark.skipif(os.name != "posix", reason="forks")
def test_a_save_that_ends_before_a_call_leaves_the_old_file_or_the_new(old: Path) -> None:
    command = [sys.executable, "-m", "tests.reliability.ended_saves", str(old)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    *ended, last = [line.split() for line in done.stdout.splitlines()]
    assert last == ["saved"]
    assert [name for name, _holds in ended] == [name for _place, name in faults(old)]
    turn = [name for name, _holds in ended].index("replace")
    assert [holds for _name, holds in ended] == ["old"] * (turn + 1) + ["new"] * (
        len(ended) - turn - 1
    )
    left = list(old.parent.glob(".~ketju-*.tmp"))
    assert left, "a process that ended could not clear up"
    for each in left:
        os.utime(each, (1, 1))
    write_atomically(old, b"newer")
    assert [each.name for each in old.parent.iterdir()] == [old.name]
