"""The soft marks at unfinished ends: “what follows?”, one click or key away."""

from collections.abc import Sequence
from math import hypot
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from designer.ui.theme import look
from exporters.diagram.pens import ANTIALIASING, brush, colour
from model.codes import StageKind
from model.ids import Id
from model.layout.geometry import Point, Rect
from model.records import Handover, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView
    from model.pathway import Pathway

RADIUS: Final = 7.5  # half of it lies in the card's padding, half before the first track
_ARROWHEAD: Final = 5.0  # half of how high one is
_DOT: Final = 1.1  # radius
_DOT_STEP: Final = 3.4
_SEEN_FROM: Final = 0.35  # zoom below which a mark would only be dirt
_ABOVE_CARDS: Final = 4


def is_unfinished(pathway: "Pathway", id: Id) -> bool:
    """Whether a stage is a dead end, as `model.graph.unfinished` tells of all at once."""
    stage = pathway.find(Stage, id)
    if stage is None or stage.kind is StageKind.END or pathway.leaving(id):
        return False
    others = (pathway.find(Handover, link) for link in pathway.linking(id))
    led_to = (way for way in others if way is not None and _leads_to(way, id))
    return any(True for _way in led_to) or len(pathway.stages) == 1


def _leads_to(way: Handover, id: Id) -> bool:
    return way.target == id or (way.if_not_accepted == id and way.source != id)


def mark_place(box: Rect, tips: Sequence[Point]) -> Point:
    """Return the place on a card's right edge that is clear of the arrows that end there."""
    taken = [tip.y for tip in tips if tip.x >= box.right - 1]
    steps = range(0, round(box.height / 2 - RADIUS), 3)
    tried = [box.centre.y + step for away in steps for step in (away, -away)]
    clear = (y for y in tried if all(abs(y - tip) > RADIUS + _ARROWHEAD for tip in taken))
    return Point(box.right, next(clear, box.centre.y))


def _tips(view: "BoardView", stage: Id) -> list[Point]:
    arrows = view.board.arrows
    arriving = view.pathway.arriving(stage)
    return [arrows[arrow.id].points[-1] for arrow in arriving if arrow.id in arrows]


class UnfinishedMark(QGraphicsItem):
    """A dashed ring with three dots on a card's right edge: it goes on, nobody knows how."""

    def __init__(self, centre: Point) -> None:
        super().__init__()
        self.setPos(QPointF(*centre))
        self.setZValue(_ABOVE_CARDS)

    def boundingRect(self) -> QRectF:
        reach = RADIUS + 1
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        zoom = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        if zoom < _SEEN_FROM:
            return
        painter.setRenderHint(ANTIALIASING)
        pen = QPen(colour(look().muted), 1.2)
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.2, 1.7])
        painter.setPen(pen)
        painter.setBrush(brush(look().card))
        painter.drawEllipse(QPointF(0, 0), RADIUS, RADIUS)
        # Dots, not a question mark: that is the sign of a stage that is only assumed.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(look().muted))
        for place in (-1, 0, 1):
            painter.drawEllipse(QPointF(place * _DOT_STEP, 0), _DOT, _DOT)


class UnfinishedMarks:
    """Marks the dead ends in sight while they are `wanted`; exports know nothing of them."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._wanted = True
        self._items: dict[Id, UnfinishedMark] = {}

    @property
    def wanted(self) -> bool:
        return self._wanted

    def want(self, wanted: bool) -> None:  # noqa: FBT001 - what it sets
        self._wanted = wanted
        self.follow()

    def follow(self) -> None:
        """Bring the marks up to what is in sight; none stands where a name is being given."""
        view = self._view
        pathway = view.document.pathway
        in_sight = view.board_scene.cards if self._wanted else {}
        centres = {
            id: mark_place(item.card.box, _tips(view, id))
            for id, item in in_sight.items()
            if not item.card.folded and is_unfinished(pathway, id) and not view.pathway.leaving(id)
        }
        for id in self._items.keys() - centres.keys():
            view.board_scene.removeItem(self._items.pop(id))
        for id, centre in centres.items():
            if id in self._items:
                self._items[id].setPos(QPointF(*centre))
            else:
                self._items[id] = UnfinishedMark(centre)
                view.board_scene.addItem(self._items[id])

    def at(self, place: Point) -> Id | None:
        """Return the stage whose mark holds a place of the board."""
        if self._view.camera.zoom < _SEEN_FROM:
            return None
        for id, item in self._items.items():
            if hypot(place.x - item.x(), place.y - item.y()) <= RADIUS:
                return id
        return None
