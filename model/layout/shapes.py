"""Which way a handover takes over the grid.

The choice looks at cards only, so that one more handover leaves the shapes of those between
other stages as they are.
"""

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from itertools import compress, zip_longest
from operator import ne
from typing import NamedTuple

from model.ids import Id
from model.layout.grid import Grid, Slot
from model.layout.runs import (
    ACROSS,
    DOWN,
    Path,
    Run,
    Shape,
    cell_line,
    gutter_line,
    lay_along,
    runs_along,
)
from model.pathway import Pathway

# Between one card and the one below it so many arrows fit beside each other with their labels.
MOST_DOWN = 2


class Paths(NamedTuple):
    """The handovers' ways by id; the runs of those `turned` are others, or lie elsewhere."""

    by_id: Mapping[Id, Path]
    turned: Collection[Id]


class Ways:
    """The ways of handovers over one grid after another.

    A handover keeps its runs from one to the next while it bends alike, so that it can be told
    what is as it was.
    """

    def __init__(self) -> None:
        self._grid: Grid | None = None
        self._paths: Mapping[Id, Path] = {}

    def over(self, grid: Grid, pathway: Pathway) -> Paths:
        """Return the way of each handover between two stages that stand on the board."""
        known, slots = self._paths, grid.slots
        elsewhere = self._standing_otherwise(grid)
        down: defaultdict[tuple[Slot, Slot], int] = defaultdict(int)
        paths: dict[Id, Path] = {}
        turned: set[Id] = set()
        for handover in pathway.handovers:
            id = handover.id
            kept = known.get(id)
            stays = (
                kept is not None
                and kept.handover is handover
                and handover.source not in elsewhere
                and handover.target not in elsewhere
            )
            if kept is not None and stays and kept.shapes[0] is None:
                paths[id] = kept
                continue
            source, target = slots.get(handover.source), slots.get(handover.target)
            if source is None or target is None:
                continue
            between = kept is not None and kept.source == source and kept.target == target
            if kept is not None and stays:
                shapes = kept.shapes
            else:
                shapes = _shapes_between(grid, source, target)
            straight, shape = shapes
            if straight is not None:
                pair = (source, target) if source < target else (target, source)
                down[pair] += 1
                shape = straight if down[pair] <= MOST_DOWN else shape
            if kept is None or not between or kept.shape != shape:
                turned.add(id)
                runs = _runs(id, kept, shape, source, target)
                paths[id] = Path(handover, source, target, shapes, shape, runs)
            elif kept.handover is not handover or kept.shapes != shapes:
                paths[id] = kept._replace(handover=handover, shapes=shapes)
            else:
                paths[id] = kept
        self._grid, self._paths = grid, paths
        return Paths(paths, turned)

    def _standing_otherwise(self, grid: Grid) -> Container[Id]:
        """Return the stages that stand elsewhere than on the last grid, or beside other cards."""
        before, after = self._grid, grid
        if before is None or before is after:
            return ()
        slots = after.slots
        beside_others = {
            *_beside_others(before.in_row, after.in_row),
            *((row, column) for column, row in _beside_others(before.in_column, after.in_column)),
        }
        return {
            *compress(slots, map(ne, map(before.slots.get, slots), slots.values())),
            *compress(slots, map(beside_others.__contains__, slots.values())),
            *(before.slots.keys() - slots.keys()),
        }


def _beside_others(
    before: Sequence[Sequence[int]], after: Sequence[Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """Yield the line and the place of each card whose next ones on the line are others."""
    for line, (had, has) in enumerate(zip_longest(before[: len(after)], after, fillvalue=())):
        if had != has:
            known = set(_neighbours(had))
            yield from ((line, near[1]) for near in _neighbours(has) if near not in known)


def _neighbours(places: Sequence[int]) -> Iterator[tuple[int | None, int, int | None]]:
    """Yield each place between the one before it and the one after it."""
    return zip([None, *places], places, [*places[1:], None], strict=False)


def _runs(id: Id, kept: Path | None, shape: Shape, source: Slot, target: Slot) -> tuple[Run, ...]:
    """Return the runs that the handover had, laid along the shape if it bends as often."""
    if (
        kept is None
        or kept.shape.axis is not shape.axis
        or len(kept.shape.lines) != len(shape.lines)
    ):
        return runs_along(id, shape, source, target)
    lay_along(kept.runs, shape, source, target)
    return kept.runs


def _shapes_between(grid: Grid, source: Slot, target: Slot) -> tuple[Shape | None, Shape]:
    """Return the straight way down or up, if there is one, and the way beside it."""
    beside = _straight_across(grid, source, target) or _bent(grid, source, target)
    return _straight_down(grid, source, target), beside or _around(source, target)


def _straight_down(grid: Grid, source: Slot, target: Slot) -> Shape | None:
    """Go from a card to the next one below or above it."""
    if source.column != target.column:
        return None
    upper, lower = (source, target) if source.row < target.row else (target, source)
    if grid.next_in_column(upper) != lower.row:
        return None
    return Shape(DOWN, (cell_line(source.column),))


def _straight_across(grid: Grid, source: Slot, target: Slot) -> Shape | None:
    """Go from a card to the next one in its row."""
    if source.row != target.row or source.column == target.column:
        return None
    left, right = (source, target) if source.column < target.column else (target, source)
    if grid.next_in_row(left) != right.column:
        return None
    return Shape(ACROSS, (cell_line(source.row),))


def _bent(grid: Grid, source: Slot, target: Slot) -> Shape | None:
    """Go along the source's row, down or up one gutter, and along the target's row."""
    gutter = _bend(grid, source, target)
    if gutter is None:
        return None
    return Shape(ACROSS, (cell_line(source.row), gutter_line(gutter), cell_line(target.row)))


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
    return Shape(
        ACROSS,
        (
            cell_line(source.row),
            gutter_line(source.column + 1),
            gutter_line(target.row if above else target.row + 1),
            gutter_line(target.column),
            cell_line(target.row),
        ),
    )
