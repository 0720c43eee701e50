"""From one stage to the next: what single keys make, each with its name field open at once."""

from typing import TYPE_CHECKING

from designer.ui.canvas import inserting, walk
from designer.ui.canvas.capture.drafts import BranchDraft, MeetingDraft
from designer.ui.canvas.capture.places import beside, beyond
from designer.ui.canvas.commands import first_cell
from designer.ui.canvas.descriptions import called
from designer.ui.canvas.grid import Direction, cell_of
from model.graph import unfinished
from model.ids import Id
from model.messages import _
from model.pathway import Cell
from model.records import Handover, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView


def next_stage(view: "BoardView") -> None:
    """Ask for the stage after the selected ones, on the selected handover, or in this cell."""
    if len(ends := view.selection.stages()) > 1:
        view.naming.draft_line(MeetingDraft(ends))
        return
    match view.pathway.get(view.selection.focused or ""):
        case Stage() as stage:
            view.naming.draft_stage(after=stage.id)
        case Handover():
            inserting.insert(view)
        case _:
            view.naming.draft_stage(cell=walk.current_cell(view) or first_cell(view.pathway))


def place_to_add(view: "BoardView") -> tuple[Id | None, Cell | None]:
    """Return the stage that what is added follows, else the cell where it begins."""
    stage = view.document.pathway.find(Stage, view.selection.focused)
    if stage is not None:
        return stage.id, None
    return None, walk.current_cell(view) or first_cell(view.document.pathway)


def branch(view: "BoardView") -> None:
    """Ask for a stage beside the selected one, which the same stage leads to."""
    stage = _selected(view)
    if stage is not None:
        source, cell = beside(view.document.pathway, stage)
        view.naming.draft_line(BranchDraft(source, cell))


def towards(view: "BoardView", direction: Direction) -> None:
    """Ask for a stage after the selected one in the next lane or phase that way."""
    stage = _selected(view)
    if stage is None:
        return
    there = beyond(view.board, cell_of(stage), direction)
    if there is None:
        sideways = direction.is_sideways
        view.say(_("There is no phase that way.") if sideways else _("There is no actor that way."))
        return
    actor, phase, column = there
    view.naming.draft_stage(
        after=stage.id,
        cell=there if direction.is_sideways else (actor, phase, column + 1),
    )


def follow_up(view: "BoardView", end: Id) -> None:
    """Ask what follows a stage."""
    view.select_and_show(end)
    view.naming.draft_stage(after=end)
    stage = view.document.pathway.find(Stage, end)
    if stage is not None and view.naming.is_on:
        view.say(
            _("What follows “{title}”? Enter adds the stage, Esc leaves.").format(
                title=called(stage, view.language)
            )
        )


def next_unfinished(view: "BoardView") -> None:
    """Go to the next end from which nothing leads on, in reading order, and ask what follows."""
    ends = unfinished(view.document.pathway)
    if not ends:
        view.say(_("Every stage leads on or is an end."))
        return
    order = [stage.id for stage in view.document.pathway.stages]
    focused = view.selection.focused
    here = order.index(focused) if focused in order else -1
    follow_up(view, next((end for end in ends if order.index(end) > here), ends[0]))


def _selected(view: "BoardView") -> Stage | None:
    stage = view.document.pathway.find(Stage, view.selection.focused)
    if stage is None:
        view.say(_("Select a stage first."))
    return stage
