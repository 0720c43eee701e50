"""Where journals lie: a folder and files that nobody but the user can look into.

A journal's name is `v1-<session>-<generation>.journal`. The session is as random as a password:
nobody can plant a link at a name that will be used. The version stands in the name, so that an
older program knows without opening it that a journal is not for it.
"""

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

VERSION: Final = 1
_NAME: Final = re.compile(r"v(\d{1,4})-([0-9a-f]{16})-(\d{1,8})\.journal")
_BESIDE: Final = ("-wal", "-journal", "-shm")
"""What SQLite adds to the names of files that belong to a database."""


class Name(NamedTuple):
    version: int
    session: str
    generation: int

    def __str__(self) -> str:
        return f"v{self.version}-{self.session}-{self.generation}.journal"


def new_session() -> str:
    import secrets

    return secrets.token_hex(8)


def make_private(folder: Path) -> None:
    """Make the folder, closed to others; raises OSError for one that is not the user's own."""
    with suppress(FileExistsError):  # also of a link, which is refused below
        folder.mkdir(mode=0o700, parents=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    if os.name != "posix":  # the user's own folder in Windows is closed to others by itself
        return
    if found.st_uid != os.geteuid():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    if stat.S_IMODE(found.st_mode) & 0o077:
        folder.chmod(0o700)


def make_file(path: Path) -> None:
    """Make an empty file that is the user's alone; raises FileExistsError, also for a link."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
    os.close(os.open(path, flags, 0o600))


def journals_in(folder: Path) -> Iterator[tuple[Path, Name]]:
    """Find the journals; links and whatever else has such a name are none."""
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            found = _NAME.fullmatch(path.name)
            if found and stat.S_ISREG(path.lstat().st_mode):
                yield path, Name(int(found[1]), found[2], int(found[3]))


def remove(path: Path) -> None:
    """Delete a journal with all that belongs to it; raises OSError."""
    for beside in _BESIDE:
        path.with_name(path.name + beside).unlink(missing_ok=True)
    path.unlink(missing_ok=True)
