"""Files on the disk: the old one or the new one, whole, and nothing else touched."""

import errno
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from model.messages import speaking
from model.storage import advice_on, reason_of, write_atomically

posix = pytest.mark.skipif(os.name != "posix", reason="modes and devices as on Unix")


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "ketju ä.ketju"
    path.write_bytes(b"old")
    return path


def test_the_new_file_takes_the_place_of_the_old(old: Path) -> None:
    write_atomically(old, b"new")
    assert old.read_bytes() == b"new"
    assert names(old.parent) == [old.name]


@posix
def test_a_file_keeps_its_mode_and_a_new_one_gets_the_usual(old: Path) -> None:
    old.chmod(0o640)
    write_atomically(old, b"new")
    before = os.umask(0o027)
    try:
        write_atomically(old.with_name("new"), b"new")
    finally:
        os.umask(before)
    assert (mode(old), mode(old.with_name("new"))) == (0o640, 0o640)


@posix
def test_a_link_stays_and_what_it_leads_to_is_written(old: Path) -> None:
    folder = old.parent / "elsewhere"
    folder.mkdir()
    (folder / "link").symlink_to(old)
    (folder / "dangling").symlink_to(old.with_name("new"))
    write_atomically(folder / "link", b"new")
    write_atomically(folder / "dangling", b"new")
    assert old.read_bytes() == old.with_name("new").read_bytes() == b"new"
    assert (folder / "link").is_symlink()
    assert names(folder) == ["dangling", "link"]


@posix
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to("circle")
    before = {name: (tmp_path / name).lstat().st_ino for name in names(tmp_path)}
    for name in before:
        with pytest.raises(OSError):  # noqa: PT011 - which one, the system decides
            write_atomically(tmp_path / name, b"new")
    assert {name: (tmp_path / name).lstat().st_ino for name in names(tmp_path)} == before


def test_what_is_marked_read_only_is_not_replaced(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # root, as whom tests may run, is allowed everything; so the system's answer is given here
    monkeypatch.setattr(os, "access", lambda path, kind: not (path == old and kind == os.W_OK))
    with pytest.raises(PermissionError):
        write_atomically(old, b"new")
    assert old.read_bytes() == b"old"


@posix
def test_a_disk_without_modes_is_written_all_the_same(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int, _mode: int) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "fchmod", refuse)
    write_atomically(old, b"new")
    assert old.read_bytes() == b"new"


