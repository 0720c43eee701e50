"""What the words at the cursor may become."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

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
    named = [(record.id, one_line(name_of(record, language))) for record in _all(kind, pathway)]
    found = [
        Completion(start, end, _quoted(name) if mark else f"{name}: ", kind, id)
        for id, name in _by_nearness(named, one_line(typed).casefold())
    ]
    return tuple(found[:MOST])


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


def _by_nearness(named: Sequence[tuple[Id, str]], key: str) -> Iterator[tuple[Id, str]]:
    if any(name.casefold() == key for _id, name in named):
        return
    begin = [(id, name) for id, name in named if name and name.casefold().startswith(key)]
    yield from begin
    for id, name in named:
        if (id, name) not in begin and any(
            part.startswith(key) for part in re.split(r"\W+", name.casefold()) if part
        ):
            yield id, name


def _quoted(name: str) -> str:
    """Return the name as it can be typed: in quotes when a sign in it would be read as a mark."""
    return f'"{name}"' if _SIGNS.search(name) else name
