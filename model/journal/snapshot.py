"""A whole document as a journal keeps it, and back."""

import zlib
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from model import file
from model.document import State
from model.journal.encoding import NotReadableError, decode_all, encode_all
from model.journal.store import Base
from model.on_disk import Fingerprint
from model.pathway import Pathway

LARGEST: Final = file.LARGEST
"""Bytes that a packed part may unpack to: no file of a pathway is larger."""


class Stored(NamedTuple):
    """Where a document lives as a file (None: nowhere yet), and what that file was known by."""

    path: Path | None = None
    known: Fingerprint | None = None


class Moment(NamedTuple):
    """A document after its step `number`, edited last `at` (ISO 8601), with `unsaved` edits."""

    number: int
    at: str
    unsaved: int
    stored: Stored
    state: State


def base_of(moment: Moment, machine: str) -> Base:
    state = moment.state
    saved = b"" if state.saved == state.pathway else _packed(file.dumps(state.saved))
    return Base(
        number=moment.number,
        at=moment.at,
        unsaved=moment.unsaved,
        path=str(moment.stored.path or ""),
        fingerprint=msgspec.json.encode(moment.stored.known).decode(),
        machine=machine,
        pathway=_packed(file.dumps(state.pathway)),
        saved=saved,
        undo=_packed(encode_all(state.undo, state.pathway)),
        redo=_packed(encode_all(state.redo, state.pathway)),
    )


def state_of(base: Base) -> State:
    """Read the state back; raises NotReadableError."""
    pathway = _pathway(base.pathway)
    saved = _pathway(base.saved) if base.saved else pathway
    return State(pathway, saved, *(decode_all(_unpacked(data)) for data in (base.undo, base.redo)))


def stored_of(base: Base) -> Stored:
    """Say where the document lived; what its file was known by, if that can be read."""
    known = None
    with suppress(msgspec.MsgspecError):
        known = msgspec.json.decode(base.fingerprint, type=Fingerprint | None)
    return Stored(Path(base.path) if base.path else None, known)


def _pathway(packed: bytes) -> Pathway:
    try:
        return file.loads(_unpacked(packed))
    except file.UnreadableFileError as error:
        raise NotReadableError(str(error)) from error


def _packed(data: bytes) -> bytes:
    return zlib.compress(data, 1)


def _unpacked(data: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        unpacked = unpacking.decompress(data, LARGEST)
    except zlib.error as error:
        raise NotReadableError(str(error)) from error
    if not unpacking.eof:
        raise NotReadableError("cut, or larger than a pathway can be")
    return unpacked
