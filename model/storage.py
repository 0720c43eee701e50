"""Files on the disk: replaced in one step or left as they were; and why the system refused."""

import errno
import os
import re
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from model.messages import N_, _


class Refusal(NamedTuple):
    """Why the system refused, and what the user can do about it; both are message ids."""

    reason: str
    advice: str


_MISSING = Refusal(N_("there is no such file or folder"), N_("Save it in a folder that there is."))
_FORBIDDEN = Refusal(
    N_("it is not allowed, or another program has it open"),
    N_("Close it in other programs, or save it under another name or in another folder."),
)
_READ_ONLY = Refusal(N_("nothing can be written there"), N_("Save it in another folder."))
_FULL = Refusal(
    N_("the disk is full"), N_("Make room on the disk, then save again, or save it elsewhere.")
)
_TOO_LONG = Refusal(
    N_("the name is too long"), N_("Save it under a shorter name or in another folder.")
)
_BUSY = Refusal(
    N_("another program has it open"),
    N_("Close it in other programs and save again, or save it under another name."),
)
_GONE = Refusal(
    N_("the network drive or the disk does not answer"),
    N_("Check the connection and save again, or save it on this computer for now."),
)
_BROKEN = Refusal(
    N_("the disk failed while writing"),
    N_("Save it on another disk, and let the disk be checked."),
)
_OTHER = Refusal("", N_("Save it under another name or in another folder."))

_REFUSALS: Final = {
    errno.ENOENT: _MISSING,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _READ_ONLY,
    errno.EISDIR: Refusal(N_("it is a folder"), _OTHER.advice),
    errno.ENOTDIR: Refusal(N_("what should be its folder is a file"), _OTHER.advice),
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: Refusal(N_("no file of this size is allowed there"), _OTHER.advice),
    errno.EBUSY: _BUSY,
    errno.EIO: _BROKEN,
    errno.ESTALE: _GONE,
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    errno.ENOTCONN: _GONE,
    errno.ENETDOWN: _GONE,
    errno.ENETUNREACH: _GONE,
    errno.EHOSTDOWN: _GONE,
    errno.EHOSTUNREACH: _GONE,
    errno.ETIMEDOUT: _GONE,
}
# What Windows says of shares; Python maps these numbers to ENOENT or EINVAL, which tells nothing.
# https://learn.microsoft.com/windows/win32/debug/system-error-codes
_WINDOWS_REFUSALS: Final = {
    **dict.fromkeys((32, 33), _BUSY),
    **dict.fromkeys((21, 53, 55, 59, 64, 67, 121, 1231), _GONE),
    **dict.fromkeys((39, 112), _FULL),
    **dict.fromkeys((123, 206), _TOO_LONG),
}

_WAITS: Final = (0.05, 0.1, 0.2, 0.4, 0.75, 1.5, 2.0)  # seconds, five in all
_DEAD_AFTER: Final = 3600  # seconds; no save takes so long
_TEMPORARY: Final = re.compile(r"\.~ketju-[0-9a-f]{16}\.tmp")
_TOO_MANY: Final = 10_000  # entries of a folder that are looked through for dead saves


def reason_of(error: OSError) -> str:
    """Say why the system refused; in the user's language where the reason is a usual one."""
    reason = _refusal(error).reason
    return _(reason) if reason else (error.strerror or str(error)).rstrip(".")


def advice_on(error: OSError) -> str:
    """Say what to do about it, as a sentence."""
    return _(_refusal(error).advice)


def _refusal(error: OSError) -> Refusal:
    of_windows = _WINDOWS_REFUSALS.get(getattr(error, "winerror", None) or 0)
    return of_windows or _REFUSALS.get(error.errno or 0, _OTHER)


