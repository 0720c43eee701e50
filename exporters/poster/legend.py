"""What the signs of a board mean: only those that it has, each once, in a steady order."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from model.codes import ChannelKind, Confirmation, Flow, StageKind
from model.codes.names import name_of_code
from model.layout.geometry import Board, CardSign, Sign
from model.messages import _


class Mark(StrEnum):
    """What is drawn on the board besides the signs on cards."""

    WAY_IN = "way_in"
    ASSUMED = "assumed"
    DISPUTED = "disputed"
    TIME = "time"
    ARROW = "arrow"
    CROSSING = "crossing"
    OPTIONAL = "optional"
    PARALLEL = "parallel"


class Entry(NamedTuple):
    mark: Mark | Sign
    words: str


def legend(board: Board) -> tuple[Entry, ...]:
    """Return the entries in the language in force."""
    return (*_lines(board), *_marks(board), *_signs(board))


def _lines(board: Board) -> Iterator[Entry]:
    arrows = board.arrows.values()
    if any(not arrow.crosses_actors for arrow in arrows):
        yield Entry(Mark.ARROW, _("the customer’s way goes on"))
    if any(arrow.crosses_actors for arrow in arrows):
        yield Entry(Mark.CROSSING, _("the way leads to another actor"))
    if any(arrow.flow is Flow.OPTIONAL for arrow in arrows):
        yield Entry(Mark.OPTIONAL, _("when needed"))
    if any(arrow.flow is Flow.PARALLEL for arrow in arrows):
        yield Entry(Mark.PARALLEL, _("ways that go on side by side"))


def _marks(board: Board) -> Iterator[Entry]:
    cards = board.cards.values()
    if any(card.start for card in cards):
        yield Entry(Mark.WAY_IN, _("the pathway begins here"))
    if any(card.time for card in cards):
        yield Entry(Mark.TIME, _("time target"))
    for certainty, mark in (
        (Confirmation.ASSUMED, Mark.ASSUMED),
        (Confirmation.DISPUTED, Mark.DISPUTED),
    ):
        if any(card.confirmation is certainty for card in cards):
            yield Entry(mark, name_of_code(certainty))


def _signs(board: Board) -> Iterator[Entry]:
    used = {symbol.sign for card in board.cards.values() for symbol in card.symbols}
    used |= {card.kind for card in board.cards.values() if card.kind}
    for sign in (*StageKind, *ChannelKind):
        if sign in used:
            yield Entry(sign, name_of_code(sign))
    if CardSign.SUBPATHWAY in used:
        yield Entry(CardSign.SUBPATHWAY, _("has a pathway of its own"))
