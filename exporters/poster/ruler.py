"""The test page: two bars of 100 mm, and what to do when they measure otherwise."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from exporters.diagram.look import LIGHT
from exporters.poster.lettering import LINE_HEIGHT, Face, Words, set_below
from exporters.poster.marks import Line, Overview, overview
from exporters.poster.paper import PosterChoice, tiles
from model.layout.geometry import Point, Rect
from model.messages import _

BAR: Final = 100.0
"""Millimetres of each bar."""

_HEADING: Final = Face(7.0, bold=True)
_TEXT: Final = Face(4.2)
_TICK: Final = 3.0
_LONG_TICK: Final = 6.0


class RulerPage(NamedTuple):
    """`bars` are the two scales, `ticks` their marks at each 10 mm; `frame` is what is printed."""

    frame: Rect
    bars: tuple[Line, ...]
    ticks: tuple[Line, ...]
    words: tuple[Words, ...]
    sheets: Overview | None


def ruler_page(choice: PosterChoice) -> RulerPage:
    """Lay out the page in the language in force."""
    frame = choice.ruler_paper.printed
    left, top = frame.x + 15, frame.y + 12
    width = frame.width - 30
    words = [*set_below((_("Test page: is the size right?"),), left, top, _HEADING, LIGHT.ink)]
    top += 14
    for step in _steps(choice):
        lines = _TEXT.wrapped(step, width, most=4)
        words += set_below(lines, left, top, _TEXT, LIGHT.ink)
        top += len(lines) * _TEXT.size * LINE_HEIGHT + 2
    corner = Point(left + 5, min(top + 12, frame.bottom - BAR - 10))
    bars = (
        Line(corner, Point(corner.x + BAR, corner.y)),
        Line(corner, Point(corner.x, corner.y + BAR)),
    )
    side = Face(4.2, bold=True)
    words += [
        Words("100 mm", corner.x + BAR / 2 - 8, corner.y + 13, side, LIGHT.ink),
        Words("100 mm", corner.x + 9, corner.y + BAR / 2, side, LIGHT.ink),
    ]
    sheets = None
    if choice.sheets > 1:
        room = Rect(corner.x + 35, corner.y + 24, frame.right - corner.x - 50, BAR - 24)
        sheets = overview(choice, room)
        words += _numbers(choice, sheets)
    return RulerPage(frame, bars, tuple(_ticks(corner)), tuple(words), sheets)


def _steps(choice: PosterChoice) -> Iterator[str]:
    yield _(
        "1. Print at 100 %: in the print window choose “Actual size”, not “Fit” and not “Shrink”."
    )
    yield _(
        "2. Measure both bars with a ruler. Each must be exactly 100 mm long, and the frame of "
        "this page must be whole."
    )
    if choice.sheets == 1:
        return
    yield _(
        "3. Cut the left edge off each sheet that has a neighbour on its left, and the upper edge "
        "off each that has one above: along the long marks at the corners."
    )
    if choice.overlap:
        yield _(
            "4. Begin at the left top. Lay the cut edge on the short marks of the neighbour, so "
            "that the picture goes on, and glue the strip of {overlap} mm below it."
        ).format(overlap=f"{choice.overlap:g}")


def _ticks(corner: Point) -> Iterator[Line]:
    for place in range(0, round(BAR) + 1, 10):
        length = _LONG_TICK if place % 50 == 0 else _TICK
        x, y = corner.x + place, corner.y + place
        yield Line(Point(x, corner.y), Point(x, corner.y + length))
        yield Line(Point(corner.x, y), Point(corner.x + length, y))


def _numbers(choice: PosterChoice, sheets: Overview) -> Iterator[Words]:
    for tile, cell in zip(tiles(choice), sheets.cells, strict=True):
        face = Face(min(4.2, cell.height / 3, cell.width / 4))
        said = f"{tile.row} / {tile.column}"
        x = cell.centre.x - face.width(said) / 2
        yield Words(said, x, cell.centre.y + 0.36 * face.size, face, LIGHT.muted)
