"""How well words fit what is typed: beginnings of words first, then parts, then mere letters.

Without regard to case and to marks above and below letters: "aiti" finds "Äitiysneuvola". Pure,
no Qt.
"""

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

_LONGEST = 300  # letters of a text that are searched
_UNDECOMPOSED = str.maketrans({"ø": "o", "đ": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "æ": "ae"})
_BETWEEN_WORDS = re.compile(r"[\W_]+")


class Fit(IntEnum):
    """How well something fits, the best first."""

    SAME = 0
    BEGINNING = 1
    """The title begins so."""
    WORDS = 2
    """Words of the title begin so, in any order."""
    BESIDE = 3
    """Words of the title, or of what is told beside it, begin so."""
    INSIDE = 4
    """What is typed stands inside words, as parts of compounds do."""
    LETTERS = 5
    """The letters come in this order, the first one beginning a word."""


def folded(words: str) -> str:
    """Return words without case and without marks on letters."""
    if words.isascii():
        return words.lower()
    parts = normalize("NFKD", words.casefold())
    return "".join(letter for letter in parts if not combining(letter)).translate(_UNDECOMPOSED)


class Searched(NamedTuple):
    """What is searched of an entry: folded words, each with a blank before it."""

    title: str
    every: str


def searched(title: str, beside: str = "") -> Searched:
    words = _spaced(title[:_LONGEST])
    return Searched(words, words + _spaced(beside[:_LONGEST]))


@lru_cache(20_000)
def _spaced(words: str) -> str:
    found = _BETWEEN_WORDS.sub(" ", folded(words)).strip()
    return f" {found}" if found else ""


class Query:
    """What is typed, ready to be compared."""

    def __init__(self, typed: str) -> None:
        self._whole = _spaced(typed[:_LONGEST])
        self._parts = self._whole.split()
        self._beginnings = [f" {part}" for part in self._parts]
        self._letters = _in_order("".join(self._parts))

    @property
    def is_empty(self) -> bool:
        return not self._parts

    def fit(self, entry: Searched) -> Fit | None:
        """Return how well an entry fits; None when it does not."""
        every = entry.every
        for part in self._parts:
            if part not in every:
                return Fit.LETTERS if self._letters.search(entry.title) else None
        return self._fit_of_words(entry)

    def _fit_of_words(self, entry: Searched) -> Fit:
        title = entry.title
        if title == self._whole:
            return Fit.SAME
        if title.startswith(self._whole):
            return Fit.BEGINNING
        for part in self._beginnings:
            if part not in title:
                break
        else:
            return Fit.WORDS
        every = entry.every
        for part in self._beginnings:
            if part not in every:
                return Fit.INSIDE
        return Fit.BESIDE


def _in_order(letters: str) -> re.Pattern[str]:
    """Return a pattern that goes through a text once, whatever the text is."""
    if not letters:
        return re.compile(r"(?!)")
    first, *others = (re.escape(letter) for letter in letters)
    return re.compile(f" {first}" + "".join(f"[^{other}]*{other}" for other in others))
