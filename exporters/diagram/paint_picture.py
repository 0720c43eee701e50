"""Draws a picture with Qt: a board, its ghosts and stubs, its marks and what they mean.

For PNG, PDF and the clipboard; the painter is in the board's coordinates.
"""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from exporters.diagram import shapes
from exporters.diagram.look import LIGHT, Look
from exporters.diagram.paint import paint_arrow, paint_label, paint_lane, paint_phase
from exporters.diagram.paint_card import paint_card
from exporters.diagram.paint_icons import paint_icon
from exporters.diagram.pens import (
    ANTIALIASING,
    brush,
    colour,
    dashed_pen,
    paint_text,
    qrect,
)
from exporters.diagram.picture import (
    MARK_COLOURS,
    MARK_CORNER,
    MARK_DASHES,
    MARK_ICONS,
    MARK_LINE,
    ON_MARK,
    Mark,
    Picture,
    Tag,
)
from model.layout.geometry import Card


def paint_picture(painter: QPainter, picture: Picture, look: Look = LIGHT) -> None:
    """Draw all of a picture on the painter's paper, which is not filled here."""
    _paint_ground(painter, picture, look)
    for ghost in picture.ghosts:
        _paint_ghost(painter, ghost, look)
    for card in picture.board.cards.values():
        paint_card(painter, card, look)
    for arrow in picture.board.arrows.values():
        if arrow.label is not None:
            paint_label(painter, arrow.label, look)
    for stub in picture.stubs:
        paint_label(painter, stub.chip, look)
    _paint_marks(painter, picture, look)


def _paint_ground(painter: QPainter, picture: Picture, look: Look) -> None:
    """Draw what cards and labels lie upon."""
    for lane in picture.board.lanes:
        paint_lane(painter, lane, look)
    for phase in picture.board.phases:
        paint_phase(painter, phase, look)
    for mark in picture.marks:
        _paint_frame(painter, mark)
    for arrow in picture.board.arrows.values():
        paint_arrow(painter, arrow, look)
    for mark in picture.marks:
        _paint_line(painter, mark)


def _paint_marks(painter: QPainter, picture: Picture, look: Look) -> None:
    for mark in picture.marks:
        _paint_tag(painter, mark.tag)
    paint_text(painter, picture.caption, look.ink)
    for tag in picture.legend:
        _paint_tag(painter, tag)


def _paint_ghost(painter: QPainter, card: Card, look: Look) -> None:
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(dashed_pen(look.label_border))
    painter.setBrush(brush(look.label))
    painter.drawRoundedRect(qrect(shapes.crisp(card.box)), shapes.CORNER, shapes.CORNER)
    paint_text(painter, card.title, look.muted)


def _paint_line(painter: QPainter, mark: Mark) -> None:
    if not mark.line:
        return
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(_pen(mark))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(*point) for point in mark.line]))


def _paint_frame(painter: QPainter, mark: Mark) -> None:
    if mark.frame is None:
        return
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(_pen(mark))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(qrect(mark.frame), MARK_CORNER, MARK_CORNER)


def _paint_tag(painter: QPainter, tag: Tag) -> None:
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(MARK_COLOURS[tag.kind]))
    radius = tag.box.height / 2
    painter.drawRoundedRect(qrect(tag.box), radius, radius)
    if tag.sign is not None:
        paint_icon(painter, MARK_ICONS[tag.kind], qrect(tag.sign), colour(ON_MARK))
    paint_text(painter, tag.lines, ON_MARK)


def _pen(mark: Mark) -> QPen:
    pen = QPen(colour(MARK_COLOURS[mark.kind]), MARK_LINE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if mark.is_dashed:
        pen.setDashPattern([length / MARK_LINE for length in MARK_DASHES])
    return pen
