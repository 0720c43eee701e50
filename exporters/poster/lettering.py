"""Text on paper: set in the board's own font, in millimetres."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from model.layout import font_measure
from model.layout.geometry import Rect, TextStyle
from model.layout.metrics import FONT_FILES, FONTS
from model.layout.text import cut_to, wrap

LINE_HEIGHT = 1.3
"""From a baseline to the next, as a multiple of the size."""


class Face(NamedTuple):
    """A size in millimetres (of the em, as type is measured) and a weight."""

    size: float
    bold: bool = False

    @property
    def style(self) -> TextStyle:
        return TextStyle.LANE_NAME if self.bold else TextStyle.LANE_SECTOR

    @property
    def scale(self) -> float:
        """Millimetres per pixel of the style's own size."""
        return self.size / FONTS[self.style].size_px

    def width(self, text: str) -> float:
        return font_measure().width(text, self.style) * self.scale

    def wrapped(self, text: str, width: float, most: int) -> tuple[str, ...]:
        """Break a text into at most so many lines; the last one is cut when it is longer."""
        lines = wrap(text, self.style, width / self.scale, font_measure())
        if len(lines) <= most:
            return lines
        rest = " ".join(lines[most - 1 :])
        return (*lines[: most - 1], self.cut(rest, width))

    def cut(self, text: str, width: float) -> str:
        return cut_to(text, self.style, width / self.scale, font_measure())


class Words(NamedTuple):
    """One line of text, and where its baseline begins."""

    text: str
    x: float
    baseline: float
    face: Face
    colour: str

    @property
    def box(self) -> Rect:
        size = self.face.size
        return Rect(self.x, self.baseline - size, self.face.width(self.text), size * LINE_HEIGHT)


def set_below(
    lines: tuple[str, ...], x: float, top: float, face: Face, colour: str
) -> Iterator[Words]:
    """Place lines one below the other from the left top corner on."""
    for place, line in enumerate(lines):
        baseline = top + face.size * (1 + place * LINE_HEIGHT)
        yield Words(line, x, baseline, face, colour)


@cache
def height_of_capitals() -> float:
    """Return how high the font's capital letters are, in ems."""
    from fontTools.ttLib import TTFont

    with TTFont(FONT_FILES.regular, lazy=True) as font:
        return float(font["OS/2"].sCapHeight / font["head"].unitsPerEm)
