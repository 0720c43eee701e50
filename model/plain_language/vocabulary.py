"""The words of a text: how many, how long, and which stand on a list.

Two lists are kept as data beside this file: words of professionals to explain to customers, and
words of advertising. They are Ketjupaja's own, after what the public sources of plain language
advise against (hallintolaki 9 §; Kotus; DVV's guidance for PTV), and are edited by hand, one
word a line.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import msgspec
from msgspec import Struct

from model.plain_language import KEPT_TEXTS
from model.plain_language.prose import words

ListName = Literal["professional", "marketing"]
LONG_WORD = 6
"""A long word has more letters than that (LIX)."""

_BEGINNING = 4
"""By how many letters of its beginning a word is looked up."""


class Listed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word of a list.

    `starts` is what every form of it begins with (at least four letters, small ones); an
    abbreviation, which has none, is found as it is written, also with an ending ("PTH:n") or as
    the beginning of a word ("PTH-lääkäri"). A phrase is found where its words follow one another,
    each beginning so. `plainly` says the same in plain words.
    """

    word: str
    starts: str = ""
    plainly: str = ""


class Found(Struct, frozen=True):
    """A listed word found in a text, as it stands there."""

    listed: Listed
    written: str


class Vocabulary(NamedTuple):
    """`listed` are the beginnings of words by which a list may know them."""

    words: int
    long_words: int
    listed: frozenset[str]


@lru_cache(maxsize=KEPT_TEXTS)
def vocabulary(wording: str, language: str) -> Vocabulary:
    """Count the words of a text and look which may stand on a list of the language."""
    written = words(wording)
    listed = {word[:_BEGINNING] for word in written} & _beginnings(language)
    return Vocabulary(
        len(written), sum(map(LONG_WORD.__lt__, map(len, written))), frozenset(listed) or _NONE
    )


@lru_cache(maxsize=KEPT_TEXTS)
def found(name: ListName, wording: str, language: str) -> tuple[Found, ...]:
    """Return the words of a list that a text uses, each once."""
    index = _index(name, language)
    listed = vocabulary(wording, language).listed
    first: dict[str, Found] = {}
    if not index.beginnings.keys().isdisjoint(listed):
        written = words(wording)
        hits = [place for place, word in enumerate(written) if word[:_BEGINNING] in listed]
        for place in hits:
            for entry in index.beginnings.get(written[place][:_BEGINNING], ()):
                if _stands(entry, written, place):
                    first.setdefault(entry.word, Found(entry, written[place]))
    if not index.signs.isdisjoint(listed):
        for hit in index.pattern.finditer(wording):
            if not wording[hit.start() - 1 : hit.start()].isalnum():
                first.setdefault(hit[0], Found(index.abbreviations[hit[0]], hit[0]))
    return tuple(first.values())


def _stands(entry: Listed, written: Sequence[str], place: int) -> bool:
    starts = entry.starts.split()
    there = written[place : place + len(starts)]
    return len(there) == len(starts) and all(
        word.casefold().startswith(start) for word, start in zip(there, starts, strict=True)
    )


_BRACKETED = re.compile(r"\([^()]*\)")


def explains(wording: str, written: str) -> bool:
    """Whether a text explains a word itself: "PTH (perusterveydenhuolto)", or the other way."""
    if "(" not in wording:
        return False
    if any(written in bracketed for bracketed in _BRACKETED.findall(wording)):
        return True
    return re.search(rf"{re.escape(written)}\S*\s+\(", wording) is not None


class _Index(NamedTuple):
    """A list in one language.

    `beginnings` are how words on it begin, in any case, `signs` how abbreviations on it do.
    """

    beginnings: Mapping[str, tuple[Listed, ...]]
    abbreviations: Mapping[str, Listed]
    signs: frozenset[str]
    pattern: re.Pattern[str]


_NONE: frozenset[str] = frozenset()


@cache
def _beginnings(language: str) -> frozenset[str]:
    indexes = [_index(name, language) for name in get_args(ListName)]
    return frozenset().union(*(index.signs.union(index.beginnings) for index in indexes))


@cache
def _index(name: ListName, language: str) -> _Index:
    """Read a list; it is empty in a language that it does not have."""
    data = (Path(__file__).parent / f"{name}.json").read_bytes()
    listed = msgspec.json.decode(data, type=dict[str, list[Listed]]).get(language, [])
    beginnings: defaultdict[str, tuple[Listed, ...]] = defaultdict(tuple)
    for entry in listed:
        if entry.starts:
            key = entry.starts[:_BEGINNING]
            for written in (key, key.capitalize(), key.upper()):
                beginnings[written] += (entry,)
    abbreviations = {entry.word: entry for entry in listed if not entry.starts}
    signs = frozenset(
        f"{written}{after}"[:_BEGINNING]
        for written in abbreviations
        for after in ("", ":", "-", "/")
    )
    longest_first = sorted(map(re.escape, abbreviations), key=len, reverse=True)
    pattern = re.compile(rf"(?:{'|'.join(longest_first)})(?!\w)")
    return _Index(dict(beginnings), abbreviations, signs, pattern)
