"""How large badges may grow far away: until they would touch each other or words. Pure, no Qt.

Seen from far, a badge is drawn larger than it is at 100 %, so that it stays a visible dot.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product
from math import hypot
from typing import Final

from designer.ui.canvas.badges import LARGEST_RADIUS, LOZENGE, RADIUS, reach
from model.ids import Id
from model.layout.geometry import Board, Card, Chip, Point, Rect

LEAST: Final = 0.75 * RADIUS
"""The radius that a badge has even where there is no room for it, in the board's pixels."""

_CELL: Final = 64.0  # pixels; how finely what lies near is looked up
_MOST: Final = 2 * LARGEST_RADIUS * LOZENGE  # from middle to middle of two that may touch
_PADDING: Final = 10.0  # between the border of a card and its words
_ASCENT: Final = 12.0  # of the words on cards, with a little air
_DESCENT: Final = 4.0
_IN_LABEL: Final = Point(5, 3)  # between the border of a label and its words


class BadgeRooms:
    """Answers for the badges of one board; nothing is reckoned before it is asked for."""

    def __init__(self, board: Board, places: Mapping[Id, Point]) -> None:
        self._board = board
        self._places = places
        self._badges: defaultdict[tuple[int, int], list[Id]] = defaultdict(list)
        self._texts: defaultdict[tuple[int, int], list[Rect]] = defaultdict(list)
        self._rooms: dict[Id, tuple[float, float]] = {}

    def radius(self, id: Id, zoom: float, *, among_words: bool) -> float:
        """Return how large the badge of a record is drawn, in the board's pixels.

        Far away there are no words left that it could cover.
        """
        if id not in self._places:
            return reach(zoom)
        if not self._badges:
            self._look_around()
        if id not in self._rooms:
            self._rooms[id] = self._beside_badges(id), self._beside_texts(id)
        beside_badges, beside_texts = self._rooms[id]
        room = min(beside_badges, beside_texts) if among_words else beside_badges
        return max(LEAST, min(reach(zoom), room))

    def _beside_badges(self, id: Id) -> float:
        """Return the radius up to which two badges of any forms do not touch."""
        at, room = self._places[id], LARGEST_RADIUS
        for cell in _cells(Rect(at.x - _MOST, at.y - _MOST, 2 * _MOST, 2 * _MOST)):
            for other in self._badges.get(cell, ()):
                if other != id:
                    there = self._places[other]
                    room = min(room, _apart(abs(there.x - at.x), abs(there.y - at.y)))
        return room

    def _beside_texts(self, id: Id) -> float:
        at, room = self._places[id], LARGEST_RADIUS
        for cell in _cells(Rect(at.x, at.y, 0, 0)):
            for text in self._texts.get(cell, ()):
                across = max(text.x - at.x, at.x - text.right, 0.0)
                down = max(text.y - at.y, at.y - text.bottom, 0.0)
                room = min(room, _clear_of(across, down))
        return room

    def _look_around(self) -> None:
        for id, at in self._places.items():
            self._badges[int(at.x // _CELL), int(at.y // _CELL)].append(id)
        wide = LARGEST_RADIUS * LOZENGE
        for text in _texts(self._board):
            size = Point(text.width + 2 * wide, text.height + 2 * wide)
            around = Rect(text.x - wide, text.y - wide, *size)
            for cell in _cells(around):
                self._texts[cell].append(text)


UNCROWDED: Final = BadgeRooms(Board(0, 0, (), (), (), {}, {}), {})
"""For what is drawn alone."""


def _apart(across: float, down: float) -> float:
    """Return the radius up to which two badges so far apart do not touch, whatever their forms.

    All forms lie in the eight corners of the lozenge and the square; two of these touch when
    one twice as large, around the one middle, reaches the other.
    """
    beyond = LOZENGE - 1
    return max(across + beyond * down, down + beyond * across) / (2 * LOZENGE)


def _clear_of(across: float, down: float) -> float:
    """Return the radius up to which a badge of any form keeps out of a corner so far away.

    A disc reaches its radius, a lozenge `LOZENGE` times it along the axes only, a square one
    pixel less than its radius in both directions.
    """
    return min(hypot(across, down), (across + down) / LOZENGE, max(across, down) + 1)


def _texts(board: Board) -> Iterator[Rect]:
    for card in board.cards.values():
        if card.title:
            yield _title_of(card)
    for arrow in board.arrows.values():
        if arrow.label is not None:
            yield _words_of(arrow.label)
    for note in board.notes.values():
        yield note.box


def _title_of(card: Card) -> Rect:
    top = card.title[0].baseline - _ASCENT
    bottom = card.title[-1].baseline + _DESCENT
    return Rect(card.box.x + _PADDING, top, card.box.width - 2 * _PADDING, bottom - top)


def _words_of(label: Chip) -> Rect:
    box, (across, down) = label.box, _IN_LABEL
    return Rect(box.x + across, box.y + down, box.width - 2 * across, box.height - 2 * down)


def _cells(box: Rect) -> Iterator[tuple[int, int]]:
    columns = range(int(box.x // _CELL), int(box.right // _CELL) + 1)
    rows = range(int(box.y // _CELL), int(box.bottom // _CELL) + 1)
    return product(columns, rows)
