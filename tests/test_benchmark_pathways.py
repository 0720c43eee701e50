"""What the benchmarks measure with is what they say: pathways full of texts, the same as BPMN."""

from collections import Counter

import pytest
from lxml import etree

from benchmarks.peers.bpmn import as_bpmn
from benchmarks.synthetic import synthetic
from benchmarks.table import Row, line
from benchmarks.text_rich import text_rich
from benchmarks.timing import of
from model import graph
from model.integrity import broken_links

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"


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


def test_a_row_tells_its_peer_only_where_there_is_one() -> None:
    alone = Row("act", "floor", 10, of([0.2, 0.4]), of([0.1]))
    beside = alone._replace(peer_act="bpmnlint", peer=of([0.4]))
    assert (alone.ratio, alone.peer_ratio, beside.peer_ratio) == (2, None, 0.5)
    assert "bpmnlint" in line(beside)
    assert "bpmnlint" not in line(alone)
