"""Graphviz in its own process: drawn, given up, or crashed, and never ours with it."""

import sys

import pytest
from lxml import etree

from benchmarks.synthetic import synthetic
from exporters.diagram.dot import graph
from exporters.diagram.graphviz import GRAPHVIZ, draw_in_child
from exporters.exporter import CancelledError, ExportError, Form, Options
from tests.exporters.diagram.drawn import OPTIONS, SMALL, hostile, made_by

ENGLISH = Options(languages=("en",), made_at=OPTIONS.made_at)
XLINK = "{http://www.w3.org/1999/xlink}"


def quiet(_share: float) -> None:
    pass


def texts(svg: bytes) -> str:
    root = etree.fromstring(svg)
    return " ".join(str(text.text) for text in root.iter("{*}text"))


def test_the_graph_is_drawn_with_all_its_texts() -> None:
    svg = made_by(GRAPHVIZ.build, SMALL, ENGLISH)
    for words in ("Yhteydenotto", "Hoito & kuntoutus", "Kiireellinen apu", "Hätä", "Sote-keskus"):
        assert words in texts(svg)
    root = etree.fromstring(svg)
    assert root.get("lang") == "en"
    assert root.findtext("{*}title") == "Tyypin 2 diabetes"
    assert root.findtext("{*}desc") == "5 stages and 4 handovers, drawn as a graph."
    assert b"DTD" not in svg


@pytest.mark.parametrize("form", GRAPHVIZ.forms, ids=lambda form: form.name)
def test_each_form_draws_all_stages_and_its_groups(form: Form) -> None:
    options = Options(languages=("fi",), made_at=OPTIONS.made_at, form=form.name)
    root = etree.fromstring(made_by(GRAPHVIZ.build, SMALL, options))
    drawn = {kind: root.findall(f".//{{*}}g[@class='{kind}']") for kind in ("node", "cluster")}
    assert {node.get("id") for node in root.iter() if node.get("id") in {"h2", "h3"}} == {
        "h2",
        "h3",
    }
    groups = {"actor": 2, "phase": 2, "springs": 0, "grouped": 2}
    assert (len(drawn["node"]), len(drawn["cluster"])) == (5, groups[form.name])


def test_a_graph_over_whose_labels_graphviz_aborts_is_drawn_all_the_same() -> None:
    pathway = synthetic(100)
    with pytest.raises(ExportError, match="could not draw"):
        draw_in_child(graph(pathway, "fi").encode(), quiet)
    written = texts(made_by(GRAPHVIZ.build, pathway))
    for handover in pathway.handovers:
        for word in handover.condition.get("fi", "").split():
            assert word in written


def test_a_graph_larger_than_a_pipe_holds_is_drawn() -> None:
    svg = made_by(GRAPHVIZ.build, synthetic(400))
    assert len(list(etree.fromstring(svg).iterfind(".//{*}g[@class='node']"))) == 400


def test_only_web_addresses_become_links() -> None:
    root = etree.fromstring(made_by(GRAPHVIZ.build))
    links = {link.get(f"{XLINK}href") for link in root.iter("{*}a")} - {None}
    assert links == {"https://neuvonta.example/yhteys", "https://hoito.example/ohje?a=1&b=2"}


def test_hostile_texts_stay_text() -> None:
    svg = made_by(GRAPHVIZ.build, hostile())
    root = etree.fromstring(svg)
    assert not list(root.iter("{*}script", "{*}table", "{*}b"))
    assert not [link for link in root.iter("{*}a") if link.get(f"{XLINK}href")]
    assert root.get("role") == "img"
    written = texts(svg)
    assert "<script>alert(1)</script>" in written
    assert "&lt;table&gt; &#65;" in written
    assert "\\N \\G" in written


def python(program: str) -> tuple[str, ...]:
    return (sys.executable, "-c", program)


@pytest.mark.parametrize(
    "program",
    ["import os; os.abort()", "raise SystemExit(1)", "print('nothing of a picture')"],
    ids=["crash", "error", "nonsense"],
)
def test_a_failing_child_is_one_sentence(program: str) -> None:
    with pytest.raises(ExportError, match="could not draw"):
        draw_in_child(b"digraph {}", quiet, python(program))


ENDLESS = python("while True: pass")


def test_a_drawing_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(ExportError, match="in time"):
        draw_in_child(b"", quiet, ENDLESS, time_limit=0.1)


def test_cancelling_ends_the_child() -> None:
    def cancel(_share: float) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        draw_in_child(b"", cancel, ENDLESS)
