"""Cells as places to drop things: those that are there, and the room for one more column."""

from bisect import bisect_right

from model.ids import Id
from model.layout import cell_at, cell_box
from model.layout.geometry import Board, ColumnBox, Point, Rect
from model.pathway import Cell, Pathway

_NEW_COLUMN = 14.0  # width of the frame that stands for a column to come


def cell_under(board: Board, pathway: Pathway, point: Point) -> Cell | None:
    """Return the cell at a point; right of a phase's last card column it is a new column.

    What lies right of the board belongs to its last phase.
    """
    columns = board.columns
    if not columns:
        return None
    x = min(point.x, columns[-1].strip.right - 1)
    place = bisect_right(columns, x, key=_left)  # they lie beside each other, left to right
    cell = cell_at(board._replace(columns=columns[:place][-1:]), Point(x, point.y))
    if cell is None:
        return None
    actor, phase, column = cell
    is_last = column == pathway.columns.get(phase, 1) - 1
    if is_last and point.x > cell_box(board, cell).right and _is_taken(pathway, phase):
        return actor, phase, column + 1
    return cell


def _left(column: ColumnBox) -> float:
    return column.strip.x


def _is_taken(pathway: Pathway, phase: Id | None) -> bool:
    """Whether a phase's last column holds cards; only its first one may hold none."""
    return pathway.columns.get(phase, 1) > 1 or any(
        stage.phase == phase for stage in pathway.stages
    )


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
