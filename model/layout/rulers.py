"""From lines to pixels: where each row, column and gutter begins and how wide it is."""

from collections.abc import Sequence
from typing import NamedTuple

from model.layout.metrics import FOLDED_EDGE, GUTTER_EDGE, LABEL_GAP, TRACK_GAP


class Gutter(NamedTuple):
    """A gutter: first the zone for labels, then the tracks, with room to both cards."""

    start: float
    zone: float
    size: float
    edge: float
    after_boundary: float
    after_seam: float

    @property
    def zone_start(self) -> float:
        return self.start + self.edge

    @property
    def boundary(self) -> float:
        """Where a column ends and the next one begins: clear of tracks, near the next card."""
        return self.start + self.size - self.after_boundary

    @property
    def seam(self) -> float:
        """Where a lane ends and the next one begins: clear of tracks."""
        return self.start + self.size - self.after_seam


class Stretch(NamedTuple):
    start: float
    size: float

    @property
    def end(self) -> float:
        return self.start + self.size


class Need(NamedTuple):
    """What a gutter must hold, in pixels.

    `edge` is left free beside each card, `gap` lies between tracks; `extra` is added for the lane
    or phase before it. `parts_early` tells that the rest belongs to the lane or phase after it,
    because that before is folded.
    """

    zone: float = 0
    tracks: float = 0
    least: float = 2 * GUTTER_EDGE
    extra: float = 0
    edge: float = GUTTER_EDGE
    gap: float = TRACK_GAP
    parts_early: bool = False

    @property
    def empty(self) -> bool:
        return not self.zone and not self.tracks

    @property
    def after_boundary(self) -> float:
        """How far before the next card a phase ends."""
        return self.size - self.extra - FOLDED_EDGE if self.parts_early else self.edge / 2

    @property
    def after_seam(self) -> float:
        """How far before the next card a lane ends."""
        if self.parts_early or not self.empty:
            return self.after_boundary
        return self.edge

    @property
    def size(self) -> float:
        if self.empty:
            return self.least + self.extra
        inner = self.zone + max(self.tracks - self.gap, 0)
        inner += LABEL_GAP + TRACK_GAP / 2 if self.zone and self.tracks else 0
        return max(self.least, 2 * self.edge + inner) + self.extra


class Ruler(NamedTuple):
    """One direction of the board: cells, and gutters before each and after the last."""

    cells: tuple[Stretch, ...]
    gutters: tuple[Gutter, ...]

    @property
    def end(self) -> float:
        return self.gutters[-1].start + self.gutters[-1].size

    def middle(self, line: int) -> float:
        """Return the middle of a cell, or of a gutter's room for tracks."""
        place, is_cell = divmod(line, 2)
        if is_cell:
            return self.cells[place].start + self.cells[place].size / 2
        gutter = self.gutters[place]
        zone = gutter.zone + LABEL_GAP + TRACK_GAP / 2 if gutter.zone else 0
        return (gutter.start + zone + gutter.start + gutter.size) / 2

    def middle_of_label(self, line: int) -> float:
        """Return the middle of a cell, or of a gutter's zone for labels."""
        place, is_cell = divmod(line, 2)
        if is_cell:
            return self.middle(line)
        return self.gutters[place].zone_start + self.gutters[place].zone / 2

    def moved(self, by: float) -> "Ruler":
        return Ruler(
            tuple(cell._replace(start=cell.start + by) for cell in self.cells),
            tuple(gutter._replace(start=gutter.start + by) for gutter in self.gutters),
        )


def ruler(start: float, cells: Sequence[float], needs: Sequence[Need]) -> Ruler:
    """Lay gutters and cells one after the other; there is one gutter more than cells."""
    stretches, gutters = [], []
    at = start
    for place, need in enumerate(needs):
        lead = need.extra if need.parts_early else 0
        gutters.append(
            Gutter(
                at + lead,
                need.zone,
                need.size - lead,
                need.edge,
                need.after_boundary,
                need.after_seam,
            )
        )
        at += need.size
        if place < len(cells):
            stretches.append(Stretch(at, cells[place]))
            at += cells[place]
    return Ruler(tuple(stretches), tuple(gutters))
