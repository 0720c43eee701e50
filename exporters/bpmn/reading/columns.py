"""Phases and columns, which BPMN does not know: read off the picture, else off the flow.

Groups side by side are phases. Otherwise all stages are in one, for no tool says where one phase
ends; its columns are those of the picture.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from exporters.bpmn.flow import GROUP
from exporters.bpmn.reading.shapes import holds
from model.layout.geometry import Rect
from model.records import LAST_COLUMN

_APART: Final = 60.0
"""How far two boxes' middles must lie from each other to be in two columns; a task is 100 wide."""


class Place(NamedTuple):
    """A stage's group, '' for none, and its column inside it."""

    group: str
    column: int


def phase_groups(groups: Mapping[str, Rect], stages: Iterable[Rect]) -> list[str]:
    """Return the groups that can be phases, left to right: none overlaps another by much.

    Those that we made are phases wherever they were moved; others beside them are, too.
    """
    stages = list(stages)
    order = sorted(groups, key=lambda id: groups[id].x)
    ours = {id for id in order if id.startswith(GROUP)}
    if ours:
        return [
            id
            for id in order
            if id in ours
            or (
                _is_tall(groups[id], stages)
                and all(_shared(groups[id], groups[other]) <= _APART for other in ours)
            )
        ]
    if not any(holds(box, stage) for box in groups.values() for stage in stages):
        return []
    for one, other in pairwise(order):
        if groups[one].right - groups[other].x > _APART:
            return []
    # Groups that others of the same kind lie below are no columns of the diagram.
    return order if all(_is_tall(groups[id], stages) for id in order) else []


def _is_tall(group: Rect, stages: Sequence[Rect]) -> bool:
    """Whether every stage that lies between a group's sides lies in it."""
    return all(holds(group, stage) for stage in stages if _spans(group, stage))


def _shared(one: Rect, other: Rect) -> float:
    """Return how much of their widths two groups share; negative when they lie apart."""
    return min(one.right, other.right) - max(one.x, other.x)


def _spans(group: Rect, stage: Rect) -> bool:
    return group.x <= stage.centre.x <= group.right


def placed(
    boxes: Mapping[str, Rect], groups: Mapping[str, Rect], order: Sequence[str]
) -> dict[str, Place]:
    """Return the place of each stage with a box."""
    found: dict[str, Place] = {}
    by_group: dict[str, list[str]] = {}
    for stage, box in boxes.items():
        around = [group for group in order if _spans(groups[group], box)]
        by_group.setdefault(around[0] if around else "", []).append(stage)
    for group, stages in by_group.items():
        column, last = -1, float("-inf")
        for stage in sorted(stages, key=lambda id: (boxes[id].centre.x, id)):
            if boxes[stage].centre.x - last > _APART:
                column, last = column + 1, boxes[stage].centre.x
            found[stage] = Place(group, min(column, LAST_COLUMN))
    return found


def along_the_flow(stages: Sequence[str], ways: Iterable[tuple[str, str]]) -> dict[str, Place]:
    """Return places where no picture is: each stage one column after the first that leads to it."""
    onward: dict[str, list[str]] = {stage: [] for stage in stages}
    reached = set()
    for source, target in ways:
        if source != target:
            onward[source].append(target)
            reached.add(target)
    columns: dict[str, int] = {}
    for start in [*(stage for stage in stages if stage not in reached), *stages]:
        if start in columns:
            continue
        columns[start] = 0
        waiting = [start]
        for stage in waiting:
            for following in onward[stage]:
                if following not in columns:
                    columns[following] = min(columns[stage] + 1, LAST_COLUMN)
                    waiting.append(following)
    return {stage: Place("", column) for stage, column in columns.items()}
