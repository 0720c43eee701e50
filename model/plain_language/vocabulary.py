"""The words of a text: how many, how long, and which stand on a list.

Two lists are kept as data beside this file: words of professionals to explain to customers, and
words of advertising. They are Ketjupaja's own, after what the public sources of plain language
advise against (hallintolaki 9 §; Kotus; DVV's guidance for PTV), and are edited by hand, one
word a line.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, get_args

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

    `starts` is what every form of it begins with, at least four small letters; an abbreviation,
    which has none, is found as it is written, also with an ending ("PTH:n", "PTH-lääkäri"). A
    phrase is found where its words follow one another, each beginning so. `plainly` says the
    same in plain words.
    """

    word: str
    starts: str = ""
    plainly: str = ""


class Found(Struct, frozen=True):
    """A listed word found in a text, as it stands there."""

    listed: Listed
    written: str


class Vocabulary(Struct, frozen=True, gc=False):
    """`listed` are the beginnings of words by which a list may know them."""

    words: int
    long_words: int
    listed: tuple[str, ...]


@lru_cache(maxsize=KEPT_TEXTS)
def vocabulary(wording: str, language: str) -> Vocabulary:
    """Count the words of a text and look which may stand on a list of the language."""
    known = _beginnings(language)
    written = words(wording)
    long_words = sum(map(LONG_WORD.__lt__, map(len, written)))
    ended = [word for word in written if len(word) == LONG_WORD + 1 and not word[-1].isalnum()]
    beginnings = [word[:_BEGINNING] for word in written]
    listed = () if known.isdisjoint(beginnings) else tuple(filter(known.__contains__, beginnings))
    return Vocabulary(len(written), long_words - len(ended), listed)


def found(name: ListName, wording: str, language: str) -> tuple[Found, ...]:
    """Return the words of a list that a text uses, each once."""
    listed = vocabulary(wording, language).listed
    return _found(name, wording, language, listed) if listed else ()


@lru_cache(maxsize=KEPT_TEXTS)
def _found(
    name: ListName, wording: str, language: str, listed: tuple[str, ...]
) -> tuple[Found, ...]:
    small = wording.lower()
    index = _index(name, language)
    uses: list[Found] = []
    for entry in dict.fromkeys(entry for begins in listed for entry in index.get(begins, ())):
        # Whether all its letters are there is asked first: that is fast and mostly answers.
        if all(start in small for start in entry.starts.split()):
            hit = _pattern(entry).search(wording)
            if hit:
                uses.append(Found(entry, hit[0]))
    return tuple(uses)


@cache
def _index(name: ListName, language: str) -> Mapping[str, tuple[Listed, ...]]:
    """Read a list by how words on it begin; it is empty in a language that it does not have."""
    data = (Path(__file__).parent / f"{name}.json").read_bytes()
    index: defaultdict[str, tuple[Listed, ...]] = defaultdict(tuple)
    for entry in msgspec.json.decode(data, type=dict[str, list[Listed]]).get(language, []):
        for begins in _begins(entry):
            index[begins] += (entry,)
    return dict(index)


def _begins(entry: Listed) -> frozenset[str]:
    """Return how words begin that may be this one: in any case, abbreviations with an ending."""
    if entry.starts:
        key = entry.starts[:_BEGINNING]
        return frozenset({key, key.capitalize(), key.upper(), entry.word[:_BEGINNING]})
    return frozenset(f"{entry.word}{after}"[:_BEGINNING] for after in ("", *":-/.,;!?)”"))


@cache
def _beginnings(language: str) -> frozenset[str]:
    return frozenset(key for name in get_args(ListName) for key in _index(name, language))


@cache
def _pattern(entry: Listed) -> re.Pattern[str]:
    if not entry.starts:
        return re.compile(rf"(?<!\w){re.escape(entry.word)}(?!\w)")
    words = (rf"{re.escape(start)}[\w-]*" for start in entry.starts.split())
    return re.compile(r"(?<![\w-])" + r"\s+".join(words), re.IGNORECASE)


_BRACKETED = re.compile(r"\([^()]*\)")


def explains(wording: str, written: str) -> bool:
    """Whether a text explains a word itself: "PTH (perusterveydenhuolto)", or the other way."""
    if "(" not in wording:
        return False
    if any(written in bracketed for bracketed in _BRACKETED.findall(wording)):
        return True
    return re.search(rf"{re.escape(written)}\S*\s+\(", wording) is not None
