"""The graph as data: the same in all formats, read back equal by NetworkX, harmless in Excel."""

import csv
import json
from codecs import BOM_UTF8
from io import BytesIO, StringIO
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from exporters.exporter import Exporter, Options
from exporters.graph import CSV, GRAPHML, JGF, JSON_GRAPH
from exporters.graph.facts import EDGE_FACTS, NODE_FACTS, edges, nodes
from exporters.graph.network import network
from model import file
from model.pathway import Pathway
from samples import SAMPLES, Sample
from tests.exporters.diagram.drawn import OPTIONS, SMALL, hostile
from tests.pathways import At, build, random_pathways

EACH = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


def made(exporter: Exporter, pathway: Pathway, form: str = "") -> dict[str, bytes]:
    options = Options(languages=("fi",), made_at=OPTIONS.made_at, form=form)
    return dict(exporter.build(pathway, options, lambda _share: None))


def graphml_returns(pathway: Pathway) -> None:
    (data,) = made(GRAPHML, pathway).values()
    back: Any = nx.read_graphml(BytesIO(data), force_multigraph=True)
    wanted: Any = network(pathway, "fi")
    assert dict(back.nodes(data=True)) == dict(wanted.nodes(data=True))
    assert {key: (s, t, d) for s, t, key, d in back.edges(keys=True, data=True)} == {
        key: (s, t, d) for s, t, key, d in wanted.edges(keys=True, data=True)
    }
    assert back.is_directed()


@EACH
def test_graphml_is_read_back_equal(sample: Sample) -> None:
    graphml_returns(file.read(sample.path))


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(random_pathways(max_stages=12))
def test_graphml_of_any_pathway_is_read_back_equal(pathway: Pathway) -> None:
    graphml_returns(pathway)


@pytest.mark.parametrize("pathway", [SMALL, hostile()], ids=["small", "hostile"])
def test_every_format_is_read_back_equal(pathway: Pathway) -> None:
    graphml_returns(pathway)
    (data,) = made(JSON_GRAPH, pathway).values()
    back = nx.node_link_graph(json.loads(data), edges="edges")
    assert nx.utils.graphs_equal(back, network(pathway, "fi"))
    (data,) = made(JSON_GRAPH, pathway, JGF.name).values()
    graph = json.loads(data)["graph"]
    assert {id: node["label"] for id, node in graph["nodes"].items()} == {
        node.id: node.facts["label"] for node in nodes(pathway, "fi")
    }
    assert [(e["id"], e["source"], e["target"], e["metadata"]["flow"]) for e in graph["edges"]] == [
        (edge.id, edge.source, edge.target, edge.facts["flow"]) for edge in edges(pathway, "fi")
    ]
    assert graph["directed"] is True


def test_attributes_have_types() -> None:
    (data,) = made(GRAPHML, SMALL).values()
    assert b'attr.name="start" attr.type="boolean"' in data
    assert b'attr.name="column" attr.type="long"' in data or b'attr.type="int"' in data


def rows(data: bytes) -> list[list[str]]:
    assert data.startswith(BOM_UTF8)
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


@EACH
def test_csv_has_a_row_for_each_stage_and_handover(sample: Sample) -> None:
    pathway = file.read(sample.path)
    tables = made(CSV, pathway)
    assert list(tables) == ["pathway.csv", "stages.csv", "handovers.csv"]
    heads, *stages = rows(tables["stages.csv"])
    assert heads == ["Id", *(name.capitalize() for name in NODE_FACTS)]
    assert [row[0] for row in stages] == [stage.id for stage in pathway.stages]
    heads, *arrows = rows(tables["handovers.csv"])
    assert heads[:4] == ["Id", "Source", "Target", "Type"]
    assert len(heads) == 4 + len(EDGE_FACTS)
    assert [row[1:3] for row in arrows] == [[a.source, a.target] for a in pathway.handovers]


@pytest.mark.parametrize(
    "title", ['=cmd|"/c calc"!A1', "+1", "-2+3", "@SUM(A1)", "  =1+1", "|x", "＝1"]
)
def test_no_cell_is_calculated(title: str) -> None:
    pathway = build(
        actors=[title], phases=[title], stages=[At(title), At("x")], arrows=[(0, 1, title)]
    )
    for data in made(CSV, pathway).values():
        for row in rows(data):
            assert all(cell[:1] not in set("=+-@|＝") for cell in row)
    assert f"'{title.strip()}" in made(CSV, pathway)["stages.csv"].decode().replace('""', '"')


def test_csv_keeps_its_rows_whatever_the_texts_hold() -> None:
    pathway = build(stages=[At('a;"b"\nc,d\r\ne'), At("ä")], actors=["x"], phases=["y"])
    _heads, first, second = rows(made(CSV, pathway)["stages.csv"])
    assert first[1] == 'a;"b" c,d e'
    assert second[1] == "ä"
