"""Draws a sticky note: its kind by a sign and by the form of its paper, not by a colour.

A note that is done is a bare slip with a check mark.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from exporters.diagram import shapes
from exporters.diagram.look import LIGHT, NOTE_ICONS, Look
from exporters.diagram.paint_icons import paint_icon
from exporters.diagram.pens import (
    ANTIALIASING,
    DIMMED,
    PLAIN,
    State,
    brush,
    colour,
    dashed_pen,
    line_pen,
    paint_emphasis,
    paint_text,
    qrect,
)
from model.codes import NoteKind
from model.layout.geometry import NoteBox, Rect

_CORNER: Final = 2.0
_BUBBLE: Final = 8.0
_EAR: Final = 7.0
_BAR: Final = 3.0
_HEAVY: Final = 2.0
_WARNS: Final = {NoteKind.RISK, NoteKind.PROBLEM}


def paint_note(painter: QPainter, note: NoteBox, look: Look = LIGHT, state: State = PLAIN) -> None:
    """Draw a note: decisions with a heavy edge, customers' words as a bubble, risks with a bar."""
    if state.dimmed:
        painter.setOpacity(DIMMED)
    painter.setRenderHint(ANTIALIASING)
    _paint_paper(painter, note, look)
    paint_icon(painter, note_icon(note), qrect(note.sign), colour(look.on_note))
    paint_text(painter, note.lines, look.muted if note.done else look.on_note)
    paint_emphasis(painter, note.box, state, look)
    if state.dimmed:
        painter.setOpacity(1)


def paint_note_far(
    painter: QPainter, note: NoteBox, look: Look = LIGHT, state: State = PLAIN
) -> None:
    """Draw a note that is too small to be read."""
    painter.setRenderHint(ANTIALIASING, on=False)
    emphasised = state.selected or state.focused or state.hovered or state.target
    painter.setPen(line_pen(look.accent if emphasised else look.note_border))
    painter.setBrush(brush(look.card if note.done else look.note))
    painter.drawRect(qrect(note.box))


def note_icon(note: NoteBox) -> str:
    return "circle-check" if note.done else NOTE_ICONS[note.kind]


def _paint_paper(painter: QPainter, note: NoteBox, look: Look) -> None:
    box = shapes.crisp(note.box)
    if note.done:
        painter.setPen(dashed_pen(look.note_border))
        painter.setBrush(brush(look.card))
        painter.drawRoundedRect(qrect(box), _CORNER, _CORNER)
        return
    painter.setPen(line_pen(look.note_border))
    painter.setBrush(brush(look.note))
    if note.kind is NoteKind.CUSTOMER_WORDS:
        painter.drawRoundedRect(qrect(box), _BUBBLE, _BUBBLE)
    elif note.kind is NoteKind.DECISION:
        painter.setPen(line_pen(look.on_note, _HEAVY))
        painter.drawRoundedRect(qrect(shapes.inset(box, _HEAVY / 2)), _CORNER, _CORNER)
    elif note.kind in _WARNS:
        painter.drawRect(qrect(box))
        painter.fillRect(QRectF(box.x, box.y, _BAR, box.height), colour(look.on_note))
    else:
        _paint_dog_ear(painter, box, look)


def _paint_dog_ear(painter: QPainter, box: Rect, look: Look) -> None:
    side, low = QPointF(box.right, box.bottom - _EAR), QPointF(box.right - _EAR, box.bottom)
    corners = [QPointF(box.x, box.y), QPointF(box.right, box.y), side, low]
    painter.drawPolygon(QPolygonF([*corners, QPointF(box.x, box.bottom)]))
    painter.setBrush(brush(look.note_border))
    painter.drawPolygon(QPolygonF([side, low, QPointF(low.x(), side.y())]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
