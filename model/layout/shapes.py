"""Which way a handover takes over the grid.

The choice looks at cards only, so that drawing one more handover leaves the shapes of the
others as they are.
"""

from collections import Counter
from collections.abc import Sequence

from model.layout.grid import Grid, Slot
from model.layout.runs import Axis, Path, Way, cell_line, gutter_line, path_along
from model.pathway import Pathway
from model.records import Handover

Shape = tuple[Way, ...]

# Between one card and the one below it so many arrows fit beside each other with their labels.
MOST_DOWN = 2


def paths_of(pathway: Pathway, grid: Grid) -> tuple[Path, ...]:
    """Return the way of each handover between two stages that stand on the board."""
    between: Counter[frozenset[Slot]] = Counter()
    paths = []
    for handover in pathway.handovers:
        source, target = grid.slots.get(handover.source), grid.slots.get(handover.target)
        if source is None or target is None:
            continue
        shape = None
        pair = frozenset((source, target))
        if between[pair] < MOST_DOWN:
            shape = _straight_down(grid, source, target)
            between[pair] += shape is not None
        shape = (
            shape
            or _straight_across(grid, source, target)
            or _bent(source, target, _bends(pathway, grid, handover))
            or _around(source, target)
        )
        paths.append(path_along(handover, source, target, shape))
    return tuple(paths)


def _bends(pathway: Pathway, grid: Grid, handover: Handover) -> Sequence[int]:
    """Return the gutters where an arrow may bend toward its target, the best one first.

    One of many ways out bends near its source, one of many ways in near its target.
    """
    source, target = grid.slots[handover.source], grid.slots[handover.target]
    first = max(source.column, grid.last_in_row(target)) + 1
    last = min(target.column, grid.next_in_row(source))
    if target.column <= source.column < grid.next_in_row(target):
        return (source.column + 1,)
    spreads = len(pathway.leaving(handover.source)) > len(pathway.arriving(handover.target))
    gutters = range(first, last + 1)
    return gutters if spreads else gutters[::-1]


def _straight_down(grid: Grid, source: Slot, target: Slot) -> Shape | None:
    upper, lower = sorted((source, target))
    if upper.column != lower.column or grid.next_in_column(upper) != lower.row:
        return None
    return (Way(Axis.DOWN, cell_line(source.column)),)


def _straight_across(grid: Grid, source: Slot, target: Slot) -> Shape | None:
    left, right = sorted((source, target))
    if left.row != right.row or left == right or grid.next_in_row(left) != right.column:
        return None
    return (Way(Axis.ACROSS, cell_line(source.row)),)


def _bent(source: Slot, target: Slot, gutters: Sequence[int]) -> Shape | None:
    """Go along the source's row, down one gutter, and along the target's row."""
    if not gutters:
        return None
    return (
        Way(Axis.ACROSS, cell_line(source.row)),
        Way(Axis.DOWN, gutter_line(gutters[0])),
        Way(Axis.ACROSS, cell_line(target.row)),
    )


def _around(source: Slot, target: Slot) -> Shape:
    """Go out at the right, along the gutter between rows, and in at the left."""
    forward = source.column < target.column
    if source.row < target.row or (source.row == target.row and forward):
        beside = target.row
    else:
        beside = target.row + 1
    return (
        Way(Axis.ACROSS, cell_line(source.row)),
        Way(Axis.DOWN, gutter_line(source.column + 1)),
        Way(Axis.ACROSS, gutter_line(beside)),
        Way(Axis.DOWN, gutter_line(target.column)),
        Way(Axis.ACROSS, cell_line(target.row)),
    )
