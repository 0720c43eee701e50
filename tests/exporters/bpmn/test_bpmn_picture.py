"""The picture of a BPMN file: nothing overlaps, everything lies in its lane, lines meet shapes."""

from itertools import combinations, pairwise

import pytest

from exporters.bpmn.flow import Diagram
from exporters.bpmn.making import diagram
from exporters.bpmn.placing import Places, places
from model.file import read
from model.layout.geometry import Point, Rect
from model.pathway import Pathway
from samples import SAMPLES
from tests.pathways import crowded

BOARDS = {sample.name: read(sample.path) for sample in SAMPLES} | {"crowded": crowded(5)}
EACH = pytest.mark.parametrize("name", BOARDS)


def laid(name: str) -> tuple[Pathway, Diagram, Places]:
    pathway = BOARDS[name]
    made = diagram(pathway, "fi")
    return pathway, made, places(made, pathway, "fi")


def within(outer: Rect, inner: Rect) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


@EACH
def test_no_shapes_and_no_pools_overlap(name: str) -> None:
    _pathway, _made, where = laid(name)
    for boxes, apart in ((where.shapes, 0), (where.pools, 20)):
        for (one, box), (other, second) in combinations(boxes.items(), 2):
            assert not box.meets(second, apart), (one, other)


@EACH
def test_every_node_lies_in_its_lane_and_every_lane_in_its_pool(name: str) -> None:
    pathway, made, where = laid(name)
    actors = {stage.id: stage.actor for stage in pathway.stages}
    for node in made.nodes:
        assert within(where.lanes[actors[node.stage]], where.shapes[node.id]), node.id
    for pool in made.pools:
        if pool.has_process:
            assert all(within(where.pools[pool.id], where.lanes[lane]) for lane in pool.lanes)


@EACH
def test_flows_stay_in_their_pool_and_messages_leave_it(name: str) -> None:
    _pathway, made, where = laid(name)
    pool_of = {node.id: made.pool_of_stage[node.stage] for node in made.nodes}
    for edge in made.edges:
        pool = where.pools[pool_of[edge.source]]
        inside = [pool.y <= point.y <= pool.bottom for point in where.lines[edge.id]]
        assert all(inside) is not edge.is_message, edge.id


@EACH
def test_lines_are_level_or_upright_and_meet_the_shapes_at_their_ends(name: str) -> None:
    _pathway, made, where = laid(name)
    for edge in made.edges:
        line = where.lines[edge.id]
        assert len(line) > 1, edge.id
        for start, end in pairwise(line):
            assert abs(start.x - end.x) < 0.2 or abs(start.y - end.y) < 0.2, edge.id
        assert touches(where.shapes[edge.source], line[0]), edge.id
        assert touches(where.shapes[edge.target], line[-1]), edge.id


def touches(box: Rect, point: Point) -> bool:
    """Whether a point is in or on a box, rounding allowed."""
    return Rect(box.x - 0.2, box.y - 0.2, box.width + 0.4, box.height + 0.4).meets(
        Rect(point.x, point.y, 0, 0)
    )


@EACH
def test_phases_stand_side_by_side_around_their_stages(name: str) -> None:
    pathway, _made, where = laid(name)
    for stage in pathway.stages:
        assert within(where.groups[stage.phase or ""], where.shapes[f"stage-{stage.id}"])
    for one, other in combinations(where.groups.values(), 2):
        assert not one.meets(other)
