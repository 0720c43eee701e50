"""What lies near a place of the board, found without looking at all of it. Pure, no Qt."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import count, pairwise, product
from typing import Final, Generic, Protocol, TypeVar

from designer.ui.canvas.badges import LARGEST_REACH, RADIUS
from model.ids import Id
from model.layout.geometry import Arrow, Board, Card, NoteBox, Point, Rect

_CELL: Final = 160.0  # pixels; a card reaches into one to four of them
_STRIP: Final = 2048.0  # pixels; boards are many times as wide as high
_AROUND: Final = LARGEST_REACH + RADIUS + 1
"""What is drawn of a part, its badge at any zoom included, reaches no further out of it."""
_ASIDE: Final = 256.0  # more than a label, which is on the arrow's line, can reach out of it

EMPTY: Final = Board(0, 0, (), (), (), {}, {})


class Drawn(Protocol):
    """A card, an arrow or a note."""

    @property
    def id(self) -> Id: ...


class HasBox(Drawn, Protocol):
    @property
    def box(self) -> Rect: ...


Part = TypeVar("Part", bound=Drawn)
Boxed = TypeVar("Boxed", bound=HasBox)
Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom of what may be drawn of a part."""
Groups = dict[tuple[float, float], list[Part]]
"""The parts by the first and the last upright strip of the board that they reach into."""


class Nearby:
    """Answers which cards, arrows and notes of a board may be seen in a box.

    The board is parted into strips when first asked; when another is shown, only those kinds
    anew that are not the very same mapping.
    """

    def __init__(self, board: Board = EMPTY) -> None:
        self.board = board
        self._cards = Strips(EMPTY.cards, _boxes_grouped, _bounds_of_box)
        self._arrows = Strips(EMPTY.arrows, _arrows_grouped, _bounds_of_arrow)
        self._notes = Strips(EMPTY.notes, _boxes_grouped, _bounds_of_box)

    def show(self, board: Board) -> None:
        """Answer for this board from now on."""
        self.board = board

    @property
    def cards(self) -> "Strips[Card]":
        if self._cards.parts is not self.board.cards:
            self._cards = Strips(self.board.cards, _boxes_grouped, _bounds_of_box)
        return self._cards

    @property
    def arrows(self) -> "Strips[Arrow]":
        if self._arrows.parts is not self.board.arrows:
            self._arrows = Strips(self.board.arrows, _arrows_grouped, _bounds_of_arrow)
        return self._arrows

    @property
    def notes(self) -> "Strips[NoteBox]":
        if self._notes.parts is not self.board.notes:
            self._notes = Strips(self.board.notes, _boxes_grouped, _bounds_of_box)
        return self._notes

    def within(self, box: Rect) -> Board:
        """Return the board with only what may reach into a box, in the board's order."""
        return self.board._replace(
            cards=self.cards.within(box),
            arrows={
                id: arrow for id, arrow in self.arrows.within(box).items() if _runs_by(arrow, box)
            },
            notes=self.notes.within(box),
        )


class Strips(Generic[Part]):
    """The parts of one kind; nothing is reckoned before it is asked for."""

    def __init__(
        self,
        parts: Mapping[Id, Part],
        grouped: Callable[[Mapping[Id, Part]], Groups[Part]],
        bounds_of: Callable[[Part], Bounds],
    ) -> None:
        self.parts = parts
        self._grouped = grouped
        self._bounds_of = bounds_of
        self._bounds: dict[tuple[float, float], list[tuple[Bounds, Part]]] = {}

    @cached_property
    def order(self) -> dict[Id, int]:
        return dict(zip(self.parts, count(), strict=False))

    @cached_property
    def _groups(self) -> Groups[Part]:
        return self._grouped(self.parts)

    def within(self, box: Rect) -> dict[Id, Part]:
        """Return what may reach into a box, in the board's order."""
        left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
        first, last = (left - _ASIDE) // _STRIP, (right + _ASIDE) // _STRIP
        found = [
            part
            for group in self._groups
            if group[0] <= last and group[1] >= first
            for (x, y, to_x, to_y), part in self._bounded(group)
            if x <= right and to_x >= left and y <= bottom and to_y >= top
        ]
        found.sort(key=lambda part: self.order[part.id])
        return {part.id: part for part in found}

    def _bounded(self, group: tuple[float, float]) -> list[tuple[Bounds, Part]]:
        if group not in self._bounds:
            self._bounds[group] = [(self._bounds_of(part), part) for part in self._groups[group]]
        return self._bounds[group]


def _boxes_grouped(parts: Mapping[Id, Boxed]) -> Groups[Boxed]:
    groups: Groups[Boxed] = defaultdict(list)
    for part in parts.values():
        x, _y, width, _height = part.box
        groups[x // _STRIP, (x + width) // _STRIP].append(part)
    return groups


def _arrows_grouped(parts: Mapping[Id, Arrow]) -> Groups[Arrow]:
    groups: Groups[Arrow] = defaultdict(list)
    for arrow in parts.values():
        points = arrow.points  # they compare by what lies further left
        groups[min(points)[0] // _STRIP, max(points)[0] // _STRIP].append(arrow)
    return groups


def _bounds_of_box(part: HasBox) -> Bounds:
    x, y, width, height = part.box
    return x - _AROUND, y - _AROUND, x + width + _AROUND, y + height + _AROUND


def _bounds_of_arrow(arrow: Arrow) -> Bounds:
    points = arrow.points
    left, right = min(points)[0], max(points)[0]
    down = [point[1] for point in points]
    top, bottom = min(down), max(down)
    if arrow.label is not None:
        x, y, width, height = arrow.label.box
        left, right = min(left, x), max(right, x + width)
        top, bottom = min(top, y), max(bottom, y + height)
    return left - _AROUND, top - _AROUND, right + _AROUND, bottom + _AROUND


def _runs_by(arrow: Arrow, box: Rect) -> bool:
    """Whether a part of an arrow or its label, and not only the box around all, is that near."""
    x, y, width, height = box
    left, top, right, bottom = x - _AROUND, y - _AROUND, x + width + _AROUND, y + height + _AROUND
    for (x, y), (to_x, to_y) in pairwise(arrow.points):
        across = (x <= right or to_x <= right) and (x >= left or to_x >= left)
        if across and (y <= bottom or to_y <= bottom) and (y >= top or to_y >= top):
            return True
    if arrow.label is None:
        return False
    x, y, width, height = arrow.label.box
    return x <= right and x + width >= left and y <= bottom and y + height >= top


def grown(box: Rect, by: float) -> Rect:
    """Return the box with so much more at each side."""
    return Rect(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


def square(middle: Point, half: float) -> Rect:
    return Rect(middle.x - half, middle.y - half, 2 * half, 2 * half)


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
