"""Badges placed the plain way: all of a board at once. What is placed where one looks equals it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from math import hypot

from designer.ui.canvas.badge_places import (
    _AWAY,
    _NO_FAULT,
    _boxes,
    _Fault,
    _wanted,
    card_badge,
)
from designer.ui.canvas.badge_rooms import LEAST, _apart, _clear_of, _texts
from designer.ui.canvas.badges import LARGEST_RADIUS, RADIUS, reach
from designer.ui.canvas.nearby import cells, shared_area
from model.ids import Id
from model.layout.geometry import Arrow, Board, Point, Rect


def plain_places(board: Board, marked: Collection[Id]) -> Mapping[Id, Point]:
    """Return where all badges of marked arrows sit, each placed after those before it."""
    taken = _Taken(board, marked)
    places = {}
    for id, arrow in board.arrows.items():
        if id in marked:
            places[id] = min(_tried(arrow, taken), key=lambda tried: tried[0])[1]
            taken.put(places[id])
    return places


def plain_radius(
    board: Board, marked: Collection[Id], zoom: float, *, among_words: bool
) -> dict[Id, float]:
    """Return how large each badge is drawn: as what lies anywhere on the board lets it."""
    places = {id: card_badge(card) for id, card in board.cards.items() if id in marked}
    places |= plain_places(board, marked)
    radii = {}
    for id, at in places.items():
        room = LARGEST_RADIUS
        for other, there in places.items():
            if other != id:
                room = min(room, _apart(abs(there.x - at.x), abs(there.y - at.y)))
        for text in _texts(board) if among_words else ():
            across = max(text.x - at.x, at.x - text.right, 0.0)
            down = max(text.y - at.y, at.y - text.bottom, 0.0)
            room = min(room, _clear_of(across, down))
        radii[id] = max(LEAST, min(reach(zoom), room))
    return radii


def _tried(arrow: Arrow, taken: "_Taken") -> Iterator[tuple[_Fault, Point]]:
    for place in _wanted(arrow):
        fault = taken.fault(place, arrow.id)
        yield fault, place
        if fault == _NO_FAULT:
            return


class _Taken:
    """What lies on the board, looked up by place."""

    def __init__(self, board: Board, marked: Collection[Id]) -> None:
        self._boxes: defaultdict[tuple[int, int], list[Rect]] = defaultdict(list)
        self._badges: defaultdict[tuple[int, int], list[Point]] = defaultdict(list)
        for box in _boxes(board):
            for cell in cells(box):
                self._boxes[cell].append(box)
        for id, card in board.cards.items():
            if id in marked:
                self.put(card_badge(card))
        across, down = [], []
        for arrow in board.arrows.values():
            for start, end in pairwise(arrow.points):
                if start.y == end.y:
                    across.append(_run(start.y, start.x, end.x, arrow.id))
                else:
                    down.append(_run(start.x, start.y, end.y, arrow.id))
        self._across, self._down = _Runs(across), _Runs(down)

    def put(self, badge: Point) -> None:
        """Take room for a badge."""
        for cell in cells(Rect(badge.x - RADIUS, badge.y - RADIUS, 2 * RADIUS, 2 * RADIUS)):
            self._badges[cell].append(badge)

    def fault(self, place: Point, arrow: Id) -> _Fault:
        """Say what a badge of that arrow would cover here."""
        around = Rect(place.x - _AWAY, place.y - _AWAY, 2 * _AWAY, 2 * _AWAY)
        covered = 0.0
        for cell in cells(around):
            covered += sum(shared_area(around, box) for box in self._boxes.get(cell, ()))
            for badge in self._badges.get(cell, ()):
                covered += max(0.0, 2 * _AWAY - hypot(badge.x - place.x, badge.y - place.y)) * _AWAY
        crossed = self._across.meets(place.y, place.x, arrow) or self._down.meets(
            place.x, place.y, arrow
        )
        return _Fault(covered, crossed)


_Run = tuple[float, float, float, Id]
"""A part of an arrow: where it lies across its direction, from where to where, and whose it is."""


def _run(at: float, start: float, end: float, arrow: Id) -> _Run:
    return (at, start, end, arrow) if start < end else (at, end, start, arrow)


class _Runs:
    """The parts of arrows in one direction, in the order in which they lie across it."""

    def __init__(self, runs: list[_Run]) -> None:
        self._runs = sorted(runs)
        self._lie_at = [run[0] for run in self._runs]

    def meets(self, at: float, along: float, apart_from: Id) -> bool:
        """Whether a part of another arrow runs through a badge at this place."""
        first = bisect_left(self._lie_at, at - RADIUS)
        last = bisect_right(self._lie_at, at + RADIUS)
        return any(
            low < along + RADIUS and along - RADIUS < high and id != apart_from
            for _at, low, high, id in self._runs[first:last]
        )
