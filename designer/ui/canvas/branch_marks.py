"""The numbers at the branches of the focused stage: which digit leads where."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from designer.ui.canvas.branch_places import SURROUNDINGS, Disc, branch_places
from designer.ui.canvas.items import FAR
from designer.ui.canvas.ways import branches
from designer.ui.theme import look
from exporters.diagram.paint import fonts
from exporters.diagram.pens import brush, colour
from model.ids import Id
from model.layout.geometry import Board, Point, TextStyle

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

_RADIUS: Final = 8.0  # screen pixels, at up to 100 %
_LARGEST_RADIUS: Final = 14.0
_ABOVE_ALL: Final = 11
_MOST_DIGITS: Final = 9


class BranchMark(QGraphicsItem):
    """A number in a disc, equally large on the screen at every zoom."""

    def __init__(self, number: int, at: QPointF, radius: float) -> None:
        super().__init__()
        self.number = number
        self.radius = radius
        self.setPos(at)
        self.setZValue(_ABOVE_ALL)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)

    def boundingRect(self) -> QRectF:
        reach = self.radius + 1
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(look().card), 1.5))
        painter.setBrush(brush(look().accent))
        painter.drawEllipse(QPointF(0, 0), self.radius, self.radius)
        font = QFont(fonts()[TextStyle.CARD_TITLE])
        font.setPixelSize(round(self.radius * 1.4))
        painter.setFont(font)
        painter.setPen(colour(look().card))
        painter.drawText(self.boundingRect(), Qt.AlignmentFlag.AlignCenter, str(self.number))


class BranchMarks:
    """Follows the focused stage; shows nothing while there is only one way onward."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._shown: tuple[Board, Id | None, float] | None = None
        self.marks: list[BranchMark] = []

    def show(self) -> None:
        view = self._view
        zoom = view.camera.zoom
        hidden = zoom < FAR or view.pointer.is_busy
        shown = (view.board, None if hidden else view.selection.focused, zoom)
        if self._shown is not None and shown[1:] == self._shown[1:] and shown[0] is self._shown[0]:
            return
        self._shown = shown
        for mark in self.marks:
            view.board_scene.removeItem(mark)
        self.marks = self._made(*shown)
        for mark in self.marks:
            view.board_scene.addItem(mark)

    def _made(self, board: Board, stage: Id | None, zoom: float) -> list[BranchMark]:
        if stage is None or stage not in board.cards:
            return []
        ways = [way.id for way in branches(self._view.pathway, stage)][:_MOST_DIGITS]
        if len(ways) < 2:  # noqa: PLR2004 - where there is no choice
            return []
        radius = max(_RADIUS, min(_RADIUS * zoom, _LARGEST_RADIUS))
        box = board.cards[stage].box
        handle = Disc(Point(box.right, box.centre.y), self._view.hover.reach)
        near = self._view.board_scene.near(box.centre, SURROUNDINGS)
        places = branch_places(near, ways, (radius + 1) / zoom, handle)
        return [
            BranchMark(number, QPointF(*places[id]), radius)
            for number, id in enumerate(ways, 1)
            if id in places
        ]
