"""Routed handovers as they are drawn: corners and labels in pixels."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from model.ids import Id
from model.layout.geometry import Arrow, Chip, Point, Rect
from model.layout.labels import PlacedLabel, label_across, labels_down, runs_down
from model.layout.rulers import Ruler
from model.layout.runs import ACROSS, LabelText, Path, Run
from model.pathway import Pathway
from model.records import Stage

_AT = attrgetter("at")


class _Parts(NamedTuple):
    """All that an arrow's picture hangs on."""

    path: Path
    places: tuple[float, ...]
    source: Rect
    target: Rect
    crosses_actors: bool
    label: Chip | None

    def arrow(self) -> Arrow:
        return Arrow(
            id=self.path.handover.id,
            points=_points(self.path, self.source, self.target),
            flow=self.path.handover.flow,
            crosses_actors=self.crosses_actors,
            label=self.label,
        )


class Arrows:
    """The arrows of one board after another; one that is as it was is the same object."""

    def __init__(self) -> None:
        self._arrows: Mapping[Id, tuple[_Parts, Arrow]] = {}

    def of(
        self,
        pathway: Pathway,
        paths: Mapping[Id, Path],
        boxes: Mapping[Id, Rect],
        labels: Mapping[Run, PlacedLabel],
    ) -> Mapping[Id, Arrow]:
        """Return the arrows by id; the runs of the paths lie at their pixels already."""
        actors = {stage.id: stage.actor for stage in pathway.of(Stage)}
        arrows = {}
        for id, path in paths.items():
            source, target = path.handover.source, path.handover.target
            label = labels.get(path.runs[0])
            parts = _Parts(
                path,
                tuple(map(_AT, path.runs)),
                boxes[source],
                boxes[target],
                actors[source] != actors[target],
                label.chip if label else None,
            )
            kept = self._arrows.get(id)
            arrows[id] = kept if kept and kept[0] == parts else (parts, parts.arrow())
        self._arrows = arrows
        return {id: arrow for id, (_parts, arrow) in arrows.items()}


class LabelPlaces:
    """Where the labels lie on one board after another."""

    def __init__(self) -> None:
        self._labels: dict[Run, tuple[tuple[LabelText, float, float], PlacedLabel]] = {}

    def of(self, paths: Iterable[Path], across: Ruler, down: Ruler) -> Mapping[Run, PlacedLabel]:
        """Return the labels of the runs that have one; the runs lie at their pixels already."""
        paths = tuple(paths)
        placed: dict[Run, PlacedLabel] = {}
        for (column, line), runs in runs_down(paths).items():
            middle, top = across.middle(column), down.gutters[line // 2].zone_start
            placed.update(labels_down(runs, middle, top))
        known, self._labels = self._labels, {}
        for path in paths:
            run = path.runs[0]
            if run.label is not None and run.axis is ACROSS:
                at = run.label, across.middle_of_label(run.label_line), run.at
                kept = known.get(run)
                self._labels[run] = kept if kept and kept[0] == at else (at, label_across(*at))
                placed[run] = self._labels[run][1]
        return placed


def _points(path: Path, source: Rect, target: Rect) -> tuple[Point, ...]:
    """Return the corners from the source's edge to the target's."""
    corners = [
        Point(after.at, run.at) if run.axis is ACROSS else Point(run.at, after.at)
        for run, after in pairwise(path.runs)
    ]
    begin = _edge(source, path.runs[0], corners[0] if corners else target.centre)
    end = _edge(target, path.runs[-1], corners[-1] if corners else source.centre)
    return (begin, *corners, end)


def _edge(box: Rect, run: Run, toward: Point) -> Point:
    """Return where a run meets a card, on the side that looks toward a point."""
    x, y, width, height = box
    if run.axis is ACROSS:
        return Point(x + width if toward.x > x + width / 2 else x, run.at)
    return Point(run.at, y + height if toward.y > y + height / 2 else y)
