"""The barest board that Qt offers: stock items at the places that the layout has found.

A rectangle and a text item per card, a path per handover, a rectangle and a text item per label.
Nothing is laid out, checked, marked or described, nothing can be undone: places are given, what
moves is moved by hand.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
    QLineEdit,
)

from exporters.diagram.look import LIGHT
from exporters.diagram.paint import fonts
from model.ids import Id
from model.layout.geometry import Arrow, Board, Card, Chip, Rect, TextStyle

THICK: Final = 1.4
"""Pixels: what drawing programs commonly take."""
THIN: Final = 1.0
"""Pixels: Qt draws these several times faster."""


class StockScene(QGraphicsScene):
    def __init__(self, board: Board, pen_width: float) -> None:
        super().__init__()
        self._pen = QPen(QColor(LIGHT.arrow), pen_width)
        self._frame = QPen(QColor(LIGHT.phase), pen_width)
        for lane in board.lanes:
            strip = self.addRect(_qrect(lane.strip))
            strip.setBrush(QColor(LIGHT.sectors[lane.sector].tint))
        for phase in board.phases:
            right = phase.strip.right
            self.addLine(right, phase.strip.y, right, phase.strip.bottom, self._pen)
        self.arrows = {id: self.addPath(path_of(a), self._pen) for id, a in board.arrows.items()}
        self.cards = {id: self._card(card) for id, card in board.cards.items()}
        for arrow in board.arrows.values():
            if arrow.label is not None:
                self._chip(arrow.label)

    def show_again(self, board: Board, changed: Mapping[Id, None]) -> None:
        """Bring what has moved to its new place."""
        for id in changed:
            if id in board.cards:
                self.cards[id].setRect(_qrect(board.cards[id].box))
            elif id in board.arrows:
                self.arrows[id].setPath(path_of(board.arrows[id]))

    def rename(self, id: Id, name: str) -> None:
        """Put other words on a card."""
        for item in self.cards[id].childItems():
            if isinstance(item, QGraphicsSimpleTextItem):
                item.setText(name)

    def join(self, source: Id, target: Id) -> None:
        """Draw a straight line between two cards."""
        ends = (self.cards[id].rect().center() for id in (source, target))
        self.addLine(QLineF(*ends), self._pen)

    def ghost(self, card: Card) -> QGraphicsRectItem:
        """Return a pale copy of a card, to follow the pointer."""
        item = self._card(card)
        item.setOpacity(0.6)
        item.setZValue(1)
        return item

    def _card(self, card: Card) -> QGraphicsRectItem:
        item = self.addRect(_qrect(card.box), self._frame, QColor(LIGHT.card))
        _text("\n".join(line.text for line in card.title), card.box, TextStyle.CARD_TITLE, item)
        return item

    def _chip(self, chip: Chip) -> None:
        item = self.addRect(_qrect(chip.box), self._pen, QColor(LIGHT.label))
        words = "\n".join(line.text for line in chip.lines)
        _text(words, chip.box, TextStyle.HANDOVER_LABEL, item)


class StockView(QGraphicsView):
    """A view of it with a box to write in."""

    def __init__(self, scene: StockScene) -> None:
        super().__init__(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for show in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            show(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.editor = QLineEdit(self.viewport())
        self.editor.setFont(_font(TextStyle.CARD_TITLE))
        self.editor.hide()

    def look_at(self, place: QPointF, zoom: float) -> None:
        self.setTransform(QTransform.fromScale(zoom, zoom))
        self.centerOn(place)


def path_of(arrow: Arrow) -> QPainterPath:
    path = QPainterPath(QPointF(*arrow.points[0]))
    for point in arrow.points[1:]:
        path.lineTo(QPointF(*point))
    return path


def _text(words: str, box: Rect, style: TextStyle, parent: QGraphicsItem) -> None:
    item = QGraphicsSimpleTextItem(words, parent)
    item.setFont(_font(style))
    item.setPos(box.x + 8, box.y + 4)


def _font(style: TextStyle) -> QFont:
    return fonts()[style]


def _qrect(box: Rect) -> QRectF:
    return QRectF(*box)
