"""Draws a poster's pages with Qt, for the PDF, the printer and the preview alike.

The painter is in millimetres from the page's left top corner. Needs a QGuiApplication for the
fonts, works in any thread.
"""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from exporters.diagram.look import LIGHT
from exporters.diagram.paint import fonts, paint_board
from exporters.diagram.paint_legend import paint_swatch
from exporters.diagram.pens import ANTIALIASING, qrect
from exporters.poster import marks
from exporters.poster.cards import CardSheet
from exporters.poster.composition import Badge, Poster
from exporters.poster.lettering import Words
from exporters.poster.marks import Line, Overview
from exporters.poster.pages import Page
from exporters.poster.part import part_of
from exporters.poster.ruler import RulerPage
from model.layout.geometry import Rect

_HAIRLINE = 0.15  # mm
_BAR_LINE = 0.3


def paint_page(painter: QPainter, page: Page, poster: Poster) -> None:
    """Draw a page on white paper, which is not filled here."""
    if page.ruler is not None:
        _paint_ruler(painter, page.ruler)
    if page.tile is None:
        return
    region, box = page.tile.region, page.paper.printed
    painter.save()
    painter.setClipRect(qrect(box))
    painter.translate(box.x - region.x, box.y - region.y)
    paint_poster(painter, poster, region)
    painter.restore()
    if page.choice.sheets > 1:
        _paint_lines(painter, marks.crop_marks(page.choice), _HAIRLINE)
        _paint_lines(painter, marks.glue_marks(page.choice, page.tile), _HAIRLINE)
        _paint_overview(painter, marks.small_overview(page.choice, page.tile))
        paint_words(painter, (marks.sheet_label(page.choice, page.tile, poster.title),))


def paint_poster(painter: QPainter, poster: Poster, region: Rect) -> None:
    """Draw what of a poster lies in a region; the painter is in the poster's own millimetres."""
    if poster.badge.box.meets(region):
        _paint_badge(painter, poster.badge)
    paint_words(painter, (each for each in poster.words if each.box.meets(region)))
    for y in poster.rules:
        painter.fillRect(
            QRectF(0, y, poster.width, poster.width / 1500), QColor(LIGHT.label_border)
        )
    if poster.qr is not None and poster.qr.box.meets(region):
        painter.setRenderHint(ANTIALIASING, on=False)
        for dark in poster.qr.dark():
            painter.fillRect(qrect(dark), QColor("#000000"))
    for placed in poster.legend:
        if placed.swatch.meets(region):
            paint_swatch(painter, placed.entry.mark, placed.swatch)
    if poster.place.meets(region):
        _paint_board_part(painter, poster, region)


def paint_card_sheet(painter: QPainter, sheet: CardSheet) -> None:
    """Draw a sheet of paper cards."""
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(QPen(QColor(LIGHT.muted), _HAIRLINE, Qt.PenStyle.DashLine))
    painter.drawLines([QLineF(*line.start, *line.end) for line in sheet.cuts])
    painter.setPen(QPen(QColor(LIGHT.label_border), _HAIRLINE))
    painter.drawLines([QLineF(*line.start, *line.end) for line in sheet.rules])
    paint_words(painter, sheet.words)


def paint_words(painter: QPainter, words: Iterable[Words]) -> None:
    for each in words:
        painter.save()
        painter.translate(each.x, each.baseline)
        painter.scale(each.face.scale, each.face.scale)
        painter.setPen(QColor(each.colour))
        painter.setFont(fonts()[each.face.style])
        painter.drawText(QPointF(0, 0), each.text)
        painter.restore()


def _paint_badge(painter: QPainter, badge: Badge) -> None:
    height = badge.box.height
    colour, radius = (LIGHT.alarm, height / 6) if badge.unsettled else (LIGHT.ink, height / 2)
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(QPen(QColor(colour), height / 25))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(qrect(badge.box), radius, radius)


def _paint_board_part(painter: QPainter, poster: Poster, region: Rect) -> None:
    scale, place = poster.scale, poster.place
    shown = Rect(
        (region.x - place.x) / scale,
        (region.y - place.y) / scale,
        region.width / scale,
        region.height / scale,
    )
    painter.save()
    painter.translate(place.x, place.y)
    painter.scale(scale, scale)
    paint_board(painter, part_of(poster.board, shown), LIGHT)
    painter.restore()


def _paint_lines(painter: QPainter, lines: Iterable[Line], width: float) -> None:
    pen = QPen(QColor("#000000"), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(pen)
    for line in lines:
        painter.drawLine(QLineF(*line.start, *line.end))


def _paint_overview(painter: QPainter, seen: Overview) -> None:
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(QPen(QColor(LIGHT.muted), _HAIRLINE))
    for number, cell in enumerate(seen.cells):
        painter.setBrush(QColor(LIGHT.muted if number == seen.here else LIGHT.paper))
        painter.drawRect(qrect(cell))


def _paint_ruler(painter: QPainter, page: RulerPage) -> None:
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(QPen(QColor(LIGHT.muted), _HAIRLINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(qrect(page.frame))
    _paint_lines(painter, page.bars, _BAR_LINE)
    _paint_lines(painter, page.ticks, _HAIRLINE)
    if page.sheets is not None:
        _paint_overview(painter, page.sheets)
    paint_words(painter, page.words)
