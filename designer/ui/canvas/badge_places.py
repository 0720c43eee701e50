"""Where the badges of arrows sit: on their own lines, clear of all else. Pure, no Qt."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise, product
from math import hypot
from typing import Final, NamedTuple

from designer.ui.canvas.badges import LARGEST_RADIUS, LOZENGE, RADIUS
from designer.ui.canvas.nearby import (
    Nearby,
    cells,
    grown,
    length_of,
    shared_area,
    square,
)
from model.ids import Id
from model.layout.geometry import Arrow, Board, Card, Point, Rect

_STEP: Final = 4.0  # pixels between two places that are tried
_BESIDE: Final = RADIUS - 1  # a badge beside its line still touches it
_AWAY: Final = RADIUS + 1  # from the middle to what must not be covered
_FROM_LINE: Final = 2 * _AWAY + _BESIDE  # from a place to an arrow whose badge may touch it
_FROM_LABEL: Final = 3 * _AWAY  # from a place to a label whose badge may touch it
MOST_NEAR: Final = 2 * LARGEST_RADIUS * LOZENGE
"""From middle to middle of two badges that may touch, far away where they are largest."""
_AROUND_BLOCK: Final = MOST_NEAR + 2 * _AWAY
_BLOCK: Final = 640.0  # pixels; what lies around a place is gathered for so large a part


def card_badge(card: Card) -> Point:
    """Return where a card's badge sits: over its upper right corner."""
    return Point(card.box.right - 2, card.box.y + 1)


def badge_places(board: Board, marked: Collection[Id]) -> Mapping[Id, Point]:
    """Return where the badge of each marked arrow sits, at 100 % zoom."""
    places = BadgePlaces(Nearby(board), marked)
    return {id: places.of_arrow(id) for id in board.arrows if id in marked}


