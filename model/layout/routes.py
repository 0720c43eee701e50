"""All handovers routed over the grid, before anything but their labels is measured."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.ids import Id
from model.layout.bundles import Bundles, Extents
from model.layout.geometry import TextMeasure
from model.layout.grid import Grid
from model.layout.labels import FirstRuns, Labels, first_runs_of
from model.layout.notes import Notes
from model.layout.rulers import Ruler
from model.layout.runs import ACROSS, DOWN, Path
from model.layout.shapes import Ways
from model.layout.tracks import Lines, Orders
from model.pathway import Pathway


@dataclass(frozen=True, eq=False)
class Routes:
    """The ways of the handovers, and the room that they need in rows, columns and gutters."""

    paths: Mapping[Id, Path]
    firsts: FirstRuns
    across: Lines
    down: Lines
    room_across: Extents
    room_down: Extents

    def lie(self, columns: Ruler, rows: Ruler) -> set[Id]:
        """Let the runs lie at their pixels; return the handovers with one that moved."""
        moved = set()
        for lines, ruler in ((self.across, rows), (self.down, columns)):
            for line, runs in lines.runs.items():
                middle = ruler.middle(line)
                for run in runs:
                    at = middle + run.place
                    if run.at != at:
                        run.at = at
                        moved.add(run.handover)
        return moved


class Routing:
    """Routes the handovers of one pathway after another; keeps what stays as it was."""

    def __init__(self, measure: TextMeasure) -> None:
        self._ways = Ways()
        self._labels = Labels(measure)
        self._orders = Orders()
        self._bundles = Bundles()

    def of(self, pathway: Pathway, grid: Grid, notes: Notes, language: str) -> Routes:
        paths = self._ways.over(grid, pathway)
        labelled = self._labels.keep_room(paths.by_id, grid, notes, language)
        across, down = self._orders.of(paths)
        others = labelled.union(*(paths.by_id[id].runs for id in paths.turned))
        room_down = self._bundles.pack(ACROSS, across, grid, others)
        room_across = self._bundles.pack(DOWN, down, grid, others)
        return Routes(
            paths.by_id, first_runs_of(paths.by_id.values()), across, down, room_across, room_down
        )
