"""The layout of a whole board, from the grid to pixels."""

from collections.abc import Mapping

from model.codes import Sector
from model.ids import Id
from model.layout.arrows import draw_arrows
from model.layout.cards import card_content, place_card
from model.layout.geometry import BARE, Board, ColumnBox, Rect, Shown, TextMeasure
from model.layout.grid import Grid, grid_of
from model.layout.headers import lane_boxes, lane_headers, phase_boxes, reaching
from model.layout.labels import keep_room
from model.layout.metrics import MARGIN
from model.layout.rulers import Ruler, bundle
from model.layout.runs import Axis
from model.layout.shapes import paths_of
from model.layout.sizes import card_heights, ruler_across, ruler_down
from model.layout.tracks import channels
from model.messages import speaking
from model.pathway import Pathway
from model.records import Actor, Stage


def board(
    pathway: Pathway, measure: TextMeasure, language: str = "fi", shown: Shown = BARE
) -> Board:
    """Lay out the pathway, with its texts in `language` where they exist in it.

    Equal pathways give equal boards. A handover is left out when a stage at its end is missing
    from the pathway: integrity does not let that happen.
    """
    del shown
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

    across = ruler_across(grid, paths, bundles)
    phases = phase_boxes(pathway, grid, across, measure, language)
    headers = lane_headers(pathway, grid, measure, language)
    heights = card_heights(grid, contents, paths, bundles)
    top = max((phase.header.bottom for phase in phases), default=MARGIN)
    down = ruler_down(grid, paths, bundles, heights, [each.height for each in headers]).moved(top)
    for way, runs in bundles.items():
        middle = (down if way.axis is Axis.ACROSS else across).middle(way.line)
        for run, place in runs.places.items():
            run.at = middle + place

    boxes = _card_boxes(grid, heights, across, down)
    cards = {
        stage.id: place_card(contents[stage.id], stage, _sector(pathway, stage), boxes[stage.id])
        for stage in pathway.stages
    }
    width, height = across.end + MARGIN, down.end + MARGIN
    return Board(
        width=width,
        height=height,
        phases=reaching(phases, down.end),
        lanes=lane_boxes(headers, grid, down, width),
        columns=_columns(grid, across, top, down.end),
        cards=cards,
        arrows=draw_arrows(pathway, paths, cards, across, down),
    )


def _sector(pathway: Pathway, stage: Stage) -> Sector | None:
    actor = pathway.find(Actor, stage.actor)
    return actor.sector if actor else None


def _card_boxes(
    grid: Grid, heights: Mapping[Id, float], across: Ruler, down: Ruler
) -> Mapping[Id, Rect]:
    """Put each card in the middle of its row, so that straight arrows meet both cards."""
    boxes = {}
    for id, slot in grid.slots.items():
        column, row = across.cells[slot.column], down.cells[slot.row]
        top = row.start + (row.size - heights[id]) / 2
        boxes[id] = Rect(column.start, top, column.size, heights[id])
    return boxes


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
