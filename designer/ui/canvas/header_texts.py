"""How large and where a frozen header's texts stand in what is seen of it. Pure, no Qt.

The layout has wrapped the lines for 100 %. When the board is smaller, its headers are drawn larger
than it as far as their place allows; when it is larger, they stay modest.
"""

from typing import NamedTuple

from model.layout import font_measure
from model.layout.geometry import LaneBox, PhaseBox, Rect, TextLine
from model.layout.metrics import FONTS

ROOM_AROUND = 3.0  # left free above and below a lane's texts, and after a phase's title
READABLE = 0.75  # below this scale a lane's sector makes room for its name


class Placed(NamedTuple):
    """Lines to draw with the painter scaled by `scale`, and the header's box in those units."""

    scale: float
    box: Rect
    lines: tuple[TextLine, ...]


def lane_texts(lane: LaneBox, box: Rect, seen: float, zoom: float, header_zoom: float) -> Placed:
    """Place a lane's name and sector in the middle of what is seen of `box`.

    `box` is the header in screen pixels, `seen` the length of the strip of headers.
    """
    lines = lane.name + lane.sector_name
    scale = _scale(zoom, header_zoom, box.height, _height(lines))
    if scale < READABLE and lane.name:
        lines = lane.name
        scale = _scale(zoom, header_zoom, box.height, _height(lines))
    drawn = shrunk(box, scale)
    if not lines:
        return Placed(scale, drawn, ())
    half = (_height(lines) - 2 * ROOM_AROUND) / 2
    middle = (max(drawn.y, 0.0) + min(drawn.bottom, seen / scale)) / 2
    middle = max(drawn.y + half, min(middle, drawn.bottom - half))
    down = middle - (_top(lines) + _bottom(lines)) / 2
    aside = drawn.x - lane.header.x
    return Placed(scale, drawn, _moved(lines, aside, down))


def phase_texts(phase: PhaseBox, box: Rect, zoom: float, header_zoom: float) -> Placed:
    """Place a phase's title at the left end of what is seen of `box`."""
    width = _right(phase.title) - phase.header.x + ROOM_AROUND
    scale = _scale(zoom, header_zoom, box.width, width)
    drawn = shrunk(box, scale)
    left = max(drawn.x, min(0.0, drawn.right - width))
    down = drawn.centre.y - phase.header.centre.y
    return Placed(scale, drawn, _moved(phase.title, left - phase.header.x, down))


def shrunk(box: Rect, scale: float) -> Rect:
    return Rect(box.x / scale, box.y / scale, box.width / scale, box.height / scale)


def _scale(zoom: float, header_zoom: float, room: float, needed: float) -> float:
    return min(header_zoom, max(zoom, room / needed)) if needed else header_zoom


def _height(lines: tuple[TextLine, ...]) -> float:
    return _bottom(lines) - _top(lines) + 2 * ROOM_AROUND if lines else 0.0


def _top(lines: tuple[TextLine, ...]) -> float:
    return lines[0].baseline - FONTS[lines[0].style].size_px


def _bottom(lines: tuple[TextLine, ...]) -> float:
    return lines[-1].baseline + FONTS[lines[-1].style].size_px * 0.3


def _right(lines: tuple[TextLine, ...]) -> float:
    measure = font_measure()
    return max((line.x + measure.width(line.text, line.style) for line in lines), default=0.0)


def _moved(lines: tuple[TextLine, ...], right: float, down: float) -> tuple[TextLine, ...]:
    return tuple(line._replace(x=line.x + right, baseline=line.baseline + down) for line in lines)
