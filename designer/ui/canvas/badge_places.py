"""Where the badges of arrows sit: on their own lines, clear of all else. Pure, no Qt."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise, product
from math import hypot
from typing import Final, NamedTuple

from designer.ui.canvas.badges import RADIUS
from designer.ui.canvas.nearby import cells, length_of, shared_area
from model.ids import Id
from model.layout.geometry import Arrow, Board, Card, Point, Rect

_STEP: Final = 4.0  # pixels between two places that are tried
_BESIDE: Final = RADIUS - 1  # a badge beside its line still touches it
_AWAY: Final = RADIUS + 1  # from the middle to what must not be covered


def card_badge(card: Card) -> Point:
    """Return where a card's badge sits: over its upper right corner."""
    return Point(card.box.right - 2, card.box.y + 1)


def badge_places(board: Board, marked: Collection[Id]) -> Mapping[Id, Point]:
    """Return where the badge of each marked arrow sits, at 100 % zoom.

    No badge lies on a card, a note, a label or another badge as long as any place at its own
    line or label is free of them; of such places one is taken that no other arrow runs through,
    at the label's end, else near the middle of the longest part. The least bad one is taken
    where none is free. Arrows are served in the board's order.
    """
    taken = _Taken(board, marked)
    places = {}
    for id, arrow in board.arrows.items():
        if id in marked:
            places[id] = min(_tried(arrow, taken), key=lambda tried: tried[0])[1]
            taken.put(places[id])
    return places


class _Fault(NamedTuple):
    """What is wrong with a place, the worst first."""

    covered: float
    crossed: bool
    """Whether another arrow runs through it."""


_NO_FAULT: Final = _Fault(0, crossed=False)


def _tried(arrow: Arrow, taken: "_Taken") -> Iterator[tuple[_Fault, Point]]:
    for place in _wanted(arrow):
        fault = taken.fault(place, arrow.id)
        yield fault, place
        if fault == _NO_FAULT:
            return


def _wanted(arrow: Arrow) -> Iterator[Point]:
    """Yield the places for an arrow's badge, the one that is wanted most first."""
    if arrow.label is not None:
        box = arrow.label.box
        yield Point(box.right + _AWAY, box.centre.y)
        yield Point(box.x - _AWAY, box.centre.y)
    yield from _along(arrow, 0)
    if arrow.label is not None:  # it may fill all of a short line
        box = arrow.label.box
        for y, along in product((box.y - _AWAY, box.bottom + _AWAY), _from_the_middle(box.width)):
            yield Point(box.x + along, y)
    yield from _along(arrow, -_BESIDE)
    yield from _along(arrow, _BESIDE)


def _along(arrow: Arrow, beside: float) -> Iterator[Point]:
    """Yield places on an arrow's parts, or so far beside them, the longest part first."""
    for start, end in sorted(pairwise(arrow.points), key=lambda part: -length_of(*part)):
        length = length_of(start, end)
        if not length:
            continue
        across, down = (end.x - start.x) / length, (end.y - start.y) / length
        for along in _from_the_middle(length):
            yield Point(
                start.x + across * along - down * beside, start.y + down * along + across * beside
            )


def _from_the_middle(length: float) -> Iterator[float]:
    yield length / 2
    for step in range(1, int(length / 2 / _STEP) + 1):
        yield length / 2 - step * _STEP
        yield length / 2 + step * _STEP


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


def _boxes(board: Board) -> Iterator[Rect]:
    for card in board.cards.values():
        yield card.box
    for note in board.notes.values():
        yield note.box
    for arrow in board.arrows.values():
        if arrow.label is not None:
            yield arrow.label.box
