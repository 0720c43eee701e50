"""The layout of a whole board, from the grid to pixels."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from model.ids import Id
from model.layout.cards import CARD_LEAST_HEIGHT, CardContent, card_content, place_card
from model.layout.geometry import Arrow, Board, Card, Chip, ColumnBox, Point, Rect, TextMeasure
from model.layout.grid import Grid, grid_of
from model.layout.headers import lane_boxes, lane_headers, phase_boxes, reaching
from model.layout.labels import keep_room, label_across, labels_down, zone_across, zone_down
from model.layout.metrics import (
    CARD_WIDTH,
    GUTTER_EDGE,
    LANE_GAP,
    LANE_HEADER_WIDTH,
    MARGIN,
    PORT_MARGIN,
)
from model.layout.rulers import Bundle, Need, Ruler, bundle, ruler
from model.layout.runs import Axis, Path, Run, Way, cell_line, gutter_line
from model.layout.shapes import paths_of
from model.layout.tracks import channels
from model.messages import speaking
from model.pathway import Pathway
from model.records import Actor, Stage

Bundles = Mapping[Way, Bundle]


class LeastHeights(NamedTuple):
    """How high each row must be for its cards, and each lane for its header."""

    rows: Sequence[float]
    lanes: Sequence[float]


def board(pathway: Pathway, measure: TextMeasure, language: str = "fi") -> Board:
    """Lay out the pathway, with its texts in `language` where they exist in it.

    Equal pathways give equal boards. A handover is left out when a stage at its end is missing
    from the pathway: integrity does not let that happen.
    """
    with speaking(language):
        return _board(pathway, measure, language)


def _board(pathway: Pathway, measure: TextMeasure, language: str) -> Board:
    grid = grid_of(pathway)
    contents = {
        stage.id: card_content(stage, pathway, measure, language) for stage in pathway.stages
    }
    paths = paths_of(pathway, grid)
    keep_room(paths, measure, language)
    bundles = {way: bundle(way, runs) for way, runs in channels(paths).items()}

    across = _ruler_across(grid, paths, bundles)
    phases = phase_boxes(pathway, grid, across, measure, language)
    headers = lane_headers(pathway, grid, measure, language)
    least = LeastHeights(_row_heights(grid, contents), [each.height for each in headers])
    top = max((phase.header.bottom for phase in phases), default=MARGIN)
    down = _ruler_down(grid, paths, bundles, least, top)
    for way, runs in bundles.items():
        middle = (down if way.axis is Axis.ACROSS else across).middle(way.line)
        for run, place in runs.places.items():
            run.at = middle + place

    cards = _cards(pathway, grid, contents, across, down)
    width, height = across.end + MARGIN, down.end + MARGIN
    return Board(
        width=width,
        height=height,
        phases=reaching(phases, down.end),
        lanes=lane_boxes(headers, grid, down, width),
        columns=_columns(grid, across, top, down.end),
        cards=cards,
        arrows=_arrows(pathway, paths, cards, across, down),
    )


def _row_heights(grid: Grid, contents: Mapping[Id, CardContent]) -> list[float]:
    heights: list[float] = [CARD_LEAST_HEIGHT] * len(grid.rows)
    for id, slot in grid.slots.items():
        heights[slot.row] = max(heights[slot.row], contents[id].height)
    return heights


def _ruler_across(grid: Grid, paths: Sequence[Path], bundles: Bundles) -> Ruler:
    labels: defaultdict[int, float] = defaultdict(float)
    for path in paths:
        run = path.runs[0]
        if run.axis is Axis.ACROSS:
            labels[run.label_line] = max(labels[run.label_line], zone_across([run], run.label_line))
    count = len(grid.columns)
    needs = [
        Need(
            zone=labels[gutter_line(place)],
            tracks=_extent(bundles, Way(Axis.DOWN, gutter_line(place))),
            least=_least(place, count, CARD_WIDTH),
        )
        for place in range(count + 1)
    ]
    return ruler(MARGIN + LANE_HEADER_WIDTH, [CARD_WIDTH] * count, needs)


def _ruler_down(
    grid: Grid, paths: Sequence[Path], bundles: Bundles, least: LeastHeights, top: float
) -> Ruler:
    labels: defaultdict[int, float] = defaultdict(float)
    for (_column, line), runs in _runs_down(paths).items():
        labels[line] = max(labels[line], zone_down(runs, line))
    count = len(grid.rows)
    needs = [
        Need(
            zone=labels[gutter_line(place)],
            tracks=_extent(bundles, Way(Axis.ACROSS, gutter_line(place))),
            least=_least(place, count, CARD_LEAST_HEIGHT),
        )
        for place in range(count + 1)
    ]
    heights = [
        max(least.rows[row], _extent(bundles, Way(Axis.ACROSS, cell_line(row))) + 2 * PORT_MARGIN)
        for row in range(count)
    ]
    _make_room_for_headers(grid, heights, needs, least.lanes)
    return ruler(top, heights, needs)


def _make_room_for_headers(
    grid: Grid, heights: Sequence[float], needs: list[Need], header_heights: Sequence[float]
) -> None:
    """Widen the gutter below a lane whose rows are lower than its header's texts."""
    for lane, wanted in enumerate(header_heights):
        first = grid.rows.index(lane)
        last = first + grid.rows.count(lane) - 1
        inner = sum(heights[first : last + 1])
        inner += sum(need.size for need in needs[first + 1 : last + 1])
        below = needs[last + 1].size - GUTTER_EDGE / 2 - LANE_GAP / 2
        lacking = max(0.0, wanted - inner - below)
        needs[last + 1] = needs[last + 1]._replace(extra=lacking)


