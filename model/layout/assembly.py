"""The layout of a whole board, from the grid to pixels."""

from collections.abc import Sequence
from functools import partial

from model.layout.arrows import Arrows, LabelPlaces
from model.layout.bundles import Bundles
from model.layout.cards import Cards, Contents, notes_on_card
from model.layout.geometry import BARE, Board, ColumnBox, NoteBox, Rect, Shown, TextMeasure
from model.layout.grid import Grid, Slot, grid_of
from model.layout.labels import Labels
from model.layout.lane_headers import lane_boxes, lane_headers
from model.layout.metrics import CARD_WIDTH, MARGIN
from model.layout.notes import NoteText, note_texts, notes_of, pile, pile_height
from model.layout.phase_headers import phase_boxes, reaching
from model.layout.rulers import Ruler
from model.layout.runs import Axis
from model.layout.shapes import Ways
from model.layout.shelf import lay_on_shelf
from model.layout.sizes import card_heights, ruler_across, ruler_down
from model.layout.tracks import Lines, Orders
from model.messages import speaking
from model.pathway import Pathway


def board(
    pathway: Pathway, measure: TextMeasure, language: str = "fi", shown: Shown = BARE
) -> Board:
    """Lay out the pathway, with its texts in `language` where they exist in it.

    Equal pathways give equal boards. A handover is left out when a stage at its end is missing
    from the pathway: integrity does not let that happen.
    """
    return BoardLayout(measure).of(pathway, language, shown)


class BoardLayout:
    """Lays out one pathway after another, as `board` does.

    What is as it was last time is not worked out again, and the parts of the board that are as
    they were are the same objects. So an edit costs what it changes.
    """

    def __init__(self, measure: TextMeasure) -> None:
        self._measure = measure
        self._grid: Grid | None = None
        self._contents = Contents(measure)
        self._ways = Ways()
        self._labels = Labels(measure)
        self._orders = Orders()
        self._bundles = Bundles()
        self._cards = Cards()
        self._label_places = LabelPlaces()
        self._arrows = Arrows()

    def of(self, pathway: Pathway, language: str = "fi", shown: Shown = BARE) -> Board:
        with speaking(language):
            return self._board(pathway, language, shown)

    def _board(self, pathway: Pathway, language: str, shown: Shown) -> Board:
        measure = self._measure
        notes = notes_of(pathway, shown)
        grid = self._follow_grid(grid_of(pathway, shown.folded, notes.in_cells))
        contents = self._contents.of(pathway, grid, notes, language)
        paths = self._ways.over(grid, pathway)
        self._labels.keep_room(paths, grid, notes, language)
        rows, columns = self._orders.of(paths)
        room_down = self._bundles.pack(Axis.ACROSS, rows, grid)
        room_across = self._bundles.pack(Axis.DOWN, columns, grid)
        broken = partial(note_texts, width=CARD_WIDTH, measure=measure, language=language)
        blocks = {slot: broken(notes.in_cells[cell]) for cell, slot in grid.note_slots.items()}

        across = ruler_across(grid, paths.values(), room_across)
        phases = phase_boxes(pathway, grid, across, measure, language)
        headers = lane_headers(pathway, grid, shown.folded, measure, language)
        heights = card_heights(grid, contents, paths.values())
        top = max((phase.header.bottom for phase in phases), default=MARGIN)
        standing = [(grid.slots[id], height) for id, height in heights.items()]
        standing += [(slot, pile_height(texts)) for slot, texts in blocks.items()]
        down = ruler_down(
            grid, paths.values(), room_down, standing, [header.height for header in headers]
        ).moved(top)
        _lie(rows, down)
        _lie(columns, across)

        boxes = {id: _in_slot(grid.slots[id], heights[id], across, down) for id in grid.slots}
        cards = self._cards.of(pathway, contents, boxes)
        labels = self._label_places.of(paths.values(), across, down)
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
            arrows=self._arrows.of(pathway, paths, cards, labels),
            notes={box.id: box for box in note_boxes},
        )

    def _follow_grid(self, grid: Grid) -> Grid:
        """Return the grid of last time where it is the same."""
        if self._grid is None or self._grid != grid:
            self._grid = grid
        return self._grid


def _lie(lines: Lines, ruler: Ruler) -> None:
    """Let the runs lie at their pixels."""
    for line, runs in lines.runs.items():
        middle = ruler.middle(line)
        for run in runs:
            run.at = middle + run.place


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
