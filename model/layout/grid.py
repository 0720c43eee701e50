"""Which stage stands in which row and column of the board; nothing is measured here."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from model.ids import Id
from model.pathway import Pathway


class Slot(NamedTuple):
    row: int
    column: int


class Grid(NamedTuple):
    """Rows and columns of cells.

    `rows` and `columns` say to which lane and phase each belongs: by its place, in the order of
    `lanes` and `phases`. The last lane or phase is None when stages without one need it.
    """

    lanes: tuple[Id | None, ...]
    phases: tuple[Id | None, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    slots: Mapping[Id, Slot]
    in_row: tuple[Sequence[int], ...]
    in_column: tuple[Sequence[int], ...]

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


def grid_of(pathway: Pathway) -> Grid:
    lanes: list[Id | None] = [actor.id for actor in pathway.actors]
    phases: list[Id | None] = [phase.id for phase in pathway.phases]
    if not {stage.actor for stage in pathway.stages} <= set(lanes):
        lanes.append(None)
    if not {stage.phase for stage in pathway.stages} <= set(phases):
        phases.append(None)
    lane_places = {lane: place for place, lane in enumerate(lanes)}
    phase_places = {phase: place for place, phase in enumerate(phases)}

    cells: dict[tuple[int, int, int], list[Id]] = {}
    widths = [1] * len(phases)
    heights = [1] * len(lanes)
    for stage in pathway.stages:
        lane = lane_places.get(stage.actor, len(lanes) - 1)
        phase = phase_places.get(stage.phase, len(phases) - 1)
        cell = cells.setdefault((lane, phase, stage.column), [])
        cell.append(stage.id)
        widths[phase] = max(widths[phase], stage.column + 1)
        heights[lane] = max(heights[lane], len(cell))

    first_rows = _starts(heights)
    first_columns = _starts(widths)
    slots = {
        id: Slot(first_rows[lane] + place, first_columns[phase] + column)
        for (lane, phase, column), ids in cells.items()
        for place, id in enumerate(ids)
    }
    in_row: list[list[int]] = [[] for _ in range(sum(heights))]
    in_column: list[list[int]] = [[] for _ in range(sum(widths))]
    for slot in sorted(slots.values()):
        in_row[slot.row].append(slot.column)
        in_column[slot.column].append(slot.row)
    return Grid(
        lanes=tuple(lanes),
        phases=tuple(phases),
        rows=_spread(heights),
        columns=_spread(widths),
        slots=slots,
        in_row=tuple(in_row),
        in_column=tuple(in_column),
    )


def _starts(sizes: Sequence[int]) -> list[int]:
    return list(accumulate(sizes, initial=0))


def _spread(sizes: Sequence[int]) -> tuple[int, ...]:
    return tuple(place for place, size in enumerate(sizes) for _ in range(size))
