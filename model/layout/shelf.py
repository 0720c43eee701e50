"""The shelf below the lanes: notes about phases under their columns, then those of the pathway."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from model.ids import Id
from model.layout.geometry import NoteBox
from model.layout.grid import Grid
from model.layout.metrics import CARD_WIDTH, GUTTER_EDGE, LANE_HEADER_WIDTH, MARGIN, SHELF_GAP
from model.layout.notes import Notes, NoteText, pile
from model.layout.rulers import Ruler
from model.records import Note

LEFT = MARGIN + LANE_HEADER_WIDTH + GUTTER_EDGE
BreakTexts = Callable[[Iterable[Note]], Sequence[NoteText]]
STEP = CARD_WIDTH + SHELF_GAP


def lay_on_shelf(
    notes: Notes, broken: BreakTexts, grid: Grid, across: Ruler, top: float
) -> Iterator[NoteBox]:
    """Yield the notes that lie below `top`, in rows as long as the board is wide.

    `broken` breaks the texts of notes as wide as a card. Notes of cells that have no slot, because
    every phase is folded or there is none, lie there too.
    """

    def laid(some: Sequence[Note], lefts: Sequence[float], top: float) -> Iterator[NoteBox]:
        """Put one note after the other into the column that is filled least."""
        tops = [top] * len(lefts)
        for text in broken(some):
            place = tops.index(min(tops))
            yield from pile([text], lefts[place], tops[place], CARD_WIDTH)
            tops[place] += text.height + SHELF_GAP

    bottom = top
    for phase, about in notes.under_phases.items():
        for note in laid(about, _columns_of(phase, grid, across), top + SHELF_GAP):
            bottom = max(bottom, note.box.bottom)
            yield note
    cells = [cell for cell in notes.in_cells if cell not in grid.note_slots]
    others = [*(note for cell in cells for note in notes.in_cells[cell]), *notes.of_pathway]
    count = max(1, int((across.end - LEFT + SHELF_GAP) // STEP))
    yield from laid(others, [LEFT + place * STEP for place in range(count)], bottom + SHELF_GAP)


def _columns_of(phase: Id, grid: Grid, across: Ruler) -> list[float]:
    """Return the left edges of a phase's columns."""
    place = grid.phases.index(phase)
    return [cell.start for of, cell in zip(grid.columns, across.cells, strict=True) if of == place]
