"""What is printed around a sheet's part of the poster: where to cut, where to glue, which sheet.

All in millimetres from the sheet's left top corner, in the margin that no picture reaches.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from exporters.diagram.look import LIGHT
from exporters.poster.lettering import Face, Words
from exporters.poster.paper import PosterChoice, Tile
from model.layout.geometry import Point, Rect
from model.messages import _

_OFF: Final = 1.0  # from the picture's corner to where a mark begins
_LONG: Final = 5.0
_SHORT: Final = 2.5
_BAND: Final = 4.5  # height of what stands in the lower margin: within reach of most printers
_ASIDE: Final = 8.0  # from the corner's marks to the words


class Line(NamedTuple):
    start: Point
    end: Point


def crop_marks(choice: PosterChoice) -> Iterator[Line]:
    """Yield two lines at each corner: cut between these, and the picture is left."""
    box = choice.paper.printed
    for x, outwards in ((box.x, -1), (box.right, 1)):
        for y, up_or_down in ((box.y, -1), (box.bottom, 1)):
            near, far = outwards * _OFF, outwards * (_OFF + _LONG)
            yield Line(Point(x + near, y), Point(x + far, y))
            near, far = up_or_down * _OFF, up_or_down * (_OFF + _LONG)
            yield Line(Point(x, y + near), Point(x, y + far))


def glue_marks(choice: PosterChoice, tile: Tile) -> Iterator[Line]:
    """Yield short lines where the cut edge of the next sheet comes to lie."""
    box = choice.paper.printed
    if tile.column < choice.across:
        x = box.right - choice.overlap
        for y, away in ((box.y, -1), (box.bottom, 1)):
            yield Line(Point(x, y + away * _OFF), Point(x, y + away * (_OFF + _SHORT)))
    if tile.row < choice.down:
        y = box.bottom - choice.overlap
        for x, away in ((box.x, -1), (box.right, 1)):
            yield Line(Point(x + away * _OFF, y), Point(x + away * (_OFF + _SHORT), y))


class Overview(NamedTuple):
    """A small picture of how the sheets lie, and which of them this one is."""

    cells: tuple[Rect, ...]
    here: int | None


def overview(choice: PosterChoice, box: Rect, here: Tile | None = None) -> Overview:
    """Return cells of the sheets' own shape that fill the height or the width of `box`."""
    paper = choice.paper
    scale = min(
        box.width / (choice.across * paper.width), box.height / (choice.down * paper.height)
    )
    width, height = paper.width * scale, paper.height * scale
    cells = tuple(
        Rect(box.x + column * width, box.y + row * height, width, height)
        for row in range(choice.down)
        for column in range(choice.across)
    )
    place = None if here is None else (here.row - 1) * choice.across + here.column - 1
    return Overview(cells, place)


def small_overview(choice: PosterChoice, tile: Tile) -> Overview:
    printed = choice.paper.printed
    room = Rect(printed.x + _ASIDE, printed.bottom + _OFF, printed.width / 4, _BAND)
    return overview(choice, room, tile)


def sheet_label(choice: PosterChoice, tile: Tile, title: str) -> Words:
    """Return which sheet this is, in the lower margin beside the overview."""
    printed = choice.paper.printed
    face = Face(3.0)
    left = max(cell.right for cell in small_overview(choice, tile).cells) + 3
    said = f"{place_of(choice, tile)} · {title}"
    room = printed.right - choice.overlap - _ASIDE - left
    baseline = printed.bottom + _OFF + _BAND / 2 + 0.36 * face.size
    return Words(face.cut(said, room), left, baseline, face, LIGHT.muted)


def place_of(choice: PosterChoice, tile: Tile) -> str:
    return _("Row {row}, column {column} / {across} × {down}").format(
        row=tile.row, column=tile.column, across=choice.across, down=choice.down
    )
