"""Draws a card with Qt: its border by the kind of the stage, title, signs, time, certainty."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from exporters.diagram import shapes
from exporters.diagram.look import LIGHT, SIGN_ICONS, Look
from exporters.diagram.paint_icons import paint_icon
from exporters.diagram.pens import (
    ANTIALIASING,
    DIMMED,
    PLAIN,
    State,
    brush,
    colour,
    line_pen,
    paint_cut,
    paint_emphasis,
    paint_rounded,
    paint_text,
    polygon,
    qrect,
)
from exporters.diagram.shapes import CardForm
from model.layout.geometry import Card, Chip


def paint_card(painter: QPainter, card: Card, look: Look = LIGHT, state: State = PLAIN) -> None:
    """Draw a card with its title, signs and time; reaches `shapes.REACH` out of its box."""
    if state.dimmed:
        painter.setOpacity(DIMMED)
    strong = shapes.card_colour(card, look)
    _paint_border(painter, card, look, strong)
    paint_text(painter, card.title, look.ink)
    for symbol in card.symbols:
        paint_icon(
            painter,
            SIGN_ICONS[symbol.sign],
            qrect(symbol.box),
            colour(strong if shapes.is_own(symbol, card) else look.muted),
        )
    if card.time is not None:
        _paint_chip(painter, card.time, look)
    _paint_emphasis(painter, card, look, state)  # below the marks that stand on the border
    _paint_medallion(painter, card, look)
    _paint_way_in(painter, card, look)
    if state.dimmed:
        painter.setOpacity(1)


def paint_card_far(painter: QPainter, card: Card, look: Look = LIGHT, state: State = PLAIN) -> None:
    """Draw a card as it is seen from far away: its border, and its title as bars."""
    if state.dimmed:
        painter.setOpacity(DIMMED)
    _paint_border(painter, card, look, shapes.card_colour(card, look))
    painter.setRenderHint(ANTIALIASING, on=False)
    width = card.box.width - 24
    for place, line in enumerate(card.title):
        last = place == len(card.title) - 1 and place > 0
        painter.fillRect(
            QRectF(line.x, line.baseline - 9, width * (0.6 if last else 1), 8), brush(look.muted)
        )
    if state.dimmed:
        painter.setOpacity(1)
    _paint_emphasis(painter, card, look, state)


def _paint_emphasis(painter: QPainter, card: Card, look: Look, state: State) -> None:
    outline = paint_cut if shapes.form(card) is CardForm.CUT else paint_rounded
    paint_emphasis(painter, card.box, state, look, outline)


def _paint_border(painter: QPainter, card: Card, look: Look, strong: str) -> None:
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(line_pen(strong))
    painter.setBrush(brush(look.card))
    box = shapes.crisp(card.box)
    form = shapes.form(card)
    if form is CardForm.CUT:
        painter.drawPolygon(polygon(shapes.cut_corners(box)))
        return
    painter.drawRoundedRect(qrect(box), shapes.CORNER, shapes.CORNER)
    if form is CardForm.DOUBLE:
        inner = shapes.CORNER - shapes.INSET
        painter.drawRoundedRect(qrect(shapes.inset(box, shapes.INSET)), inner, inner)
    elif form is CardForm.ALARM:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(look.alarm))
        painter.drawRoundedRect(qrect(shapes.alarm_bar(card)), 1.5, 1.5)


def _paint_chip(painter: QPainter, chip: Chip, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(look.chip))
    radius = shapes.chip_radius(chip)
    painter.drawRoundedRect(qrect(chip.box), radius, radius)
    paint_text(painter, chip.lines, look.on_chip)


def _paint_medallion(painter: QPainter, card: Card, look: Look) -> None:
    centre = shapes.medallion(card)
    if centre is None:
        return
    radius = shapes.MEDALLION
    box = QRectF(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(look.card))
    painter.drawEllipse(box)
    paint_icon(
        painter, shapes.medallion_icon(card), box, colour(shapes.medallion_colour(card, look))
    )


def _paint_way_in(painter: QPainter, card: Card, look: Look) -> None:
    centre = shapes.way_in(card)
    if centre is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(shapes.card_colour(card, look)))
    painter.drawEllipse(QPointF(*centre), shapes.MEDALLION, shapes.MEDALLION)
    painter.setBrush(brush(look.card))
    painter.drawPolygon([QPointF(*corner) for corner in shapes.way_in_triangle(centre)])
