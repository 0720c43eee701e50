"""What a file on the disk is known by, what became of it since, and what sync clients put beside.

Dates and sizes are never trusted to say that a file is the same: sync clients set dates anew, and
a change can keep both. Contents are compared.
"""

import errno
import os
import re
import stat
from collections.abc import Container
from contextlib import suppress
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Final
from unicodedata import normalize

from msgspec import Struct

_PIECE: Final = 1 << 20


class Fingerprint(Struct, frozen=True):
    """What one state of a file is known by: bytes, when written (ns since 1970), SHA-256."""

    size: int
    modified_ns: int
    sha256: str

    def has_content_of(self, other: "Fingerprint") -> bool:
        return self.sha256 == other.sha256


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
    import hashlib

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
    import hashlib

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


# What sync clients put into the name of the copy that lost, behind the name of the file:
#   OneDrive, Teams, SharePoint   report-LAPTOP-7.ketju, report (1).ketju
#   Nextcloud, ownCloud           report (conflicted copy 2026-11-22 101530).ketju
#   Dropbox                       report (Maija's conflicted copy 2026-11-22).ketju, and translated
#   Syncthing                     report.sync-conflict-20261122-101530-ABCDEFG.ketju
_NUMBERED: Final = re.compile(r" ?\((?:\d{1,3})\)")
_CONFLICTED: Final = re.compile(
    r"[ _]\((?:[^()]*(?:conflict|ristiriit|konflikt)[^()]*)\)(?: ?\(\d{1,3}\))?", re.IGNORECASE
)
_SYNCTHING: Final = re.compile(r"\.sync-conflict-\d{8}-\d{6}-[A-Z0-9]{1,16}")
_COMPUTER: Final = re.compile(r"-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,14}(?:-\d{1,3})?")
_MARKS: Final = (_NUMBERED, _CONFLICTED, _SYNCTHING, _COMPUTER)
_MOST_NEIGHBOURS: Final = 5000  # entries of a folder that are looked through


def conflict_copies(path: Path) -> list[Path]:
    """Return the files beside `path` that a sync client seems to have put there; by name.

    They are told by their names alone: whether they hold the same pathway, their content says.
    """
    return [each for each in _neighbours(path) if _is_copy_named(path.stem, each.stem)]


def renamed_to(path: Path, known: Fingerprint) -> Path | None:
    """Return the file in the same folder that holds what `path` held when it was `known`."""
    for each in _neighbours(path):
        with suppress(OSError):
            if each.stat().st_size == known.size and fingerprint(each).has_content_of(known):
                return each
    return None


def _is_copy_named(name: str, other: str) -> bool:
    name, other = normalize("NFC", name), normalize("NFC", other)
    return other.startswith(name) and any(mark.fullmatch(other[len(name) :]) for mark in _MARKS)


def _neighbours(path: Path) -> list[Path]:
    """Return the other files of the same kind in its folder, by name; none when nobody may look."""
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in islice(entries, _MOST_NEIGHBOURS)]
    except OSError:
        return []
    kind = path.suffix.lower()
    return sorted(
        path.with_name(name)
        for name in names
        if name != path.name and os.path.splitext(name)[1].lower() == kind  # noqa: PTH122
    )
