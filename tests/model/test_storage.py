"""Files on the disk: the old one or the new one, whole, and nothing else touched."""

import errno
import os
import stat
from pathlib import Path

import pytest

from model.messages import speaking
from model.storage import reason_of, write_atomically

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


def test_reasons_are_in_the_users_language() -> None:
    with speaking("en"):
        assert reason_of(FileNotFoundError(errno.ENOENT, "No such file")).startswith("there is no")
        assert reason_of(OSError(errno.EDOM, "Argument out of domain.")) == "Argument out of domain"
        assert reason_of(OSError("The disk lies.")) == "The disk lies"
