"""Which stage stands in which row and column of the board; nothing is measured here."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from model.ids import Id
from model.layout.notes import Cell
from model.pathway import Pathway


class Slot(NamedTuple):
    row: int
    column: int


class Grid(NamedTuple):
    """Rows and columns of cells.

    `rows` and `columns` say to which lane and phase each belongs: by its place, in the order of
    `lanes` and `phases`. The last lane or phase is None when stages without one need it.
    `note_slots` are where the notes of a cell stand.
    """

    lanes: tuple[Id | None, ...]
    phases: tuple[Id | None, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    folded_rows: tuple[bool, ...]
    folded_columns: tuple[bool, ...]
    slots: Mapping[Id, Slot]
    note_slots: Mapping[Cell, Slot]
    in_row: tuple[Sequence[int], ...]
    in_column: tuple[Sequence[int], ...]

    @property
    def is_any_folded(self) -> bool:
        return True in self.folded_rows or True in self.folded_columns

    def is_folded(self, slot: Slot) -> bool:
        return self.folded_rows[slot.row] or self.folded_columns[slot.column]

    def next_in_row(self, slot: Slot) -> int:
        """Return the column of the next card to the right, else the number of columns."""
        return _following(self.in_row[slot.row], slot.column, len(self.columns))

    def last_in_row(self, slot: Slot) -> int:
        """Return the column of the next card to the left, else -1."""
        return _preceding(self.in_row[slot.row], slot.column)

    def next_in_column(self, slot: Slot) -> int:
        """Return the row of the next card below, else the number of rows."""
        return _following(self.in_column[slot.column], slot.row, len(self.rows))


def _following(places: Sequence[int], place: int, none: int) -> int:
    at = bisect_right(places, place)
    return places[at] if at < len(places) else none


def _preceding(places: Sequence[int], place: int) -> int:
    at = bisect_left(places, place)
    return places[at - 1] if at else -1


def grid_of(
    pathway: Pathway, folded: frozenset[Id] = frozenset(), notes: Iterable[Cell] = ()
) -> Grid:
    """Give each stage its slot, and the notes of each of those cells a slot without a stage."""
    lanes: list[Id | None] = [actor.id for actor in pathway.actors]
    phases: list[Id | None] = [phase.id for phase in pathway.phases]
    lane_places = {lane: place for place, lane in enumerate(lanes)}
    phase_places = {phase: place for place, phase in enumerate(phases)}
    no_lane, no_phase = len(lanes), len(phases)
    cells: defaultdict[_Place, list[Id]] = defaultdict(list)
    for stage in pathway.stages:
        lane = lane_places.get(stage.actor, no_lane)
        phase = phase_places.get(stage.phase, no_phase)
        cells[lane, phase, stage.column].append(stage.id)
    if any(lane == no_lane for lane, _phase, _column in cells):
        lanes.append(None)
    if any(phase == no_phase for _lane, phase, _column in cells):
        phases.append(None)
    widths = [1] * len(phases)
    heights = [1] * len(lanes)
    for (lane, phase, column), ids in cells.items():
        widths[phase] = max(widths[phase], column + 1)
        heights[lane] = max(heights[lane], len(ids))
    open_phases = [place for place, phase in enumerate(phases) if phase not in folded]
    taken = set(cells)
    note_places: dict[Cell, _Place] = {}
    for cell_of_notes in sorted(notes, key=lambda cell: cell[1] is None):
        actor, of_phase = cell_of_notes
        among = open_phases if of_phase is None else [phase_places[of_phase]]
        if among:
            free = _free_place(lane_places[actor], among, widths, taken)
            _lane, phase, column = free
            widths[phase] = max(widths[phase], column + 1)
            taken.add(free)
            note_places[cell_of_notes] = free

    first_rows = _starts(heights)
    first_columns = _starts(widths)
    in_row: list[list[int]] = [[] for _ in range(sum(heights))]
    in_column: list[list[int]] = [[] for _ in range(sum(widths))]
    slots = {}
    for (lane, phase, number), ids in cells.items():  # in reading order: by columns, then lanes
        row, column = first_rows[lane], first_columns[phase] + number
        for id in ids:
            slots[id] = Slot(row, column)
            in_row[row].append(column)
            in_column[column].append(row)
            row += 1
    note_slots = {
        cell: Slot(first_rows[lane], first_columns[phase] + column)
        for cell, (lane, phase, column) in note_places.items()
    }
    for slot in note_slots.values():
        insort(in_row[slot.row], slot.column)
        insort(in_column[slot.column], slot.row)
    rows, columns = _spread(heights), _spread(widths)
    return Grid(
        lanes=tuple(lanes),
        phases=tuple(phases),
        rows=rows,
        columns=columns,
        folded_rows=tuple(lanes[lane] in folded for lane in rows),
        folded_columns=tuple(phases[phase] in folded for phase in columns),
        slots=slots,
        note_slots=note_slots,
        in_row=tuple(in_row),
        in_column=tuple(in_column),
    )


_Place = tuple[int, int, int]
"""A cell by the places of its lane and its phase, and by its column in that."""


def _free_place(
    lane: int, phases: Sequence[int], widths: Sequence[int], taken: set[_Place]
) -> _Place:
    """Return the lane's first column in the phases without a stage, else a new last one."""
    for phase in phases:
        for column in range(widths[phase]):
            if (lane, phase, column) not in taken:
                return lane, phase, column
    return lane, phases[-1], widths[phases[-1]]


def _starts(sizes: Sequence[int]) -> list[int]:
    return list(accumulate(sizes, initial=0))


def _spread(sizes: Sequence[int]) -> tuple[int, ...]:
    return tuple(place for place, size in enumerate(sizes) for _ in range(size))
