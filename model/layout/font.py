"""How wide a text is, from the shipped font's own advance widths: no screen is needed."""

from functools import cache
from unicodedata import combining

import msgspec

from model.layout.geometry import TextStyle
from model.layout.metrics import FONT_WIDTHS, FONTS

# What the font lacks is drawn from some other font; few letters are wider than this, in ems.
UNKNOWN_WIDTH = 1.1


class FontMeasure:
    """Widths of the shipped font. A letter it lacks counts as a wide one."""

    def __init__(self) -> None:
        faces = {False: _advances("regular"), True: _advances("bold")}
        self._widths = {
            style: {letter: em * font.size_px for letter, em in faces[font.bold].items()}
            for style, font in FONTS.items()
        }

    def width(self, text: str, style: TextStyle) -> float:
        widths = self._widths[style]
        try:
            return sum([widths[letter] for letter in text])
        except KeyError:
            unknown = UNKNOWN_WIDTH * FONTS[style].size_px
            return sum(widths.get(letter, 0.0 if combining(letter) else unknown) for letter in text)

    def knows(self, text: str, style: TextStyle) -> bool:
        """Whether the font has every letter of a text, so that its width is the one drawn."""
        return self._widths[style].keys() >= set(text)


class _Metrics(msgspec.Struct):
    """What is known of both faces: units in an em, ascent and descent, and letters' advances."""

    em: int
    heights: dict[str, tuple[int, int]]
    advances: dict[str, dict[str, int]]


@cache
def _metrics() -> _Metrics:
    """Return them from a table: from the fonts it takes a tenth of the time to open the window."""
    return msgspec.json.decode(FONT_WIDTHS.read_bytes(), type=_Metrics)


def _advances(face: str) -> dict[str, float]:
    """Return each letter's advance width in ems."""
    metrics = _metrics()
    return {letter: units / metrics.em for letter, units in metrics.advances[face].items()}


@cache
def font_measure() -> FontMeasure:
    """Return the measure of the board's own font; it is read once."""
    return FontMeasure()


@cache
def baseline_of(style: TextStyle) -> float:
    """Return how far below the top of its line a text's baseline lies, in pixels."""
    spec = FONTS[style]
    ascent, descent = _metrics().heights["bold" if spec.bold else "regular"]
    middle = (ascent + descent) / _metrics().em / 2
    return float(spec.line_height / 2 + middle * spec.size_px)
