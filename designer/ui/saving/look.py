"""A look at the disk: what others made of an open file, and what lies beside it."""

from collections.abc import Callable, Container
from pathlib import Path
from typing import NamedTuple

from model.file import UnreadableFileError, dumps, read
from model.on_disk import (
    Fingerprint,
    State,
    conflict_copies,
    fingerprint,
    fingerprint_of,
    renamed_to,
    state_of,
)
from model.pathway import Pathway
from model.storage import reason_of


class Copy(NamedTuple):
    """A sync client's copy of the file that holds another state of the same pathway."""

    path: Path
    pathway: Pathway
    sha256: str


class Look(NamedTuple):
    """What became of a file.

    `theirs` is what it holds now, where that is another state (CHANGED, OLDER) that can be read;
    `fault` is the sentence for one that can't. `renamed` is where a DELETED one seems to be now.
    """

    state: State
    known: Fingerprint | None = None
    theirs: Pathway | None = None
    fault: str = ""
    renamed: Path | None = None
    copies: tuple[Copy, ...] = ()


Earlier = Callable[[], Container[str]]
"""Answers with the SHA-256 of the states that a file had before; asked only when it matters."""


def look_at(path: Path, known: Fingerprint, earlier: Earlier = tuple) -> Look:
    """Say what became of a file since it was `known`; see `state_of`."""
    state = state_of(path, known)
    if state is State.SAME:
        return Look(state, known)
    if state is State.DELETED:
        return Look(state, renamed=renamed_to(path, known))
    try:
        now = fingerprint(path)  # before it is read: what comes in between is found at a next look
        theirs = read(path)
    except OSError as error:
        return Look(State.UNREADABLE, fault=reason_of(error))
    except UnreadableFileError as error:
        return Look(State.UNREADABLE, fault=str(error).rstrip("."))
    older = _content(theirs) in earlier()
    return Look(State.OLDER if older else State.CHANGED, now, theirs)


def look_around(path: Path, known: Fingerprint, saved: Pathway, earlier: Earlier = tuple) -> Look:
    """Look at a file as `look_at` does, and at the copies beside it.

    A copy counts when it holds the same pathway in a state that this file never had: `saved` is
    the one that it has.
    """
    copies = []
    for each in conflict_copies(path):
        try:
            pathway = read(each)
        except UnreadableFileError:  # whoever opens it is told why
            continue
        content = _content(pathway)
        if pathway.info.id == saved.info.id and pathway != saved and content not in earlier():
            copies.append(Copy(each, pathway, content))
    return look_at(path, known, earlier)._replace(copies=tuple(copies))


def _content(pathway: Pathway) -> str:
    return fingerprint_of(dumps(pathway)).sha256
