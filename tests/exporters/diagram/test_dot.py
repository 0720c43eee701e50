"""DOT read back by Graphviz itself: exactly the graph, and every text just text."""

import pytest
from hypothesis import given
from pygraphviz import AGraph

from exporters.diagram.dot import DOT, Clusters, graph
from model.pathway import Pathway
from model.text import in_language, shown
from tests.conftest import Golden
from tests.exporters.diagram.drawn import HOSTILE_TEXTS, SMALL, hostile, made_by
from tests.pathways import random_pathways


def parsed(dot: str) -> AGraph:
    return AGraph(string=dot)


def test_a_small_pathway_is_written_as_before(golden: Golden) -> None:
    golden("small.dot", graph(SMALL, "en").encode())


@given(random_pathways(max_stages=15))
def test_nodes_edges_and_clusters_are_those_of_the_pathway(pathway: Pathway) -> None:
    read = parsed(graph(pathway, "fi"))
    assert set(read.nodes()) == {stage.id for stage in pathway.stages}
    assert sorted(read.edges()) == sorted(
        (handover.source, handover.target) for handover in pathway.handovers
    )
    clusters = {cluster.name: set(cluster.nodes()) for cluster in read.subgraphs()}
    assert clusters == {
        f"cluster_{actor.id}": {stage.id for stage in pathway.stages if stage.actor == actor.id}
        for actor in pathway.actors
    }


@given(random_pathways(max_stages=15))
def test_clusters_are_phases_when_asked_for(pathway: Pathway) -> None:
    read = parsed(graph(pathway, "fi", clusters=Clusters.PHASES))
    assert set(read.nodes()) == {stage.id for stage in pathway.stages}
    assert {cluster.name: set(cluster.nodes()) for cluster in read.subgraphs()} == {
        f"cluster_{phase.id}": {stage.id for stage in pathway.stages if stage.phase == phase.id}
        for phase in pathway.phases
    }
    assert not parsed(graph(pathway, "fi", clusters=Clusters.NONE)).subgraphs()


def test_titles_and_conditions_are_labels() -> None:
    read = parsed(graph(SMALL, "fi"))
    for stage in SMALL.stages:
        label = read.get_node(stage.id).attr["label"]
        assert label.replace("\\n", " ") == in_language(stage.title, "fi")
    conditions = {edge.attr["id"]: edge.attr["label"] for edge in read.edges()}
    assert conditions["h1"].replace("\\n", " ") == "Hoidon tarve yli 3 kk"
    assert conditions["h2"] == "Hätä"


def drawn_back(label: str) -> str:
    """Read a label as Graphviz draws it: its escapes and references resolved."""
    parts = [part.replace("\\n", " ").replace('\\"', '"') for part in label.split("\\\\")]
    assert not any("\\" in part for part in parts)
    return "\\".join(parts).replace("&amp;", "&")


@pytest.mark.parametrize("place", range(len(HOSTILE_TEXTS)))
def test_hostile_texts_stay_text(place: int) -> None:
    read = parsed(graph(hostile(), "fi"))
    text = shown(HOSTILE_TEXTS[place]).replace("\ufffe", "\ufffd")
    assert drawn_back(read.get_node(f"s{place}").attr["label"]) == text
    assert drawn_back(read.get_edge(f"s{place}", "s0").attr["label"]) == text
    assert not any(node.attr["URL"] for node in read.nodes())
    assert len(read.nodes()) == len(HOSTILE_TEXTS)


def test_only_web_addresses_become_links() -> None:
    read = parsed(graph(SMALL, "fi"))
    addresses = {node: node.attr["URL"] for node in read.nodes()}
    assert {node: address for node, address in addresses.items() if address} == {
        "s0": "https://neuvonta.example/yhteys",
        "s2": "https://hoito.example/ohje?a=1&b=2",
    }


def test_the_exporter_writes_the_leading_language() -> None:
    assert made_by(DOT.build).decode() == graph(SMALL, "fi")
