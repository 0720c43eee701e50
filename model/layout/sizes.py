"""How high cards, rows and lanes must be and how wide the gutters, and the rulers that follow."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from model.ids import Id
from model.layout.bundles import Extents, follows_folded, is_folded
from model.layout.cards import CARD_LEAST_HEIGHT, CardContent
from model.layout.grid import Grid, Slot
from model.layout.labels import zone_down
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
from model.layout.routes import Routes
from model.layout.rulers import Need, Ruler, ruler
from model.layout.runs import ACROSS, DOWN, Axis, End, Path, cell_line, gutter_line


def card_heights(
    grid: Grid, contents: Mapping[Id, CardContent], routes: Routes
) -> Mapping[Id, float]:
    """Return each card's height.

    Texts make the cards of a row alike; many arrows or notes make a single one higher. Folded
    cards have no contents.
    """
    slots = grid.slots
    for_texts = [0.0] * len(grid.rows)
    with_notes: dict[Id, float] = {}
    for id, content in contents.items():
        row, height = slots[id][0], content.height
        for_texts[row] = max(for_texts[row], height)
        if content.notes_height:
            with_notes[id] = height + content.notes_height
    heights = {id: for_texts[row] for id, (row, _column) in slots.items()}
    for id, height in with_notes.items():
        heights[id] = max(heights[id], height)
    if grid.is_any_folded:
        for id in slots.keys() - contents.keys():
            is_low = grid.folded_rows[slots[id].row]
            heights[id] = FOLDED_SIZE if is_low else max(heights[id], FOLDED_LEAST_HEIGHT)
    for id, reach in _reach_of_ports(grid, routes):
        heights[id] = max(heights[id], 2 * reach)
    return heights


def _reach_of_ports(grid: Grid, routes: Routes) -> Iterator[tuple[Id, float]]:
    """Yield how far from its middle a card must reach for each arrow at one of its sides.

    Those for which any card is high enough are left out.
    """
    enough = 0.0 if grid.is_any_folded else CARD_LEAST_HEIGHT / 2 - PORT_MARGIN
    for row, is_folded_row in enumerate(grid.folded_rows):
        line, margin = cell_line(row), FOLDED_EDGE if is_folded_row else PORT_MARGIN
        if routes.room_down.get(line, 0.0) <= 2 * enough:
            continue
        for run in routes.across.runs[line]:
            place = abs(run.place)
            if place > enough:
                handover = routes.paths[run.handover].handover
                if isinstance(run.before, End):
                    yield handover.source, place + margin
                if isinstance(run.after, End):
                    yield handover.target, place + margin


def ruler_across(grid: Grid, routes: Routes) -> Ruler:
    labels: dict[int, float] = {}
    for run in routes.firsts.labelled:
        label, line = run.label, run.label_line
        if label is not None and label.width > labels.get(line, 0.0):
            labels[line] = label.width
    heads = _gutters_of_heads(routes.paths.values(), ACROSS) if True in grid.folded_columns else ()
    count = len(grid.columns)
    gutters = _Gutters(DOWN, labels, routes.room_across, heads)
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
    routes: Routes,
    heights: Iterable[tuple[Slot, float]],
    headers: Sequence[float],
) -> Ruler:
    """Return the rows' ruler from 0 on, for what stands in the slots and headers that high."""
    labels: defaultdict[int, float] = defaultdict(float)
    for (_column, line), runs in routes.firsts.down.items():
        labels[line] = max(labels[line], zone_down(runs))
    heads = _gutters_of_heads(routes.paths.values(), DOWN) if True in grid.folded_rows else ()
    count = len(grid.rows)
    gutters = _Gutters(ACROSS, labels, routes.room_down, heads)
    needs = [gutters.need(place, grid) for place in range(count + 1)]
    if count == 0:
        needs[0] = needs[0]._replace(least=CARD_LEAST_HEIGHT)
    rows = [
        max(FOLDED_SIZE if folded else LANE_LEAST_HEIGHT, routes.room_down.get(cell_line(row), 0))
        for row, folded in enumerate(grid.folded_rows)
    ]
    for (row, _column), height in heights:
        rows[row] = max(rows[row], height)
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
        zone, tracks = self.labels.get(line, 0.0), self.extents.get(line, 0.0)
        if not is_folded(self.axis, line, grid):
            return Need(zone, tracks, parts_early=follows_folded(self.axis, line, grid))
        if line not in self.heads:
            edge, least = FOLDED_EDGE, 2 * FOLDED_EDGE
        else:
            edge, least = (GUTTER_EDGE if tracks else FOLDED_EDGE), GUTTER_EDGE
        return Need(zone, tracks, least, edge=edge, gap=FOLDED_GAP)


def _gutters_of_heads(paths: Iterable[Path], axis: Axis) -> set[float]:
    """Return the lines of the gutters where arrows along the axis reach their targets."""
    heads = set()
    for path in paths:
        if path.shape.axis is axis:
            run = path.runs[-1]
            card = run.after.spot
            heads.add(card - 1 if run.low < card else card + 1)
    return heads


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
