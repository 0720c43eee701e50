"""How high cards, rows and lanes must be and how wide the gutters, and the rulers that follow."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from model.ids import Id
from model.layout.cards import CARD_LEAST_HEIGHT, CardContent
from model.layout.grid import Grid, Slot
from model.layout.labels import runs_down, zone_across, zone_down
from model.layout.metrics import (
    CARD_WIDTH,
    GUTTER_EDGE,
    LANE_GAP,
    LANE_HEADER_WIDTH,
    LANE_LEAST_HEIGHT,
    MARGIN,
    PORT_MARGIN,
)
from model.layout.rulers import Bundle, Need, Ruler, ruler
from model.layout.runs import Axis, Path, Way, cell_line, gutter_line

Bundles = Mapping[Way, Bundle]


def card_heights(
    grid: Grid, contents: Mapping[Id, CardContent], paths: Sequence[Path], bundles: Bundles
) -> Mapping[Id, float]:
    """Return each card's height: texts make the cards of a row alike, many arrows a single one."""
    for_texts: defaultdict[int, float] = defaultdict(float)
    for id, slot in grid.slots.items():
        for_texts[slot.row] = max(for_texts[slot.row], contents[id].height)
    for_ports = _reach_of_ports(paths, bundles)
    return {
        id: max(for_texts[slot.row], 2 * for_ports.get(slot, 0)) for id, slot in grid.slots.items()
    }


def _reach_of_ports(paths: Sequence[Path], bundles: Bundles) -> Mapping[Slot, float]:
    """Return how far from its middle each card must reach for the arrows at its sides."""
    reach: defaultdict[Slot, float] = defaultdict(float)
    for path in paths:
        for slot, run in ((path.source, path.runs[0]), (path.target, path.runs[-1])):
            if run.axis is Axis.ACROSS:
                place = bundles[Way(run.axis, run.line)].places[run]
                reach[slot] = max(reach[slot], abs(place) + PORT_MARGIN)
    return reach


def ruler_across(grid: Grid, paths: Sequence[Path], bundles: Bundles) -> Ruler:
    labels: defaultdict[int, float] = defaultdict(float)
    for path in paths:
        run = path.runs[0]
        labels[run.label_line] = max(labels[run.label_line], zone_across(run))
    count = len(grid.columns)
    needs = [
        Need(
            zone=labels[gutter_line(place)],
            tracks=_extent(bundles, Way(Axis.DOWN, gutter_line(place))),
            least=_least_width(place, count),
        )
        for place in range(count + 1)
    ]
    return ruler(MARGIN + LANE_HEADER_WIDTH, [CARD_WIDTH] * count, needs)


def ruler_down(
    grid: Grid,
    paths: Sequence[Path],
    bundles: Bundles,
    cards: Mapping[Id, float],
    headers: Sequence[float],
) -> Ruler:
    """Return the rows' ruler from 0 on, for cards and lane headers of these heights."""
    labels: defaultdict[int, float] = defaultdict(float)
    for (_column, line), runs in runs_down(paths).items():
        labels[line] = max(labels[line], zone_down(runs))
    count = len(grid.rows)
    needs = [
        Need(
            zone=labels[gutter_line(place)],
            tracks=_extent(bundles, Way(Axis.ACROSS, gutter_line(place))),
            least=2 * GUTTER_EDGE if count else CARD_LEAST_HEIGHT,
        )
        for place in range(count + 1)
    ]
    rows = [
        max(LANE_LEAST_HEIGHT, _extent(bundles, Way(Axis.ACROSS, cell_line(row))))
        for row in range(count)
    ]
    for id, slot in grid.slots.items():
        rows[slot.row] = max(rows[slot.row], cards[id])
    _make_room_for_headers(grid, rows, needs, headers)
    return ruler(0, rows, needs)


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


def _least_width(place: int, count: int) -> float:
    """Return a gutter's least width: outermost ones are narrow, an empty board's only one wide."""
    if count == 0:
        return CARD_WIDTH
    return 2 * GUTTER_EDGE if 0 < place < count else GUTTER_EDGE


def _extent(bundles: Bundles, way: Way) -> float:
    return bundles[way].extent if way in bundles else 0
