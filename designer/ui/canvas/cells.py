"""Cells as places to drop things: those that are there, and the room for one more column."""

from model.layout import cell_at, cell_box
from model.layout.geometry import Board, Point, Rect
from model.pathway import Cell, Pathway

_NEW_COLUMN = 14.0  # width of the frame that stands for a column to come


def cell_under(board: Board, pathway: Pathway, point: Point) -> Cell | None:
    """Return the cell at a point; right of a phase's last card column it is a new column.

    What lies right of the board belongs to its last phase.
    """
    end = max((column.strip.right for column in board.columns), default=0.0)
    cell = cell_at(board, Point(min(point.x, end - 1), point.y))
    if cell is None:
        return None
    actor, phase, column = cell
    is_last = column == pathway.columns.get(phase, 1) - 1
    if is_last and _holds_cards(pathway, phase, column) and point.x > cell_box(board, cell).right:
        return actor, phase, column + 1
    return cell


def _holds_cards(pathway: Pathway, phase: str | None, column: int) -> bool:
    return any(stage.phase == phase and stage.column == column for stage in pathway.stages)


def cell_exists(board: Board, pathway: Pathway, cell: Cell) -> bool:
    actor, phase, column = cell
    return (
        any(lane.id == actor for lane in board.lanes)
        and any(box.id == phase for box in board.phases)
        and column < pathway.columns.get(phase, 1)
    )


def box_of_cell(board: Board, pathway: Pathway, cell: Cell) -> Rect:
    """Return where a cell is; a column to come is a narrow strip after the last one."""
    actor, phase, column = cell
    last = pathway.columns.get(phase, 1) - 1
    if column <= last:
        return cell_box(board, cell)
    before = cell_box(board, (actor, phase, last))
    return Rect(before.right + 2, before.y, _NEW_COLUMN, before.height)