class BadgePlaces:
    """Where the badge of each marked arrow of a board sits, at 100 % zoom.

    No badge lies on a card, a note, a label or another badge as long as any place at its own
    line or label is free of them; of such places one is taken that no other arrow runs through,
    at the label's end, else near the middle of the longest part. The least bad one is taken
    where none is free. Arrows are served in the board's order.

    Nothing is reckoned before it is asked for: a badge depends on those served before it, but
    only where they may come to lie near the places that are tried.
    """

    def __init__(self, nearby: Nearby, marked: Collection[Id]) -> None:
        self._nearby = nearby
        self._marked = marked
        self._blocks: dict[tuple[int, int], _Block] = {}
        self._places: dict[Id, Point] = {}

    def of(self, id: Id) -> Point | None:
        """Return where a record's badge sits; None for what is not marked or has no place."""
        board = self._nearby.board
        if id not in self._marked:
            return None
        if id in board.arrows:
            return self.of_arrow(id)
        return card_badge(board.cards[id]) if id in board.cards else None

    def of_arrow(self, id: Id) -> Point:
        """Return where the badge of an arrow sits that is marked."""
        if id not in self._places:
            waiting = [self._placing(id)]
            while waiting:  # a chain of badges may be longer than Python's calls can be deep
                before = next(waiting[-1], None)
                if before is None:
                    waiting.pop()
                else:
                    waiting.append(self._placing(before))
        return self._places[id]

    def near(self, place: Point) -> Iterator[tuple[Id, Point]]:
        """Yield all badges whose middle may lie within MOST_NEAR of a place, across and down."""
        yield from self._block(place).badges.items()
        for id in self._may_reach(place, MOST_NEAR + _BESIDE, MOST_NEAR + _AWAY).values():
            yield id, self.of_arrow(id)

    def _placing(self, id: Id) -> Iterator[Id]:
        """Place an arrow's badge; yield those that must be placed before."""
        arrow, order = self._nearby.board.arrows[id], self._nearby.arrows.order[id]
        least: tuple[_Fault, Point] | None = None
        for place in _wanted(arrow):
            before = self._served_before(order, place)
            for other in before:
                if other not in self._places:
                    yield other
            fault = self._fault(place, id, [self._places[other] for other in before])
            if least is None or fault < least[0]:
                least = fault, place
            if fault == _NO_FAULT:
                break
        if least is not None:
            self._places[id] = least[1]

    def _served_before(self, order: int, place: Point) -> list[Id]:
        """Return the arrows that come before and may have their badge where it touches one here."""
        near = self._may_reach(place, _FROM_LINE, _FROM_LABEL)
        return [near[other] for other in sorted(near) if other < order]

    def _may_reach(self, place: Point, from_line: float, from_label: float) -> dict[int, Id]:
        """Return the marked arrows, by their order, with a line or label so near."""
        x, y = place
        here = self._block(place)
        near = {
            order: id
            for runs, at, along in ((here.across, y, x), (here.down, x, y))
            for lies, low, high, id, order in runs
            if at - from_line <= lies <= at + from_line
            and low - from_line <= along <= high + from_line
            and id in self._marked
        }
        around = square(place, from_label)
        near |= {
            order: id for box, id, order in here.labels if id in self._marked and around.meets(box)
        }
        return near

    def _fault(self, place: Point, arrow: Id, before: list[Point]) -> "_Fault":
        """Say what a badge of that arrow would cover here."""
        here, around = self._block(place), square(place, _AWAY)
        covered = 0.0
        boxes = _meeting(here.boxes, around)
        badges = [
            badge
            for badge in (*here.badges.values(), *before)
            if hypot(badge.x - place.x, badge.y - place.y) < 2 * _AWAY
        ]
        if boxes or badges:  # what reaches into several cells counts in each of them
            for cell in cells(around):
                covered += sum(shared_area(around, box) for box in boxes if cell in cells(box))
                for badge in badges:
                    if cell in cells(square(badge, RADIUS)):
                        away = hypot(badge.x - place.x, badge.y - place.y)
                        covered += (2 * _AWAY - away) * _AWAY
        return _Fault(covered, here.crosses(place, arrow))

    def _block(self, place: Point) -> "_Block":
        """Return what lies in the part of the board around a place."""
        block = int(place.x // _BLOCK), int(place.y // _BLOCK)
        if block not in self._blocks:
            self._blocks[block] = self._filled(block)
        return self._blocks[block]

    def _filled(self, block: tuple[int, int]) -> "_Block":
        box = Rect(block[0] * _BLOCK, block[1] * _BLOCK, _BLOCK, _BLOCK)
        around = grown(box, _AROUND_BLOCK)
        part, order = self._nearby.within(around), self._nearby.arrows.order
        filled = _Block(_meeting(_boxes(part), around))
        filled.badges |= {id: card_badge(c) for id, c in part.cards.items() if id in self._marked}
        (left, top), right, bottom = around[:2], around.right, around.bottom
        for id, arrow in part.arrows.items():
            for (x, y), (to_x, to_y) in pairwise(arrow.points):
                if y == to_y:
                    low, high = (x, to_x) if x < to_x else (to_x, x)
                    if top <= y <= bottom and low <= right and high >= left:
                        filled.across.append((y, low, high, id, order[id]))
                else:
                    low, high = (y, to_y) if y < to_y else (to_y, y)
                    if left <= x <= right and low <= bottom and high >= top:
                        filled.down.append((x, low, high, id, order[id]))
            if arrow.label is not None:
                filled.labels.append((arrow.label.box, id, order[id]))
        return filled


_Run = tuple[float, float, float, Id, int]
"""A part of an arrow: where it lies across its direction, from where to where; whose it is."""


class _Block:
    """What lies in and around a part of the board: boxes, badges of cards, parts of arrows."""

    def __init__(self, boxes: list[Rect]) -> None:
        self.boxes = boxes
        self.badges: dict[Id, Point] = {}
        self.across: list[_Run] = []
        self.down: list[_Run] = []
        self.labels: list[tuple[Rect, Id, int]] = []

    def crosses(self, place: Point, apart_from: Id) -> bool:
        """Whether a part of another arrow runs through a badge at this place."""
        return any(
            at - RADIUS <= lies <= at + RADIUS
            and low < along + RADIUS
            and along - RADIUS < high
            and id != apart_from
            for runs, at, along in ((self.across, place.y, place.x), (self.down, place.x, place.y))
            for lies, low, high, id, _order in runs
        )


class _Fault(NamedTuple):
    """What is wrong with a place, the worst first."""

    covered: float
    crossed: bool
    """Whether another arrow runs through it."""


_NO_FAULT: Final = _Fault(0, crossed=False)


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


def _meeting(boxes: Iterable[Rect], around: Rect) -> list[Rect]:
    """Return the boxes that share some area with another one, as `Rect.meets` does, but faster."""
    left, top, right, bottom = around.x, around.y, around.right, around.bottom
    return [
        box
        for box in boxes
        if box[0] < right and box[0] + box[2] > left and box[1] < bottom and box[1] + box[3] > top
    ]


def _boxes(board: Board) -> Iterator[Rect]:
    for card in board.cards.values():
        yield card.box
    for note in board.notes.values():
        yield note.box
    for arrow in board.arrows.values():
        if arrow.label is not None:
            yield arrow.label.box
