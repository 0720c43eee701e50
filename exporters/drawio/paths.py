"""Where places lie along lines."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from model.layout.geometry import Point


def middle(points: Sequence[Point]) -> Point:
    """Return the place half way along a line, which draw.io puts a label at."""
    pieces = [
        (start, end, hypot(end.x - start.x, end.y - start.y)) for start, end in pairwise(points)
    ]
    left = sum(length for _start, _end, length in pieces) / 2
    for start, end, length in pieces:
        if left <= length and length > 0:
            part = left / length
            return Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)
        left -= length
    return points[-1]


def share(at: float, start: float, length: float) -> float:
    """Return how far along a length a place is, from 0 to 1."""
    return round(min(max((at - start) / length, 0), 1), 4) if length else 0.5
