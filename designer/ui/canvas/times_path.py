"""A walk shown on the board as a path with its times; all else stands back."""

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from designer.ui.canvas.items import FAR
from designer.ui.canvas.time_places import (
    PADDING_X,
    STYLE,
    PlacedLabel,
    TimeLabel,
    scale_at,
    time_places,
)
from designer.ui.theme import look
from exporters.diagram.pens import ANTIALIASING, brush, colour, fonts, qrect
from model.codes import Severity
from model.ids import Id
from model.layout.font import baseline_of
from model.layout.geometry import Board, Point, Rect
from model.layout.metrics import FONTS

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

_BELOW_ARROWS: Final = 0.8
_ABOVE_NOTES: Final = 3.7
_MARKER: Final = 9.0
"""How wide the path is drawn, as with a text marker, at 100 % zoom."""
_LEAST_MARKER: Final = 5.0  # screen pixels
_ALPHA: Final = 0.38
_AHEAD: Final = 0.8
"""How far labels are placed from the middle of what is seen, of its longer side."""


class TimedPath(NamedTuple):
    """Ids of stages and handovers in turn, and what is told at each."""

    way: tuple[Id, ...]
    labels: Mapping[Id, TimeLabel]


class TimesPath(QObject):
    """The path that is shown, if any. `left`: the user took it away on the board."""

    left = Signal()

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view
        self._path: TimedPath | None = None
        self._drawn_for: object = None
        self._marker: QGraphicsPathItem | None = None
        self._labelled: QRectF = QRectF()
        self.labels: list[TimeLabelItem] = []
        view.zoom_changed.connect(self.follow)

    @property
    def path(self) -> TimedPath | None:
        return self._path

    def show(self, path: TimedPath) -> None:
        """Show a path in place of the one before."""
        self._path = path
        self.follow()
        self._stand_back()

    def clear(self) -> None:
        """Show no path, and everything as it is otherwise."""
        if self._path is None:
            return
        self._path, self._drawn_for = None, None
        self._take_away()
        self._view.selection.put_aside(())

    def leave(self) -> bool:
        """Take the path away, as the user wishes; False when there is none."""
        if self._path is None:
            return False
        self.clear()
        self.left.emit()
        return True

    def follow(self) -> None:
        """Draw the path where its stages now are, at the zoom there is."""
        if self._path is None:
            return
        view, board, zoom = self._view, self._view.board, self._view.camera.zoom
        drawn_for = (self._path, board.cards, board.arrows, board.notes, look(), zoom)
        if drawn_for == self._drawn_for:
            return
        self._drawn_for = drawn_for
        self._take_away()
        self._marker = _marker(board, self._path.way, zoom)
        view.board_scene.addItem(self._marker)
        self.follow_scrolling()

    def follow_scrolling(self) -> None:
        """Place the labels of what has come into sight; those that stand stay where they are.

        On a board of a thousand stages placing all of them at once would take seconds.
        """
        view, path, zoom = self._view, self._path, self._view.camera.zoom
        seen = view.camera.visible()
        if path is None or zoom < FAR or self._labelled.contains(seen):
            return
        reach = max(seen.width(), seen.height()) * _AHEAD
        middle = Point(seen.center().x(), seen.center().y())
        around = QRectF(middle.x - reach, middle.y - reach, 2 * reach, 2 * reach)
        self._labelled = around
        room = around.intersected(view.sceneRect())  # the headers' place is none for labels
        area = Rect(room.x(), room.y(), room.width(), room.height())
        standing = [item.placed for item in self.labels]
        done = {placed.about for placed in standing}
        lacking = {id: label for id, label in path.labels.items() if id not in done}
        near = view.board_scene.near(middle, reach)
        for placed in time_places(near, lacking, scale_at(zoom), area, standing):
            self.labels.append(TimeLabelItem(placed))
            view.board_scene.addItem(self.labels[-1])

    def follow_pathway(self) -> None:
        """Draw the path in a pathway that has changed; what is new in it stands back, too."""
        if self._path is not None:
            self.follow()
            self._stand_back()

    def _stand_back(self) -> None:
        if self._path is not None:
            board, shown = self._view.board, set(self._path.way)
            notes = {note.id for note in board.notes.values() if note.about not in shown}
            others = {*board.cards, *board.arrows} - shown
            self._view.selection.put_aside(others | notes)

    def _take_away(self) -> None:
        for item in (self._marker, *self.labels):
            if item is not None:
                self._view.board_scene.removeItem(item)
        self._marker, self.labels, self._labelled = None, [], QRectF()


def _marker(board: Board, way: tuple[Id, ...], zoom: float) -> QGraphicsPathItem:
    """Return the broad line along a path's arrows, and the edge around its cards."""
    width = max(_MARKER, _LEAST_MARKER / zoom)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # parts that overlap are one shade
    for id in way:
        if id in board.arrows:
            points = [QPointF(*point) for point in board.arrows[id].points]
            for start, end in pairwise(points):
                edge = QRectF(start, end).normalized()
                path.addRect(edge.adjusted(-width / 2, -width / 2, width / 2, width / 2))
        elif id in board.cards:
            edge = qrect(board.cards[id].box).adjusted(-width / 2, -width / 2, width / 2, width / 2)
            path.addRoundedRect(edge, 8 + width / 2, 8 + width / 2)
    item = QGraphicsPathItem(path)
    shade = QColor(look().accent)
    shade.setAlphaF(_ALPHA)
    item.setPen(QPen(Qt.PenStyle.NoPen))
    item.setBrush(shade)
    item.setZValue(_BELOW_ARROWS)
    return item


class TimeLabelItem(QGraphicsItem):
    """A small label with a time; one that tells of a time nobody knows has a dashed edge."""

    def __init__(self, placed: PlacedLabel) -> None:
        super().__init__()
        self.placed = placed
        self.setPos(placed.box.x, placed.box.y)
        self.setScale(placed.scale)
        self.setZValue(_ABOVE_NOTES)

    def boundingRect(self) -> QRectF:
        return self._box.adjusted(-1, -1, 1, 1)

    @property
    def _box(self) -> QRectF:
        box, scale = self.placed.box, self.placed.scale
        return QRectF(0, 0, box.width / scale, box.height / scale)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        lacking = self.placed.label.lacking
        warning = look().severities[Severity.WARNING]
        painter.setRenderHint(ANTIALIASING)
        pen = QPen(colour(warning.strong if lacking else look().accent), 1.2)
        if lacking:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(brush(warning.tint if lacking else look().card))
        radius = self._box.height() / 2
        painter.drawRoundedRect(self._box, radius, radius)
        painter.setFont(QFont(fonts()[STYLE]))
        painter.setPen(colour(warning.strong if lacking else look().ink))
        spec = FONTS[STYLE]
        top = (self._box.height() - spec.line_height) / 2
        painter.drawText(QPointF(PADDING_X, top + baseline_of(STYLE)), self.placed.label.text)
