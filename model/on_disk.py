"""What a file on the disk is known by, what became of it since, and what sync clients put beside.

Dates and sizes are never trusted to say that a file is the same: sync clients set dates anew, and
a change can keep both. Contents are compared.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Container
from enum import StrEnum
from pathlib import Path
from typing import Final

from msgspec import Struct

_PIECE: Final = 1 << 20


class Fingerprint(Struct, frozen=True):
    """What one state of a file is known by: bytes, when written (ns since 1970), SHA-256."""

    size: int
    modified_ns: int
    sha256: str

    def has_content_of(self, other: "Fingerprint") -> bool:
        return (self.size, self.sha256) == (other.size, other.sha256)


class State(StrEnum):
    """What became of a file since it was opened or saved."""

    SAME = "same"
    CHANGED = "changed"
    OLDER = "older"
    """It holds an earlier state of this very file again: a backup, or a sync that went back."""
    DELETED = "deleted"
    """It was deleted, moved or renamed."""
    UNREADABLE = "unreadable"
    """It is there, or may be there, and cannot be read."""


def fingerprint(path: Path) -> Fingerprint:
    """Read a file once and say what it is known by; raises OSError."""
    if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    with path.open("rb") as stream:
        digest = hashlib.sha256()
        size = 0
        while piece := stream.read(_PIECE):
            digest.update(piece)
            size += len(piece)
        return Fingerprint(size, os.fstat(stream.fileno()).st_mtime_ns, digest.hexdigest())


def fingerprint_of(data: bytes, modified_ns: int = 0) -> Fingerprint:
    """Say what a file is known by that holds `data`; without a date it is never the older one."""
    return Fingerprint(len(data), modified_ns, hashlib.sha256(data).hexdigest())


def fingerprint_or_none(path: Path) -> Fingerprint | None:
    """Return what a file is known by, None when it cannot be read or there is none."""
    try:
        return fingerprint(path)
    except OSError:
        return None


def state_of(path: Path, known: Fingerprint, earlier: Container[str] = ()) -> State:
    """Say what became of a file since it was `known`; its content is read each time.

    `earlier` holds the SHA-256 of the states that the file had before that.
    """
    try:
        now = fingerprint(path)
    except FileNotFoundError:
        return State.DELETED
    except OSError:
        return State.UNREADABLE
    return state_between(known, now, earlier)


def state_between(known: Fingerprint, now: Fingerprint, earlier: Container[str] = ()) -> State:
    """Say what a file whose content is `now` is to one that was `known`."""
    if now.has_content_of(known):
        return State.SAME
    return State.OLDER if now.sha256 in earlier else State.CHANGED
