"""How high cards, rows and lanes must be and how wide the gutters, and the rulers that follow."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from model.ids import Id
from model.layout.bundles import Extents, follows_folded, is_folded
from model.layout.cards import CARD_LEAST_HEIGHT, CardContent
from model.layout.grid import Grid, Slot
from model.layout.labels import runs_down, zone_down
from model.layout.metrics import (
    CARD_WIDTH,
    FOLDED_EDGE,
    FOLDED_GAP,
    FOLDED_LEAST_HEIGHT,
    FOLDED_PHASE_WIDTH,
    FOLDED_SIZE,
    GUTTER_EDGE,
    LANE_GAP,
    LANE_HEADER_WIDTH,
    LANE_LEAST_HEIGHT,
    MARGIN,
    PORT_MARGIN,
)
from model.layout.rulers import Need, Ruler, ruler
from model.layout.runs import ACROSS, DOWN, Axis, Path, Run, cell_line, gutter_line


def card_heights(
    grid: Grid, contents: Mapping[Id, CardContent], paths: Iterable[Path]
) -> Mapping[Id, float]:
    """Return each card's height.

    Texts make the cards of a row alike; many arrows or notes make a single one higher. Folded
    cards have no contents.
    """
    for_texts: defaultdict[int, float] = defaultdict(float)
    for id, content in contents.items():
        row = grid.slots[id].row
        for_texts[row] = max(for_texts[row], content.height)
    for_ports = _reach_of_ports(grid, paths)
    heights = {}
    for id, slot in grid.slots.items():
        if id in contents:
            least = max(for_texts[slot.row], contents[id].height + contents[id].notes_height)
        elif grid.folded_rows[slot.row]:
            least = FOLDED_SIZE
        else:
            least = max(for_texts[slot.row], FOLDED_LEAST_HEIGHT)
        heights[id] = max(least, 2 * for_ports.get(slot, 0))
    return heights


def _reach_of_ports(grid: Grid, paths: Iterable[Path]) -> Mapping[Slot, float]:
    """Return how far from its middle each card must reach for the arrows at its sides."""
    reach: defaultdict[Slot, float] = defaultdict(float)
    for path in paths:
        for slot, run in ((path.source, path.runs[0]), (path.target, path.runs[-1])):
            if run.axis is ACROSS:
                margin = FOLDED_EDGE if grid.folded_rows[slot.row] else PORT_MARGIN
                reach[slot] = max(reach[slot], abs(run.place) + margin)
    return reach


def ruler_across(grid: Grid, paths: Iterable[Path], extents: Extents) -> Ruler:
    labels: defaultdict[int, float] = defaultdict(float)
    heads = set()
    for path in paths:
        run = path.runs[0]
        if run.label is not None and run.axis is ACROSS:
            labels[run.label_line] = max(labels[run.label_line], run.label.width)
        heads.add(_gutter_of_head(path, ACROSS))
    count = len(grid.columns)
    gutters = _Gutters(DOWN, labels, extents, heads)
    needs = [gutters.need(place, grid) for place in range(count + 1)]
    for outermost in (0, count):
        if needs[outermost].edge == GUTTER_EDGE:
            least = GUTTER_EDGE if count else CARD_WIDTH
            needs[outermost] = needs[outermost]._replace(least=least)
    columns = [FOLDED_SIZE if folded else CARD_WIDTH for folded in grid.folded_columns]
    _make_room_for_folded_phases(grid, columns, needs)
    return ruler(MARGIN + LANE_HEADER_WIDTH, columns, needs)


def ruler_down(
    grid: Grid,
    paths: Iterable[Path],
    extents: Extents,
    heights: Iterable[tuple[Slot, float]],
    headers: Sequence[float],
) -> Ruler:
    """Return the rows' ruler from 0 on, for what stands in the slots and headers that high."""
    labels: defaultdict[int, float] = defaultdict(float)
    for (_column, line), runs in runs_down(paths).items():
        labels[line] = max(labels[line], zone_down(runs))
    heads = {_gutter_of_head(path, DOWN) for path in paths}
    count = len(grid.rows)
    gutters = _Gutters(ACROSS, labels, extents, heads)
    needs = [gutters.need(place, grid) for place in range(count + 1)]
    if count == 0:
        needs[0] = needs[0]._replace(least=CARD_LEAST_HEIGHT)
    rows = [
        max(FOLDED_SIZE if folded else LANE_LEAST_HEIGHT, extents.get(cell_line(row), 0))
        for row, folded in enumerate(grid.folded_rows)
    ]
    for slot, height in heights:
        rows[slot.row] = max(rows[slot.row], height)
    _make_room_for_headers(grid, rows, needs, headers)
    return ruler(0, rows, needs)


class _Gutters(NamedTuple):
    """What lies in the gutters along one axis: room for labels and tracks, and arrowheads."""

    axis: Axis
    labels: Mapping[int, float]
    extents: Extents
    heads: Container[float]

    def need(self, place: int, grid: Grid) -> Need:
        """Return what a gutter must hold; a folded one has room for heads only where some are."""
        line = gutter_line(place)
        need = Need(zone=self.labels.get(line, 0.0), tracks=self.extents.get(line, 0.0))
        if not is_folded(self.axis, line, grid):
            return need._replace(parts_early=follows_folded(self.axis, line, grid))
        if line not in self.heads:
            return need._replace(edge=FOLDED_EDGE, least=2 * FOLDED_EDGE, gap=FOLDED_GAP)
        edge = GUTTER_EDGE if need.tracks else FOLDED_EDGE
        return need._replace(edge=edge, least=GUTTER_EDGE, gap=FOLDED_GAP)


def _gutter_of_head(path: Path, axis: Axis) -> float:
    """Return the line of the gutter where an arrow along the axis reaches its target, else -1."""
    run = path.runs[-1]
    card = run.ends[1]
    if run.axis is not axis or isinstance(card, Run):
        return -1
    return card - 1 if run.low < card else card + 1


def _make_room_for_headers(
    grid: Grid, rows: Sequence[float], needs: list[Need], headers: Sequence[float]
) -> None:
    """Widen the gutter below a lane whose rows are lower than its header's texts."""
    for lane, wanted in enumerate(headers):
        first = grid.rows.index(lane)
        last = first + grid.rows.count(lane) - 1
        inner = sum(rows[first : last + 1])
        inner += sum(need.size for need in needs[first + 1 : last + 1])
        below = needs[last + 1].size - needs[last + 1].after_seam - LANE_GAP / 2
        lacking = max(0.0, wanted - inner - below)
        needs[last + 1] = needs[last + 1]._replace(extra=lacking)


def _make_room_for_folded_phases(grid: Grid, columns: Sequence[float], needs: list[Need]) -> None:
    """Widen the gutter after a folded phase that is narrower than its header's least text."""
    for phase in dict.fromkeys(grid.columns):
        first = grid.columns.index(phase)
        last = first + grid.columns.count(phase) - 1
        if grid.folded_columns[first]:
            inner = needs[first].after_boundary + sum(columns[first : last + 1])
            inner += sum(need.size for need in needs[first + 1 : last + 2])
            inner -= needs[last + 1].after_boundary
            lacking = max(0.0, FOLDED_PHASE_WIDTH - inner)
            needs[last + 1] = needs[last + 1]._replace(extra=lacking)
