"""Which way a handover takes over the grid.

The choice looks at cards only, so that one more handover leaves the shapes of those between
other stages as they are.
"""

from collections import Counter

from model.layout.grid import Grid, Slot
from model.layout.runs import Axis, Path, Way, cell_line, gutter_line, path_along
from model.pathway import Pathway

Shape = tuple[Way, ...]

# Between one card and the one below it so many arrows fit beside each other with their labels.
MOST_DOWN = 2


def paths_of(pathway: Pathway, grid: Grid) -> tuple[Path, ...]:
    """Return the way of each handover between two stages that stand on the board."""
    down: Counter[frozenset[Slot]] = Counter()
    paths = []
    for handover in pathway.handovers:
        source, target = grid.slots.get(handover.source), grid.slots.get(handover.target)
        if source is None or target is None:
            continue
        pair = frozenset((source, target))
        shape = _straight_down(grid, source, target) if down[pair] < MOST_DOWN else None
        down[pair] += shape is not None
        shape = shape or _straight_across(grid, source, target)
        shape = shape or _bent(grid, source, target) or _around(source, target)
        paths.append(path_along(handover, source, target, shape))
    return tuple(paths)


def _straight_down(grid: Grid, source: Slot, target: Slot) -> Shape | None:
    """Go from a card to the next one below or above it."""
    upper, lower = sorted((source, target))
    if upper.column != lower.column or grid.next_in_column(upper) != lower.row:
        return None
    return (Way(Axis.DOWN, cell_line(source.column)),)


def _straight_across(grid: Grid, source: Slot, target: Slot) -> Shape | None:
    """Go from a card to the next one in its row."""
    left, right = sorted((source, target))
    if left.row != right.row or left == right or grid.next_in_row(left) != right.column:
        return None
    return (Way(Axis.ACROSS, cell_line(source.row)),)


def _bent(grid: Grid, source: Slot, target: Slot) -> Shape | None:
    """Go along the source's row, down or up one gutter, and along the target's row."""
    gutter = _bend(grid, source, target)
    if gutter is None:
        return None
    return (
        Way(Axis.ACROSS, cell_line(source.row)),
        Way(Axis.DOWN, gutter_line(gutter)),
        Way(Axis.ACROSS, cell_line(target.row)),
    )


def _bend(grid: Grid, source: Slot, target: Slot) -> int | None:
    """Return the gutter to bend in; None when cards stand in the way.

    Onward, it is the last one before the target that the source's row leads to. Back, it is
    the one after the source, and the arrow comes in at the target's right side.
    """
    if source.column < target.column:
        gutter = min(target.column, grid.next_in_row(source))
        return gutter if gutter > grid.last_in_row(target) else None
    return source.column + 1 if grid.next_in_row(target) > source.column else None


def _around(source: Slot, target: Slot) -> Shape:
    """Go out at the right, along the gutter between rows, and in at the left."""
    forward = source.column < target.column
    above = source.row < target.row or (source.row == target.row and forward)
    return (
        Way(Axis.ACROSS, cell_line(source.row)),
        Way(Axis.DOWN, gutter_line(source.column + 1)),
        Way(Axis.ACROSS, gutter_line(target.row if above else target.row + 1)),
        Way(Axis.DOWN, gutter_line(target.column)),
        Way(Axis.ACROSS, cell_line(target.row)),
    )
