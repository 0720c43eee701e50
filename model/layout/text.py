"""Texts broken into lines: by words, long words by syllables with a hyphen, never clipped."""

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import combining

from model.layout.font import baseline_of
from model.layout.geometry import TextLine, TextMeasure, TextStyle
from model.layout.metrics import FONTS

_VOWELS = frozenset("aeiouyåäöáâõéèüæø")
_FEWEST_LETTERS = 3  # of a word before and after a hyphen
_WORTH_A_START = 5  # letters of a long word that are worth beginning it on a started line


@lru_cache(maxsize=20_000)
def wrap(text: str, style: TextStyle, width: float, measure: TextMeasure) -> tuple[str, ...]:
    """Break a text into lines at most `width` wide; an empty text has no lines.

    A single letter that is wider still gets a line of its own.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        started = f"{line} " if line else ""
        if measure.width(started + word, style) <= width:
            line = started + word
            continue
        rest = word
        if line:
            head, rest = _begun(started, word, style, width, measure)
            lines.append(started + head if head else line)
        while measure.width(rest, style) > width and len(rest) > 1:
            head, rest = _cut(rest, style, width, measure)
            lines.append(head)
        line = rest
    return (*lines, line) if line else tuple(lines)


def wrap_evenly(text: str, style: TextStyle, width: float, measure: TextMeasure) -> tuple[str, ...]:
    """Break a text into as few lines as `width` allows, and make these as narrow as they can be.

    Words that fit in the width stay whole.
    """
    lines = wrap(text, style, width, measure)
    if len(lines) < 2:  # noqa: PLR2004 - one line is as even as it gets
        return lines
    narrowest = max(
        (measure.width(word, style) for word in text.split()),
        default=0.0,
    )
    narrow, wide = min(narrowest, width), width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(wrap(text, style, middle, measure)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return wrap(text, style, wide, measure)


def set_lines(lines: Iterable[str], style: TextStyle, x: float, top: float) -> tuple[TextLine, ...]:
    """Place wrapped lines one below the other, from the left top corner (x, top) on."""
    height, baseline = FONTS[style].line_height, baseline_of(style)
    return tuple(
        TextLine(text, x, top + place * height + baseline, style)
        for place, text in enumerate(lines)
    )


def widest(lines: Iterable[str], style: TextStyle, measure: TextMeasure) -> float:
    return max((measure.width(line, style) for line in lines), default=0.0)


def _begun(
    started: str, word: str, style: TextStyle, width: float, measure: TextMeasure
) -> tuple[str, str]:
    """Cut off what of a word too long for any line can stand at the end of a started line."""
    if measure.width(word, style) <= width:
        return "", word
    head = ""
    at = 0
    for place in _soft_places(word):
        cut = _hyphenated(word, place)
        if measure.width(started + cut, style) > width:
            break
        head, at = cut, place
    return (head, word[at:]) if at >= _WORTH_A_START else ("", word)


def _cut(word: str, style: TextStyle, width: float, measure: TextMeasure) -> tuple[str, str]:
    """Cut off as much of a word as fits in a line: at a soft place, else after any letter."""
    at = 0
    for place in _soft_places(word):
        if measure.width(_hyphenated(word, place), style) > width:
            break
        at = place
    return (_hyphenated(word, at), word[at:]) if at else _cut_hard(word, style, width, measure)


def _cut_hard(word: str, style: TextStyle, width: float, measure: TextMeasure) -> tuple[str, str]:
    at = 1
    for place in range(1, len(word)):
        if combining(word[place]):
            continue
        if place > 1 and measure.width(_hyphenated(word, place), style) > width:
            break
        at = place
    head = _hyphenated(word, at)
    # A hyphen that does not fit beside the one letter of a very narrow line is left away.
    return (head if measure.width(head, style) <= width else word[:at]), word[at:]


def _hyphenated(word: str, place: int) -> str:
    return word[:place] if not word[place - 1].isalpha() else word[:place] + "-"


def _soft_places(word: str) -> Iterable[int]:
    """Yield where a word may be cut: after a hyphen or slash, and between Finnish syllables.

    A Finnish syllable begins with the one consonant that stands before a vowel; between the
    parts of a compound the same holds for most words (Kielitoimiston ohjepankki: tavutus).
    """
    letters = word.lower()
    last = len(word) - _FEWEST_LETTERS
    for place in range(1, len(word)):
        before, letter = letters[place - 1], letters[place]
        after_sign = before in "-/" and letter.isalnum()
        if after_sign or (_FEWEST_LETTERS <= place <= last and _begins_syllable(letters, place)):
            yield place


def _begins_syllable(letters: str, place: int) -> bool:
    return (
        letters[place].isalpha()
        and letters[place] not in _VOWELS
        and letters[place + 1] in _VOWELS
        and letters[place - 1].isalpha()
    )
