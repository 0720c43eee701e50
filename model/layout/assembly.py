"""The layout of a whole board, from the grid to pixels."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import compress
from operator import attrgetter, is_not

from model.ids import Id
from model.layout.arrows import Arrows
from model.layout.cards import CardContent, Cards, Contents, notes_on_card
from model.layout.frame import Frame, Framing
from model.layout.geometry import BARE, Board, NoteBox, Rect, Shown, TextMeasure
from model.layout.grid import Grid, grid_of
from model.layout.kept import Kept, as_before, others
from model.layout.label_places import LabelPlaces, PlacedLabel
from model.layout.lane_headers import lane_boxes
from model.layout.metrics import CARD_WIDTH, MARGIN
from model.layout.notes import Notes, note_texts, notes_of, pile, pile_height
from model.layout.routes import Routes, Routing
from model.layout.shelf import BreakTexts, lay_on_shelf
from model.messages import speaking
from model.pathway import Pathway
from model.records import Stage

_CELL = attrgetter("id", "actor", "phase", "column")
_SIZE = attrgetter("height", "notes_height")


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
    they were are the same objects. So an edit costs what it changes. After one that fails midway
    all is worked out anew: what is kept may be of two boards then.
    """

    def __init__(self, measure: TextMeasure) -> None:
        self._measure = measure
        self._start_anew()

    def _start_anew(self) -> None:
        measure = self._measure
        self._contents = Contents(measure)
        self._routing = Routing(measure)
        self._cards = Cards()
        self._label_places = LabelPlaces()
        self._arrows = Arrows()
        self._grid: Kept[Grid] = Kept()
        self._routes: Kept[Routes] = Kept()
        self._frame: Kept[Frame] = Kept()
        self._stages: Kept[Mapping[Id, Stage]] = Kept()
        self._boxes: Mapping[Id, Rect] = {}
        self._standing: Sequence[Stage] = ()
        self._sized: Mapping[Id, CardContent] = {}
        self._lying: tuple[Routes, Frame, Mapping[Id, PlacedLabel]] | None = None

    def of(self, pathway: Pathway, language: str = "fi", shown: Shown = BARE) -> Board:
        with speaking(language):
            try:
                return self._board(pathway, language, shown)
            except BaseException:
                self._start_anew()
                raise

    def _board(self, pathway: Pathway, language: str, shown: Shown) -> Board:
        notes = notes_of(pathway, shown)
        if not _stand_alike(self._standing, pathway.stages):
            self._standing = pathway.stages
        strips = pathway.actors, pathway.phases
        grid = self._grid.of(
            strips,
            self._standing,
            shown.folded,
            notes.in_cells,
            make=lambda: grid_of(pathway, shown.folded, notes.in_cells),
        )
        stages = self._stages.of(
            pathway.stages, make=lambda: {stage.id: stage for stage in pathway.stages}
        )
        contents = self._contents.of(pathway, stages, grid, notes, language)
        if not _are_alike_high(self._sized, contents):
            self._sized = contents
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
            self._sized,
            blocks,
            make=lambda: Framing(pathway, self._measure, language).of(
                grid, routes, contents, blocks
            ),
        )
        moved, labels = self._placed(routes, frame)
        arrows = self._arrows.of(stages, routes.paths, labels, self._boxes, moved)
        note_boxes = [
            *(_on_cards(contents, frame) if notes.on_records else ()),
            *(_under_words(labels) if notes.on_records else ()),
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
            cards=self._cards.of(pathway, stages, contents, self._boxes),
            arrows=arrows,
            notes={box.id: box for box in note_boxes},
        )

    def _placed(
        self, routes: Routes, frame: Frame
    ) -> tuple[Iterable[Id], Mapping[Id, PlacedLabel]]:
        """Put runs and labels to their pixels; tell the handovers whose runs have moved."""
        if self._lying is None or self._lying[:2] != (routes, frame):
            moved = routes.lie(frame.across, frame.down)
            labels = self._label_places.of(routes.firsts, frame.across, frame.down)
            self._lying = routes, frame, labels
            self._boxes = as_before(self._boxes, frame.boxes)
            return moved, labels
        return (), self._lying[2]


def _stand_alike(before: Sequence[Stage], after: Sequence[Stage]) -> bool:
    """Whether the same stages are in the same cells, in the same order."""
    pairs = compress(zip(before, after, strict=False), map(is_not, before, after))
    return len(before) == len(after) and all(_CELL(one) == _CELL(other) for one, other in pairs)


def _are_alike_high(before: Mapping[Id, CardContent], after: Mapping[Id, CardContent]) -> bool:
    return len(before) == len(after) and all(
        id in before and _SIZE(before[id]) == _SIZE(after[id]) for id in others(before, after)
    )


def _on_cards(contents: Mapping[Id, CardContent], frame: Frame) -> Iterator[NoteBox]:
    for id, content in contents.items():
        if content.notes:
            yield from notes_on_card(content, frame.boxes[id])


def _under_words(labels: Mapping[Id, PlacedLabel]) -> Iterator[NoteBox]:
    for label in labels.values():
        yield from label.notes


def _in_cells(notes: Notes, grid: Grid, broken: BreakTexts, frame: Frame) -> Iterator[NoteBox]:
    for cell, slot in grid.note_slots.items():
        texts = broken(notes.in_cells[cell])
        box = frame.in_slot(slot, pile_height(texts))
        yield from pile(texts, box.x, box.y, box.width)
