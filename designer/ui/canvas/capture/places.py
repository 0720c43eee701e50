"""Where new stages come to be: cells beside, beyond and after others. Pure, no Qt."""

from designer.ui.canvas.grid import Direction, cell_of
from model import arrange
from model.change import Add
from model.ids import Id
from model.layout.geometry import Board
from model.pathway import Cell, Pathway
from model.records import Handover, Stage


def beyond(board: Board, cell: Cell, direction: Direction) -> Cell | None:
    """Return the cell in the next lane or phase that way; None at the board's end.

    In another phase it is the first column, so that the next free one there is found.
    """
    actor, phase, column = cell
    if direction.is_sideways:
        phases = [box.id for box in board.phases]
        if phase not in phases:
            return None
        place = phases.index(phase) + direction.step
        return (actor, phases[place], 0) if 0 <= place < len(phases) else None
    lanes = [lane.id for lane in board.lanes]
    if actor not in lanes:
        return None
    place = lanes.index(actor) + direction.step
    return (lanes[place], phase, column) if 0 <= place < len(lanes) else None


def beside(pathway: Pathway, stage: Stage) -> tuple[Id | None, Cell]:
    """Return what leads to a stage and where a branch beside it goes, as `arrange.branch` does."""
    source: Id | None = None
    cell = cell_of(stage)
    for op in arrange.branch(pathway, stage.id, {}).ops:
        match op:
            case Add(Stage() as added):
                cell = cell_of(added)
            case Add(Handover() as arrow):
                source = arrow.source
    return source, cell
