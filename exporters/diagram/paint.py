"""Draws a board with Qt: the canvas calls the parts, PDF and PNG the whole.

The painter is in the board's coordinates: one unit is a pixel at 100 % zoom. Lines are 1.0 wide,
which Qt draws five times faster than 1.4, and right-angled ones without smoothing, which keeps
them sharp. Needs a QGuiApplication, works in any thread.
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from exporters.diagram import shapes
from exporters.diagram.look import LIGHT, Look
from exporters.diagram.paint_card import paint_card, paint_card_far
from exporters.diagram.paint_icons import icon, icon_path, paint_icon
from exporters.diagram.pens import (
    ANTIALIASING,
    DIMMED,
    PLAIN,
    State,
    brush,
    colour,
    dashed_pen,
    even_width,
    fonts,
    line_pen,
    paint_emphasis,
    paint_text,
    polygon,
    qrect,
)
from model.layout.geometry import Arrow, Board, Chip, LaneBox, PhaseBox, Rect

__all__ = [
    "PLAIN",
    "State",
    "fonts",
    "icon",
    "icon_path",
    "paint_arrow",
    "paint_board",
    "paint_card",
    "paint_card_far",
    "paint_icon",
    "paint_label",
    "paint_lane",
    "paint_lane_header",
    "paint_lane_strip",
    "paint_phase",
    "paint_phase_header",
    "paint_phase_strip",
]


def paint_board(painter: QPainter, board: Board, look: Look = LIGHT) -> None:
    """Draw all of a board on the painter's paper, which is not filled here."""
    for lane in board.lanes:
        paint_lane(painter, lane, look)
    for phase in board.phases:
        paint_phase(painter, phase, look)
    for arrow in board.arrows.values():
        paint_arrow(painter, arrow, look)
    for card in board.cards.values():
        paint_card(painter, card, look)
    for arrow in board.arrows.values():
        if arrow.label is not None:
            paint_label(painter, arrow.label, look)


def paint_lane(painter: QPainter, lane: LaneBox, look: Look = LIGHT) -> None:
    paint_lane_strip(painter, lane, look)
    paint_lane_header(painter, lane, look)


def paint_lane_strip(
    painter: QPainter, lane: LaneBox, look: Look = LIGHT, state: State = PLAIN
) -> None:
    del state  # strips do not stand out
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(look.sectors[lane.sector].tint))
    painter.drawRoundedRect(qrect(lane.strip), shapes.LANE_CORNER, shapes.LANE_CORNER)
    if look.lane_edge:
        _paint_edge(painter, lane.strip, look)


def paint_lane_header(
    painter: QPainter, lane: LaneBox, look: Look = LIGHT, state: State = PLAIN
) -> None:
    """Draw the bar, the name and the sector of a lane, on the strip's tint."""
    sector = look.sectors[lane.sector]
    box = lane.header
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(sector.tint))
    painter.drawRoundedRect(qrect(box), shapes.LANE_CORNER, shapes.LANE_CORNER)
    if look.lane_edge:
        _paint_edge(painter, box, look)
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(sector.strong))
    painter.drawRoundedRect(QRectF(box.x, box.y, shapes.LANE_BAR, box.height), 2, 2)
    paint_text(painter, lane.name, look.ink)
    paint_icon(painter, sector.icon, qrect(lane.icon), colour(sector.strong))
    paint_text(painter, lane.sector_name, sector.strong)
    paint_emphasis(painter, box, state, look)


def _paint_edge(painter: QPainter, box: Rect, look: Look) -> None:
    painter.setPen(line_pen(look.lane_edge))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(qrect(shapes.crisp(box)), shapes.LANE_CORNER, shapes.LANE_CORNER)


def paint_phase(painter: QPainter, phase: PhaseBox, look: Look = LIGHT) -> None:
    paint_phase_strip(painter, phase, look)
    paint_phase_header(painter, phase, look)


def paint_phase_strip(painter: QPainter, phase: PhaseBox, look: Look = LIGHT) -> None:
    """Draw the line that parts a phase from the next."""
    painter.setRenderHint(ANTIALIASING, on=False)
    painter.setPen(line_pen(look.rule, even_width(painter)))
    top, bottom = shapes.phase_line(phase)
    painter.drawLine(QPointF(*top), QPointF(*bottom))


def paint_phase_header(
    painter: QPainter, phase: PhaseBox, look: Look = LIGHT, state: State = PLAIN
) -> None:
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(look.phase))
    painter.drawRoundedRect(qrect(phase.header), shapes.HEADER_CORNER, shapes.HEADER_CORNER)
    paint_text(painter, phase.title, look.on_phase)
    paint_emphasis(painter, phase.header, state, look)


def paint_arrow(painter: QPainter, arrow: Arrow, look: Look = LIGHT, state: State = PLAIN) -> None:
    """Draw a handover's line, its head and its bars, without the label."""
    value, wanted = arrow_line(arrow, look, state)
    width = even_width(painter, wanted)
    if state.dimmed:
        painter.setOpacity(DIMMED)
    painter.setRenderHint(ANTIALIASING, on=False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = dashed_pen if shapes.is_dashed(arrow) else line_pen
    painter.setPen(pen(value, width))
    drawn = _drawn(arrow)
    painter.drawPolyline(drawn.shaft)
    painter.setPen(line_pen(value, width))
    for bar in drawn.bars:
        painter.drawLine(bar)
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(value))
    painter.drawPolygon(drawn.head)
    if state.dimmed:
        painter.setOpacity(1)


def arrow_line(arrow: Arrow, look: Look, state: State) -> tuple[str, float]:
    """Return the colour of a handover's line, and how thick it is wanted at 100 %."""
    if state is PLAIN:
        return arrow_colour(arrow, look), 1.0
    stands_out = state.selected or state.focused or state.target
    value = look.accent if stands_out or state.hovered else arrow_colour(arrow, look)
    return value, 2.0 if stands_out else 1.0


class _DrawnArrow(NamedTuple):
    shaft: QPolygonF
    bars: tuple[QLineF, ...]
    head: QPolygonF


@lru_cache(8192)  # each is painted again and again, and working it out costs more than painting
def _drawn(arrow: Arrow) -> _DrawnArrow:
    bars = (QLineF(*start, *end) for start, end in shapes.parallel_bars(arrow))
    return _DrawnArrow(polygon(shapes.shaft(arrow)), tuple(bars), polygon(shapes.head(arrow)))


def arrow_colour(arrow: Arrow, look: Look) -> str:
    return look.crossing_arrow if arrow.crosses_actors else look.arrow


def paint_label(painter: QPainter, label: Chip, look: Look = LIGHT, state: State = PLAIN) -> None:
    """Draw the chip with a handover's condition."""
    emphasised = state.selected or state.focused or state.hovered or state.target
    if state.dimmed:
        painter.setOpacity(DIMMED)
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(line_pen(look.accent if emphasised else look.label_border))
    painter.setBrush(brush(look.label))
    radius = shapes.chip_radius(label)
    painter.drawRoundedRect(qrect(shapes.crisp(label.box)), radius, radius)
    paint_text(painter, label.lines, look.accent if emphasised else look.on_label)
    if state.dimmed:
        painter.setOpacity(1)
