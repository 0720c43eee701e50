"""The stock scene in use, doing by hand what ours was seen to do."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from benchmarks.acts import MOVES, Look, Rest, settle
from benchmarks.boards import Ours
from benchmarks.floors.scene import StockScene, StockView
from model.ids import Id
from model.layout.geometry import Board
from model.records import AnyRecord

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem, QGraphicsTextItem


class Floor:
    """Stock items with pens of that width, at the places that ours was seen to find."""

    def __init__(self, ours: Ours, pen_width: float) -> None:
        self._seen, self._grabbed, self._pen_width = ours.seen, ours.grabbed, pen_width
        self._changed = _differing(ours.seen.before, ours.seen.after)
        self._data = msgspec.json.encode(list(ours.pathway.values()))
        self._decoder = msgspec.json.Decoder(list[AnyRecord])
        self.scene: StockScene
        self.view: StockView
        self._ghost: QGraphicsItem
        self._editor: QGraphicsTextItem

    def open(self) -> None:
        self._decoder.decode(self._data)
        self.scene = StockScene(self._seen.before, self._seen.counts, self._pen_width)
        self.view = StockView(self.scene)
        self._look_at(self._seen.opened)
        self.view.show()
        settle()

    def rest(self) -> Rest:
        return Rest(0, 0)

    def show_full_size(self) -> None:
        self._look_at(self._seen.full_size)

    def leap(self) -> None:
        self._look_at(self._seen.elsewhere)

    def fit(self) -> None:
        self._look_at(self._seen.fitted)

    def repaint(self) -> None:
        self.view.viewport().repaint()

    def grab(self) -> None:
        self._ghost = self.scene.ghost(self._seen.before.cards[self._grabbed])
        settle()

    def drag(self, step: int) -> None:
        self._ghost.setPos(self._seen.way * step / MOVES)
        settle()

    def drop(self) -> None:
        self.scene.removeItem(self._ghost)
        self.scene.show_again(self._seen.after, self._changed)
        settle()

    def undo(self) -> None:
        self.scene.show_again(self._seen.before, self._changed)
        settle()

    def rename(self, name: str) -> None:
        self.scene.rename(self._grabbed, name)
        settle()

    def connect(self) -> None:
        self.scene.join(self._grabbed, next(iter(self._seen.before.cards)))
        settle()

    def begin_name(self) -> None:
        self._editor = self.scene.editor(self._seen.before.cards[self._grabbed])
        settle()

    def letter(self) -> None:
        QTest.keyClick(self.view.viewport(), Qt.Key.Key_A)
        settle()

    @property
    def written(self) -> str:
        return self._editor.toPlainText()

    def end_name(self) -> None:
        self.scene.removeItem(self._editor)
        settle()

    def _look_at(self, look: Look) -> None:
        self.view.resize(look.size)
        self.view.look_at(look.middle, look.zoom)
        settle()

    def close(self) -> None:
        self.view.close()
        self.view.deleteLater()
        self.scene.deleteLater()
        settle()


def _differing(before: Board, after: Board) -> dict[Id, None]:
    """Return the cards and arrows that lie elsewhere afterwards."""
    cards = (id for id, card in before.cards.items() if card != after.cards.get(id))
    arrows = (id for id, arrow in before.arrows.items() if arrow != after.arrows.get(id))
    return dict.fromkeys((*cards, *arrows))
