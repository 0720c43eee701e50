"""Texts broken into lines: by words, long words with a hyphen, never clipped."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining

from model.layout.font import baseline_of
from model.layout.geometry import TextLine, TextMeasure, TextStyle
from model.layout.hyphenation import between_parts, between_syllables
from model.layout.metrics import FONTS

_MOST_LETTERS = 200  # a longer word is cut unmeasured, so that no word takes long to break


class _Width(NamedTuple):
    """The room of a line."""

    style: TextStyle
    width: float
    measure: TextMeasure

    def holds(self, text: str) -> bool:
        return self.measure.width(text, self.style) <= self.width

    def holds_word(self, word: str) -> bool:
        return len(word) <= _MOST_LETTERS and self.holds(word)


@lru_cache(maxsize=20_000)
def wrap(text: str, style: TextStyle, width: float, measure: TextMeasure) -> tuple[str, ...]:
    """Break a text into lines at most `width` wide; an empty text has no lines.

    A single letter that is wider still gets a line of its own.
    """
    room = _Width(style, width, measure)
    lines: list[str] = []
    line = ""
    for word in text.split():
        started = f"{line} " if line else ""
        if room.holds(started + word):
            line = started + word
            continue
        rest = word
        if line:
            head, rest = _begun(started, word, room)
            lines.append(started + head if head else line)
        while len(rest) > 1 and not room.holds_word(rest):
            head, rest = _cut(rest, room)
            lines.append(head)
        line = rest
    return (*lines, line) if line else tuple(lines)


def wrap_evenly(text: str, style: TextStyle, width: float, measure: TextMeasure) -> tuple[str, ...]:
    """Break a text into as few lines as `width` allows, and make these as narrow as they can be.

    Words that fit in the width stay whole.
    """
    lines = wrap(text, style, width, measure)
    if len(lines) <= 1:
        return lines  # on fewer there is no text
    words = text.split()
    widest_word = max(measure.width(word, style) for word in words)
    if len(words) == len(lines) and widest_word <= width:
        return lines  # a whole word on each
    narrow, wide = min(widest_word, width), width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(wrap(text, style, middle, measure)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return wrap(text, style, wide, measure)


@lru_cache(maxsize=10_000)
def cut_to(text: str, style: TextStyle, width: float, measure: TextMeasure) -> str:
    """Return the text on one line; a longer one ends in "…" where no more letters fit.

    Only for what is folded away or done with, and told in full elsewhere.
    """
    room = _Width(style, width, measure)
    text = " ".join(text.split())
    if room.holds_word(text):
        return text
    fitting = 1
    while fitting < len(text) and room.holds_word(text[: fitting + 1].rstrip() + "…"):
        fitting += 1
    return text[:fitting].rstrip() + "…"


def set_lines(lines: Iterable[str], style: TextStyle, x: float, top: float) -> tuple[TextLine, ...]:
    """Place wrapped lines one below the other, from the left top corner (x, top) on."""
    height, baseline = FONTS[style].line_height, baseline_of(style)
    return tuple(
        [
            TextLine(text, x, top + place * height + baseline, style)
            for place, text in enumerate(lines)
        ]
    )


def widest(lines: Iterable[str], style: TextStyle, measure: TextMeasure) -> float:
    return max((measure.width(line, style) for line in lines), default=0.0)


def _begun(started: str, word: str, room: _Width) -> tuple[str, str]:
    """Cut off the parts of a word too long for any line that fit at the end of a started line."""
    if room.holds_word(word):
        return "", word
    at = _last_fitting(between_parts(word[:_MOST_LETTERS]), started, word, room)
    return (_hyphenated(word, at), word[at:]) if at else ("", word)


def _cut(word: str, room: _Width) -> tuple[str, str]:
    """Cut off as much of a word as fits: between parts, else syllables, else any letters."""
    begin = word[:_MOST_LETTERS]
    for places in (between_parts(begin), between_syllables(begin)):
        if at := _last_fitting(places, "", word, room):
            return _hyphenated(word, at), word[at:]
    return _cut_anywhere(word, room)


def _last_fitting(places: Iterable[int], started: str, word: str, room: _Width) -> int:
    """Return the last of the places where a cut fits in the line; 0 when none does."""
    last = 0
    for place in places:
        if not room.holds(started + _hyphenated(word, place)):
            break
        last = place
    return last


def _cut_anywhere(word: str, room: _Width) -> tuple[str, str]:
    at = 1
    for place in range(1, min(len(word), _MOST_LETTERS)):
        if combining(word[place]):
            continue
        if place > 1 and not room.holds(_hyphenated(word, place)):
            break
        at = place
    head = _hyphenated(word, at)
    # A hyphen that does not fit beside the one letter of a very narrow line is left away.
    return (head if room.holds(head) else word[:at]), word[at:]


def _hyphenated(word: str, place: int) -> str:
    last = word[place - 1]
    return word[:place] + "-" if last.isalpha() or combining(last) else word[:place]
