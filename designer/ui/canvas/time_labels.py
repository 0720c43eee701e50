"""The labels of times as graphics items: placed around what is seen, kept while that stays."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

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
from exporters.diagram.pens import ANTIALIASING, brush, colour, fonts
from model.codes import Severity
from model.ids import Id
from model.layout.font import baseline_of
from model.layout.geometry import Board, Point, Rect
from model.layout.metrics import FONTS

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

_ABOVE_NOTES: Final = 3.7
_AHEAD: Final = 0.8
"""How far labels are placed from the middle of what is seen, of its longer side."""


class TimeLabels:
    """Places labels near what is seen: on a board of a thousand stages all would take seconds."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._labels: Mapping[Id, TimeLabel] = {}
        self._zoom = 0.0
        self._area = QRectF()
        self._near: Board | None = None
        self.items: list[TimeLabelItem] = []

    def show(self, labels: Mapping[Id, TimeLabel]) -> None:
        """Show these labels; where nothing near has changed they stay where they are."""
        zoom = self._view.camera.zoom
        if (labels, zoom) == (self._labels, self._zoom) and self._is_as_it_was():
            # What lies further off may have moved: it is looked at when one comes there.
            self._keep(lambda item: self._area.contains(item.sceneBoundingRect()))
        else:
            self.clear()
            self._labels, self._zoom = labels, zoom
        self.extend()

    def clear(self) -> None:
        self._keep(lambda _item: False)
        self._labels, self._near, self._area = {}, None, QRectF()

    def extend(self) -> None:
        """Place the labels of what has come into sight; those that stand stay where they are."""
        view = self._view
        seen = view.camera.visible()
        if not self._labels or self._zoom < FAR or self._area.contains(seen):
            return
        reach = max(seen.width(), seen.height()) * _AHEAD
        middle = seen.center()
        self._area = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
        self._near = near = self._around()
        room = self._area.intersected(view.sceneRect())  # the headers' place is none for labels
        area = Rect(room.x(), room.y(), room.width(), room.height())
        standing = [item.placed for item in self.items]
        done = {placed.about for placed in standing}
        wanted = {
            id: label
            for id, label in self._labels.items()
            if id not in done and (id in near.cards or id in near.arrows)
        }
        for placed in time_places(near, wanted, scale_at(self._zoom), area, standing):
            self.items.append(TimeLabelItem(placed))
            view.board_scene.addItem(self.items[-1])

    def _is_as_it_was(self) -> bool:
        return self._near is not None and self._near == self._around()

    def _around(self) -> Board:
        """Return the part of the board that labels are now placed in."""
        middle = self._area.center()
        near = self._view.board_scene.near(Point(middle.x(), middle.y()), self._area.width() / 2)
        return near._replace(lanes=(), phases=(), columns=(), width=0, height=0)

    def _keep(self, wanted: Callable[["TimeLabelItem"], bool]) -> None:
        for item in self.items:
            if not wanted(item):
                self._view.board_scene.removeItem(item)
        self.items = [item for item in self.items if item.scene() is not None]


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
        painter.setFont(fonts()[STYLE])
        painter.setPen(colour(warning.strong if lacking else look().ink))
        spec = FONTS[STYLE]
        top = (self._box.height() - spec.line_height) / 2
        painter.drawText(QPointF(PADDING_X, top + baseline_of(STYLE)), self.placed.label.text)
