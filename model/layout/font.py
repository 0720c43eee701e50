"""How wide a text is, from the shipped font's own advance widths: no screen is needed."""

from functools import cache
from pathlib import Path
from unicodedata import combining

from model.layout.geometry import TextStyle
from model.layout.metrics import FONT_FILES, FONTS

# What the font lacks is drawn from some other font; few letters are wider than this, in ems.
UNKNOWN_WIDTH = 1.1


class FontMeasure:
    """Widths of the shipped font. A letter it lacks counts as a wide one."""

    def __init__(self) -> None:
        faces = {
            bold: _advances(path) for bold, path in zip((False, True), FONT_FILES, strict=True)
        }
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


def _advances(path: Path) -> dict[str, float]:
    """Return each letter's advance width in ems."""
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        em, metrics = font["head"].unitsPerEm, font["hmtx"]
        return {chr(code): metrics[name][0] / em for code, name in font.getBestCmap().items()}


@cache
def font_measure() -> FontMeasure:
    """Return the measure of the board's own font; it is read once."""
    return FontMeasure()


@cache
def baseline_of(style: TextStyle) -> float:
    """Return how far below the top of its line a text's baseline lies, in pixels."""
    from fontTools.ttLib import TTFont

    spec = FONTS[style]
    with TTFont(FONT_FILES.bold if spec.bold else FONT_FILES.regular, lazy=True) as font:
        em = font["head"].unitsPerEm
        middle = (font["hhea"].ascent + font["hhea"].descent) / em / 2
    return float(spec.line_height / 2 + middle * spec.size_px)
