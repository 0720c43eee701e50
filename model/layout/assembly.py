"""The layout of a whole board, from the grid to pixels."""

from collections.abc import Iterator, Mapping
from functools import partial
from operator import attrgetter

from model.ids import Id
from model.layout.arrows import Arrows, LabelPlaces
from model.layout.cards import CardContent, Cards, Contents, notes_on_card
from model.layout.frame import Frame, Framing
from model.layout.geometry import BARE, Arrow, Board, NoteBox, Shown, TextMeasure
from model.layout.grid import Grid, grid_of
from model.layout.kept import Kept
from model.layout.labels import PlacedLabel
from model.layout.lane_headers import lane_boxes
from model.layout.metrics import CARD_WIDTH, MARGIN
from model.layout.notes import Notes, note_texts, notes_of, pile, pile_height
from model.layout.routes import Routes, Routing
from model.layout.shelf import BreakTexts, lay_on_shelf
from model.messages import speaking
from model.pathway import Pathway

_CELL = attrgetter("id", "actor", "phase", "column")
_SIZE = attrgetter("height", "notes_height")

Drawn = tuple[Mapping[Id, Arrow], list[PlacedLabel]]


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
        self._contents = Contents(measure)
        self._routing = Routing(measure)
        self._cards = Cards()
        self._label_places = LabelPlaces()
        self._arrows = Arrows()
        self._grid: Kept[Grid] = Kept()
        self._routes: Kept[Routes] = Kept()
        self._frame: Kept[Frame] = Kept()
        self._drawn: Kept[Drawn] = Kept()

    def of(self, pathway: Pathway, language: str = "fi", shown: Shown = BARE) -> Board:
        with speaking(language):
            return self._board(pathway, language, shown)

    def _board(self, pathway: Pathway, language: str, shown: Shown) -> Board:
        notes = notes_of(pathway, shown)
        strips = pathway.actors, pathway.phases
        grid = self._grid.of(
            strips,
            list(map(_CELL, pathway.stages)),
            shown.folded,
            notes.in_cells,
            make=lambda: grid_of(pathway, shown.folded, notes.in_cells),
        )
        contents = self._contents.of(pathway, grid, notes, language)
        routes = self._routes.of(
            grid,
            pathway.handovers,
            notes,
            language,
            make=lambda: self._routing.of(pathway, grid, notes, language),
        )
        broken = partial(note_texts, width=CARD_WIDTH, measure=self._measure, language=language)
        blocks = [
            (slot, pile_height(broken(notes.in_cells[cell])))
            for cell, slot in grid.note_slots.items()
        ]
        frame = self._frame.of(
            strips,
            routes,
            list(map(_SIZE, contents.values())),
            blocks,
            make=lambda: Framing(pathway, self._measure, language).of(
                grid, routes, contents, blocks
            ),
        )
        arrows, labels = self._drawn.of(
            routes, frame, make=lambda: self._draw(pathway, routes, frame)
        )
        note_boxes = [
            *_on_cards(contents, frame),
            *(box for label in labels for box in label.notes),
            *_in_cells(notes, grid, broken, frame),
            *lay_on_shelf(notes, broken, grid, frame.across, frame.down.end),
        ]
        width = max([frame.across.end, *(box.box.right for box in note_boxes)]) + MARGIN
        height = max([frame.down.end, *(box.box.bottom for box in note_boxes)]) + MARGIN
        return Board(
            width=width,
            height=height,
            phases=frame.phases,
            lanes=lane_boxes(frame.headers, grid, frame.down, width),
            columns=frame.columns,
            cards=self._cards.of(pathway, contents, frame.boxes),
            arrows=arrows,
            notes={box.id: box for box in note_boxes},
        )

    def _draw(self, pathway: Pathway, routes: Routes, frame: Frame) -> Drawn:
        labels = self._label_places.of(routes.paths.values(), frame.across, frame.down)
        arrows = self._arrows.of(pathway, routes.paths, frame.boxes, labels)
        return arrows, [label for label in labels.values() if label.notes]


def _on_cards(contents: Mapping[Id, CardContent], frame: Frame) -> Iterator[NoteBox]:
    for id, content in contents.items():
        if content.notes:
            yield from notes_on_card(content, frame.boxes[id])


def _in_cells(notes: Notes, grid: Grid, broken: BreakTexts, frame: Frame) -> Iterator[NoteBox]:
    for cell, slot in grid.note_slots.items():
        texts = broken(notes.in_cells[cell])
        box = frame.in_slot(slot, pile_height(texts))
        yield from pile(texts, box.x, box.y, box.width)
