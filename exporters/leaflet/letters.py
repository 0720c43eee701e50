"""The letters that a leaflet can be set with: those of the project's own font.

PDF/UA wants a glyph for every letter, so what the font lacks is put in words beforehand.
"""

import unicodedata
from functools import cache

from model.layout.metrics import FONT_FILES

LACKING = "□"

_INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs"}  # controls and joiners: nothing would be shown
_SPACES = {"Zs", "Zl", "Zp"}


def settable(text: str) -> str:
    """Return the text with a box in place of each letter that the font lacks."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(map(_settable, composed)).strip()


def visible(text: str) -> str:
    """Return the text without letters that show nothing: a heading must not be empty."""
    return "".join(letter for letter in text if letter in "\t\n" or _settable(letter))


def letters_lacking(text: str) -> list[str]:
    """Return the letters of the text that the font lacks, each once, sorted."""
    composed = unicodedata.normalize("NFC", text)
    return sorted({letter for letter in composed if _settable(letter) == LACKING} - {LACKING})


def _settable(letter: str) -> str:
    if letter in _known():
        return letter
    category = unicodedata.category(letter)
    if category in _SPACES or letter in "\t\n":
        return " "
    return "" if category in _INVISIBLE else LACKING


@cache
def _known() -> frozenset[str]:
    from fontTools.ttLib import TTFont

    with TTFont(FONT_FILES.regular, lazy=True) as regular, TTFont(FONT_FILES.bold) as bold:
        return frozenset(map(chr, regular.getBestCmap().keys() & bold.getBestCmap().keys()))
