"""What the window's menus and the keys do on the board, each one edit."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QContextMenuEvent

from designer.ui.canvas import walk
from designer.ui.canvas.cells import cell_exists, cell_under
from designer.ui.canvas.grid import Direction, cell_of, moved_together, neighbour_cell
from designer.ui.canvas.hits import LINE_REACH, arrow_at, card_at, note_at, thing_at
from designer.ui.canvas.moves import joined_already, move_stages, restack
from model import edits
from model.change import Change
from model.ids import Id
from model.layout.geometry import Point
from model.messages import _
from model.pathway import Cell, Pathway
from model.records import Actor, Phase, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from designer.ui.canvas.view import BoardView
    from designer.ui.removing import Destination, Owner


def open_at(view: "BoardView", place: Point) -> None:
    """Do what a double click at a place of the board does."""
    if view.tidying.is_on:  # a proposal is to be answered first
        return
    reach = LINE_REACH / view.camera.zoom
    near = view.board_scene.near(place, reach)
    card = note_at(near, place) or card_at(near, place)
    arrow = arrow_at(near, place, reach)
    if card is not None:
        view.select((card,))
        view.naming.rename(card)
    elif arrow is not None:
        view.select((arrow,))
        view.activated.emit(arrow)
    else:
        cell = cell_under(view.board, view.pathway, place)
        view.naming.draft_stage(cell=cell or first_cell(view.pathway))


def enter_at(view: "BoardView", place: Point) -> None:
    """Put the keyboard into the cell at a place of the board."""
    cell = cell_under(view.board, view.pathway, place)
    known = cell is not None and cell_exists(view.board, view.pathway, cell)
    view.enter_cell(cell if known else None)


def open_menu_at(view: "BoardView", event: QContextMenuEvent) -> None:
    """Open the menu of what is under the pointer, or by the menu key of what is selected."""
    from designer.ui.canvas.menu import open_menu

    at = view.viewport().mapFromGlobal(event.globalPos())
    if event.reason() is QContextMenuEvent.Reason.Keyboard:
        at = walk.place_of_focus(view)
    else:
        _select_at(view, view.camera.to_board(at))
    open_menu(view, view.viewport().mapToGlobal(at))


def _select_at(view: "BoardView", place: Point) -> None:
    reach = LINE_REACH / view.camera.zoom
    found = thing_at(view.board_scene.near(place, reach), place, reach)
    if found is None:
        view.select(())
        enter_at(view, place)
    elif found not in view.selection.ids:
        view.select((found,))


def first_cell(pathway: Pathway) -> Cell:
    actors, phases = pathway.actors, pathway.phases
    return actors[0].id if actors else None, phases[0].id if phases else None, 0


def add_actor(view: "BoardView") -> None:
    """Ask for the name of an actor below the selected one, else below all."""
    place = _place_after(view.pathway.actors, _lane_in_focus(view))
    view.naming.draft(lambda pathway, name: edits.add_actor(pathway, place=place, name=name))


def add_phase(view: "BoardView") -> None:
    """Ask for the name of a phase after the selected one, else after all."""
    place = _place_after(view.pathway.phases, _column_in_focus(view))
    view.naming.draft(lambda pathway, title: edits.add_phase(pathway, place=place, title=title))


def _place_after(records: tuple[Actor, ...] | tuple[Phase, ...], id: Id | None) -> int:
    ids = [record.id for record in records]
    return ids.index(id) + 1 if id in ids else len(ids)


def _lane_in_focus(view: "BoardView") -> Id | None:
    stage = view.pathway.find(Stage, view.selection.focused)
    return stage.actor if stage else view.selection.focused


def _column_in_focus(view: "BoardView") -> Id | None:
    stage = view.pathway.find(Stage, view.selection.focused)
    return stage.phase if stage else view.selection.focused


def connect(view: "BoardView", source: Id, target: Id) -> None:
    """Join two stages and select the handover; say so when it can't be done."""
    pathway = view.document.pathway
    if source == target:
        return
    if joined_already(pathway, source, target):
        view.say(_("These stages are joined already."))
        return
    done = view.document.do(edits.connect(pathway, source, target))
    view.select(tuple(op.id for op in done.ops[:1]))


def remove(view: "BoardView") -> None:
    """Remove what is selected, once it is said where stages go that lose their lane or phase."""
    from designer.ui.removing import RemovingDialog, stages_left

    ids, pathway = view.selection.ids, view.document.pathway
    if any(stages_left(pathway, ids, kind) for kind in (Actor, Phase)):
        RemovingDialog(view, pathway, ids, view.language, lambda to: _remove(view, ids, to)).open()
    elif ids:
        _remove(view, ids, {})


def _remove(view: "BoardView", ids: tuple[Id, ...], to: "Mapping[Owner, Destination]") -> None:
    """Remove these; the keyboard stays in the cell of what was removed."""
    from designer.ui.removing import removed

    cell = walk.current_cell(view)
    view.document.do(removed(view.document.pathway, ids, to))
    if cell is not None and cell_exists(view.board, view.pathway, cell):
        view.enter_cell(cell)


def move(view: "BoardView", direction: Direction) -> None:
    """Move the selected cards to the neighbouring cells, or a lane or phase by one place."""
    pathway, focused = view.document.pathway, view.selection.focused
    match pathway.get(focused or ""):
        case Stage() as stage:
            if (change := _restacked(pathway, stage, direction)) is not None:
                view.document.do(change)
                return
            there = neighbour_cell(pathway, view.board, cell_of(stage), direction)
            if there is None and direction is Direction.RIGHT:
                there = _new_column(pathway, stage)
            if there is not None:
                ids = view.selection.stages()
                cells = moved_together(pathway, view.board, ids, stage.id, there)
                view.document.do(move_stages(pathway, cells))
        case Actor() as actor if not direction.is_sideways:
            _move_among(view, pathway.actors, actor, direction)
        case Phase() as phase if direction.is_sideways:
            _move_among(view, pathway.phases, phase, direction)
        case _:
            return
    if view.selection.focused is not None:
        view.bring_into_sight(view.selection.focused)


def _new_column(pathway: Pathway, stage: Stage) -> Cell | None:
    """Return the cell right of the board's last column; None when nobody would stay in that."""
    others = (
        other.column == stage.column and other.phase == stage.phase and other.id != stage.id
        for other in pathway.stages
    )
    return (stage.actor, stage.phase, stage.column + 1) if any(others) else None


def _restacked(pathway: Pathway, stage: Stage, direction: Direction) -> Change | None:
    """Return the move among the cards of one cell; None when the way leads out of it."""
    stack = [other.id for other in pathway.in_cell(*cell_of(stage))]
    place = stack.index(stage.id) + direction.step
    if direction.is_sideways or not 0 <= place < len(stack):
        return None
    below = stack[place:] if direction is Direction.UP else stack[place + 1 :]
    return restack(pathway, stage.id, below[0] if below else None)


def _move_among(
    view: "BoardView",
    records: tuple[Actor, ...] | tuple[Phase, ...],
    record: Actor | Phase,
    direction: Direction,
) -> None:
    place = [other.id for other in records].index(record.id) + direction.step
    if 0 <= place < len(records):
        view.document.do(edits.move_to_place(view.document.pathway, record.id, place))
