"""Back and forward over what was looked at, as in a browser."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QPointF, Qt

from designer.ui.canvas.walk import box_in_sight
from model.ids import Id
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

LONGEST: Final = 100


class Place(NamedTuple):
    """What was selected, and which point of the board was then in the middle of the view."""

    ids: tuple[Id, ...]
    middle: QPointF


class Trail(QObject):
    """The places looked at. Whatever was removed since is passed over."""

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view
        self._places: list[Place] = []
        self._here = -1
        self._is_going = False
        self._is_passing = False
        view.selected.connect(self._come_to)

    def back(self) -> None:
        if not self._go(-1):
            self._view.say(_("There is nothing further back."))

    def forward(self) -> None:
        if not self._go(1):
            self._view.say(_("There is nothing further forward."))

    def _come_to(self, ids: tuple[Id, ...]) -> None:
        if self._is_going or not ids:
            return
        self._leave()
        # What a rubber band meets on its way is one place, not many.
        passes_on, self._is_passing = self._is_passing, self._view.pointer.is_busy
        kept = self._places[: self._here + (0 if passes_on and self._is_passing else 1)]
        self._places = [*kept, Place(ids, self._middle())][-LONGEST:]
        self._here = len(self._places) - 1

    def _go(self, step: int) -> bool:
        nothing = step < 0 and not self._view.selection.ids  # then back is where one was last
        place = self._here if nothing else self._here + step
        while 0 <= place < len(self._places):
            ids = tuple(id for id in self._places[place].ids if id in self._view.pathway)
            if ids and ids != self._view.selection.ids:
                self._leave()
                self._here = place
                self._show(ids, self._places[place].middle)
                return True
            place += step
        return False

    def _show(self, ids: tuple[Id, ...], middle: QPointF) -> None:
        self._is_going = True
        try:
            self._view.select(ids)
        finally:
            self._is_going = False
        self._view.camera.look_at(middle)
        if box_in_sight(self._view, ids[-1]) is not None:
            self._view.bring_into_sight(ids[-1])

    def _leave(self) -> None:
        """Remember where one has scrolled to since the selection."""
        if 0 <= self._here < len(self._places):
            place = self._places[self._here]
            self._places[self._here] = place._replace(middle=self._middle())

    def _middle(self) -> QPointF:
        return self._view.camera.visible().center()


BUTTONS: Final[dict[Qt.MouseButton, Callable[[Trail], None]]] = {
    Qt.MouseButton.BackButton: Trail.back,
    Qt.MouseButton.ForwardButton: Trail.forward,
}
"""The side buttons of a mouse."""
