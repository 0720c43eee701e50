"""The marks of findings on the board: form and number, so that no meaning hangs on colour."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPolygonF

from designer.ui.theme import look
from exporters.diagram.pens import ANTIALIASING, brush, colour, fonts, line_pen
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


def reach(zoom: float) -> float:
    """Return the badge's radius in the board's pixels; far away it stays a visible dot."""
    return RADIUS * min(_LARGEST, max(1.0, _SMALLEST / zoom))


LARGEST_RADIUS = RADIUS * _LARGEST
LARGEST_REACH = LARGEST_RADIUS + 1
LOZENGE = 1.25  # of the radius, so that a lozenge is as large as a disc


def number(count: int) -> str:
    return str(count) if count <= MOST_SHOWN else f"{MOST_SHOWN}+"


def paint_badge(
    painter: QPainter, centre: QPointF, mark: Mark, zoom: float, radius: float = RADIUS
) -> None:
    """Draw a disc for errors, a lozenge for warnings, a square for the rest, with the count."""
    severity, count = mark
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(line_pen(look().card))
    painter.setBrush(brush(look().severities[severity].strong))
    if severity is Severity.ERROR:
        painter.drawEllipse(box)
    elif severity is Severity.WARNING:
        painter.drawPolygon(_lozenge(centre, radius * LOZENGE))
    else:
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    if zoom >= _NUMBERS_FROM:
        words = number(count)
        size = 10 if len(words) == 1 else 9
        painter.setFont(_number_font(round(size * radius / RADIUS)))
        painter.setPen(colour(look().card))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


@lru_cache(64)  # zooming asks for many sizes
def _number_font(size: int) -> QFont:
    font = QFont(fonts()[TextStyle.CARD_CHIP])
    font.setPixelSize(size)
    font.setBold(True)
    return font


def _lozenge(centre: QPointF, radius: float) -> QPolygonF:
    return QPolygonF(
        [
            centre + QPointF(0, -radius),
            centre + QPointF(radius, 0),
            centre + QPointF(0, radius),
            centre + QPointF(-radius, 0),
        ]
    )
