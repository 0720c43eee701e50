"""The layout of a whole board, from the grid to pixels."""

from collections.abc import Sequence
from functools import partial

from model.codes import Sector
from model.layout.arrows import draw_arrows, place_labels
from model.layout.cards import CardContent, card_content, folded_card, notes_on_card, place_card
from model.layout.geometry import BARE, Board, Card, ColumnBox, NoteBox, Rect, Shown, TextMeasure
from model.layout.grid import Grid, Slot, grid_of
from model.layout.labels import keep_room
from model.layout.lane_headers import lane_boxes, lane_headers
from model.layout.metrics import CARD_WIDTH, MARGIN
from model.layout.notes import NoteText, note_texts, notes_of, pile, pile_height
from model.layout.phase_headers import phase_boxes, reaching
from model.layout.rulers import Ruler, bundle, spacing_of
from model.layout.runs import Axis
from model.layout.shapes import paths_of
from model.layout.shelf import lay_on_shelf
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
    with speaking(language):
        return _board(pathway, measure, language, shown)


def _board(pathway: Pathway, measure: TextMeasure, language: str, shown: Shown) -> Board:
    notes = notes_of(pathway, shown)
    grid = grid_of(pathway, shown.folded, notes.in_cells)
    contents = {
        stage.id: card_content(stage, pathway, notes.about(stage.id), measure, language)
        for stage in pathway.stages
        if not grid.is_folded(grid.slots[stage.id])
    }
    paths = paths_of(pathway, grid)
    keep_room(paths, grid, notes, measure, language)
    bundles = {way: bundle(runs, spacing_of(way, grid)) for way, runs in channels(paths).items()}
    broken = partial(note_texts, width=CARD_WIDTH, measure=measure, language=language)
    blocks = {slot: broken(notes.in_cells[cell]) for cell, slot in grid.note_slots.items()}

    across = ruler_across(grid, paths, bundles)
    phases = phase_boxes(pathway, grid, across, measure, language)
    headers = lane_headers(pathway, grid, shown.folded, measure, language)
    heights = card_heights(grid, contents, paths, bundles)
    top = max((phase.header.bottom for phase in phases), default=MARGIN)
    standing = [(grid.slots[id], height) for id, height in heights.items()]
    standing += [(slot, pile_height(texts)) for slot, texts in blocks.items()]
    down = ruler_down(grid, paths, bundles, standing, [each.height for each in headers]).moved(top)
    for way, runs in bundles.items():
        middle = (down if way.axis is Axis.ACROSS else across).middle(way.line)
        for run, place in runs.places.items():
            run.at = middle + place

    boxes = {id: _in_slot(grid.slots[id], heights[id], across, down) for id in grid.slots}
    cards = {
        stage.id: _card(stage, contents.get(stage.id), _sector(pathway, stage), boxes[stage.id])
        for stage in pathway.stages
    }
    labels = place_labels(paths, across, down)
    note_boxes = [
        *(box for id, each in contents.items() for box in notes_on_card(each, boxes[id])),
        *(box for label in labels.values() for box in label.notes),
        *(box for slot, texts in blocks.items() for box in _block(slot, texts, across, down)),
        *lay_on_shelf(notes, broken, grid, across, down.end),
    ]
    width = max([across.end, *(box.box.right for box in note_boxes)]) + MARGIN
    height = max([down.end, *(box.box.bottom for box in note_boxes)]) + MARGIN
    return Board(
        width=width,
        height=height,
        phases=reaching(phases, down.end),
        lanes=lane_boxes(headers, grid, down, width),
        columns=_columns(grid, across, top, down.end),
        cards=cards,
        arrows=draw_arrows(pathway, paths, cards, labels),
        notes={box.id: box for box in note_boxes},
    )


def _sector(pathway: Pathway, stage: Stage) -> Sector | None:
    actor = pathway.find(Actor, stage.actor)
    return actor.sector if actor else None


def _card(stage: Stage, content: CardContent | None, sector: Sector | None, box: Rect) -> Card:
    if content is None:
        return folded_card(stage, sector, box)
    return place_card(content, stage, sector, box)


def _in_slot(slot: Slot, height: float, across: Ruler, down: Ruler) -> Rect:
    """Stand in the middle of the row, so that straight arrows meet both cards."""
    column, row = across.cells[slot.column], down.cells[slot.row]
    return Rect(column.start, row.start + (row.size - height) / 2, column.size, height)


def _block(
    slot: Slot, texts: tuple[NoteText, ...], across: Ruler, down: Ruler
) -> Sequence[NoteBox]:
    box = _in_slot(slot, pile_height(texts), across, down)
    return pile(texts, box.x, box.y, box.width)


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
            across.cells[place].start,
            across.cells[place].size,
        )
        for place, phase in enumerate(grid.columns)
    )
