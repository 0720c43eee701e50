"""What the benchmarks measure with is what they say: pathways full of texts, the same as BPMN."""

from collections import Counter

import pytest
from lxml import etree

from benchmarks.peers.bpmn import as_bpmn
from benchmarks.synthetic import synthetic
from benchmarks.text_rich import text_rich
from model import graph
from model.integrity import broken_links

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"


@pytest.mark.parametrize("stages", [30, 300, 1000])
def test_a_synthetic_pathway_is_as_large_and_as_joined_as_it_says(stages: int) -> None:
    pathway = synthetic(stages)
    assert len(pathway.stages) == stages
    assert (len(pathway.actors), len(pathway.phases)) == (12, 7)
    assert len(pathway.handovers) == int(1.4 * stages)
    assert not list(broken_links(pathway))
    if stages >= 300:
        assert {stage.phase for stage in pathway.stages} == {phase.id for phase in pathway.phases}


def test_a_synthetic_pathway_has_some_loops_and_some_gaps() -> None:
    pathway = synthetic(1000)
    back = sum(_made(arrow.target) < _made(arrow.source) for arrow in pathway.handovers)
    without_actor = sum(stage.actor is None for stage in pathway.stages)
    undescribed = sum(not stage.what_happens for stage in pathway.stages)
    loops = [part for part in graph.strong_components(graph.ways_onward(pathway)) if len(part) > 1]
    assert 50 < back < 200
    assert 3 < without_actor < 30
    assert 60 < undescribed < 150
    assert loops


def test_synthetic_boards_are_the_same_each_time_and_differ_by_seed() -> None:
    assert synthetic(30) == synthetic(30)
    assert synthetic(30, seed=2) != synthetic(30)


def _made(id: str) -> int:
    """Return the place of a stage in the order in which the stages were made."""
    return int(id.removeprefix("s"))


@pytest.mark.parametrize("stages", [1, 27, 100])
def test_a_text_rich_pathway_has_so_many_stages_and_is_whole(stages: int) -> None:
    pathway = text_rich(stages)
    assert len(pathway.stages) == stages
    assert not list(broken_links(pathway))
    assert all(stage.what_happens for stage in pathway.stages if stage.public)


def test_a_text_rich_pathway_hangs_together() -> None:
    assert len(graph.parts(graph.ways_onward(text_rich(100)))[0]) > 90


def test_no_two_of_its_texts_are_the_same_nor_those_of_another() -> None:
    said = [
        stage.what_happens["fi"]
        for pathway in (text_rich(60), text_rich(60, first_word=60))
        for stage in pathway.stages
        if stage.what_happens
    ]
    assert Counter(said).most_common(1)[0][1] == 1


def test_as_bpmn_each_stage_is_there_and_gateways_stand_where_ways_part_and_meet() -> None:
    pathway = synthetic(60)
    ways = graph.ways_onward(pathway)
    back = graph.turned_round(ways)
    process = etree.fromstring(as_bpmn(pathway)).find(f"{BPMN}process")
    assert process is not None
    kinds = Counter(str(node.tag).removeprefix(BPMN) for node in process)
    assert kinds["task"] + kinds["endEvent"] == len(pathway.stages)
    assert kinds["startEvent"] == sum(not sources for sources in back.values())
    assert kinds["exclusiveGateway"] == sum(
        len(targets) > 1 for each in (ways, back) for targets in each.values()
    )
    flows = process.findall(f"{BPMN}sequenceFlow")
    leaving = Counter(flow.get("sourceRef") for flow in flows)
    tasks = process.findall(f"{BPMN}task")
    assert all(leaving[task.get("id")] <= 1 for task in tasks)
