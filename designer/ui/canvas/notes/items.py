"""A note as a graphics item, with the box in its corner by which it is ticked off."""

from math import hypot
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from designer.ui.canvas.items import FAR, BoardItem
from designer.ui.theme import look
from exporters.diagram.paint import PLAIN, State, paint_icon
from exporters.diagram.paint_note import paint_note, paint_note_far
from exporters.diagram.pens import ANTIALIASING, brush, colour, qrect
from model.layout.geometry import NoteBox, Point

TICK: Final = 8.0
"""Half the side of the box in the corner."""
_ABOVE_CARDS: Final = 3.5
_REACH: Final = TICK + 6


class NoteItem(BoardItem):
    def __init__(self, note: NoteBox) -> None:
        super().__init__(_around(note), _ABOVE_CARDS)
        self.note = note
        self.state = PLAIN

    def show_note(self, note: NoteBox) -> None:
        self.note = note
        self._draw_within(_around(note))

    def stand_out(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        zoom = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        if zoom < FAR:
            paint_note_far(painter, self.note, look(), self.state)
            self._paint_far_ring(painter)
            return
        paint_note(painter, self.note, look(), self.state)
        if offers_tick(self.state):
            _paint_tick(painter, self.note)

    def _paint_far_ring(self, painter: QPainter) -> None:
        """Frame what is selected by lines that stay thick however small the board is."""
        if self.state.selected or self.state.target:
            pen = QPen(colour(look().accent), 2.0)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(qrect(self.note.box).adjusted(-4, -4, 4, 4))


def _around(note: NoteBox) -> QRectF:
    return qrect(note.box).adjusted(-_REACH, -_REACH, _REACH, _REACH)


def offers_tick(state: State) -> bool:
    return state.hovered or state.selected


def tick_place(note: NoteBox) -> Point:
    """Return the middle of the box by which a note is ticked off."""
    return Point(note.box.right - 3, note.box.y + 3)


def on_tick(note: NoteBox, at: Point) -> bool:
    centre = tick_place(note)
    return hypot(at.x - centre.x, at.y - centre.y) <= TICK + 2


def _paint_tick(painter: QPainter, note: NoteBox) -> None:
    centre = tick_place(note)
    box = QRectF(centre.x - TICK, centre.y - TICK, 2 * TICK, 2 * TICK)
    painter.setRenderHint(ANTIALIASING)
    painter.setPen(QPen(colour(look().accent), 1.5))
    painter.setBrush(brush(look().card))
    painter.drawRoundedRect(box, 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if note.done:
        paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), colour(look().accent))


def ghost_of(note: NoteBox) -> NoteItem:
    """Return a pale copy of a note, to follow the pointer."""
    item = NoteItem(note)
    item.setOpacity(0.7)
    item.setZValue(10)
    item.setPos(QPointF(0, 0))
    return item
