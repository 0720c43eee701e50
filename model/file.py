"""Pathways as files on the disk; what the bytes say is `model.format`'s business."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from model.format import FORMAT, LARGEST, UnreadableFileError, dumps, lines_of, loads
from model.ids import Id
from model.messages import _
from model.on_disk import Fingerprint, fingerprint_of
from model.pathway import Pathway
from model.storage import reason_of, write_atomically

__all__ = [
    "FORMAT",
    "LARGEST",
    "SUFFIX",
    "Located",
    "UnreadableFileError",
    "contents",
    "dumps",
    "loads",
    "read",
    "read_located",
    "save",
]

SUFFIX = ".ketju"


def read(path: Path) -> Pathway:
    """Read the pathway in a file; the sentence of the error names the file."""
    return _loads_from(path, contents(path))


class Located(NamedTuple):
    """A pathway, and on which line of its file each record begins, from 1."""

    pathway: Pathway
    lines: Mapping[Id, int]


def read_located(path: Path) -> Located:
    """Read the pathway in a file, and where in it the records are; else as `read`."""
    data = contents(path)
    return Located(_loads_from(path, data), lines_of(data))


def contents(path: Path) -> bytes:
    """Return the bytes of a file, one more than it may have at most; as `read` for what cannot."""
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableFileError(
            _("{file}: the file cannot be read ({reason}).").format(
                file=path, reason=reason_of(error)
            )
        ) from error


def _loads_from(path: Path, data: bytes) -> Pathway:
    try:
        return loads(data)
    except UnreadableFileError as error:
        raise UnreadableFileError(f"{path}: {error}") from error


def save(
    pathway: Pathway,
    path: Path,
    *,
    last_look: Callable[[], object] | None = None,
    busy: Callable[[], object] | None = None,
) -> Fingerprint:
    """Write a pathway; the file is at every instant the old one or the new one, whole.

    Returns what the file is known by from now on; `last_look` and `busy` are for
    `write_atomically`. Raises OSError when it cannot be written, and UnreadableFileError for a
    pathway that could not be opened again as it is; the file is then as it was.
    """
    data = dumps(pathway)
    if not _are_equal(loads(data), pathway):
        raise UnreadableFileError(_("What would be written could not be read back as it is."))
    written = write_atomically(path, data, last_look=last_look, busy=busy)
    return fingerprint_of(data, written)


def _are_equal(one: Pathway, other: Pathway) -> bool:
    """Compare record by record, so that other threads get their turn in between."""
    return len(one) == len(other) and all(one.get(id) == record for id, record in other.items())
