"""Files on the disk: replaced in one step or left as they were; and why the system refused."""

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from model.messages import N_, _

_REASONS = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("it is not allowed, or another program has it open"),
    errno.EPERM: N_("it is not allowed, or another program has it open"),
    errno.EROFS: N_("nothing can be written there"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("what should be its folder is a file"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
}


def reason_of(error: OSError) -> str:
    """Say why the system refused; in the user's language where the reason is a usual one."""
    if error.errno in _REASONS:
        return _(_REASONS[error.errno])
    return (error.strerror or str(error)).rstrip(".")


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file by `data`, or leave it as it was and raise OSError."""
    if path.is_symlink():
        path = Path(os.path.realpath(path))  # the link stays
    mode = _mode_to_keep(path)
    temporary = path.parent / f".~{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as file:
            if mode is not None:
                with suppress(OSError):  # sticks and shares that know no modes
                    temporary.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if temporary.read_bytes() != data:
            raise OSError(_("What was written to the disk is not what was read back."))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _settle_folder(path.parent)


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
    return stat.S_IMODE(mode) if os.name == "posix" else None


def _settle_folder(folder: Path) -> None:
    """Make the new name durable; Windows does that with the file itself."""
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
