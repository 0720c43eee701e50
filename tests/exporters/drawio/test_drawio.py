"""draw.io drawings: well formed as the program asks, lanes hold their cards, texts stay texts."""

from collections.abc import Iterator
from html import unescape
from math import dist
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import HealthCheck, given, settings

from exporters.diagram import words
from exporters.drawio.drawing import LAYER, ROOT, document, lane_id, stage_id
from exporters.drawio.paths import middle
from model import file
from model.layout import board as lay_out
from model.layout import font_measure
from model.layout.geometry import Point
from model.messages import speaking
from model.parts import Link
from model.pathway import Pathway
from model.records import Handover, Stage
from samples import SAMPLES, Sample
from tests.exporters.diagram.drawn import SMALL, hostile
from tests.pathways import random_pathways

CELL = {"id", "value", "style", "vertex", "edge", "parent", "source", "target"}


def cells(pathway: Pathway) -> dict[str, Element]:
    """Return the cells of a drawing by id; checks on the way what draw.io asks of any file.

    mxfile > diagram > mxGraphModel > root > mxCell or UserObject > mxCell; two cells of the
    structure first; ids once; parents before children; each vertex with a geometry.
    """
    root = fromstring(document(pathway, "fi"))
    assert root.tag == "mxfile"
    (page,) = root
    assert (page.tag, bool(page.get("id")), page.get("name") is not None) == ("diagram", True, True)
    (model,) = page
    assert model.tag == "mxGraphModel"
    (holder,) = model
    assert holder.tag == "root"
    found: dict[str, Element] = {}
    for element in holder:
        id, cell = unpacked(element)
        assert id not in found
        assert set(cell.attrib) <= CELL
        assert (cell.get("parent") in found) or id == ROOT
        found[id] = element
        if id not in {ROOT, LAYER}:
            assert ("vertex" in cell.attrib) is not ("edge" in cell.attrib)
            assert all("=" in part or part.isalpha() for part in styles(cell))
            (geometry,) = cell
            assert (geometry.tag, geometry.get("as")) == ("mxGeometry", "geometry")
    assert list(found)[:2] == [ROOT, LAYER]
    return found


def unpacked(element: Element) -> tuple[str, Element]:
    if element.tag == "UserObject":
        (cell,) = element
        assert cell.tag == "mxCell"
        assert set(element.attrib) == {"id", "label", "link"}
        return element.attrib["id"], cell
    assert element.tag == "mxCell"
    return element.attrib["id"], element


def styles(cell: Element) -> list[str]:
    return [part for part in (cell.get("style") or "").split(";") if part]


def label(element: Element) -> str:
    return unescape(element.get("label") or element.get("value") or "")


def place(cell: Element) -> tuple[float, float, float, float]:
    geometry = cell[0].attrib
    x, y, width, height = (float(geometry[key]) for key in ("x", "y", "width", "height"))
    return x, y, width, height


def same_board(pathway: Pathway) -> None:
    found = cells(pathway)
    with speaking("fi"):
        board = lay_out(pathway, font_measure(), "fi")
        titles = {stage.id: words.stage_title(stage, "fi") for stage in pathway.stages}
    for lane in board.lanes:
        cell = found[lane_id(lane.id)]
        assert styles(cell)[0] == "swimlane"
        assert {"container=1", "collapsible=0", "horizontal=0"} <= set(styles(cell))
        assert place(cell) == pytest.approx(tuple(lane.strip), abs=0.01)
    for stage in pathway.stages:
        _id, cell = unpacked(found[stage_id(stage.id)])
        assert cell.get("parent") == lane_id(stage.actor)
        x, y, width, height = place(cell)
        left, top, *size = place(found[lane_id(stage.actor)])
        assert (left + x, top + y, width, height) == pytest.approx(
            tuple(board.cards[stage.id].box), abs=0.03
        )
        assert 0 <= x <= x + width <= size[0]
        assert 0 <= y <= y + height <= size[1]
        assert label(found[stage_id(stage.id)]) == titles[stage.id]
    for handover in pathway.handovers:
        cell = found[f"handover-{handover.id}"]
        ends = cell.get("source"), cell.get("target")
        assert ends == (stage_id(handover.source), stage_id(handover.target))
        bends = [(float(p.attrib["x"]), float(p.attrib["y"])) for p in cell.iterfind(".//Array/*")]
        wanted = board.arrows[handover.id].points[1:-1]
        assert len(bends) == len(wanted)
        assert all(dist(bend, point) < 0.05 for bend, point in zip(bends, wanted, strict=True))
    assert len(found) == 2 + len(board.lanes) + len(board.phases) + len(board.cards) + len(
        board.arrows
    )


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_samples_are_drawn_as_on_the_board(sample: Sample) -> None:
    same_board(file.read(sample.path))


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(random_pathways(max_stages=10))
def test_any_pathway_is_drawn_as_on_the_board(pathway: Pathway) -> None:
    same_board(pathway)


def texts_of(pathway: Pathway) -> Iterator[str]:
    for element in cells(pathway).values():
        yield element.get("label") or element.get("value") or ""


def test_hostile_texts_are_texts() -> None:
    same_board(hostile())
    for text in texts_of(hostile()):
        assert not set(text) & set("<>\"'")


def test_only_safe_addresses_are_links() -> None:
    assert [e.get("link") for e in cells(SMALL).values() if e.get("link")] == [
        "https://neuvonta.example/yhteys",
        "https://hoito.example/ohje?a=1&b=2",
    ]
    for address in ("javascript:alert(1)", "data:action/json,{}", "file:///x", "//x.fi"):
        stage = Stage(id="s9", order="a9", links=(Link(url={"fi": address}),))
        drawn = cells(Pathway([*SMALL.values(), stage]))
        assert drawn["stage-s9"].get("link") is None


def test_ids_that_draw_io_uses_itself_do_no_harm() -> None:
    stages = [Stage(id=id, order=f"a{id}", title={"fi": "x"}) for id in ("0", "1")]
    arrow = Handover(id="2", source="0", target="1")
    assert "stage-0" in cells(Pathway([SMALL.info, *stages, arrow]))


def test_the_middle_of_a_line() -> None:
    assert middle([Point(0, 0), Point(10, 0), Point(10, 30)]) == Point(10, 10)
    assert middle([Point(3, 3), Point(3, 3)]) == Point(3, 3)
