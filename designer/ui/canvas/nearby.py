"""What lies near a place of the board: boxes are looked up by the cells that they reach into."""

from collections.abc import Iterator
from itertools import product
from typing import Final

from model.layout.geometry import Point, Rect

_CELL: Final = 160.0  # pixels; a card reaches into one to four of them


def cells(box: Rect) -> Iterator[tuple[int, int]]:
    """Yield the cells that a box reaches into, by column and row."""
    columns = range(int(box.x // _CELL), int(box.right // _CELL) + 1)
    rows = range(int(box.y // _CELL), int(box.bottom // _CELL) + 1)
    return product(columns, rows)


def shared_area(one: Rect, other: Rect) -> float:
    """Return the area that lies in both."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, width) * max(0.0, height)


def length_of(start: Point, end: Point) -> float:
    """Return how long a part of an arrow is; parts lie across or down."""
    return abs(end.x - start.x) + abs(end.y - start.y)
