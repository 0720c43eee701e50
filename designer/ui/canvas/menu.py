"""The context menu: what fits the thing that was clicked."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from designer.ui.canvas.grid import Direction
from model.messages import _
from model.records import Actor, Handover, Phase, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

Entry = tuple[str, Callable[[], None]] | None
"""Words and what they do; None is a line between groups."""


def open_menu(view: "BoardView", at: QPoint) -> None:
    """Open the menu for what is selected at a place of the screen."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in _entries(view):
        if entry is None:
            menu.addSeparator()
            continue
        words, act = entry
        menu.addAction(words).triggered.connect(partial(_run, act))
    menu.popup(at)


def _run(act: Callable[[], None], *_checked: bool) -> None:
    act()


def _entries(view: "BoardView") -> Iterator[Entry]:
    if len(view.selection.ids) > 1:
        yield _("Remove"), view.remove_selected
        return
    match view.pathway.get(view.selection.focused or ""):
        case Stage():
            yield _("Rename"), view.rename_selected
            yield _("Add a stage after this"), view.add_stage
            yield _("Connect to another stage…"), view.connect_from_selected
            yield None
            yield from _moves(view, tuple(Direction))
        case Actor():
            yield _("Rename"), view.rename_selected
            yield _("Add an actor below"), view.add_actor
            yield None
            yield from _moves(view, (Direction.UP, Direction.DOWN))
        case Phase():
            yield _("Rename"), view.rename_selected
            yield _("Add a phase after this"), view.add_phase
            yield None
            yield from _moves(view, (Direction.LEFT, Direction.RIGHT))
        case Handover():
            yield _("Edit the handover"), view.rename_selected
        case _:
            yield _("Add a stage here"), view.add_stage
            yield _("Add an actor"), view.add_actor
            yield _("Add a phase"), view.add_phase
            yield None
            yield _("Select all stages"), view.select_all
            yield _("Show the whole board"), view.fit
            return
    yield None
    yield _("Remove"), view.remove_selected


def _moves(view: "BoardView", directions: tuple[Direction, ...]) -> Iterator[Entry]:
    words = {
        Direction.LEFT: _("Move left"),
        Direction.RIGHT: _("Move right"),
        Direction.UP: _("Move up"),
        Direction.DOWN: _("Move down"),
    }
    for direction in directions:
        yield words[direction], partial(view.move_selected, direction)
