"""The barest pictures of a laid-out board: the same shapes and words, and nothing said of them.

A rectangle per lane, phase, card and chip, a line and a head per arrow, the lines of text, the
signs as squares. No links, titles, bookmarks or marks; colours are the look's.
"""

from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QBrush, QColor, QImage, QPageSize, QPainter, QPdfWriter, QPen, QPolygonF
from PySide6.QtSvg import QSvgGenerator

from exporters.diagram import shapes
from exporters.diagram.look import LIGHT
from exporters.diagram.paint import fonts, paint_board
from model.layout.geometry import Arrow, Board, Chip, Rect, TextLine
from model.layout.metrics import FONT_FAMILY, FONTS

_DOTS = 1200


class Box(NamedTuple):
    rect: Rect
    radius: float
    fill: str
    stroke: str


def boxes(board: Board) -> Iterator[Box]:
    """Yield what lies below the arrows' labels, from the ground up; arrows come between."""
    for lane in board.lanes:
        sector = LIGHT.sectors[lane.sector]
        yield Box(lane.strip, shapes.LANE_CORNER, sector.tint, sector.tint)
        yield Box(lane.icon, 0, sector.tint, sector.strong)
    for phase in board.phases:
        yield Box(phase.header, shapes.HEADER_CORNER, LIGHT.phase, LIGHT.phase)
    for card in board.cards.values():
        strong = shapes.card_colour(card, LIGHT)
        yield Box(card.box, shapes.CORNER, LIGHT.card, strong)
        for symbol in card.symbols:
            yield Box(symbol.box, 3, LIGHT.card, LIGHT.muted)
        if card.time:
            yield _chip(card.time, LIGHT.chip)
    for arrow in board.arrows.values():
        if arrow.label:
            yield _chip(arrow.label, LIGHT.label_border)


def _chip(chip: Chip, stroke: str) -> Box:
    return Box(chip.box, shapes.chip_radius(chip), LIGHT.label, stroke)


def lines(board: Board) -> Iterator[TextLine]:
    for lane in board.lanes:
        yield from lane.name
        yield from lane.sector_name
    for phase in board.phases:
        yield from phase.title
    for card in board.cards.values():
        yield from card.title
        yield from card.time.lines if card.time else ()
    for arrow in board.arrows.values():
        yield from arrow.label.lines if arrow.label else ()


def as_strings(board: Board) -> bytes:
    """Write SVG by hand, a string per shape."""
    out = StringIO()
    out.write(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{board.width}" height="{board.height}" '
        f'font-family="{FONT_FAMILY}">'
    )
    for arrow in board.arrows.values():
        out.write(_arrow_as_string(arrow))
    for (x, y, width, height), radius, fill, stroke in boxes(board):
        out.write(
            f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" '
            f'rx="{radius}" fill="{fill}" stroke="{stroke}"/>'
        )
    for line in lines(board):
        spec = FONTS[line.style]
        weight = ' font-weight="700"' if spec.bold else ""
        out.write(
            f'<text x="{line.x:.2f}" y="{line.baseline:.2f}" font-size="{spec.size_px}"{weight} '
            f'fill="{LIGHT.ink}">{escape(line.text)}</text>'
        )
    out.write("</svg>")
    return out.getvalue().encode()


def _arrow_as_string(arrow: Arrow) -> str:
    way = " ".join(f"{x:.2f},{y:.2f}" for x, y in arrow.points)
    head = " ".join(f"{x:.2f},{y:.2f}" for x, y in shapes.head(arrow))
    return (
        f'<polyline points="{way}" fill="none" stroke="{LIGHT.arrow}"/>'
        f'<polygon points="{head}" fill="{LIGHT.arrow}"/>'
    )


def by_svg_generator(board: Board) -> bytes:
    """Let Qt's own SVG writer draw all that our pictures show."""
    buffer = _opened()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(round(board.width), round(board.height)))
    painter = QPainter(generator)
    paint_board(painter, board)
    painter.end()
    return bytes(buffer.data().data())


def as_pdf(board: Board, scale: float) -> bytes:
    """Draw on Qt's PDF writer, and leave it at that. `scale` is in points a pixel."""
    buffer = _opened()
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    size = QSizeF(board.width * scale, board.height * scale)
    writer.setPageSize(
        QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.scale(scale * _DOTS / 72, scale * _DOTS / 72)
    _paint(painter, board)
    painter.end()
    return bytes(buffer.data().data())


def as_png(board: Board, width: int) -> bytes:
    """Draw on an image, and let Qt pack it."""
    scale = width / board.width
    image = QImage(width, round(board.height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.paper))
    painter = QPainter(image)
    painter.scale(scale, scale)
    _paint(painter, board)
    painter.end()
    buffer = _opened()
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs say bytes
    return bytes(buffer.data().data())


def _opened() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _paint(painter: QPainter, board: Board) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(LIGHT.arrow), 1))
    for arrow in board.arrows.values():
        painter.setBrush(QBrush())
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in arrow.points]))
        painter.setBrush(QColor(LIGHT.arrow))
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in shapes.head(arrow)]))
    for (x, y, width, height), radius, fill, stroke in boxes(board):
        painter.setPen(QColor(stroke))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(x, y, width, height), radius, radius)
    painter.setPen(QColor(LIGHT.ink))
    faces = fonts()
    for line in lines(board):
        painter.setFont(faces[line.style])
        painter.drawText(QPointF(line.x, line.baseline), line.text)
