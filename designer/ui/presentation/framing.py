"""Which part of the board fills the wall, and how large: so that the back row can read it.

Sizes are told in wall pixels: 1/1080 of the height of the picture, but never less than a pixel of
the screen. What is 24 of them high can be read from 6 metres on a common projector's picture, and
on a screen of more or fewer pixels all the same. Pure, no Qt.
"""

from typing import Final, NamedTuple

from designer.ui.presentation.showing import Focus, Showing
from model.layout.geometry import Board, Point, Rect
from model.layout.metrics import FONTS

LEGIBLE: Final = 24.0
"""The smallest size of text that is shown to a room, in wall pixels."""
LINES: Final = 1080
LEAST: Final = LEGIBLE / min(font.size_px for font in FONTS.values())
"""The zoom, in wall pixels, at which the smallest text of the board is legible."""
USUAL: Final = 1.15 * LEAST
MOST: Final = 2.5 * LEAST
AROUND: Final = 18.0
"""Pixels of the board left free around what is framed."""


class Camera(NamedTuple):
    """The board's point in the middle of the picture, and how many pixels one of it takes."""

    x: float
    y: float
    zoom: float


class Room(NamedTuple):
    """The picture of the board, without headers and caption: its size in pixels.

    `unit` is how many pixels a wall pixel takes.
    """

    width: float
    height: float
    unit: float


def unit(height: float, ratio: float) -> float:
    """Return how many pixels a wall pixel takes on a picture of that height.

    `ratio` is how many dots of the screen one pixel takes across: 1.5 at 150 %.
    """
    return max(height / LINES, 1 / ratio)


def frame(board: Board, showing: Showing, room: Room, magnified: float) -> Camera:
    """Return where to look, with what is at hand as large as the room needs or as was asked.

    `magnified` enlarges beyond that: 1 is not at all. What is in focus and too large for the
    picture is not made smaller: the picture goes to the stage at hand in it.
    """
    card = board.cards.get(showing.at or "")
    match showing.focus:
        case Focus.PHASE:
            area = next((phase.strip for phase in board.phases if phase.id == showing.phase), None)
        case Focus.LANE:
            area = next((lane.strip for lane in board.lanes if lane.id == showing.lane), None)
        case Focus.STAGE if card is not None:
            area = card.box
        case _:
            area = None
    if area is not None:
        zoom = _legible(area, showing.focus, room) * magnified
    else:
        area = _inside(board)
        zoom = min(_fitting(area, room), USUAL * room.unit) * magnified
    at = card.box.centre if card is not None else Point(area.x, area.y)
    centre = at if _holds(area, at) else Point(area.x, area.centre.y)
    return Camera(
        _middle(area.x, area.right, centre.x, room.width / zoom),
        _middle(area.y, area.bottom, centre.y, room.height / zoom),
        zoom,
    )


def _legible(area: Rect, focus: Focus, room: Room) -> float:
    usual = USUAL if focus is Focus.STAGE else _fitting(area, room) / room.unit
    return max(LEAST, min(usual, USUAL)) * room.unit


def _fitting(area: Rect, room: Room) -> float:
    across, down = area.width + 2 * AROUND, area.height + 2 * AROUND
    return min(room.width / max(across, 1.0), room.height / max(down, 1.0))


def _inside(board: Board) -> Rect:
    """Return the board without its headers."""
    left = max((lane.header.right for lane in board.lanes), default=0.0)
    top = max((phase.header.bottom for phase in board.phases), default=0.0)
    return Rect(left, top, board.width - left, board.height - top)


def _middle(start: float, end: float, at: float, seen: float) -> float:
    """Return the middle of what is seen: all of start to end where it fits, else about `at`."""
    if end - start + 2 * AROUND <= seen:
        return (start + end) / 2
    half = seen / 2 - AROUND
    return max(start + half, min(at, end - half))


def _holds(area: Rect, at: Point) -> bool:
    return area.x <= at.x <= area.right and area.y <= at.y <= area.bottom
