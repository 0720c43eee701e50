"""Routed handovers as they are drawn: corners and labels in pixels."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from model.ids import Id
from model.layout.geometry import Arrow, Card, Point, Rect
from model.layout.labels import PlacedLabel, label_across, labels_down, runs_down
from model.layout.rulers import Ruler
from model.layout.runs import Axis, Path, Run
from model.pathway import Pathway
from model.records import Stage


def draw_arrows(
    pathway: Pathway,
    paths: Sequence[Path],
    cards: Mapping[Id, Card],
    labels: Mapping[Run, PlacedLabel],
) -> Mapping[Id, Arrow]:
    """Return the arrows by id; the runs of the paths lie at their pixels already."""
    actors = {stage.id: stage.actor for stage in pathway.of(Stage)}
    return {
        handover.id: Arrow(
            id=handover.id,
            points=_points(path, cards[handover.source].box, cards[handover.target].box),
            flow=handover.flow,
            crosses_actors=actors[handover.source] != actors[handover.target],
            label=label.chip if (label := labels.get(path.runs[0])) else None,
        )
        for path in paths
        for handover in [path.handover]
    }


def place_labels(paths: Sequence[Path], across: Ruler, down: Ruler) -> Mapping[Run, PlacedLabel]:
    """Return the labels of the runs that have one."""
    labels: dict[Run, PlacedLabel] = {}
    for (column, line), runs in runs_down(paths).items():
        middle, top = across.middle(column), down.gutters[line // 2].zone_start
        labels.update(labels_down(runs, middle, top))
    for path in paths:
        run = path.runs[0]
        if run.axis is Axis.ACROSS and run.label:
            labels[run] = label_across(run.label, across.middle_of_label(run.label_line), run.at)
    return labels


def _points(path: Path, source: Rect, target: Rect) -> tuple[Point, ...]:
    """Return the corners from the source's edge to the target's."""
    corners = [
        Point(after.at, run.at) if run.axis is Axis.ACROSS else Point(run.at, after.at)
        for run, after in pairwise(path.runs)
    ]
    begin = _edge(source, path.runs[0], corners[0] if corners else target.centre)
    end = _edge(target, path.runs[-1], corners[-1] if corners else source.centre)
    return (begin, *corners, end)


def _edge(box: Rect, run: Run, toward: Point) -> Point:
    """Return where a run meets a card, on the side that looks toward a point."""
    if run.axis is Axis.ACROSS:
        return Point(box.right if toward.x > box.centre.x else box.x, run.at)
    return Point(run.at, box.bottom if toward.y > box.centre.y else box.y)
