"""Routed handovers as they are drawn, their corners in pixels."""

from collections.abc import Iterable, Mapping

from model.ids import Id
from model.layout.geometry import Arrow, Point, Rect
from model.layout.kept import in_order, others
from model.layout.label_places import PlacedLabel
from model.layout.runs import ACROSS, Path
from model.records import Stage


class Arrows:
    """The arrows of one board after another; one that is as it was is the same object."""

    def __init__(self) -> None:
        self._paths: Mapping[Id, Path] = {}
        self._labels: Mapping[Id, PlacedLabel] = {}
        self._stages: Mapping[Id, Stage] = {}
        self._boxes: Mapping[Id, Rect] = {}
        self._arrows: dict[Id, Arrow] = {}

    def of(
        self,
        stages: Mapping[Id, Stage],
        paths: Mapping[Id, Path],
        labels: Mapping[Id, PlacedLabel],
        boxes: Mapping[Id, Rect],
        moved: Iterable[Id],
    ) -> Mapping[Id, Arrow]:
        """Return the arrows by id; the runs of the paths lie at their pixels already.

        Those `moved` have a run that lies at another pixel than before.
        """
        touched = {*moved, *others(self._paths, paths), *others(self._labels, labels)}
        if labels is not self._labels:
            touched.update(id for id in self._labels if id in paths and id not in labels)
        cards = set(others(self._boxes, boxes))
        for id in others(self._stages, stages):
            if id not in self._stages or self._stages[id].actor != stages[id].actor:
                cards.add(id)
        if cards:
            touched.update(
                id
                for id, path in paths.items()
                if path.handover.source in cards or path.handover.target in cards
            )
        self._paths, self._labels, self._stages, self._boxes = paths, labels, stages, boxes
        arrows = {}
        for id in touched:
            path = paths[id]
            source, target = path.handover.source, path.handover.target
            points = _points(path, boxes[source], boxes[target])
            crosses_actors = stages[source].actor != stages[target].actor
            arrow = Arrow(id, points, path.handover.flow, crosses_actors, labels.get(id))
            if arrow != self._arrows.get(id):
                arrows[id] = arrow
        self._arrows = in_order(paths, self._arrows, arrows)
        return self._arrows


def _points(path: Path, source: Rect, target: Rect) -> tuple[Point, ...]:
    """Return the corners from the source's edge to the target's."""
    places = [run.at for run in path.runs]
    if path.shape.axis is not ACROSS:  # straight down: there are no corners
        x = places[0]
        return _edge(source, x, target.centre.y), _edge(target, x, source.centre.y)
    along, bends = places[::2], places[1::2]
    begin, end = (bends[0], bends[-1]) if bends else (target.centre.x, source.centre.x)
    points = [_side(source, along[0], begin)]
    for x, y, to_y in zip(bends, along, along[1:], strict=False):
        points += Point(x, y), Point(x, to_y)
    points.append(_side(target, along[-1], end))
    return tuple(points)


def _side(box: Rect, y: float, toward: float) -> Point:
    """Return where a run across meets a card, on the side that looks toward a place."""
    x, _y, width, _height = box
    return Point(x + width if toward > x + width / 2 else x, y)


def _edge(box: Rect, x: float, toward: float) -> Point:
    """Return where a run down or up meets a card, on the edge that looks toward a place."""
    _x, y, _width, height = box
    return Point(x, y + height if toward > y + height / 2 else y)
