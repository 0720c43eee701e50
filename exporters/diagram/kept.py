"""What a part's painting comes to, kept: painted again, it is nearly Qt's work alone.

`paint` and `paint_card` stay the one place where is told how things look. Whatever they draw with
pen and brush is kept as paths, which Qt fills and strokes to the same pixels; for paper, where a
file's bytes would differ, they are called themselves.
"""

# ruff: noqa: N802 - Qt's names of the methods that it stands in for

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

from exporters.diagram import shapes
from exporters.diagram.look import Look
from exporters.diagram.paint import arrow_line
from exporters.diagram.pens import (
    ANTIALIASING,
    DIMMED,
    State,
    brush,
    dashed_pen,
    even_width,
    line_pen,
    polygon,
)
from model.layout.geometry import Arrow

_ROUND: Final = 1 - 0.5522847498
"""As Qt's painter rounds corners; a path's own rounded rectangle differs by some pixels."""

Call = tuple[Callable[..., None], tuple[Any, ...]]


Calls = tuple[Call, ...]


def kept(paint: Callable[[QPainter], None]) -> Calls:
    """Return what `paint` draws, whatever the zoom; it must not ask the painter for its scale."""
    recorder = _Recorder()
    paint(recorder)
    recorder.end()
    return tuple(recorder.calls)


def paint_kept(painter: QPainter, calls: Calls) -> None:
    for call, arguments in calls:
        call(painter, *arguments)


class KeptArrow(NamedTuple):
    """Its lines are as thick as the zoom says, so that only their course is kept."""

    shaft: QPainterPath
    bars: tuple[QLineF, ...]
    head: QPainterPath


def kept_arrow(arrow: Arrow) -> KeptArrow:
    shaft, head = QPainterPath(), QPainterPath()
    shaft.addPolygon(polygon(shapes.shaft(arrow)))
    head.addPolygon(polygon(shapes.head(arrow)))
    head.closeSubpath()
    bars = (QLineF(*start, *end) for start, end in shapes.parallel_bars(arrow))
    return KeptArrow(shaft, tuple(bars), head)


def paint_kept_arrow(
    painter: QPainter, drawn: KeptArrow, arrow: Arrow, look: Look, state: State
) -> None:
    """Draw what `paint_arrow` does, pixel by pixel."""
    value, wanted = arrow_line(arrow, look, state)
    width = even_width(painter, wanted)
    if state.dimmed:
        painter.setOpacity(DIMMED)
    painter.setRenderHint(ANTIALIASING, False)  # noqa: FBT003 - Qt reads it faster than by name
    pen = dashed_pen if shapes.is_dashed(arrow) else line_pen
    painter.strokePath(drawn.shaft, pen(value, width))
    if drawn.bars:
        painter.setPen(line_pen(value, width))
        painter.drawLines(drawn.bars)
    painter.setRenderHint(ANTIALIASING)
    painter.fillPath(drawn.head, brush(value))
    if state.dimmed:
        painter.setOpacity(1)


class _Recorder(QPainter):
    """Stands in for a painter and keeps what the parts of a board draw with it.

    Only the transform is set in truth. What parts do not call is not kept; a test compares.
    """

    def __init__(self) -> None:
        self._paper = QImage(1, 1, QImage.Format.Format_RGB32)
        super().__init__(self._paper)
        self.calls: list[Call] = []
        self._pen = QPen(Qt.PenStyle.NoPen)
        self._brush = QBrush()
        self._smooth: bool | None = None
        self._written: tuple[QPen, QFont | None] | None = None
        self._font: QFont | None = None

    # What is set

    def setRenderHint(
        self,
        hint: QPainter.RenderHint,
        on: bool = True,  # noqa: FBT001, FBT002 - Qt's own
    ) -> None:
        if on != self._smooth:
            self._smooth = on
            self.calls.append((QPainter.setRenderHint, (hint, on)))

    def setOpacity(self, opacity: float) -> None:
        self.calls.append((QPainter.setOpacity, (opacity,)))

    def setPen(self, pen: QPen | QColor | Qt.PenStyle) -> None:  # type: ignore[override]
        self._pen = pen if isinstance(pen, QPen) else QPen(pen)

    def setBrush(self, brush: QBrush | Qt.BrushStyle) -> None:  # type: ignore[override]
        self._brush = brush if isinstance(brush, QBrush) else QBrush(brush)

    def setFont(self, font: QFont) -> None:  # type: ignore[override]
        self._font = font

    # What is drawn

    def drawRoundedRect(self, box: QRectF, across: float, down: float) -> None:  # type: ignore[override]
        self._draw(rounded(box, across, down))

    def drawEllipse(self, *where: Any) -> None:
        path = QPainterPath()
        path.addEllipse(*where)
        self._draw(path)

    def drawPolygon(self, corners: QPolygonF | list[QPointF]) -> None:  # type: ignore[override]
        path = QPainterPath()
        path.addPolygon(QPolygonF(corners))
        path.closeSubpath()
        self._draw(path)

    def fillRect(self, box: QRectF, brush: QBrush) -> None:  # type: ignore[override]
        self.calls.append((QPainter.fillRect, (box, brush)))

    def fillPath(self, path: QPainterPath, brush: QBrush | QColor) -> None:  # type: ignore[override]
        """Keep the transform, too: Qt does not flatten the curves of a mapped path alike."""
        here = self.worldTransform()
        fill = (path, QBrush(brush))
        if here.isIdentity():
            self.calls.append((QPainter.fillPath, fill))
        else:
            self.calls.append((_fill_at, (here, *fill)))

    def drawText(self, at: QPointF, words: str) -> None:  # type: ignore[override]
        if self._written != (self._pen, self._font):
            if self._font is not None:
                self.calls.append((QPainter.setFont, (self._font,)))
            self.calls.append((QPainter.setPen, (self._pen,)))
            self._written = self._pen, self._font
        self.calls.append((QPainter.drawText, (at, words)))

    def _draw(self, path: QPainterPath) -> None:
        if self._brush.style() is not Qt.BrushStyle.NoBrush:
            self.calls.append((QPainter.fillPath, (path, self._brush)))
        if self._pen.style() is not Qt.PenStyle.NoPen:
            self.calls.append((QPainter.strokePath, (path, self._pen)))


def _fill_at(painter: QPainter, where: QTransform, path: QPainterPath, brush: QBrush) -> None:
    before = painter.worldTransform()
    painter.setWorldTransform(where, True)  # noqa: FBT003 - Qt's own
    painter.fillPath(path, brush)
    painter.setWorldTransform(before)


def rounded(box: QRectF, across: float, down: float) -> QPainterPath:
    """Return a rounded rectangle by the same points as `QPainter.drawRoundedRect`."""
    across, down = min(across, box.width() / 2), min(down, box.height() / 2)
    left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    x, y = _ROUND * across, _ROUND * down
    path = QPainterPath(QPointF(left + across, top))
    path.lineTo(right - across, top)
    path.cubicTo(right - x, top, right, top + y, right, top + down)
    path.lineTo(right, bottom - down)
    path.cubicTo(right, bottom - y, right - x, bottom, right - across, bottom)
    path.lineTo(left + across, bottom)
    path.cubicTo(left + x, bottom, left, bottom - y, left, bottom - down)
    path.lineTo(left, top + down)
    path.cubicTo(left, top + y, left + x, top, left + across, top)
    return path
