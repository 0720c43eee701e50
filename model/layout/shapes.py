"""Which way a handover takes over the grid.

The choice looks at cards only, so that one more handover leaves the shapes of those between
other stages as they are.
"""

from collections import Counter
from collections.abc import Mapping

from model.ids import Id
from model.layout.grid import Grid, Slot
from model.layout.runs import (
    ACROSS,
    DOWN,
    Path,
    Shape,
    Way,
    cell_line,
    gutter_line,
    moved_along,
    path_along,
)
from model.pathway import Pathway
from model.records import Handover

# Between one card and the one below it so many arrows fit beside each other with their labels.
MOST_DOWN = 2


class Ways:
    """The ways of handovers over one grid after another.

    A handover keeps its runs from one to the next while it bends alike, so that it can be told
    what is as it was.
    """

    def __init__(self) -> None:
        self._grid: Grid | None = None
        self._shapes: dict[tuple[Slot, Slot], tuple[Shape | None, Shape]] = {}
        self._paths: Mapping[Id, Path] = {}

    def over(self, grid: Grid, pathway: Pathway) -> Mapping[Id, Path]:
        """Return the way of each handover between two stages that stand on the board."""
        if grid is not self._grid:
            self._grid, self._shapes = grid, {}
        down: Counter[frozenset[Slot]] = Counter()
        paths: dict[Id, Path] = {}
        for handover in pathway.handovers:
            source, target = grid.slots.get(handover.source), grid.slots.get(handover.target)
            if source is None or target is None:
                continue
            shapes = self._shapes.get((source, target))
            if shapes is None:
                shapes = self._shapes[source, target] = _shapes_between(grid, source, target)
            straight, shape = shapes
            if straight is not None:
                pair = frozenset((source, target))
                down[pair] += 1
                shape = straight if down[pair] <= MOST_DOWN else shape
            paths[handover.id] = self._path(handover, source, target, shape)
        self._paths = paths
        return paths

    def _path(self, handover: Handover, source: Slot, target: Slot, shape: Shape) -> Path:
        kept = self._paths.get(handover.id)
        if kept is None or [way.axis for way in kept.shape] != [way.axis for way in shape]:
            return path_along(handover, source, target, shape)
        if (kept.source, kept.target, kept.shape) != (source, target, shape):
            kept = moved_along(kept, source, target, shape)
        return kept if kept.handover is handover else kept._replace(handover=handover)


def _shapes_between(grid: Grid, source: Slot, target: Slot) -> tuple[Shape | None, Shape]:
    """Return the straight way down or up, if there is one, and the way beside it."""
    beside = _straight_across(grid, source, target) or _bent(grid, source, target)
    return _straight_down(grid, source, target), beside or _around(source, target)


def _straight_down(grid: Grid, source: Slot, target: Slot) -> Shape | None:
    """Go from a card to the next one below or above it."""
    upper, lower = sorted((source, target))
    if upper.column != lower.column or grid.next_in_column(upper) != lower.row:
        return None
    return (Way(DOWN, cell_line(source.column)),)


def _straight_across(grid: Grid, source: Slot, target: Slot) -> Shape | None:
    """Go from a card to the next one in its row."""
    left, right = sorted((source, target))
    if left.row != right.row or left == right or grid.next_in_row(left) != right.column:
        return None
    return (Way(ACROSS, cell_line(source.row)),)


def _bent(grid: Grid, source: Slot, target: Slot) -> Shape | None:
    """Go along the source's row, down or up one gutter, and along the target's row."""
    gutter = _bend(grid, source, target)
    if gutter is None:
        return None
    return (
        Way(ACROSS, cell_line(source.row)),
        Way(DOWN, gutter_line(gutter)),
        Way(ACROSS, cell_line(target.row)),
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
        Way(ACROSS, cell_line(source.row)),
        Way(DOWN, gutter_line(source.column + 1)),
        Way(ACROSS, gutter_line(target.row if above else target.row + 1)),
        Way(DOWN, gutter_line(target.column)),
        Way(ACROSS, cell_line(target.row)),
    )
