"""How large and where a frozen header's texts stand in what is seen of it. Pure, no Qt.

The layout has wrapped the lines for 100 %. When the board is smaller, its headers are drawn larger
than it as far as their place allows; when it is larger, they stay modest.
"""

from collections.abc import Iterator
from typing import NamedTuple

from model.layout import font_measure
from model.layout.geometry import LaneBox, PhaseBox, Rect, TextLine
from model.layout.metrics import FONTS

ROOM_AROUND = 3.0  # left free above and below a lane's texts, and after a phase's title
READABLE = 0.65  # below this scale a lane's sector makes room for its name


class Header(NamedTuple):
    """A header in the units of a painter scaled by `scale`."""

    scale: float
    lane: LaneBox


class Title(NamedTuple):
    scale: float
    phase: PhaseBox


def lane_header(lane: LaneBox, box: Rect, seen: float, zoom: float, header_zoom: float) -> Header:
    """Place a lane's name and sector in the middle of what is seen of `box`.

    `box` is the header in screen pixels, `seen` the length of the strip of headers. A lane too
    low for both shows its name only.
    """
    lines = lane.name + lane.sector_name
    scale = _scale(zoom, header_zoom, box.height, _height(lines))
    if scale < READABLE and lane.name and not lane.folded:
        lane = lane._replace(sector_name=(), icon=lane.icon._replace(width=0, height=0))
        lines = lane.name
        scale = _scale(zoom, header_zoom, box.height, _height(lines))
    drawn = shrunk(box, scale)
    right = drawn.x - lane.header.x
    down = _to_middle(lines, drawn, seen / scale) if lines else 0.0
    icon = lane.icon._replace(x=lane.icon.x + right, y=lane.icon.y + down)
    return Header(
        scale,
        lane._replace(
            header=drawn,
            name=_moved(lane.name, right, down),
            sector_name=_moved(lane.sector_name, right, down),
            icon=icon,
        ),
    )


def _to_middle(lines: tuple[TextLine, ...], box: Rect, seen: float) -> float:
    half = (_height(lines) - 2 * ROOM_AROUND) / 2
    middle = (max(box.y, 0.0) + min(box.bottom, seen)) / 2
    middle = max(box.y + half, min(middle, box.bottom - half))
    return middle - (_top(lines) + _bottom(lines)) / 2


def phase_header(phase: PhaseBox, box: Rect, zoom: float, header_zoom: float) -> Title:
    """Place a phase's title at the left end of what is seen of `box`."""
    width = _right(phase.title) - phase.header.x + ROOM_AROUND
    scale = _scale(zoom, header_zoom, box.width, width)
    drawn = shrunk(box, scale)
    left = max(drawn.x, min(0.0, drawn.right - width))
    down = drawn.centre.y - phase.header.centre.y
    title = _moved(phase.title, left - phase.header.x, down)
    return Title(scale, phase._replace(header=drawn, title=title))


def text_boxes(lines: tuple[TextLine, ...], scale: float) -> Iterator[Rect]:
    """Yield the place of each line, in screen pixels."""
    measure = font_measure()
    for line in lines:
        size = FONTS[line.style].size_px
        yield Rect(
            line.x * scale,
            (line.baseline - size) * scale,
            measure.width(line.text, line.style) * scale,
            size * 1.3 * scale,
        )


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
