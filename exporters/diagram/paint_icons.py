"""Icons as Qt draws them: paths, so that they stay sharp at every zoom and in print."""

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPixmap,
)

from exporters.diagram import icons

# At 100, 125, 150, 200 and 300 % of the 16 and 20 pixels that menus and tool bars ask for.
_ICON_SIZES = (16, 20, 24, 30, 32, 40, 48, 60)


@cache
def _lines(name: str) -> QPainterPath:
    """Return the middles of an icon's strokes."""
    path = QPainterPath()
    for step, *numbers in icons.strokes(name):
        match step:
            case 0:
                path.moveTo(*numbers)
            case 1:
                path.lineTo(*numbers)
            case 2:
                path.cubicTo(*numbers)
            case _:
                path.closeSubpath()
    return path


@cache
def _pen(colour: str) -> QPen:
    pen = QPen(QColor(colour), icons.STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


@cache
def icon_path(name: str) -> QPainterPath:
    """Return the outline of an icon's strokes, to be filled, in a square of 24 units."""
    stroker = QPainterPathStroker()
    stroker.setWidth(icons.STROKE)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    stroker.setCurveThreshold(0.1)
    outline = stroker.createStroke(_lines(name))
    outline.setFillRule(Qt.FillRule.WindingFill)
    return outline


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw an icon into a square box."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / icons.SIZE, box.height() / icons.SIZE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if painter.paintEngine().type() is QPaintEngine.Type.Pdf:
        # Lines are a sixth of their outlines' size there; on pixels outlines are faster.
        painter.strokePath(_lines(name), _pen(colour.name()))
    else:
        painter.fillPath(icon_path(name), colour)
    painter.restore()


def icon(name: str, colour: str) -> QIcon:
    """Return an icon for a button or a menu; to be called in the window's own thread."""
    made = QIcon()
    for size in _ICON_SIZES:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_icon(painter, name, QRectF(0, 0, size, size), QColor(colour))
        painter.end()
        made.addPixmap(pixmap)
    return made
