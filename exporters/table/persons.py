"""Whether a column of a table names persons: lanes are published, and persons are no lanes."""

import re
from collections.abc import Sequence
from typing import Final

from exporters.table.words import plain

_HEADERS: Final = re.compile(
    r"henkilö(?!st|kunta|ryhm)|etunimi|sukunimi|\bperson(?:er|s)?\b|förnamn|efternamn|"
    r"\b(?:first|last) name\b"
)
_NAME: Final = re.compile(
    r"[^\W\d_a-zåäö][^\W\d_A-ZÅÄÖ]+(?:-[^\W\d_]+)?"  # Maija, Anna-Liisa
    r"(?:,? (?:[^\W\d_]\.? ?)*[^\W\d_a-zåäö][^\W\d_A-ZÅÄÖ]+(?:-[^\W\d_]+)?){1,2}"
)


def are_asked_for(header: str) -> bool:
    """Whether the words over a column ask for a person: "Vastuuhenkilö"."""
    return _HEADERS.search(plain(header)) is not None


def are_named(values: Sequence[str]) -> bool:
    """Whether most values look like the names of persons: "Maija Virtanen", "Puro, Pekka"."""
    names = sum(_NAME.fullmatch(" ".join(words.split())) is not None for words in values)
    return names * 2 > len(values)
