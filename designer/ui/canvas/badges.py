"""The marks of findings on the board: form and number, so that no meaning hangs on colour."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath

from designer.ui.theme import look
from exporters.diagram.kept import rounded
from exporters.diagram.pens import brush, colour, fonts, line_pen
from model.codes import Severity
from model.ids import Id
from model.layout.geometry import TextStyle

Mark = tuple[Severity, int]
"""The gravest severity of what was found about a record, and how many findings there are."""
Marks = Mapping[Id, Mark]

RADIUS = 8.0
MOST_SHOWN = 9
_NUMBERS_FROM = 0.5  # zoom below which a number can't be read
_SMALLEST = 0.8  # of its size at 100 %, on the screen
_LARGEST = 2.5
_CENTRED: Final = Qt.AlignmentFlag.AlignCenter.value  # a bare number is read faster


def reach(zoom: float) -> float:
    """Return the badge's radius in the board's pixels; far away it stays a visible dot."""
    return RADIUS * min(_LARGEST, max(1.0, _SMALLEST / zoom))


LARGEST_RADIUS = RADIUS * _LARGEST
LARGEST_REACH = LARGEST_RADIUS + 1
LOZENGE = 1.25  # of the radius, so that a lozenge is as large as a disc


def number(count: int) -> str:
    return str(count) if count <= MOST_SHOWN else f"{MOST_SHOWN}+"


class Badge(NamedTuple):
    """A badge as it is drawn: its outline, and the box of its number."""

    outline: QPainterPath
    box: QRectF


def badge(at: tuple[float, float], severity: Severity, radius: float = RADIUS) -> Badge:
    """Return a disc for errors, a lozenge for warnings, a square for the rest."""
    x, y = at
    box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    outline = QPainterPath()
    if severity is Severity.ERROR:
        outline.addEllipse(box)
    elif severity is Severity.WARNING:
        reaches = radius * LOZENGE
        outline.moveTo(x, y - reaches)
        outline.lineTo(x + reaches, y)
        outline.lineTo(x, y + reaches)
        outline.lineTo(x - reaches, y)
        outline.closeSubpath()
    else:
        outline = rounded(box.adjusted(1, 1, -1, -1), 3, 3)
    return Badge(outline, box)


def paint_badge(painter: QPainter, shape: Badge, mark: Mark, zoom: float) -> None:
    """Draw a badge with its count, on a smoothing painter."""
    severity, count = mark
    shows = look()
    painter.fillPath(shape.outline, brush(shows.severities[severity].strong))
    painter.strokePath(shape.outline, line_pen(shows.card))
    if zoom >= _NUMBERS_FROM:
        words = number(count)
        size = 10 if len(words) == 1 else 9
        painter.setFont(_number_font(round(size * shape.box.width() / (2 * RADIUS))))
        painter.setPen(colour(shows.card))
        painter.drawText(shape.box, _CENTRED, words)


@lru_cache(64)  # zooming asks for many sizes
def _number_font(size: int) -> QFont:
    font = QFont(fonts()[TextStyle.CARD_CHIP])
    font.setPixelSize(size)
    font.setBold(True)
    return font
