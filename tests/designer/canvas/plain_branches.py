"""Numbers of branches placed the plain way. What looks only at what is near equals it."""

from collections.abc import Sequence

from designer.ui.canvas.branch_places import (
    Disc,
    _along,
    _asides,
    _distance,
    _square,
    _Surroundings,
    _surroundings,
)
from designer.ui.canvas.hits import distance_to
from model.ids import Id
from model.layout.geometry import Arrow, Board, Point


def plain_branch_places(
    board: Board, branches: Sequence[Id], radius: float, handle: Disc
) -> dict[Id, Point]:
    """Look at every point of a line, and from there at all lines and boxes."""
    arrows = [board.arrows[id] for id in branches if id in board.arrows]
    around = _surroundings(board, arrows, radius)
    places: dict[Id, Point] = {}
    for arrow in arrows:
        taken = [handle, *(Disc(place, radius) for place in places.values())]
        for aside in _asides(arrow, radius):
            points = [
                point
                for point in _along(arrow, aside)
                if all(_distance(point, d.middle) > radius + d.radius for d in taken)
            ]
            place = _freest(around, arrow, points, radius)
            if place is not None:
                places[arrow.id] = place
                break
    return places


def _freest(
    around: _Surroundings, arrow: Arrow, points: list[Point], radius: float
) -> Point | None:
    """Return the first point clear of every other line, else of the sisters', else of texts."""
    boxes = around.boxes
    free = [point for point in points if not any(_square(point, radius).meets(b) for b in boxes)]
    for lines in (around.lines, around.sisters):
        others = [line for line in lines if line.id != arrow.id]
        for point in free:
            if all(distance_to(line, point) > radius for line in others):
                return point
    return free[0] if free else None
