"""What lies under the pointer: geometry only, in the board's pixels. Pure, no Qt."""

from enum import StrEnum
from math import hypot

from model.ids import Id
from model.layout.geometry import Arrow, Board, Point, Rect

LINE_REACH = 6.0
"""How far from a thin line counts as on it, in screen pixels."""


class End(StrEnum):
    SOURCE = "source"
    TARGET = "target"


def contains(box: Rect, point: Point) -> bool:
    return box.x <= point.x <= box.right and box.y <= point.y <= box.bottom


def card_at(board: Board, point: Point) -> Id | None:
    return next((card.id for card in board.cards.values() if contains(card.box, point)), None)


def note_at(board: Board, point: Point) -> Id | None:
    return next((note.id for note in board.notes.values() if contains(note.box, point)), None)


def thing_at(board: Board, point: Point, reach: float) -> Id | None:
    """Return what lies uppermost at a place: a note, a card, else a handover within `reach`."""
    return note_at(board, point) or card_at(board, point) or arrow_at(board, point, reach)


def arrow_at(board: Board, point: Point, reach: float) -> Id | None:
    """Return the handover whose label holds the point, or whose line is nearest within `reach`."""
    nearest: tuple[float, Id] | None = None
    for arrow in board.arrows.values():
        if arrow.label is not None and contains(arrow.label.box, point):
            return arrow.id
        distance = distance_to(arrow, point)
        if distance <= reach and (nearest is None or distance < nearest[0]):
            nearest = distance, arrow.id
    return nearest[1] if nearest else None


def distance_to(arrow: Arrow, point: Point) -> float:
    """Return how far the point is from the arrow's line; its segments are right-angled."""
    return min(
        (
            hypot(
                _outside(point.x, start.x, end.x),
                _outside(point.y, start.y, end.y),
            )
            for start, end in zip(arrow.points, arrow.points[1:], strict=False)
        ),
        default=float("inf"),
    )


def _outside(value: float, one: float, other: float) -> float:
    low, high = min(one, other), max(one, other)
    return max(low - value, 0.0, value - high)


def end_at(arrow: Arrow, point: Point, reach: float) -> End | None:
    """Return which end of the arrow the point is at; the target's when both are as near."""
    for end, tip in ((End.TARGET, arrow.points[-1]), (End.SOURCE, arrow.points[0])):
        if hypot(point.x - tip.x, point.y - tip.y) <= reach:
            return end
    return None
