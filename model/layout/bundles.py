"""Runs that share a line, beside each other: on few tracks, clear of each other's labels."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import NamedTuple

from model.layout.grid import Grid
from model.layout.labels import gap_across, gap_down, room_above, room_below
from model.layout.metrics import FOLDED_GAP, TRACK_GAP
from model.layout.runs import ACROSS, Axis, Run
from model.layout.tracks import Line, Lines

Extents = Mapping[Line, float]
"""How much room the runs of each line need together, in pixels; lines without runs need none."""

_LOW = attrgetter("low")


class Spacing(NamedTuple):
    """How far apart the runs of a line lie: two that meet, and each from the line's edges.

    `even` is the distance where it is the same between any two, else 0.
    """

    between: Callable[[Run, Run], float]
    above: Callable[[Run], float]
    below: Callable[[Run], float]
    even: float = 0


def _evenly(gap: float) -> Spacing:
    return Spacing(
        lambda _upper, _lower: gap, lambda _run: gap / 2, lambda _run: gap / 2, float(gap)
    )


IN_GUTTER = _evenly(TRACK_GAP)
FOLDED = _evenly(FOLDED_GAP)
IN_ROW = Spacing(gap_across, room_above, room_below)
IN_COLUMN = IN_GUTTER._replace(between=gap_down, even=0)


def spacing_of(axis: Axis, line: Line, grid: Grid) -> Spacing:
    """Return how the runs of a line lie; on a folded one there are no labels to keep clear of."""
    if is_folded(axis, line, grid):
        return FOLDED
    if line % 2 == 0:
        return IN_GUTTER
    return IN_ROW if axis is ACROSS else IN_COLUMN


def is_folded(axis: Axis, line: Line, grid: Grid) -> bool:
    """Whether the line is a folded row or column of cells, or a gutter between such ones only."""
    cells = grid.folded_rows if axis is ACROSS else grid.folded_columns
    place, is_cell = divmod(line, 2)
    beside = cells[place : place + 1] if is_cell else cells[max(0, place - 1) : place + 1]
    return bool(beside) and all(beside)


def follows_folded(axis: Axis, line: Line, grid: Grid) -> bool:
    """Whether the gutter lies between a folded row or column and one that is not."""
    cells = grid.folded_rows if axis is ACROSS else grid.folded_columns
    place = line // 2
    return 0 < place < len(cells) and cells[place - 1] and not cells[place]


class _Packing(NamedTuple):
    """How the runs of a line were packed, and the room that each cluster by its first run needs."""

    runs: list[Run]
    spacing: Spacing
    clusters: "dict[Run, tuple[list[Run], float]]"
    extent: float


class Bundles:
    """The runs of lines packed on one board after another, anew only where they have changed."""

    def __init__(self) -> None:
        self._packings: dict[Axis, dict[Line, _Packing]] = {axis: {} for axis in Axis}

    def pack(self, axis: Axis, lines: Lines, grid: Grid, others: AbstractSet[Run]) -> Extents:
        """Give each run its place from the middle of its line; return the room of each line.

        Those `others` are new, lie elsewhere along their lines, or have other labels than before.
        """
        kept, packings = self._packings[axis], {}
        lines_of_others = {run.line for run in others if run.axis is axis}
        for line, runs in lines.runs.items():
            known, spacing = kept.get(line), spacing_of(axis, line, grid)
            if known is None or known.spacing is not spacing:
                known = _packed(runs, spacing, {}, others)
            elif line in lines_of_others or known.runs != runs:
                known = _packed(runs, spacing, known.clusters, others)
            packings[line] = known
        self._packings[axis] = packings
        return {line: packing.extent for line, packing in packings.items()}


def _packed(
    runs: list[Run],
    spacing: Spacing,
    known: "Mapping[Run, tuple[list[Run], float]]",
    others: AbstractSet[Run],
) -> _Packing:
    clusters = {}
    for cluster in _clusters(runs):
        kept = known.get(cluster[0])
        if kept is None or kept[0] != cluster or not others.isdisjoint(cluster):
            kept = cluster, _pack(cluster, spacing)
        clusters[cluster[0]] = kept
    extent = max([extent for _cluster, extent in clusters.values()])
    return _Packing(list(runs), spacing, clusters, extent)


def _clusters(runs: Sequence[Run]) -> list[list[Run]]:
    """Part runs into those that meet, directly or by others, each group in the order given."""
    reaches: list[float] = []
    clusters: list[list[Run]] = []
    group: dict[Run, int] = {}
    for run in sorted(runs, key=_LOW):
        if reaches and run.low <= reaches[-1]:
            reaches[-1] = max(reaches[-1], run.high)
        else:
            reaches.append(run.high)
            clusters.append([])
        group[run] = len(clusters) - 1
    for run in runs:
        clusters[group[run]].append(run)
    return clusters


def _pack(runs: Sequence[Run], spacing: Spacing) -> float:
    """Put the runs on tracks around the line's middle; return the room that they need."""
    if spacing.even:
        _put_on_tracks(runs, spacing.even)
    else:
        _put_apart(runs, spacing.between)
    start = min([run.place - spacing.above(run) for run in runs])
    end = max([run.place + spacing.below(run) for run in runs])
    for run in runs:
        run.place -= (start + end) / 2
    return end - start


def _put_apart(runs: Sequence[Run], between: Callable[[Run, Run], float]) -> None:
    """Give each run, in their order, the nearest place after those that it may not touch.

    Left-edge channel routing, with the order given instead of the left edges.
    """
    for place, run in enumerate(runs):
        low, high = run.low, run.high
        run.place = max(
            [
                other.place + between(other, run)
                for other in runs[:place]
                if other.low <= high and low <= other.high
            ],
            default=0.0,
        )


def _put_on_tracks(runs: Sequence[Run], gap: float) -> None:
    """Do the same where all lie equally far apart, by keeping the last track at each half line."""
    first = min([run.low for run in runs])
    last_tracks = [-gap] * int(2 * (max([run.high for run in runs]) - first) + 1)
    for run in runs:
        reach = slice(int(2 * (run.low - first)), int(2 * (run.high - first)) + 1)
        run.place = max(last_tracks[reach]) + gap
        last_tracks[reach] = [run.place] * (reach.stop - reach.start)
