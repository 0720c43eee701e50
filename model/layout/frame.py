"""The frame of a board in pixels: where rows, columns and cards lie, and the headers around."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.ids import Id
from model.layout.cards import CardContent
from model.layout.geometry import ColumnBox, PhaseBox, Rect, TextMeasure
from model.layout.grid import Grid, Slot
from model.layout.lane_headers import Header, lane_headers
from model.layout.metrics import MARGIN
from model.layout.phase_headers import phase_boxes, reaching
from model.layout.routes import Routes
from model.layout.rulers import Ruler
from model.layout.sizes import card_heights, ruler_across, ruler_down
from model.pathway import Pathway


@dataclass(frozen=True, eq=False)
class Frame:
    """`boxes` are those of the cards; the lanes' headers are not yet placed."""

    across: Ruler
    down: Ruler
    phases: tuple[PhaseBox, ...]
    headers: tuple[Header, ...]
    columns: tuple[ColumnBox, ...]
    boxes: Mapping[Id, Rect]

    def in_slot(self, slot: Slot, height: float) -> Rect:
        """Return the box of what stands in a slot, in the middle of its row."""
        return _in_slot(slot, height, self.across, self.down)


class Framing:
    """Frames a board of these texts."""

    def __init__(self, pathway: Pathway, measure: TextMeasure, language: str) -> None:
        self._pathway = pathway
        self._measure = measure
        self._language = language

    def of(
        self,
        grid: Grid,
        routes: Routes,
        contents: Mapping[Id, CardContent],
        blocks: Iterable[tuple[Slot, float]],
    ) -> Frame:
        """Make rows and columns fit the cards, the blocks of notes that high, and the routes."""
        texts = self._pathway, grid
        across = ruler_across(grid, routes)
        phases = phase_boxes(*texts, across, self._measure, self._language)
        headers = lane_headers(*texts, self._measure, self._language)
        heights = card_heights(grid, contents, routes)
        top = max((phase.header.bottom for phase in phases), default=MARGIN)
        standing = [*((grid.slots[id], height) for id, height in heights.items()), *blocks]
        low = [header.height for header in headers]
        down = ruler_down(grid, routes, standing, low).moved(top)
        return Frame(
            across=across,
            down=down,
            phases=reaching(phases, down.end),
            headers=headers,
            columns=_columns(grid, across, top, down.end),
            boxes=_boxes(grid, heights, across, down),
        )


def _boxes(
    grid: Grid, heights: Mapping[Id, float], across: Ruler, down: Ruler
) -> Mapping[Id, Rect]:
    """Do as `_in_slot` for all cards of the board."""
    columns, rows = across.cells, down.cells
    boxes = {}
    for id, (row, column) in grid.slots.items():
        (x, width), (top, size), height = columns[column], rows[row], heights[id]
        boxes[id] = Rect(x, top + (size - height) / 2, width, height)
    return boxes


def _in_slot(slot: Slot, height: float, across: Ruler, down: Ruler) -> Rect:
    """Stand in the middle of the row, so that straight arrows meet both cards."""
    column, row = across.cells[slot.column], down.cells[slot.row]
    return Rect(column.start, row.start + (row.size - height) / 2, column.size, height)


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
