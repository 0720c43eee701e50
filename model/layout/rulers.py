"""From lines to pixels: where each row, column and gutter begins and how wide it is."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from model.layout.grid import Grid
from model.layout.labels import gap_across, gap_down, room_above, room_below
from model.layout.metrics import FOLDED_EDGE, FOLDED_GAP, GUTTER_EDGE, LABEL_GAP, TRACK_GAP
from model.layout.runs import Axis, Run, Way
from model.layout.tracks import pack


class Bundle(NamedTuple):
    """Runs of one line: each one's place from the middle, and the room they need together."""

    places: Mapping[Run, float]
    extent: float


class Spacing(NamedTuple):
    """How far apart the runs of a line lie: two that meet, and each from the line's edges."""

    between: Callable[[Run, Run], float]
    above: Callable[[Run], float]
    below: Callable[[Run], float]


def _evenly(gap: float) -> Spacing:
    return Spacing(lambda _upper, _lower: gap, lambda _run: gap / 2, lambda _run: gap / 2)


IN_GUTTER = _evenly(TRACK_GAP)
FOLDED = _evenly(FOLDED_GAP)
IN_ROW = Spacing(gap_across, room_above, room_below)
IN_COLUMN = IN_GUTTER._replace(between=gap_down)


def spacing_of(way: Way, grid: Grid) -> Spacing:
    """Return how the runs of a line lie; on a folded one there are no labels to keep clear of."""
    if is_folded(way, grid):
        return FOLDED
    if way.line % 2 == 0:
        return IN_GUTTER
    return IN_ROW if way.axis is Axis.ACROSS else IN_COLUMN


def is_folded(way: Way, grid: Grid) -> bool:
    """Whether the line is a folded row or column of cells, or a gutter between such ones only."""
    cells = grid.folded_rows if way.axis is Axis.ACROSS else grid.folded_columns
    place, is_cell = divmod(way.line, 2)
    beside = cells[place : place + 1] if is_cell else cells[max(0, place - 1) : place + 1]
    return bool(beside) and all(beside)


def follows_folded(way: Way, grid: Grid) -> bool:
    """Whether the gutter lies between a folded row or column and one that is not."""
    cells = grid.folded_rows if way.axis is Axis.ACROSS else grid.folded_columns
    place = way.line // 2
    return 0 < place < len(cells) and cells[place - 1] and not cells[place]


def bundle(runs: Sequence[Run], spacing: Spacing) -> Bundle:
    """Put the runs of a line on tracks; runs that meet, directly or by others, are centred."""
    packed = pack(runs, spacing.between)
    places: dict[Run, float] = {}
    extent = 0.0
    for group in _clusters(runs):
        low = min(packed[run] - spacing.above(run) for run in group)
        high = max(packed[run] + spacing.below(run) for run in group)
        extent = max(extent, high - low)
        for run in group:
            places[run] = packed[run] - (low + high) / 2
    return Bundle(places, extent)


def _clusters(runs: Sequence[Run]) -> list[list[Run]]:
    clusters: list[list[Run]] = []
    reach = 0.0
    for run in sorted(runs, key=lambda run: run.low):
        if clusters and run.low <= reach:
            clusters[-1].append(run)
            reach = max(reach, run.high)
        else:
            clusters.append([run])
            reach = run.high
    return clusters


class Gutter(NamedTuple):
    """A gutter: first the zone for labels, then the tracks, with room to both cards."""

    start: float
    zone: float
    size: float
    edge: float
    after_boundary: float
    after_seam: float

    @property
    def zone_start(self) -> float:
        return self.start + self.edge

    @property
    def boundary(self) -> float:
        """Where a column ends and the next one begins: clear of tracks, near the next card."""
        return self.start + self.size - self.after_boundary

    @property
    def seam(self) -> float:
        """Where a lane ends and the next one begins: clear of tracks."""
        return self.start + self.size - self.after_seam


class Stretch(NamedTuple):
    start: float
    size: float

    @property
    def end(self) -> float:
        return self.start + self.size


class Need(NamedTuple):
    """What a gutter must hold, in pixels.

    `edge` is left free beside each card, `gap` lies between tracks; `extra` is added for the lane
    or phase before it. `parts_early` tells that the rest belongs to the lane or phase after it,
    because that before is folded.
    """

    zone: float = 0
    tracks: float = 0
    least: float = 2 * GUTTER_EDGE
    extra: float = 0
    edge: float = GUTTER_EDGE
    gap: float = TRACK_GAP
    parts_early: bool = False

    @property
    def empty(self) -> bool:
        return not self.zone and not self.tracks

    @property
    def after_boundary(self) -> float:
        """How far before the next card a phase ends."""
        return self.size - self.extra - FOLDED_EDGE if self.parts_early else self.edge / 2

    @property
    def after_seam(self) -> float:
        """How far before the next card a lane ends."""
        if self.parts_early or not self.empty:
            return self.after_boundary
        return self.edge

    @property
    def size(self) -> float:
        if self.empty:
            return self.least + self.extra
        inner = self.zone + max(self.tracks - self.gap, 0)
        inner += LABEL_GAP + TRACK_GAP / 2 if self.zone and self.tracks else 0
        return max(self.least, 2 * self.edge + inner) + self.extra


class Ruler(NamedTuple):
    """One direction of the board: cells, and gutters before each and after the last."""

    cells: tuple[Stretch, ...]
    gutters: tuple[Gutter, ...]

    @property
    def end(self) -> float:
        return self.gutters[-1].start + self.gutters[-1].size

    def middle(self, line: int) -> float:
        """Return the middle of a cell, or of a gutter's room for tracks."""
        place, is_cell = divmod(line, 2)
        if is_cell:
            return self.cells[place].start + self.cells[place].size / 2
        gutter = self.gutters[place]
        zone = gutter.zone + LABEL_GAP + TRACK_GAP / 2 if gutter.zone else 0
        return (gutter.start + zone + gutter.start + gutter.size) / 2

    def middle_of_label(self, line: int) -> float:
        """Return the middle of a cell, or of a gutter's zone for labels."""
        place, is_cell = divmod(line, 2)
        if is_cell:
            return self.middle(line)
        return self.gutters[place].zone_start + self.gutters[place].zone / 2

    def moved(self, by: float) -> "Ruler":
        return Ruler(
            tuple(cell._replace(start=cell.start + by) for cell in self.cells),
            tuple(gutter._replace(start=gutter.start + by) for gutter in self.gutters),
        )


def ruler(start: float, cells: Sequence[float], needs: Sequence[Need]) -> Ruler:
    """Lay gutters and cells one after the other; there is one gutter more than cells."""
    stretches, gutters = [], []
    at = start
    for place, need in enumerate(needs):
        lead = need.extra if need.parts_early else 0
        gutters.append(
            Gutter(
                at + lead,
                need.zone,
                need.size - lead,
                need.edge,
                need.after_boundary,
                need.after_seam,
            )
        )
        at += need.size
        if place < len(cells):
            stretches.append(Stretch(at, cells[place]))
            at += cells[place]
    return Ruler(tuple(stretches), tuple(gutters))
