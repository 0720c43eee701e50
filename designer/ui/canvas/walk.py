"""Walking the board by keys: from card to card, header to header, cell to cell."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF

from designer.ui.canvas.grid import Direction, cell_of, neighbour_card, neighbour_cell
from designer.ui.canvas.notes.places import with_notes
from model.change import Change
from model.ids import Id
from model.layout.geometry import Rect
from model.messages import _
from model.pathway import Cell, Pathway
from model.records import Actor, Handover, Note, Phase, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView


def reading_order(pathway: Pathway) -> tuple[Id, ...]:
    """Return stages in reading order, each followed by the handovers that leave it."""
    return tuple(
        id
        for stage in pathway.stages
        for id in (stage.id, *(arrow.id for arrow in pathway.leaving(stage.id)))
    )


def to_next(view: "BoardView", step: int) -> bool:
    """Select what comes next in reading order; False at the end, where focus goes on."""
    order = with_notes(reading_order(view.pathway), view.board.notes)
    if view.selection.focused not in order:
        place = 0 if step > 0 else len(order) - 1
    else:
        place = order.index(view.selection.focused) + step
    if not 0 <= place < len(order):
        return False
    view.select_and_show(order[place])
    return True


def to_end(view: "BoardView", place: int) -> None:
    """Select the first (0) or the last (-1) stage."""
    if view.pathway.stages:
        view.select_and_show(view.pathway.stages[place].id)


def to_neighbour(view: "BoardView", direction: Direction) -> None:
    """Go along the handovers, else to the card that way; beyond the last one lie the headers."""
    match view.pathway.get(view.selection.focused or ""):
        case Stage() as stage:
            _from_stage(view, stage, direction)
        case Handover() as arrow:
            forward = direction in {Direction.RIGHT, Direction.DOWN}
            view.select_and_show(arrow.target if forward else arrow.source)
        case Note() as note:
            _from_note(view, note, direction)
        case Actor() as actor:
            _from_lane(view, actor, direction)
        case Phase() as phase:
            _from_phase(view, phase, direction)
        case _ if view.selection.cell is not None:
            to_cell(view, direction)
        case _:
            to_end(view, 0)


def _from_stage(view: "BoardView", stage: Stage, direction: Direction) -> None:
    if direction is Direction.RIGHT and view.ways.onward():
        return
    if direction is Direction.LEFT and view.ways.back():
        return
    box = view.board.cards[stage.id].box
    card = neighbour_card(view.board.cards.values(), box, direction)
    if card is not None:
        view.select_and_show(card.id)
    elif direction is Direction.LEFT and stage.actor is not None:
        view.select_and_show(stage.actor)
    elif direction is Direction.UP and stage.phase is not None:
        view.select_and_show(stage.phase)


def _from_note(view: "BoardView", note: Note, direction: Direction) -> None:
    """Go through the notes, back from the first one to what it is about."""
    notes = [other.id for other in view.board.notes.values() if other.about == note.about]
    place = notes.index(note.id) + direction.step if note.id in notes else -1
    if 0 <= place < len(notes):
        view.select_and_show(notes[place])
    elif place < 0 and note.about is not None:
        view.select_and_show(note.about)


def _from_lane(view: "BoardView", actor: Actor, direction: Direction) -> None:
    if direction is Direction.RIGHT:
        _enter(view, [stage for stage in view.pathway.stages if stage.actor == actor.id])
    elif not direction.is_sideways:
        _to_sibling(view, tuple(other.id for other in view.pathway.actors), actor.id, direction)


def _from_phase(view: "BoardView", phase: Phase, direction: Direction) -> None:
    if direction is Direction.DOWN:
        _enter(view, [stage for stage in view.pathway.stages if stage.phase == phase.id])
    elif direction.is_sideways:
        _to_sibling(view, tuple(other.id for other in view.pathway.phases), phase.id, direction)


def _enter(view: "BoardView", stages: list[Stage]) -> None:
    if stages:
        view.select_and_show(stages[0].id)


def _to_sibling(view: "BoardView", ids: tuple[Id, ...], id: Id, direction: Direction) -> None:
    place = ids.index(id) + direction.step
    if 0 <= place < len(ids):
        view.select_and_show(ids[place])


def to_cell(view: "BoardView", direction: Direction) -> None:
    """Go to the cell that way: its card when it holds one, else the cell itself."""
    here = current_cell(view)
    if here is None:
        return
    there = neighbour_cell(view.pathway, view.board, here, direction)
    if there is None:
        return
    held = view.pathway.in_cell(*there)
    if held:
        view.select_and_show(held[0].id)
    else:
        view.select(())
        view.enter_cell(there)


def current_cell(view: "BoardView") -> Cell | None:
    """Return the cell of the focused card or header, else of the cursor; the first cell if none."""
    pathway = view.pathway
    first_lane = pathway.actors[0].id if pathway.actors else None
    first_phase = pathway.phases[0].id if pathway.phases else None
    match pathway.get(view.selection.focused or ""):
        case Stage() as stage:
            return cell_of(stage)
        case Actor() as actor:
            return actor.id, first_phase, 0
        case Phase() as phase:
            return first_lane, phase.id, 0
        case Handover() as arrow if (target := pathway.find(Stage, arrow.target)) is not None:
            return cell_of(target)
        case _:
            return view.selection.cell


def to_changed(view: "BoardView", change: Change) -> None:
    """Scroll to what the user changed or undid, when none of it can be seen."""
    places = [
        QRectF(*box)
        for op in change.ops
        if op.id in view.pathway and (box := box_in_sight(view, op.id)) is not None
    ]
    if places and not any(view.camera.visible().intersects(place) for place in places):
        view.camera.reveal(places[0])


def fit_selection(view: "BoardView") -> None:
    """Show what is selected as large as it goes."""
    boxes = [box_in_sight(view, id) for id in view.selection.ids]
    around = QRectF()
    for box in filter(None, boxes):
        around = around.united(QRectF(*box))
    if around.isEmpty():
        view.say(_("Select first what is to be shown."))
    else:
        view.camera.fit_box(around)


def place_of_focus(view: "BoardView") -> QPoint:
    """Return where in the viewport a menu for what is selected opens."""
    box = box_in_sight(view, view.selection.focused or "")
    if box is None:
        return view.viewport().rect().center()
    return view.camera.to_view(box.centre).toPoint()


def box_in_sight(view: "BoardView", id: Id) -> Rect | None:
    """Return the part of the board that must be in sight for a record to be seen."""
    board = view.board
    if id in board.cards:
        return board.cards[id].box
    if id in board.notes:
        return board.notes[id].box
    if id in board.arrows:
        points = board.arrows[id].points
        left, top = min(point.x for point in points), min(point.y for point in points)
        right, bottom = max(point.x for point in points), max(point.y for point in points)
        return Rect(left, top, right - left, bottom - top)
    lane = next((lane for lane in board.lanes if lane.id == id), None)
    if lane is not None:
        left = view.camera.visible().left()
        return Rect(left + 40, lane.strip.y, 1, lane.strip.height)
    phase = next((phase for phase in board.phases if phase.id == id), None)
    if phase is not None:
        top = view.camera.visible().top()
        return Rect(phase.strip.x, top + 40, phase.strip.width, 1)
    return None
