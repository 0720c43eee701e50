"""How large badges may grow far away: until they would touch each other or words. Pure, no Qt.

Seen from far, a badge is drawn larger than it is at 100 %, so that it stays a visible dot.
"""

from collections.abc import Iterator, Sequence
from math import hypot
from typing import Final

from designer.ui.canvas.badge_places import BadgePlaces
from designer.ui.canvas.badges import LARGEST_RADIUS, LOZENGE, RADIUS, reach
from designer.ui.canvas.nearby import Nearby, grown
from model.ids import Id
from model.layout.geometry import Board, Card, Chip, Point, Rect

LEAST: Final = 0.75 * RADIUS
"""The radius that a badge has even where there is no room for it, in the board's pixels."""

_BLOCK: Final = 320.0  # pixels; texts are gathered for so large a part of the board
_PADDING: Final = 10.0  # between the border of a card and its words
_ASCENT: Final = 12.0  # of the words on cards, with a little air
_DESCENT: Final = 4.0
_IN_LABEL: Final = Point(5, 3)  # between the border of a label and its words


class BadgeRooms:
    """Answers for the badges of one board; nothing is reckoned before it is asked for."""

    def __init__(self, nearby: Nearby, places: BadgePlaces) -> None:
        self._nearby = nearby
        self._places = places
        self._among_badges: dict[Id, float] = {}
        self._among_words: dict[Id, float] = {}
        self._texts: dict[tuple[int, int], Sequence[Rect]] = {}

    def radius(self, id: Id, zoom: float, *, among_words: bool) -> float:
        """Return how large the badge of a record is drawn, in the board's pixels.

        Far away there are no words left that it could cover.
        """
        at = self._places.of(id)
        if at is None:
            return reach(zoom)
        if id not in self._among_badges:
            self._among_badges[id] = self._beside_badges(id, at)
        room = self._among_badges[id]
        if among_words:
            if id not in self._among_words:
                self._among_words[id] = self._beside_texts(at)
            room = min(room, self._among_words[id])
        return max(LEAST, min(reach(zoom), room))

    def _beside_badges(self, id: Id, at: Point) -> float:
        """Return the radius up to which two badges of any forms do not touch."""
        room = LARGEST_RADIUS
        for other, there in self._places.near(at):
            if other != id:
                room = min(room, _apart(abs(there.x - at.x), abs(there.y - at.y)))
        return room

    def _beside_texts(self, at: Point) -> float:
        room = LARGEST_RADIUS
        for text in self._texts_near(at):
            across = max(text.x - at.x, at.x - text.right, 0.0)
            down = max(text.y - at.y, at.y - text.bottom, 0.0)
            room = min(room, _clear_of(across, down))
        return room

    def _texts_near(self, at: Point) -> Sequence[Rect]:
        """Return the texts in the part of the board around a place."""
        block = int(at.x // _BLOCK), int(at.y // _BLOCK)
        if block not in self._texts:
            box = Rect(block[0] * _BLOCK, block[1] * _BLOCK, _BLOCK, _BLOCK)
            around = grown(box, LARGEST_RADIUS * LOZENGE)
            self._texts[block] = tuple(_texts(self._nearby.within(around)))
        return self._texts[block]


UNCROWDED: Final = BadgeRooms(Nearby(), BadgePlaces(Nearby(), ()))
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