def write_atomically(
    path: Path,
    data: bytes,
    *,
    last_look: Callable[[], object] | None = None,
    busy: Callable[[], object] | None = None,
    mode: int | None = None,
) -> int:
    """Replace a file by `data`, or leave it as it was and raise OSError.

    Returns when it was written (ns since 1970). `last_look` is called when all is on the disk and
    only the name is still the old file's; what it raises keeps the old file. `busy` is called
    before each wait for a program that has the file open, some 5 s in all; without it nothing is
    waited for. A file that there was keeps its mode; a new one gets `mode`, or what is usual.
    """
    import secrets

    if path.is_symlink():
        path = Path(os.path.realpath(path))  # the link stays
    before = _mode_to_keep(path)
    # A name that sync clients leave alone: OneDrive by its end, Dropbox by its beginning (".~"),
    # Nextcloud by both ("*.~*").
    temporary = path.parent / f".~ketju-{secrets.token_hex(8)}.tmp"
    try:
        written = _write(temporary, data, mode if before is None else before)
        if _read(temporary) != data:
            raise OSError(_("What was written to the disk is not what was read back."))
        if last_look is not None:
            last_look()
        _take_place(temporary, path, busy)
    except BaseException:
        with suppress(OSError):  # what made the save fail is what the user must hear of
            temporary.unlink()
        raise
    settle_folder(path.parent)
    with suppress(OSError):
        _clear_dead_saves(path.parent)
    return written


def _write(path: Path, data: bytes, mode: int | None) -> int:
    """Write a file that there is not yet, down to the disk; return when that was (ns)."""
    binary = getattr(os, "O_BINARY", 0)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary
    handle = os.open(path, flags, 0o666 if mode is None else mode)
    try:
        if mode is not None and os.name == "posix":
            with suppress(OSError):  # sticks and shares that know no modes
                os.fchmod(handle, mode)
        rest = memoryview(data)
        while rest:
            count = os.write(handle, rest)
            if count == 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            rest = rest[count:]
        os.fsync(handle)
        return os.fstat(handle).st_mtime_ns
    finally:
        os.close(handle)


def _read(path: Path) -> bytes:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        size = os.fstat(handle).st_size
        pieces = []
        while piece := os.read(handle, size + 1):
            pieces.append(piece)
        return b"".join(pieces)
    finally:
        os.close(handle)


def _take_place(temporary: Path, path: Path, busy: Callable[[], object] | None) -> None:
    """Give the new file the name of the old one; wait while others have that open."""
    waits = iter(_WAITS)
    while True:
        try:
            os.replace(temporary, path)  # noqa: PTH105 - one plain call that can be made to fail
        except OSError as error:
            wait = next(waits, None)
            if busy is None or wait is None or not _may_pass(error):
                raise
            busy()
            time.sleep(wait)
        else:
            return


def _may_pass(error: OSError) -> bool:
    """Whether a refusal is one that ends when a scanner or a sync client lets go of the file."""
    if error.errno == errno.EBUSY:
        return True
    return getattr(error, "winerror", None) in (5, 32, 33)  # 5: Windows' word for both


def _mode_to_keep(path: Path) -> int | None:
    """Return the mode of the file that is replaced, None when there is none yet.

    Raises OSError for what must not be replaced: a folder, a device, what is marked read-only.
    """
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode) or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    return stat.S_IMODE(mode)


def settle_folder(folder: Path) -> None:
    """Make new names in a folder durable; raises OSError. Windows does that with the files."""
    if os.name != "posix":
        return
    with suppress(PermissionError):  # a folder that may be written but not listed
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # shares that have no such thing
                raise
        finally:
            os.close(handle)


def _clear_dead_saves(folder: Path) -> None:
    """Remove what saves left behind that were ended by a crash or a power cut."""
    old = time.time() - _DEAD_AFTER
    with os.scandir(folder) as entries:
        for entry in islice(entries, _TOO_MANY):
            if not _TEMPORARY.fullmatch(entry.name):
                continue
            found = entry.stat(follow_symlinks=False)
            if stat.S_ISREG(found.st_mode) and found.st_mtime < old:
                os.unlink(entry.path)  # noqa: PTH108
