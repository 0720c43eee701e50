"""Paper cards in a typed line: their numbers, and the arrows between them, however spaced."""

import re
from typing import Final

ARROW_SIGN: Final = r"(?:[-–—=]+\s*>|[→\uf0e0])"
"""An arrow as people type it; the last one is Word's."""

_NUMBER: Final = r"(?:(?:kortti|kort|card)\s+|#\s*)?(\d{1,3})"
_CARD_NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_FROM_CARD = re.compile(rf"{_NUMBER}\s*{ARROW_SIGN}\s*(?=\S)", re.IGNORECASE)
_TO_CARD = re.compile(rf"(\d{{1,3}}\s*:.*\S|)\s*{ARROW_SIGN}\s*{_NUMBER}", re.IGNORECASE)
_SEPARATOR: Final = rf"\s*(?:{ARROW_SIGN}|[-–—,;+&]|\b(?:ja|och|and)\b)\s*"
_ONLY_CARDS = re.compile(rf"{_NUMBER}(?:{_SEPARATOR}{_NUMBER})+", re.IGNORECASE)
_ONE_ARROW = re.compile(r"\d{1,3} → \d{1,3}")
# A small letter behind the colon is an ending: “112:een”, “2:a besöket”.
_CARD = re.compile(r"(\d{1,3})\s*:(?:\s+(?=\S)|(?=[A-ZÅÄÖ]))")
_CARD_ALONE = re.compile(r"\d{1,3}")


def with_plain_arrow(line: str) -> str:
    """Return the line with “ → ” for the arrow that leaves or reaches a card, however typed.

    Only where there are cards: elsewhere numbers and signs are parts of names.
    """
    if start := _FROM_CARD.match(line):
        target = line[start.end() :]
        alone = _CARD_NUMBER.fullmatch(target)
        return f"{start[1]} → {alone[1] if alone else target}"
    if end := _TO_CARD.fullmatch(line):
        return f"{end[1]} → {end[2]}".lstrip()
    return line


def is_no_single_arrow(line: str) -> bool:
    """Whether a line is made of numbers of cards alone, but is not one arrow between two."""
    return bool(_ONLY_CARDS.fullmatch(line)) and not _ONE_ARROW.fullmatch(line)


def led_by_card(line: str) -> tuple[int, str]:
    """Return the number in front of a card's name, and the name; 0 and the line without one."""
    card = _CARD.match(line)
    if card is None or not int(card[1]):
        return 0, line
    return int(card[1]), line[card.end() :]


def card_alone(words: str) -> int | None:
    """Return the number that words consist of, None when they say more."""
    return int(words) if _CARD_ALONE.fullmatch(words) else None
