"""What the words at the cursor may become."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from weakref import ref

from model.edits import name_of
from model.entry.names import one_line
from model.ids import Id
from model.pathway import Pathway

if TYPE_CHECKING:
    from model.records import Actor, Phase, Stage

MOST = 8
"""So many are offered at most: what does not fit in a glance is found by one letter more."""

_TOKEN = re.compile(r"(?:(?<=\s)|^)([@#])(?=\S|$)|(?:(?<=\s)|^)(->)\s*|([→\uf0e0])\s*")
_SIGNS = re.compile(r"(?:(?<=\s)|^)(?:[@#]|->)|[→\uf0e0]")


class CompletionKind(StrEnum):
    ACTOR = "actor"
    PHASE = "phase"
    STAGE = "stage"


_KINDS = {
    "@": CompletionKind.ACTOR,
    "#": CompletionKind.PHASE,
    "→": CompletionKind.STAGE,
    "": CompletionKind.ACTOR,
}


class Completion(NamedTuple):
    """Put `words` in the place of the typed words[start:end]; `id` is what they name."""

    start: int
    end: int
    words: str
    kind: CompletionKind
    id: Id


def completions(pathway: Pathway, words: str, cursor: int, language: str) -> tuple[Completion, ...]:
    """Return what may stand at the cursor: the names that begin so, then those with such a word.

    At the beginning of the line these are actors, as “Actor: ”. Nothing is offered for a name
    that is written in full.
    """
    mark, start = _mark_before(words, cursor)
    end = cursor + len(re.match(r"\S*", words[cursor:])[0])  # type: ignore[index] # matches always
    typed = words[start:end]
    if not mark and (not typed.strip() or ":" in typed):
        return ()
    kind = _KINDS[mark]
    nearest = _by_nearness(_named(pathway, kind, language), one_line(typed).casefold())
    return tuple(
        Completion(start, end, _quoted(name) if mark else f"{name}: ", kind, id)
        for id, name in islice(nearest, MOST)
    )


class Named(NamedTuple):
    id: Id
    name: str
    folded: str
    """Without regard to case."""


class _Read(NamedTuple):
    of: "ref[Pathway]"
    kind: CompletionKind
    language: str
    names: Sequence[Named]


_latest: _Read | None = None


def _named(pathway: Pathway, kind: CompletionKind, language: str) -> Sequence[Named]:
    """Return what all of a kind are called; while one types they are read only once."""
    global _latest  # noqa: PLW0603 - what anyone asked last
    read = _latest
    if read is None or read.of() is not pathway or read[1:3] != (kind, language):
        names = [
            Named(record.id, name, name.casefold())
            for record in _all(kind, pathway)
            for name in [one_line(name_of(record, language))]
        ]
        _latest = read = _Read(ref(pathway), kind, language, names)
    return read.names


def _all(kind: CompletionKind, pathway: Pathway) -> "Sequence[Actor | Phase | Stage]":
    match kind:
        case CompletionKind.ACTOR:
            return pathway.actors
        case CompletionKind.PHASE:
            return pathway.phases
        case CompletionKind.STAGE:
            return pathway.stages


def _mark_before(words: str, cursor: int) -> tuple[str, int]:
    """Return the mark that the cursor stands behind, and where the name after it begins."""
    marks = list(_TOKEN.finditer(words, 0, cursor))
    if not marks:
        return "", len(words) - len(words.lstrip())
    return marks[-1][1] or "→", marks[-1].end()


def _by_nearness(named: Sequence[Named], key: str) -> Iterator[tuple[Id, str]]:
    near = [each for each in named if key in each.folded]
    if any(each.folded == key for each in near):
        return
    begin = [each for each in near if each.name and each.folded.startswith(key)]
    yield from ((each.id, each.name) for each in begin)
    first = {each.id for each in begin}
    for id, name, folded in near:
        if id not in first and any(
            part.startswith(key) for part in re.split(r"\W+", folded) if part
        ):
            yield id, name


def _quoted(name: str) -> str:
    """Return the name as it can be typed: in quotes when a sign in it would be read as a mark."""
    return f'"{name}"' if _SIGNS.search(name) else name
