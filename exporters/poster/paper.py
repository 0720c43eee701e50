"""Sheets of paper, and how a poster is cut into them. Lengths in millimetres, from the top left.

Sizes: ISO 216, the A series.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from msgspec import Struct

from exporters.exporter import ExportError
from model.layout.geometry import Rect
from model.messages import _

MARGIN: Final = 10.0
"""Left white around what is printed: no printer reaches the edge of its paper."""
MOST_SHEETS_ASIDE: Final = 10
LARGEST_OVERLAP: Final = 50.0


class PaperSize(StrEnum):
    A0 = "A0"
    A1 = "A1"
    A2 = "A2"
    A3 = "A3"
    A4 = "A4"


class Orientation(StrEnum):
    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


_SHORT_AND_LONG: Final = {
    PaperSize.A0: (841.0, 1189.0),
    PaperSize.A1: (594.0, 841.0),
    PaperSize.A2: (420.0, 594.0),
    PaperSize.A3: (297.0, 420.0),
    PaperSize.A4: (210.0, 297.0),
}


class Paper(NamedTuple):
    """One sheet."""

    width: float
    height: float

    @property
    def printed(self) -> Rect:
        return Rect(MARGIN, MARGIN, self.width - 2 * MARGIN, self.height - 2 * MARGIN)


def paper(size: PaperSize, orientation: Orientation) -> Paper:
    short, long = _SHORT_AND_LONG[size]
    return Paper(long, short) if orientation is Orientation.LANDSCAPE else Paper(short, long)


class PosterChoice(Struct, frozen=True, kw_only=True):
    """What the user chose: the sheets, how many `across` and `down`, and what comes along.

    Neighbouring sheets both show a strip of `overlap` millimetres. `ruler` puts a page in front by
    which one sees whether the printer keeps to the measures.
    """

    size: PaperSize = PaperSize.A1
    orientation: Orientation = Orientation.LANDSCAPE
    across: int = 1
    down: int = 1
    overlap: float = 10.0
    ruler: bool = False
    legend: bool = True

    @property
    def sheets(self) -> int:
        return self.across * self.down

    @property
    def paper(self) -> Paper:
        return paper(self.size, self.orientation)

    @property
    def ruler_paper(self) -> Paper:
        """The poster's own sheets as long as an office printer takes them, else A3."""
        own = self.size if self.size in {PaperSize.A3, PaperSize.A4} else PaperSize.A3
        return paper(own, self.orientation)


class Tile(NamedTuple):
    """What one sheet shows: `region` of the poster. Rows and columns count from 1."""

    row: int
    column: int
    region: Rect


def checked(choice: PosterChoice) -> PosterChoice:
    """Return the choice, or raise ExportError when no poster can be made so."""
    if not (1 <= choice.across <= MOST_SHEETS_ASIDE and 1 <= choice.down <= MOST_SHEETS_ASIDE):
        raise ExportError(
            _("A poster has 1 to {most} sheets beside each other, and as many below.").format(
                most=MOST_SHEETS_ASIDE
            )
        )
    if not 0 <= choice.overlap <= LARGEST_OVERLAP:
        raise ExportError(
            _("Sheets can overlap by 0 to {most} mm.").format(most=round(LARGEST_OVERLAP))
        )
    return choice


def poster_size(choice: PosterChoice) -> tuple[float, float]:
    """Return width and height of what is printed, once the sheets are glued together."""
    printed = choice.paper.printed
    return (
        choice.across * printed.width - (choice.across - 1) * choice.overlap,
        choice.down * printed.height - (choice.down - 1) * choice.overlap,
    )


def tiles(choice: PosterChoice) -> Iterator[Tile]:
    """Yield the sheets row by row."""
    printed = choice.paper.printed
    for row in range(choice.down):
        for column in range(choice.across):
            left = column * (printed.width - choice.overlap)
            top = row * (printed.height - choice.overlap)
            yield Tile(row + 1, column + 1, Rect(left, top, printed.width, printed.height))
