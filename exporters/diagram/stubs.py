"""Where arrows leave a part of a board: cut at its edge, named beside it.

At the left and the right the names stand one below the other, the arrows bend to them on tracks of
their own, and none crosses another for that. Above and below the names stand in rows, the
left ones of neighbours farther out, so that no arrow runs through a name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import Final, NamedTuple

from model.ids import Id
from model.layout import font_measure
from model.layout.geometry import Arrow, Chip, Point, Rect, TextLine, TextStyle
from model.layout.metrics import FONTS, LABEL_GAP, LABEL_PADDING_X, LABEL_PADDING_Y
from model.layout.text import set_lines, widest, wrap

WIDTH: Final = 168.0
"""The words of a stub wrap at most so wide."""
STYLE: Final = TextStyle.HANDOVER_LABEL
_TRACK: Final = 7.0
_HEAD: Final = 16.0
"""The straight end of an arrow."""
_LEFT_OF_ARROW: Final = 4.5
"""How far a chip begins left of its arrow: less than from one track to the next."""


class Side(Enum):
    LEFT = auto()
    RIGHT = auto()
    TOP = auto()
    BOTTOM = auto()


class Way(Enum):
    """Which way customers go along an arrow: out of the part, or into it."""

    OUT = auto()
    IN = auto()


_SIGNS: Final = {
    (Side.LEFT, Way.OUT): "←",
    (Side.LEFT, Way.IN): "→",
    (Side.RIGHT, Way.OUT): "→",
    (Side.RIGHT, Way.IN): "←",
    (Side.TOP, Way.OUT): "↑",
    (Side.TOP, Way.IN): "↓",
    (Side.BOTTOM, Way.OUT): "↓",
    (Side.BOTTOM, Way.IN): "↑",
}
"""The way on the paper."""


class Leaving(NamedTuple):
    """An arrow from its end inside to where it crosses the part's edge; and the words outside."""

    arrow: Id
    points: tuple[Point, ...]
    side: Side
    words: tuple[str, ...]

    @property
    def exit(self) -> Point:
        return self.points[-1]


class Led(NamedTuple):
    """A leaving arrow led on to its chip; `points` still begin inside."""

    arrow: Id
    points: tuple[Point, ...]
    chip: Chip


def leaving(arrow: Arrow, way: Way, edge: Rect, name: str) -> Leaving | None:
    """Cut an arrow at the edge and name what it leads to; None where it stays inside."""
    points = arrow.points if way is Way.OUT else arrow.points[::-1]
    for place, (before, after) in enumerate(pairwise(points), 1):
        side = _crossed(after, edge)
        if side is not None:
            cut = _cut(before, edge, side)
            return Leaving(arrow.id, (*points[:place], cut), side, _signed(name, side, way))
    return None


def _signed(name: str, side: Side, way: Way) -> tuple[str, ...]:
    """Wrap a name with the sign of its way beside it, between it and the part."""
    sign, measure = _SIGNS[side, way], font_measure()
    room = WIDTH - 2 * LABEL_PADDING_X - measure.width(f"{sign} ", STYLE)
    lines = wrap(name, STYLE, room, measure) or ("",)
    if side is Side.LEFT:
        return (*lines[:-1], f"{lines[-1]} {sign}".strip())
    return (f"{sign} {lines[0]}".strip(), *lines[1:])


def _crossed(point: Point, edge: Rect) -> Side | None:
    if point.x > edge.right:
        return Side.RIGHT
    if point.x < edge.x:
        return Side.LEFT
    if point.y < edge.y:
        return Side.TOP
    return Side.BOTTOM if point.y > edge.bottom else None


def _cut(before: Point, edge: Rect, side: Side) -> Point:
    """Return where a piece that is level or upright crosses the edge."""
    match side:
        case Side.LEFT:
            return before._replace(x=edge.x)
        case Side.RIGHT:
            return before._replace(x=edge.right)
        case Side.TOP:
            return before._replace(y=edge.y)
        case Side.BOTTOM:
            return before._replace(y=edge.bottom)


