"""How tangled a board is: what tidying makes less of."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from model.layout.grid import grid_of
from model.layout.runs import Axis, Path, Run
from model.layout.shapes import paths_of
from model.layout.tracks import channels
from model.pathway import Pathway


_LENGTH_OF_CROSSING = 3
_LENGTH_OF_BACKWARD = 6
_LENGTH_OF_COLUMN = 6


class Tangle(NamedTuple):
    """What makes a board hard to read, counted.

    `crossings` of handovers as they are drawn; `backward` handovers, those to a column further
    left; the board's `columns`; the `length` of all handovers in rows and columns of cells.
    """

    crossings: int
    backward: int
    columns: int
    length: int

    @property
    def knots(self) -> int:
        """What one stumbles over when reading: crossings and handovers against the direction."""
        return self.crossings + self.backward

    @property
    def cost(self) -> int:
        """The length that a reader's eye goes, with what a knot or a column is worth of it."""
        return (
            self.length
            + _LENGTH_OF_CROSSING * self.crossings
            + _LENGTH_OF_BACKWARD * self.backward
            + _LENGTH_OF_COLUMN * self.columns
        )


def tangle(pathway: Pathway) -> Tangle:
    """Count on the board's own routes, with nothing folded and no notes shown."""
    grid = grid_of(pathway)
    paths = paths_of(pathway, grid)
    runs = [run for line in channels(paths).values() for run in line]
    return Tangle(
        crossings=_crossings(runs),
        backward=sum(path.target.column < path.source.column for path in paths),
        columns=len(grid.columns),
        length=sum(map(_length, paths)),
    )


def _length(path: Path) -> int:
    return abs(path.target.column - path.source.column) + abs(path.target.row - path.source.row)


class _Stretch(NamedTuple):
    """A run: where it lies across its direction, and what it covers along that."""

    at: float
    low: float
    high: float


def _end(run: Run, end: Run | float) -> float:
    """Return where a run ends: on the track of the next one, or at the edge of a card."""
    if isinstance(end, Run):
        return end.at
    return min(run.low, run.high, key=lambda place: abs(place - end))


def _crossings(runs: Iterable[Run]) -> int:
    across: list[_Stretch] = []
    down: list[_Stretch] = []
    for run in runs:
        ends = [_end(run, end) for end in run.ends]
        stretch = _Stretch(run.at, min(ends), max(ends))
        (across if run.axis is Axis.ACROSS else down).append(stretch)
    across.sort()
    heights = [stretch.at for stretch in across]
    crossings = 0
    for stretch in down:
        met = across[bisect_right(heights, stretch.low) : bisect_left(heights, stretch.high)]
        crossings += sum(low < stretch.at < high for _at, low, high in met)
    return crossings
