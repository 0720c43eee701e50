"""Qt's pens, brushes and fonts for the look, made once; and text, which needs them all.

Needs a QGuiApplication for fonts, works in any thread.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QPainter, QPen, QPolygonF

from exporters.diagram import shapes
from exporters.diagram.look import Look
from model.layout.geometry import Point, Rect, TextLine, TextStyle
from model.layout.metrics import FONT_FAMILY, FONT_FILES, FONTS

ANTIALIASING = QPainter.RenderHint.Antialiasing


class State(NamedTuple):
    """How a part of the board stands out, on the screen only."""

    selected: bool = False
    focused: bool = False
    hovered: bool = False
    target: bool = False
    dimmed: bool = False


PLAIN = State()
DIMMED = 0.35
"""Opacity of what stands back."""


@cache
def fonts() -> Mapping[TextStyle, QFont]:
    """Return the font of each style, from the files that ship with the program."""
    for file in FONT_FILES:
        QFontDatabase.addApplicationFont(str(file))
    return {style: _font(style) for style in TextStyle}


def _font(style: TextStyle) -> QFont:
    spec = FONTS[style]
    font = QFont(FONT_FAMILY)
    font.setPixelSize(round(spec.size_px))
    font.setBold(spec.bold)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(
        QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias
    )
    return font


@cache
def colour(value: str) -> QColor:
    return QColor(value)


@cache
def brush(value: str) -> QBrush:
    return QBrush(QColor(value))


SMOOTH = 1.0001
"""Width of smoothed outlines: at 100 % exactly 1.0 costs Qt several times as much."""


@lru_cache(512)  # zooming asks for many widths
def line_pen(value: str, width: float = SMOOTH) -> QPen:
    pen = QPen(QColor(value), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


@lru_cache(512)
def dashed_pen(value: str, width: float = 1.0) -> QPen:
    pen = QPen(line_pen(value, width))
    pen.setDashPattern([length / width for length in shapes.DASHES])
    return pen


def even_width(painter: QPainter, width: float = 1.0) -> float:
    """Return the width nearest to `width` that is whole on the device, at least one dot.

    Lines without smoothing are then equally thick wherever they lie.
    """
    scale = painter.deviceTransform().m11()
    return max(1, round(scale * width)) / scale if scale > 0 else width


def qrect(box: Rect) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def polygon(points: Iterable[Point]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in points])


def paint_text(painter: QPainter, lines: Iterable[TextLine], value: str) -> None:
    painter.setPen(colour(value))
    faces = fonts()
    for line in lines:
        painter.setFont(faces[line.style])
        painter.drawText(QPointF(line.x, line.baseline), line.text)


Outline = Callable[[QPainter, Rect, float], None]
"""Draws the outline of a box, all round it at a distance."""


def paint_rounded(painter: QPainter, box: Rect, distance: float) -> None:
    radius = shapes.CORNER + distance
    painter.drawRoundedRect(qrect(shapes.inset(box, -distance)), radius, radius)


def paint_cut(painter: QPainter, box: Rect, distance: float) -> None:
    """Draw the outline of a decision, whose corners are cut off."""
    corners = shapes.cut_corners(shapes.inset(box, -distance), shapes.cut_around(distance))
    painter.drawPolygon(polygon(corners))


def paint_emphasis(
    painter: QPainter, box: Rect, state: State, look: Look, outline: Outline = paint_rounded
) -> None:
    """Draw the frame of what is selected (whole), focused (outside), aimed at or hovered."""
    if not (state.selected or state.focused or state.hovered or state.target):
        return
    painter.setRenderHint(ANTIALIASING)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state.hovered:
        painter.setPen(line_pen(look.accent, look.emphasis))
        outline(painter, box, 1.5)
    if state.selected:
        painter.setPen(line_pen(look.accent, 2.5 * look.emphasis))
        outline(painter, box, 0)
    if state.focused:
        painter.setPen(line_pen(look.accent, 1.5 * look.emphasis))
        outline(painter, box, 4)
    if state.target:
        painter.setPen(dashed_pen(look.accent, 2.5 * look.emphasis))
        outline(painter, box, 3)