def led_outside(cut: Iterable[Leaving]) -> Iterator[Led]:
    """Lead each arrow on to its words outside the edge."""
    sides: Mapping[Side, list[Leaving]] = {side: [] for side in Side}
    for each in cut:
        sides[each.side].append(each)
    beside = [
        *_beside(sorted(sides[Side.LEFT], key=_by_level), -1),
        *_beside(sorted(sides[Side.RIGHT], key=_by_level), 1),
    ]
    yield from beside
    boxes = [each.chip.box for each in beside]
    for side, sign in ((Side.TOP, -1), (Side.BOTTOM, 1)):
        yield from _in_rows(sorted(sides[side], key=_by_place), sign, boxes)


def _by_level(each: Leaving) -> tuple[float, Id]:
    return each.exit.y, each.arrow


def _by_place(each: Leaving) -> tuple[float, Id]:
    return each.exit.x, each.arrow


def _beside(cut: Sequence[Leaving], sign: int) -> Iterator[Led]:
    """Stack chips downwards; of a bunch that is pushed down, the upper ones bend farther out."""
    tops: list[float] = []
    for each in cut:
        height = _size(each.words)[1]
        top = each.exit.y - height / 2
        if tops:
            before = cut[len(tops) - 1]
            top = max(top, tops[-1] + _size(before.words)[1] + LABEL_GAP)
        tops.append(top)
    levels = [top + _size(each.words)[1] / 2 for top, each in zip(tops, cut, strict=True)]
    tracks = _tracks([each.exit.y for each in cut], levels)
    farthest = max(tracks, default=0) * _TRACK + _HEAD
    for each, level, track in zip(cut, levels, tracks, strict=True):
        at = each.exit.x + sign * track * _TRACK
        end = each.exit.x + sign * farthest
        bend = (Point(at, each.exit.y), Point(at, level)) if track else ()
        width = _size(each.words)[0]
        left = end if sign > 0 else end - width
        chip = _chip(each.words, left, level - _size(each.words)[1] / 2)
        yield Led(each.arrow, (*each.points[:-1], *bend, Point(end, level)), chip)


def _tracks(from_levels: Sequence[float], to_levels: Sequence[float]) -> list[int]:
    """Give each arrow that bends down a track: farther out than those below that it passes."""
    tracks = [0] * len(from_levels)
    for place in reversed(range(len(from_levels))):
        if to_levels[place] - from_levels[place] < 1:
            continue
        passed = [
            tracks[below]
            for below in range(place + 1, len(from_levels))
            if from_levels[below] <= to_levels[place] + 1
        ]
        tracks[place] = max(passed, default=0) + 1
    return tracks


def _in_rows(cut: Sequence[Leaving], sign: int, clear_of: Iterable[Rect]) -> Iterator[Led]:
    """Put chips in rows beyond some boxes; each arrow comes to its chip at the chip's left end."""
    ends = [box.bottom if sign > 0 else box.y for box in clear_of]
    rows = [0] * len(cut)
    for place in reversed(range(len(cut))):
        reach = cut[place].exit.x + _size(cut[place].words)[0] + LABEL_GAP
        over = [
            rows[right] + 1
            for right in range(place + 1, len(cut))
            if cut[right].exit.x - _LEFT_OF_ARROW <= reach
        ]
        rows[place] = max(over, default=0)
    heights = [
        max((_size(each.words)[1] for each, at in zip(cut, rows, strict=True) if at == row))
        for row in range(max(rows, default=-1) + 1)
    ]
    for each, row in zip(cut, rows, strict=True):
        aside = max((sign * (end - each.exit.y) for end in ends), default=0.0)
        near = max(_HEAD, aside + LABEL_GAP) + sum(heights[:row]) + row * LABEL_GAP
        end = each.exit.y + sign * near
        height = _size(each.words)[1]
        chip = _chip(each.words, each.exit.x - _LEFT_OF_ARROW, end if sign > 0 else end - height)
        yield Led(each.arrow, (*each.points[:-1], Point(each.exit.x, end)), chip)


def _size(words: Sequence[str]) -> tuple[float, float]:
    width = widest(words, STYLE, font_measure()) + 2 * LABEL_PADDING_X
    return width, len(words) * FONTS[STYLE].line_height + 2 * LABEL_PADDING_Y


def _chip(words: Sequence[str], left: float, top: float) -> Chip:
    width, height = _size(words)
    lines: tuple[TextLine, ...] = set_lines(
        words, STYLE, left + LABEL_PADDING_X, top + LABEL_PADDING_Y
    )
    return Chip(Rect(left, top, width, height), lines)
