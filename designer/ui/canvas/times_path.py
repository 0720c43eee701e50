"""A walk shown on the board as a path with its times; all else stands back."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from designer.ui.canvas.time_labels import TimeLabelItem, TimeLabels
from designer.ui.canvas.time_places import TimeLabel
from designer.ui.theme import look
from exporters.diagram.pens import qrect
from model.ids import Id
from model.layout.geometry import Board

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

_BELOW_ARROWS: Final = 0.8
_MARKER: Final = 9.0
"""How wide the path is drawn, as with a text marker, at 100 % zoom."""
_LEAST_MARKER: Final = 5.0  # screen pixels
_ALPHA: Final = 0.38


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
        self._labels = TimeLabels(view)
        view.zoom_changed.connect(self.follow)

    @property
    def labels(self) -> Sequence[TimeLabelItem]:
        """The labels that are placed: of what is, or was, in sight."""
        return self._labels.items

    @property
    def path(self) -> TimedPath | None:
        return self._path

    def show(self, path: TimedPath) -> None:
        """Show a path in place of the one before."""
        self._path = path
        self.follow_pathway()
        self._view.selection.show()

    def clear(self) -> None:
        """Show no path, and everything as it is otherwise."""
        if self._path is None:
            return
        self._path, self._drawn_for = None, None
        self._take_marker_away()
        self._labels.clear()
        self._view.selection.put_aside(())
        self._view.selection.show()

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
        board, zoom = self._view.board, self._view.camera.zoom
        drawn_for = (self._path, board.cards, board.arrows, look(), zoom)
        if drawn_for != self._drawn_for:
            self._drawn_for = drawn_for
            self._take_marker_away()
            self._marker = _marker(board, self._path.way, zoom)
            self._view.board_scene.addItem(self._marker)
        self._labels.show(self._path.labels)

    def follow_scrolling(self) -> None:
        """Place the labels of what has come into sight."""
        if self._path is not None:
            self._labels.extend()

    def follow_pathway(self) -> None:
        """Draw the path in a pathway that has changed, and choose what stands back.

        The selection is to be shown after that.
        """
        if self._path is not None:
            self.follow()
            self._stand_back()

    def _stand_back(self) -> None:
        if self._path is not None:
            board, shown = self._view.board, set(self._path.way)
            notes = {note.id for note in board.notes.values() if note.about not in shown}
            others = {*board.cards, *board.arrows} - shown
            self._view.selection.put_aside(others | notes)

    def _take_marker_away(self) -> None:
        if self._marker is not None:
            self._view.board_scene.removeItem(self._marker)
            self._marker = None


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
