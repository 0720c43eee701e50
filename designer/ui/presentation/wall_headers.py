"""The names of lanes and phases at the wall's edges: large, and seen wherever the picture goes."""

from collections.abc import Iterable
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from designer.ui.canvas.header_texts import Header, Title, lane_header, phase_header
from designer.ui.presentation.showing import Focus, Showing
from designer.ui.theme import look
from exporters.diagram.paint import paint_lane_header, paint_phase_header
from exporters.diagram.pens import DIMMED
from model.ids import Id
from model.layout.geometry import LaneBox, PhaseBox, Rect

if TYPE_CHECKING:
    from designer.ui.presentation.wall import Wall

_RUN_ON = 12.0
_MOST_UNEVEN = 1.5


def paint_lane_headers(painter: QPainter, wall: "Wall", showing: Showing) -> None:
    picture, bright = wall.picture, bright_lanes_of(showing)
    painter.save()
    painter.setClipRect(QRectF(0, picture.y(), picture.x(), picture.height()))
    painter.translate(0, picture.y())
    boxes = {lane: lane_box(wall, lane) for lane in wall.board.lanes}
    largest = _evened(placed_lane(wall, lane, box).scale for lane, box in boxes.items())
    for lane, box in boxes.items():
        if box.y < picture.height() and box.bottom > 0:
            scale, shown = placed_lane(wall, lane, box, largest)
            run_on = shown.header._replace(width=shown.header.width + _RUN_ON)
            painter.save()
            painter.scale(scale, scale)
            painter.setOpacity(1 if lane.id in bright else DIMMED)
            paint_lane_header(painter, shown._replace(header=run_on), look())
            painter.restore()
    painter.restore()


def lane_box(wall: "Wall", lane: LaneBox) -> Rect:
    picture, across = wall.picture, wall.box_on_wall(lane.strip)
    left = lane.header.x * wall.header_zoom
    return Rect(left, across.y() - picture.y(), picture.x() - left, across.height())


def placed_lane(wall: "Wall", lane: LaneBox, box: Rect, largest: float = inf) -> Header:
    zoom = min(wall.header_zoom, largest)
    return lane_header(lane, box, wall.picture.height(), wall.camera.zoom, zoom)


def paint_phase_headers(painter: QPainter, wall: "Wall", showing: Showing) -> None:
    picture, bright = wall.picture, bright_phases_of(showing)
    painter.save()
    painter.setClipRect(QRectF(picture.x(), 0, picture.width(), picture.y()))
    painter.translate(picture.x(), 0)
    boxes = {phase: phase_box(wall, phase) for phase in wall.board.phases}
    largest = _evened(placed_phase(wall, phase, box).scale for phase, box in boxes.items())
    for phase, box in boxes.items():
        if box.x < picture.width() and box.right > 0:
            scale, shown = placed_phase(wall, phase, box, largest)
            painter.save()
            painter.scale(scale, scale)
            painter.setOpacity(1 if phase.id in bright else DIMMED)
            paint_phase_header(painter, shown, look())
            painter.restore()
    painter.restore()


def phase_box(wall: "Wall", phase: PhaseBox) -> Rect:
    along, zoom = wall.box_on_wall(phase.header), wall.header_zoom
    return Rect(
        along.x() - wall.picture.x(),
        phase.header.y * zoom,
        along.width(),
        phase.header.height * zoom,
    )


def placed_phase(wall: "Wall", phase: PhaseBox, box: Rect, largest: float = inf) -> Title:
    zoom = min(wall.header_zoom, largest)
    return phase_header(phase, box, wall.camera.zoom, zoom)


def _evened(scales: Iterable[float]) -> float:
    """Return the largest scale that does not make one header cry and another whisper."""
    return min(scales, default=1.0) * _MOST_UNEVEN


def bright_lanes_of(showing: Showing) -> frozenset[Id | None]:
    stage = showing.stage
    match showing.focus:
        case Focus.STAGE if stage is not None:
            return frozenset((stage.actor,))
        case Focus.LANE:
            return frozenset((showing.lane,))
        case _:
            return frozenset(showing.lanes)


def bright_phases_of(showing: Showing) -> frozenset[Id | None]:
    stage = showing.stage
    match showing.focus:
        case Focus.STAGE if stage is not None:
            return frozenset((stage.phase,))
        case Focus.PHASE:
            return frozenset((showing.phase,))
        case _:
            return frozenset(showing.phases)
