"""Where the numbers of a stage's branches stand: on their arrows, near the start. Pure, no Qt."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from math import hypot
from typing import NamedTuple

from model.ids import Id
from model.layout.geometry import Arrow, Board, Point, Rect

_STEP = 5.0
_FARTHEST = 350.0  # from the stage; a number further off would not be seen as its branch's
_HEAD = 12.0
_ASIDE = 120.0  # half of the widest label, and then some
SURROUNDINGS = 700.0
"""What lies further than this from a stage's middle cannot be in the way of its numbers."""


class Disc(NamedTuple):
    """A round place that is taken: the handle at the stage's side."""

    middle: Point
    radius: float


def branch_places(
    board: Board, branches: Sequence[Id], radius: float, handle: Disc
) -> dict[Id, Point]:
    """Return the middle of each branch's number: on its own line, clear of cards and labels.

    `radius` is how much room a number takes to each side, in the board's pixels. Where the line
    has no room the number stands beside it; a branch with no room there either gets none.
    """
    arrows = [board.arrows[id] for id in branches if id in board.arrows]
    around = _surroundings(board, arrows, radius)
    places: dict[Id, Point] = {}
    for arrow in arrows:
        taken = [handle, *(Disc(place, radius) for place in places.values())]
        for aside in _asides(arrow, radius):
            points = (
                point
                for point in _along(arrow, aside)
                if all(_distance(point, d.middle) > radius + d.radius for d in taken)
            )
            place = _freest(around, arrow, points, radius)
            if place is not None:
                places[arrow.id] = place
                break
    return places


class _Surroundings(NamedTuple):
    """What may lie near: the boxes of cards and labels, the sisters' lines, all lines."""

    boxes: list[Rect]
    sisters: list[Arrow]
    lines: list[Arrow]


def _surroundings(board: Board, arrows: Sequence[Arrow], radius: float) -> _Surroundings:
    reach = _around([point for arrow in arrows for point in _along(arrow, 0)], radius + _ASIDE)
    boxes = [card.box for card in board.cards.values() if reach.meets(card.box)]
    near = [other for other in board.arrows.values() if _may_meet(other, reach)]
    boxes += [other.label.box for other in near if other.label is not None]
    return _Surroundings(boxes, list(arrows), near)


def _asides(arrow: Arrow, radius: float) -> Iterator[float]:
    """Yield how far from the line a number may stand: on it, else beside it or its label."""
    yield 0.0
    steps = [radius + 2]
    if arrow.label is not None:
        box = arrow.label.box
        steps += [box.height / 2 + radius + 1, box.width / 2 + radius + 1]
    for step in steps:
        yield from (-step, step)


def _freest(
    around: _Surroundings, arrow: Arrow, points: Iterator[Point], radius: float
) -> Point | None:
    """Return the first point clear of every other line, else of the sisters', else of texts."""
    boxes = around.boxes
    looked_at: list[Point] = []
    free = (point for point in points if not _covers(_square(point, radius), boxes))
    for lines in (around.lines, around.sisters):
        parts = _parts(line for line in lines if line.id != arrow.id)
        for point in chain(tuple(looked_at), _remembered(free, looked_at)):
            if not _touches(point, parts, radius):
                return point
    return looked_at[0] if looked_at else None


def _covers(square: Rect, boxes: Sequence[Rect]) -> bool:
    """Whether a number would lie on one of the boxes, as `Rect.meets` says, but faster."""
    left, top, right, bottom = square.x, square.y, square.right, square.bottom
    return any(
        x < right and x + width > left and y < bottom and y + height > top
        for x, y, width, height in boxes
    )


def _parts(lines: Iterable[Arrow]) -> list[tuple[float, float, float, float]]:
    """Return where the right-angled parts of arrows begin and end, across and down."""
    return [
        (min(x, to_x), max(x, to_x), min(y, to_y), max(y, to_y))
        for line in lines
        for (x, y), (to_x, to_y) in pairwise(line.points)
    ]


def _touches(
    point: Point, parts: Iterable[tuple[float, float, float, float]], radius: float
) -> bool:
    """Whether one of these parts comes as near as `radius`."""
    x, y = point
    far = radius + 1  # beyond this there is no need to reckon exactly
    return any(
        hypot(max(left - x, 0.0, x - right), max(top - y, 0.0, y - bottom)) <= radius
        for left, right, top, bottom in parts
        if left - far < x < right + far and top - far < y < bottom + far
    )


def _remembered(points: Iterator[Point], looked_at: list[Point]) -> Iterator[Point]:
    for point in points:
        looked_at.append(point)
        yield point


def _along(arrow: Arrow, aside: float) -> Iterator[Point]:
    """Yield the points that far beside an arrow's line, without its head."""
    parts = list(pairwise(arrow.points))
    last = min(sum(_distance(start, end) for start, end in parts) - _HEAD, _FARTHEST)
    wanted, gone = 0.0, 0.0
    for start, end in parts:
        part = _distance(start, end)
        right, down = ((end.x - start.x) / part, (end.y - start.y) / part) if part else (0, 0)
        while part and wanted <= min(gone + part, last):
            far = wanted - gone
            yield Point(start.x + right * far - down * aside, start.y + down * far + right * aside)
            wanted += _STEP
        gone += part


def _may_meet(arrow: Arrow, reach: Rect) -> bool:
    across = [point.x for point in arrow.points]
    down = [point.y for point in arrow.points]
    box = Rect(min(across), min(down), max(across) - min(across), max(down) - min(down))
    return reach.meets(box, 1) or (arrow.label is not None and reach.meets(arrow.label.box))


def _around(points: Sequence[Point], radius: float) -> Rect:
    if not points:
        return Rect(0, 0, 0, 0)
    left, top = min(point.x for point in points), min(point.y for point in points)
    right, bottom = max(point.x for point in points), max(point.y for point in points)
    return Rect(left - radius, top - radius, right - left + 2 * radius, bottom - top + 2 * radius)


def _square(middle: Point, half: float) -> Rect:
    return Rect(middle.x - half, middle.y - half, 2 * half, 2 * half)


def _distance(one: Point, other: Point) -> float:
    return hypot(one.x - other.x, one.y - other.y)