@posix
@pytest.mark.parametrize(("number", "told"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_a_folder_that_cannot_be_settled(
    old: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, told: bool
) -> None:
    settle = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        settle(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    if told:
        with pytest.raises(OSError, match="Input/output"):
            write_atomically(old, b"new")
    else:
        write_atomically(old, b"new")
    assert old.read_bytes() == b"new"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_what_fails_leaves_the_old_file(
    old: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="No space"):
        write_atomically(old, b"new")
    assert old.read_bytes() == b"old"
    assert names(old.parent) == [old.name]


def test_a_disk_that_keeps_something_else_is_found_out(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        kept = iter((b"ne", b""))
        patch.setattr(os, "read", lambda _handle, _size: next(kept))
        with speaking("en"), pytest.raises(OSError, match="not what was read back"):
            write_atomically(old, b"new")
    assert old.read_bytes() == b"old"
    assert names(old.parent) == [old.name]


@pytest.mark.parametrize("refusals", [1, 5])
def test_who_has_the_file_open_is_waited_for_and_the_user_told(
    old: Path, monkeypatch: pytest.MonkeyPatch, refusals: int
) -> None:
    replace = os.replace
    waits: list[float] = []
    told: list[str] = []

    def busy_at_first(source: Path, goal: Path) -> None:
        if len(waits) < refusals:
            raise OSError(errno.EBUSY, "Device or resource busy")
        replace(source, goal)

    monkeypatch.setattr(os, "replace", busy_at_first)
    monkeypatch.setattr(time, "sleep", waits.append)
    write_atomically(old, b"new", busy=lambda: told.append("busy"))
    assert old.read_bytes() == b"new"
    assert len(told) == refusals
    assert waits == sorted(waits)


def test_who_never_lets_go_is_waited_for_five_seconds(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_names: object) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    waits: list[float] = []
    monkeypatch.setattr(os, "replace", busy)
    monkeypatch.setattr(time, "sleep", waits.append)
    with pytest.raises(OSError, match="busy"):
        write_atomically(old, b"new", busy=lambda: None)
    assert sum(waits) == pytest.approx(5)
    with pytest.raises(OSError, match="busy"):
        write_atomically(old, b"new")
    assert sum(waits) == pytest.approx(5), "who does not tell the user does not wait"
    assert old.read_bytes() == b"old"
    assert names(old.parent) == [old.name]


def test_what_the_last_look_refuses_keeps_the_old_file(old: Path) -> None:
    def look() -> None:
        assert len(names(old.parent)) == 2, "the new file is whole by now"
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_atomically(old, b"new", last_look=look)
    assert old.read_bytes() == b"old"
    assert names(old.parent) == [old.name]


def test_all_bytes_are_counted(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data)[:3]))
    write_atomically(old, b"new and longer than three")
    assert old.read_bytes() == b"new and longer than three"
    monkeypatch.setattr(os, "write", lambda _handle, _data: 0)
    with pytest.raises(OSError, match="No space"):
        write_atomically(old, b"newer")
    assert old.read_bytes() == b"new and longer than three"


def test_what_dead_saves_left_goes_with_the_next_save(old: Path) -> None:
    aged = [".~ketju-0123456789abcdef.tmp", ".~0123456789abcdef.tmp", ".~ketju-mine.tmp", "x.tmp"]
    for name in (*aged, ".~ketju-fedcba9876543210.tmp"):
        (old.parent / name).write_bytes(b"half")
    for name in aged:
        os.utime(old.parent / name, (1, 1))
    (old.parent / ".~ketju-00000000000000aa.tmp").mkdir()
    os.utime(old.parent / ".~ketju-00000000000000aa.tmp", (1, 1))
    write_atomically(old, b"new")
    assert (
        set(names(old.parent))
        == {
            old.name,
            ".~ketju-00000000000000aa.tmp",  # a folder
            ".~ketju-fedcba9876543210.tmp",  # of a save that may be alive
            *aged[1:],  # not ours
        }
    )


@posix
def test_a_disk_that_takes_no_more_leaves_the_old_file(old: Path) -> None:
    """The system's own limit on the size of files, in a process of its own."""
    done = subprocess.run(  # noqa: S603 - this very test
        [sys.executable, "-c", _LIMITED, str(old)], capture_output=True, text=True, check=False
    )
    assert done.stdout == "no file of this size is allowed there\n", done.stderr
    assert old.read_bytes() == b"old"
    assert names(old.parent) == [old.name]


_LIMITED = """
import resource, signal, sys
from pathlib import Path
from model.messages import speak
from model.storage import advice_on, reason_of, write_atomically
speak("en")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(Path(sys.argv[1]), bytes(600_000))
except OSError as error:
    print(reason_of(error))
"""


def test_a_name_too_long_and_a_folder_not_there_are_refused_with_what_to_do(
    tmp_path: Path,
) -> None:
    told = []
    for name in ("ä" * 200 + ".ketju", "missing/x.ketju"):
        with speaking("en"), pytest.raises(OSError) as refused:  # noqa: PT011
            write_atomically(tmp_path / name, b"new")
        told.append((reason_of(refused.value), advice_on(refused.value)))
    assert told == [
        ("the name is too long", "Save it under a shorter name or in another folder."),
        ("there is no such file or folder", "Save it in a folder that there is."),
    ]
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "words"), [(53, "does not answer"), (112, "the disk is full"), (32, "has it open")]
)
def test_what_windows_says_is_put_into_words(number: int, words: str) -> None:
    error = OSError(errno.EINVAL, "The network path was not found")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    assert words in reason_of(error)


def test_reasons_are_in_the_users_language() -> None:
    with speaking("en"):
        assert reason_of(FileNotFoundError(errno.ENOENT, "No such file")).startswith("there is no")
        assert reason_of(OSError(errno.EDOM, "Argument out of domain.")) == "Argument out of domain"
        assert reason_of(OSError("The disk lies.")) == "The disk lies"
