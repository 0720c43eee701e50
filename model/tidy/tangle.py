"""How tangled a board is: what tidying makes less of."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from model.layout.grid import grid_of
from model.layout.runs import Axis, End, Path, Run
from model.layout.shapes import Ways
from model.layout.tracks import Orders
from model.pathway import Pathway

LENGTH_OF_CROSSING = 3
LENGTH_OF_BACKWARD = 6
LENGTH_OF_COLUMN = 6


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
            + LENGTH_OF_CROSSING * self.crossings
            + LENGTH_OF_BACKWARD * self.backward
            + LENGTH_OF_COLUMN * self.columns
        )


def tangle(pathway: Pathway) -> Tangle:
    """Count on the board's own routes, with nothing folded and no notes shown."""
    return Tangles().of(pathway)


class Tangles:
    """The tangles of one pathway after another: what is as it was is not routed anew."""

    def __init__(self) -> None:
        self._ways = Ways()
        self._orders = Orders()

    def of(self, pathway: Pathway) -> Tangle:
        grid = grid_of(pathway)
        paths = self._ways.over(grid, pathway)
        self._orders.of(paths)
        ways = paths.by_id.values()
        return Tangle(
            crossings=_crossings(run for path in ways for run in path.runs),
            backward=sum(path.target.column < path.source.column for path in ways),
            columns=len(grid.columns),
            length=sum(map(_length, ways)),
        )


def _length(path: Path) -> int:
    return abs(path.target.column - path.source.column) + abs(path.target.row - path.source.row)


class _Stretch(NamedTuple):
    """A run: where it lies across its direction, and what it covers along that."""

    at: float
    low: float
    high: float


def _crossings(runs: Iterable[Run]) -> int:
    """Sweep over the board from left to right, with the runs across that lie there at hand."""
    events: list[tuple[float, _Event, _Stretch]] = []
    for run in runs:
        ends = _end(run, run.before), _end(run, run.after)
        stretch = _Stretch(run.spot, min(ends), max(ends))
        if run.axis is Axis.DOWN:
            events.append((stretch.at, _Event.RUN_DOWN, stretch))
        else:
            events.append((stretch.low, _Event.BEGIN_ACROSS, stretch))
            events.append((stretch.high, _Event.END_ACROSS, stretch))
    crossings = 0
    here: list[float] = []
    for _place, event, (at, low, high) in sorted(events):
        match event:
            case _Event.END_ACROSS:
                here.pop(bisect_left(here, at))
            case _Event.BEGIN_ACROSS:
                insort(here, at)
            case _Event.RUN_DOWN:
                crossings += max(0, bisect_left(here, high) - bisect_right(here, low))
    return crossings


class _Event(IntEnum):
    """In the order in which they count at one place: runs that only touch do not cross."""

    END_ACROSS = 0
    RUN_DOWN = 1
    BEGIN_ACROSS = 2


def _end(run: Run, end: Run | End) -> float:
    """Return where a run ends: on the track of the next one, or at the edge of a card."""
    if isinstance(end, Run):
        return end.spot
    return min(run.low, run.high, key=lambda place: abs(place - end.spot))
