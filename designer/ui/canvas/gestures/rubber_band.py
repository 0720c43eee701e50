"""Selecting cards by drawing a rectangle on the empty board."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from designer.ui.canvas import commands, preview
from designer.ui.canvas.gestures.gesture import Gesture, Where
from model.ids import Id
from model.layout.geometry import Rect

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsPathItem

    from designer.ui.canvas.view import BoardView


class RubberBand(Gesture):
    def __init__(self, view: "BoardView", kept: tuple[Id, ...]) -> None:
        """`kept` stays selected: what was so before, when it is to be added to."""
        self._view = view
        self._kept = kept
        self._before = view.selection.ids
        self._start = QPointF()
        self._band: QGraphicsPathItem | None = None

    def begin(self, at: Where) -> None:
        self._start = QPointF(*at.board)

    def move(self, at: Where) -> None:
        self._clear()
        box = QRectF(self._start, QPointF(*at.board)).normalized()
        self._band = preview.band(box)
        self._view.board_scene.addItem(self._band)
        near = self._view.board_scene.within(Rect(box.x(), box.y(), box.width(), box.height()))
        inside = [
            id
            for id, card in near.cards.items()
            if box.intersects(QRectF(*card.box)) and id not in self._kept
        ]
        self._view.select((*self._kept, *inside))

    def drop(self, at: Where) -> None:
        del at
        self._clear()

    def click(self, at: Where) -> None:
        self._view.select(self._kept)
        commands.enter_at(self._view, at.board)

    def cancel(self) -> None:
        self._clear()
        self._view.select(self._before)

    def _clear(self) -> None:
        if self._band is not None:
            self._view.board_scene.removeItem(self._band)
            self._band = None
