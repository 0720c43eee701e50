"""The barest board that Qt offers: stock items at the places that the layout has found.

A rectangle and a text item per card, a path per handover; a rectangle and a text item per label,
time target and badge; texts for the headers. Icons of cards and heads of arrows are left out.
Nothing is laid out, checked or described, nothing can be undone: places and marks are given, what
moves is moved by hand.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainterPath, QPen, QTextCursor, QTransform
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsTextItem,
    QGraphicsView,
)

from exporters.diagram.look import LIGHT
from exporters.diagram.paint import fonts
from model.ids import Id
from model.layout.geometry import Arrow, Board, Card, Chip, Point, Rect, TextLine, TextStyle

THICK: Final = 1.4
"""Pixels: what drawing programs commonly take."""
THIN: Final = 1.0
"""Pixels: Qt draws these several times faster."""
_BADGE: Final = 16.0


class StockScene(QGraphicsScene):
    def __init__(self, board: Board, counts: Mapping[Id, int], pen_width: float) -> None:
        """Show a board; `counts` of findings are its badges."""
        super().__init__()
        self._pen = QPen(QColor(LIGHT.arrow), pen_width)
        self._frame = QPen(QColor(LIGHT.phase), pen_width)
        for lane in board.lanes:
            strip = self.addRect(_qrect(lane.strip))
            strip.setBrush(QColor(LIGHT.sectors[lane.sector].tint))
            _text((*lane.name, *lane.sector_name), lane.header, TextStyle.LANE_NAME, strip)
        for phase in board.phases:
            right = phase.strip.right
            line = self.addLine(right, phase.strip.y, right, phase.strip.bottom, self._pen)
            _text(phase.title, phase.header, TextStyle.PHASE_TITLE, line)
        self.arrows = {id: self.addPath(path_of(a), self._pen) for id, a in board.arrows.items()}
        self.cards = {id: self._card(card) for id, card in board.cards.items()}
        self.chips = [
            self._chip(chip, style)
            for style, chips in (
                (TextStyle.CARD_CHIP, (card.time for card in board.cards.values())),
                (TextStyle.HANDOVER_LABEL, (arrow.label for arrow in board.arrows.values())),
            )
            for chip in chips
            if chip is not None
        ]
        self.badges = [
            self._badge(place, count)
            for id, count in counts.items()
            if (place := _badge_place(board, id)) is not None
        ]

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

    def editor(self, card: Card) -> QGraphicsTextItem:
        """Return an item over a card to write in, with its words chosen."""
        item = QGraphicsTextItem("\n".join(line.text for line in card.title))
        item.setFont(_font(TextStyle.CARD_TITLE))
        item.setTextWidth(card.box.width - 16)
        item.setPos(card.box.x + 8, card.box.y + 4)
        item.setZValue(2)
        item.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.addItem(item)
        item.setFocus()
        cursor = item.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        item.setTextCursor(cursor)
        return item

    def _card(self, card: Card) -> QGraphicsRectItem:
        item = self.addRect(_qrect(card.box), self._frame, QColor(LIGHT.card))
        _text(card.title, card.box, TextStyle.CARD_TITLE, item)
        return item

    def _chip(self, chip: Chip, style: TextStyle) -> QGraphicsRectItem:
        item = self.addRect(_qrect(chip.box), self._pen, QColor(LIGHT.label))
        _text(chip.lines, chip.box, style, item)
        return item

    def _badge(self, at: Point, count: int) -> QGraphicsRectItem:
        box = Rect(at.x - _BADGE / 2, at.y - _BADGE / 2, _BADGE, _BADGE)
        item = self.addRect(_qrect(box), self._frame, QColor(LIGHT.phase))
        _words(str(count), box, TextStyle.CARD_CHIP, item)
        return item


class StockView(QGraphicsView):
    def __init__(self, scene: StockScene) -> None:
        super().__init__(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for show in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            show(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)

    def look_at(self, place: QPointF, zoom: float) -> None:
        self.setTransform(QTransform.fromScale(zoom, zoom))
        self.centerOn(place)


def path_of(arrow: Arrow) -> QPainterPath:
    path = QPainterPath(QPointF(*arrow.points[0]))
    for point in arrow.points[1:]:
        path.lineTo(QPointF(*point))
    return path


def _badge_place(board: Board, id: Id) -> Point | None:
    """Return a card's corner, the middle of an arrow; None for what is not on the board."""
    if id in board.cards:
        box = board.cards[id].box
        return Point(box.right, box.y)
    if id in board.arrows:
        points = board.arrows[id].points
        return points[len(points) // 2]
    return None


def _text(lines: Iterable[TextLine], box: Rect, style: TextStyle, parent: QGraphicsItem) -> None:
    _words("\n".join(line.text for line in lines), box, style, parent)


def _words(words: str, box: Rect, style: TextStyle, parent: QGraphicsItem) -> None:
    item = QGraphicsSimpleTextItem(words, parent)
    item.setFont(_font(style))
    item.setPos(box.x + 8, box.y + 4)


def _font(style: TextStyle) -> QFont:
    return fonts()[style]


def _qrect(box: Rect) -> QRectF:
    return QRectF(*box)
