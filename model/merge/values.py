"""Three-way merging of one field's value: texts by language and paragraph, parts by field."""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from msgspec import json
from msgspec.structs import replace

from model.merge.sequences import Piece, joined, merged_members, pieces
from model.parts import Part

Path = tuple[str, ...]
"""From a record to a value in it: field, field of the part in it, language."""


class Clash(NamedTuple):
    """Where both sides made something else of a value.

    `ours` and `theirs` are the merged value with that side's wording wherever the two clash.
    """

    path: Path
    base: Any
    ours: Any
    theirs: Any


class Outcome(NamedTuple):
    """The merged value, with ours where the sides clash."""

    value: Any
    clashes: tuple[Clash, ...] = ()


def merged_value(base: Any, ours: Any, theirs: Any, path: Path) -> Outcome:
    """Merge what two sides made of a value; None stands for what isn't there."""
    if theirs in (ours, base):
        return Outcome(ours)
    if ours == base:
        return Outcome(theirs)
    return _merged_both(base, ours, theirs, path)


def _merged_both(base: Any, ours: Any, theirs: Any, path: Path) -> Outcome:
    match base, ours, theirs:
        case Mapping(), Mapping(), Mapping():
            return _merged_mapping(base, ours, theirs, path)
        case tuple(), tuple(), tuple():
            return _merged_tuple(base, ours, theirs, path)
        case str(), str(), str() if len(path) > 1:
            return _merged_words(base, ours, theirs, path)
        case Part(), Part(), Part() if type(base) is type(ours) is type(theirs):
            return _merged_part(base, ours, theirs, path)
    return Outcome(ours, (Clash(path, base, ours, theirs),))


def _merged_mapping(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any], path: Path
) -> Outcome:
    result: dict[str, Any] = {}
    clashes: list[Clash] = []
    for key in dict.fromkeys((*ours, *theirs)):
        outcome = merged_value(base.get(key), ours.get(key), theirs.get(key), (*path, key))
        clashes += outcome.clashes
        if outcome.value is not None:
            result[key] = outcome.value
    return Outcome(result, tuple(clashes))


def _merged_part(base: Part, ours: Part, theirs: Part, path: Path) -> Outcome:
    fields: dict[str, Any] = {}
    clashes: list[Clash] = []
    for field in base.__struct_fields__:
        outcome = merged_value(
            getattr(base, field), getattr(ours, field), getattr(theirs, field), (*path, field)
        )
        fields[field] = outcome.value
        clashes += outcome.clashes
    return Outcome(replace(ours, **fields), tuple(clashes))


def _merged_tuple(
    base: tuple[Any, ...], ours: tuple[Any, ...], theirs: tuple[Any, ...], path: Path
) -> Outcome:
    if all(_are_members(items) for items in (base, ours, theirs)):
        members = merged_members(base, ours, theirs)
        if members is not None:
            return Outcome(members)
        return Outcome(ours, (Clash(path, base, ours, theirs),))
    return _assembled([*pieces(base, ours, theirs, _key)], (base, ours, theirs), path)


def _are_members(items: tuple[Any, ...]) -> bool:
    """Whether these are names of things, each once, rather than things themselves."""
    return all(isinstance(item, str) for item in items) and len(set(items)) == len(items)


def _key(item: Any) -> Hashable:
    return json.encode(item, order="deterministic")


def _assembled(cut: list[Piece], values: tuple[Any, Any, Any], path: Path) -> Outcome:
    ours: list[object] = []
    theirs: list[object] = []
    clashes = False
    for piece in cut:
        if not piece.clashes:
            ours += joined(piece)
            theirs += joined(piece)
            continue
        here, there = _alternatives(piece)
        clashes = clashes or here != there
        ours += here
        theirs += there
    if not clashes:
        return Outcome(tuple(ours))
    return Outcome(tuple(ours), (Clash(path, values[0], tuple(ours), tuple(theirs)),))


def _alternatives(piece: Piece) -> tuple[Sequence[object], Sequence[object]]:
    """Return what a piece becomes when ours goes first, and when theirs does.

    Items that both sides edited where they stand are merged one by one.
    """
    if not len(piece.base) == len(piece.ours) == len(piece.theirs):
        return piece.ours, piece.theirs
    items = [*zip(*piece, strict=True)]
    return (
        [merged_value(base, ours, theirs, ()).value for base, ours, theirs in items],
        [merged_value(base, theirs, ours, ()).value for base, ours, theirs in items],
    )


_PARAGRAPH = re.compile(r"[^\n]*\n+")


def _merged_words(base: str, ours: str, theirs: str, path: Path) -> Outcome:
    """Merge by paragraph; two versions of one paragraph clash."""
    values = _paragraphs(base, ours, theirs)
    cut = [*pieces(values[0], values[1], values[2], str)]
    outcome = _assembled(cut, (base, ours, theirs), path)
    return Outcome(
        _text(outcome.value),
        tuple(
            Clash(path, base, _text(clash.ours), _text(clash.theirs)) for clash in outcome.clashes
        ),
    )


def both_wordings(ours: str, theirs: str) -> str | None:
    """Return one text with the paragraphs of both: where they differ, ours first."""
    here, there = _paragraphs(ours, theirs)
    both: list[str] = []
    for _how, *(start, end, other_start, other_end) in SequenceMatcher(
        None, here, there, autojunk=False
    ).get_opcodes():
        both += here[start:end]
        both += [words for words in there[other_start:other_end] if words not in here[start:end]]
    return _text(both)


def _paragraphs(*texts: str) -> list[list[str]]:
    """Cut texts into paragraphs, each with its blank lines, all ended alike."""
    ending = "\n\n" if any("\n\n" in words for words in texts) else "\n"
    return [_PARAGRAPH.findall(words.rstrip("\n") + ending) for words in texts]


def _text(paragraphs: Iterable[str]) -> str | None:
    """Return the text again, None when nothing is left of it."""
    words = "".join(paragraphs).rstrip("\n")
    return words if words.strip() else None
