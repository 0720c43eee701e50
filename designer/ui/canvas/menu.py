"""The context menu: what fits the thing that was clicked."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from designer.ui.canvas import choosing, folding, inserting
from designer.ui.canvas.grid import Direction
from designer.ui.canvas.notes.commands import add_note, menu_of_note
from model.messages import _
from model.records import Actor, Handover, Note, Phase, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

Entry = tuple[str, Callable[[], None]] | None
"""Words and what they do; None is a line between groups."""


def open_menu(view: "BoardView", at: QPoint) -> None:
    """Open the menu for what is selected at a place of the screen."""
    if view.tidying.is_on:  # what the board shows is a proposal: it is to be answered first
        return
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
        yield from _of_many(view)
        return
    match view.pathway.get(view.selection.focused or ""):
        case Stage():
            yield _("Rename"), view.rename_selected
            yield _("Add a stage after this"), view.add_stage
            yield _("Connect to another stage…"), view.connect_from_selected
            yield _("Add a note"), partial(add_note, view)
            yield None
            yield _("Open the sub-pathway"), partial(view.asked.emit, "open_subpathway")
            yield _("Choose the sub-pathway…"), partial(view.asked.emit, "choose_subpathway")
            yield None
            yield from _choices(view)
            yield None
            yield from _moves(view, tuple(Direction))
        case Actor():
            yield _("Rename"), view.rename_selected
            yield _("Add an actor below"), view.add_actor
            yield None
            yield _("Select its stages"), partial(choosing.choose_stages_of_actor, view)
            yield from _of_headers(view)
            yield None
            yield from _moves(view, (Direction.UP, Direction.DOWN))
        case Phase():
            yield _("Rename"), view.rename_selected
            yield _("Add a phase after this"), view.add_phase
            yield None
            yield _("Select its stages"), partial(choosing.choose_stages_of_phase, view)
            yield from _of_headers(view)
            yield None
            yield from _moves(view, (Direction.LEFT, Direction.RIGHT))
        case Note() as note:
            yield from menu_of_note(view, note)
        case Handover():
            yield _("Edit the handover"), view.rename_selected
            yield _("Add a stage between"), partial(inserting.insert, view)
            yield _("Add a note"), partial(add_note, view)
        case _:
            yield _("Add a stage here"), view.add_stage
            yield _("Add a note"), partial(add_note, view)
            yield _("Add an actor"), view.add_actor
            yield _("Add a phase"), view.add_phase
            yield None
            yield _("Select all stages"), view.select_all
            yield from _unfolding(view)
            yield _("Show the whole board"), view.fit
            return
    yield None
    yield _("Remove"), view.remove_selected


def _of_many(view: "BoardView") -> Iterator[Entry]:
    if view.selection.stages():
        yield from _choices(view)
        yield _("Tidy these"), view.tidying.start
    else:
        yield from _of_headers(view)
    yield None
    yield _("Remove"), view.remove_selected


def _choices(view: "BoardView") -> Iterator[Entry]:
    yield _("Select the stages of this actor"), partial(choosing.choose_stages_of_actor, view)
    yield _("Select the stages of this phase"), partial(choosing.choose_stages_of_phase, view)


def _of_headers(view: "BoardView") -> Iterator[Entry]:
    """Offer what can be done with the lanes and phases selected as strips of the board."""
    headers = [id for id in view.selection.ids if view.pathway.find(Handover, id) is None]
    folded = set(headers) <= view.shown.folded
    yield _("Unfold") if folded else _("Fold"), partial(folding.toggle, view, headers)
    yield from _unfolding(view)
    yield _("Tidy its stages"), view.tidying.start


def _unfolding(view: "BoardView") -> Iterator[Entry]:
    if view.shown.folded:
        yield _("Unfold all"), partial(folding.unfold_all, view)


def _moves(view: "BoardView", directions: tuple[Direction, ...]) -> Iterator[Entry]:
    words = {
        Direction.LEFT: _("Move left"),
        Direction.RIGHT: _("Move right"),
        Direction.UP: _("Move up"),
        Direction.DOWN: _("Move down"),
    }
    for direction in directions:
        yield words[direction], partial(view.move_selected, direction)
