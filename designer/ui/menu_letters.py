"""The underlined letters of a menu, by which its entries are chosen: each entry has its own.

Titles come with a letter marked by whoever wrote or translated them. Nobody who adds an entry sees
what the others are called in three languages: where two have the same, the later gets another.
"""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QMenu, QMenuBar

_MARKED = re.compile(r"&&|&(\w)")


def give_letters(menu: QMenu | QMenuBar) -> None:
    """See to it that no two entries of a menu are chosen by the same letter."""
    entries = [entry for entry in menu.actions() if entry.text()]
    titles = with_own_letters([entry.text() for entry in entries])
    for entry, title in zip(entries, titles, strict=True):
        if entry.text() != title:
            entry.setText(title)


def with_own_letters(titles: Sequence[str]) -> list[str]:
    """Return titles of which no two have the same letter marked; none where all are taken.

    Only titles that come with a letter get one. What follows a tab is a key, not a title.
    """
    found = list(titles)
    taken: set[str] = set()
    late: list[int] = []
    for place, title in enumerate(titles):
        letter = letter_of(title)
        if letter in taken:
            late.append(place)
        elif letter:
            taken.add(letter)
    for place in late:
        plain = _without_mark(titles[place])
        at = next((at for at in _places(plain) if plain[at].casefold() not in taken), None)
        if at is None:
            found[place] = plain
        else:
            taken.add(plain[at].casefold())
            found[place] = f"{plain[:at]}&{plain[at:]}"
    return found


def letter_of(title: str) -> str:
    """Return the letter that is marked in a title, '' when none is."""
    words = title.partition("\t")[0]
    return next((match[1].casefold() for match in _MARKED.finditer(words) if match[1]), "")


def _without_mark(title: str) -> str:
    return _MARKED.sub(lambda match: match[1] or "&&", title)


def _places(title: str) -> Iterator[int]:
    """Yield where a letter may be marked: first where words begin."""
    words = title.partition("\t")[0]
    yield from (match.start() for match in re.finditer(r"\b[^\W\d_]", words))
    yield from (match.start() for match in re.finditer(r"[^\W\d_]", words))