def _least(place: int, count: int, empty: float) -> float:
    """Return a gutter's least width: outermost ones are narrow, an empty board's only one wide."""
    if count == 0:
        return empty
    return 2 * GUTTER_EDGE if 0 < place < count else GUTTER_EDGE


def _extent(bundles: Bundles, way: Way) -> float:
    return bundles[way].extent if way in bundles else 0


def _runs_down(paths: Sequence[Path]) -> Mapping[tuple[int, int], list[Run]]:
    """Return the runs straight from a card to one below, by column line and upper gutter line."""
    runs: defaultdict[tuple[int, int], list[Run]] = defaultdict(list)
    for path in paths:
        run = path.runs[0]
        if run.axis is Axis.DOWN:
            runs[run.line, run.label_line].append(run)
    return runs


def _cards(
    pathway: Pathway,
    grid: Grid,
    contents: Mapping[Id, CardContent],
    across: Ruler,
    down: Ruler,
) -> Mapping[Id, Card]:
    cards = {}
    for stage in pathway.stages:
        slot = grid.slots[stage.id]
        column, row = across.cells[slot.column], down.cells[slot.row]
        actor = pathway.find(Actor, stage.actor)
        box = Rect(column.start, row.start, column.size, row.size)
        cards[stage.id] = place_card(
            contents[stage.id], stage, actor.sector if actor else None, box
        )
    return cards


def _columns(grid: Grid, across: Ruler, top: float, bottom: float) -> tuple[ColumnBox, ...]:
    return tuple(
        ColumnBox(
            grid.phases[phase],
            place - grid.columns.index(phase),
            Rect(
                across.gutters[place].boundary,
                top,
                across.gutters[place + 1].boundary - across.gutters[place].boundary,
                bottom - top,
            ),
        )
        for place, phase in enumerate(grid.columns)
    )


def _arrows(
    pathway: Pathway,
    paths: Sequence[Path],
    cards: Mapping[Id, Card],
    across: Ruler,
    down: Ruler,
) -> Mapping[Id, Arrow]:
    chips: dict[Run, Chip | None] = {}
    for (_column, line), runs in _runs_down(paths).items():
        chips.update(labels_down(runs, down.gutters[line // 2].zone_start))
    arrows = {}
    for path in paths:
        run, handover = path.runs[0], path.handover
        if run.axis is Axis.ACROSS:
            place, is_cell = divmod(run.label_line, 2)
            gutter = across.gutters[place]
            middle = (
                across.middle(run.label_line) if is_cell else gutter.zone_start + gutter.zone / 2
            )
            chips[run] = label_across(run, middle)
        source, target = pathway.find(Stage, handover.source), pathway.find(Stage, handover.target)
        arrows[handover.id] = Arrow(
            id=handover.id,
            points=_points(path, cards[handover.source].box, cards[handover.target].box),
            flow=handover.flow,
            crosses_actors=getattr(source, "actor", None) != getattr(target, "actor", None),
            label=chips.get(run),
        )
    return arrows


def _points(path: Path, source: Rect, target: Rect) -> tuple[Point, ...]:
    """Return the corners from the source's edge to the target's."""
    first, last = path.runs[0], path.runs[-1]
    corners = [
        Point(after.at, run.at) if run.axis is Axis.ACROSS else Point(run.at, after.at)
        for run, after in zip(path.runs, path.runs[1:], strict=False)
    ]
    begin = _edge(source, first, corners[0] if corners else target.centre)
    end = _edge(target, last, corners[-1] if corners else source.centre)
    return (begin, *corners, end)


def _edge(box: Rect, run: Run, toward: Point) -> Point:
    """Return where a run meets a card, on the side that looks toward a point."""
    if run.axis is Axis.ACROSS:
        return Point(box.right if toward.x > box.centre.x else box.x, run.at)
    return Point(run.at, box.bottom if toward.y > box.centre.y else box.y)
