"""The cards for screen readers: a list of the stages in reading order, as children of the board.

Qt's store of interfaces owns what it has been given, and deletes it; it does not keep Python's half
alive (PySide 6.11). So the halves are kept here until the board goes, those of removed cards too:
a screen reader may still ask for one, and undo brings it back. Where Qt wants a bare pointer (the
interface of actions), Python's None would be taken for one: it gets a null pointer instead.
"""

from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken, isValid

from designer.ui.canvas.descriptions import called, describe_card
from designer.ui.canvas.hits import card_at
from designer.ui.theme import look
from model.ids import Id
from model.records import Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

Maybe = Any
"""What Qt may be told is not there, although its stubs for Python do not say so."""

_kept: Final[dict[int, "Kept"]] = {}
"""What is kept for each board that is open, by the board's address."""


class Kept(NamedTuple):
    """Qt may drop a board's interface and ask for another; the cards stay what they are."""

    boards: list["BoardInterface"]
    cards: dict[Id, "CardInterface"]


@cache
def install(kind: "type[BoardView]") -> None:
    """Let Qt ask here for the interface of each board, that is of each `kind`."""
    QAccessible.installFactory(partial(_made, kind))


def _made(kind: "type[BoardView]", _class_name: str, asked: QObject) -> Maybe:
    if not isinstance(asked, kind):
        return None
    address = Shiboken.getCppPointer(asked)[0]
    if address not in _kept:
        _kept[address] = Kept([], {})
        asked.destroyed.connect(partial(_let_go, address))
    kept = _kept[address]
    board = BoardInterface(asked, kept.cards)
    kept.boards.append(board)
    return board


def _let_go(address: int) -> None:
    """Delete the interfaces of a board that goes, before Qt or Python does it by half."""
    kept = _kept.pop(address)
    for interface in (*kept.cards.values(), *kept.boards):
        if isValid(interface):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(interface))


def move_focus(view: "BoardView") -> bool:
    """Tell screen readers which card has the keys now; False when it is none, or no other one."""
    if not (QAccessible.isActive() and view.hasFocus()):
        return False
    board = QAccessible.queryAccessibleInterface(view)
    return isinstance(board, BoardInterface) and board.move_focus()


class BoardInterface(QAccessibleWidget):
    """The board: a card for each stage, then its own widgets."""

    def __init__(self, view: "BoardView", cards: "dict[Id, CardInterface]") -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self._cards = cards
        self._order: tuple[Id, ...] = ()
        self._places: dict[Id, int] = {}
        self._of: object = None
        self._told: Id | None = None

    def move_focus(self) -> bool:
        focused = self._view.selection.focused
        told, self._told = self._told, focused
        self._follow()
        if focused == told or focused not in self._places:
            return False
        for kind in (QAccessible.Event.Focus, QAccessible.Event.Selection):
            event = QAccessibleEvent(self._view, kind)
            event.setChild(self._places[focused])
            QAccessible.updateAccessibility(event)
        return True

    def _follow(self) -> None:
        """Put the cards of the board as it is now into order; one still being made has none."""
        view = self._view
        if hasattr(view, "selection") and self._of is not view.board:
            self._of = view.board
            self._order = tuple(s.id for s in view.pathway.stages if s.id in view.board.cards)
            self._places = {id: place for place, id in enumerate(self._order)}

    def _card(self, id: Id) -> "CardInterface":
        if id not in self._cards:
            self._cards[id] = CardInterface(self._view, id)
        return self._cards[id]

    def childCount(self) -> int:
        self._follow()
        return len(self._order) + super().childCount()

    def child(self, index: int) -> Maybe:
        self._follow()
        if 0 <= index < len(self._order):
            return self._card(self._order[index])
        return super().child(index - len(self._order))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        self._follow()
        if isinstance(child, CardInterface):
            return self._places.get(child.id, -1)
        place = super().indexOfChild(child)
        return place if place < 0 else len(self._order) + place

    def childAt(self, x: int, y: int) -> Maybe:
        view = self._view
        if not hasattr(view, "selection"):
            return super().childAt(x, y)
        at = view.viewport().mapFromGlobal(QPoint(x, y))
        if view.viewport().rect().contains(at):
            place = view.camera.to_board(at)
            id = card_at(view.board_scene.near(place, 0), place)
            return self._card(id) if id is not None else None
        return super().childAt(x, y)

    def focusChild(self) -> Maybe:
        self._follow()
        focused = self._view.selection.focused if self._places else None
        if self._view.hasFocus() and focused in self._places:
            return self._card(focused)
        return super().focusChild()


class CardInterface(QAccessibleInterface):
    """A card: its name is the stage's title, its description where it is and what follows."""

    def __init__(self, view: "BoardView", id: Id) -> None:
        super().__init__()
        self._view = view
        self.id = id
        self._press = Press(view, id)

    def isValid(self) -> bool:
        return isValid(self._view) and self.id in self._view.board.cards

    def _stage(self) -> Stage | None:
        return self._view.pathway.find(Stage, self.id) if self.isValid() else None

    def text(self, wanted: QAccessible.Text) -> str:
        stage, view = self._stage(), self._view
        if stage is None:
            return ""
        match wanted:
            case QAccessible.Text.Name:
                return called(stage, view.language)
            case QAccessible.Text.Description:
                return describe_card(view.pathway, stage, view.language)
            case _:
                return ""

    def setText(self, wanted: QAccessible.Text, words: str) -> None:
        """Change nothing: titles are written in the card itself."""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        view = self._view
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = self.id in view.selection.ids
        state.focused = view.hasFocus() and self.id == view.selection.focused
        state.offscreen = not view.viewport().rect().intersects(self._box())
        return state

    def _box(self) -> QRect:
        return self._view.camera.box_on_screen(self._view.board.cards[self.id].box)

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        box = self._box()
        return QRect(self._view.viewport().mapToGlobal(box.topLeft()), box.size())

    def parent(self) -> Maybe:
        return QAccessible.queryAccessibleInterface(self._view) if isValid(self._view) else None

    def window(self) -> Maybe:
        return self._view.window().windowHandle() if isValid(self._view) else None

    def object(self) -> Maybe:
        return None

    def child(self, index: int) -> Maybe:
        del index
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        del child
        return -1

    def childAt(self, x: int, y: int) -> Maybe:
        del x, y
        return None

    def focusChild(self) -> Maybe:
        return None

    def relations(self, match: Any = None) -> list[Any]:
        del match
        return []

    def foregroundColor(self) -> QColor:
        return QColor(look().ink)

    def backgroundColor(self) -> QColor:
        return QColor(look().card)

    def interface_cast(self, wanted: QAccessible.InterfaceType) -> Any:
        if wanted == QAccessible.InterfaceType.ActionInterface:
            return Shiboken.VoidPtr(Shiboken.getCppPointer(self._press)[0])
        return Shiboken.VoidPtr(0)


class Press(QAccessibleActionInterface):
    """What can be done with a card from a screen reader: select it, and put the keys on it."""

    def __init__(self, view: "BoardView", id: Id) -> None:
        super().__init__()
        self._view = view
        self._id = id

    def actionNames(self) -> list[str]:
        return [
            QAccessibleActionInterface.pressAction(),
            QAccessibleActionInterface.setFocusAction(),
        ]

    def doAction(self, name: str) -> None:
        if isValid(self._view) and name in self.actionNames():
            self._view.setFocus()
            self._view.select_and_show(self._id)

    def keyBindingsForAction(self, name: str) -> list[str]:
        del name
        return []
