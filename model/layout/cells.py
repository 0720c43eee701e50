"""From a point on the board to the cell under it, and back: what drag and drop asks."""

from model.layout.geometry import Board, ColumnBox, LaneBox, Point, Rect
from model.layout.metrics import CARD_WIDTH, GUTTER_EDGE
from model.pathway import Cell


def cell_at(board: Board, point: Point) -> Cell | None:
    """Return the cell under a point; None beside the cells, on a header for example."""
    column = next((each for each in board.columns if _within(each.strip, point)), None)
    if column is None or not board.lanes:
        return None
    lane = min(board.lanes, key=lambda each: _distance(each.strip, point.y))
    return lane.id, column.phase, column.number


def cell_box(board: Board, cell: Cell) -> Rect:
    """Return where the cards of a cell stand, as high as its lane.

    A column that its phase does not have yet begins where the phase's last one ends. Raises
    KeyError when the board has no such lane or phase.
    """
    lane = _lane(board, cell)
    column = _column(board, cell)
    left, width = column.left, column.width
    if column.number < cell[2]:
        left, width = column.strip.right + GUTTER_EDGE / 2, CARD_WIDTH
    return Rect(left, lane.strip.y, width, lane.strip.height)


def _lane(board: Board, cell: Cell) -> LaneBox:
    for lane in board.lanes:
        if lane.id == cell[0]:
            return lane
    raise KeyError(cell)


def _column(board: Board, cell: Cell) -> ColumnBox:
    """Return the cell's column, else the last one of its phase."""
    own = [column for column in board.columns if column.phase == cell[1]]
    if not own:
        raise KeyError(cell)
    return own[min(cell[2], len(own) - 1)]


def _within(box: Rect, point: Point) -> bool:
    return box.x <= point.x < box.right and box.y <= point.y < box.bottom


def _distance(strip: Rect, y: float) -> float:
    return max(strip.y - y, y - strip.bottom, 0)
