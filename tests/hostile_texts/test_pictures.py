"""Drawings (SVG, DOT, PDF, PNG) hold the texts, and nothing that runs or loads."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from lxml import etree
from lxml.etree import _Element
from pygraphviz import AGraph
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject

from exporters.diagram.dot import DOT
from exporters.diagram.graphviz import GRAPHVIZ
from exporters.diagram.pdf import PDF
from exporters.diagram.png import PNG
from exporters.diagram.svg import SVG
from exporters.exporter import Exporter
from tests.exporters.diagram.png_chunks import text_chunks
from tests.exporters.diagram.test_dot import drawn_back
from tests.exporters.website.dom import attributes
from tests.hostile_texts.filling import (
    SHIFTS,
    filled_with,
    made,
    marked,
    missing,
    shifted,
    shown_in,
)

WEB = re.compile(r"https?://[^/?#\s]\S*$")
LINKED = "https://www.example.fi/uni"


def picture(exporter: Exporter, shift: int) -> bytes:
    [data] = made(exporter, shifted(shift).pathway).values()
    return data


@cache
def harmless(exporter: Exporter) -> bytes:
    """Return the picture of a pathway whose texts are all web addresses, so that it has links."""
    [data] = made(exporter, filled_with(LINKED).pathway).values()
    return data


@cache
def shown(exporter: Exporter) -> tuple[str, ...]:
    """Return the fields whose texts an XML picture shows."""
    [data] = made(exporter, marked().pathway).values()
    return tuple(shown_in(" ".join(words(etree.fromstring(data)))))


def words(root: _Element) -> Iterator[str]:
    """Yield the texts of a picture: all lines in one, then what each attribute says."""
    yield "".join(root.xpath("//text()"))  # type: ignore[arg-type] # the stubs know no texts
    for element in root.iter("*"):
        yield from attributes(element).values()


def markup(root: _Element) -> set[tuple[str, str]]:
    return {(each.tag, name) for each in root.iter("*") for name in ("", *attributes(each))}


@pytest.mark.parametrize("shift", SHIFTS)
@pytest.mark.parametrize("exporter", [SVG, GRAPHVIZ], ids=lambda exporter: exporter.name)
def test_svg_holds_the_texts_as_they_were_typed_and_nothing_else(
    exporter: Exporter, shift: int
) -> None:
    source = picture(exporter, shift)
    assert not re.search(rb"<!ENTITY|<!DOCTYPE|<\?xml-stylesheet", source)
    root = etree.fromstring(source)
    known = markup(etree.fromstring(harmless(exporter)))
    assert {pair for pair in markup(root) - known if pair[1] not in ALSO_FREE} == set()
    for element in root.iter("*"):
        for name, value in attributes(element).items():
            if name.endswith(("href", "src")):
                assert WEB.match(value), value
            assert "url(" not in value.lower() or name.endswith(("title", "label")), value
    assert len(shown(exporter)) > 3
    assert missing(shifted(shift).texts, shown(exporter), "\n".join(words(root))) == []


ALSO_FREE = {"stroke-dasharray", "font-weight", "aria-label", "role"}
"""Attributes of our own that depend on links and lengths; what they hold is looked at as text."""


@pytest.mark.parametrize("shift", SHIFTS)
def test_dot_is_the_same_graph_whatever_the_texts(shift: int) -> None:
    read = AGraph(string=picture(DOT, shift).decode())
    known = AGraph(string=harmless(DOT).decode())
    assert sorted(read.nodes()) == sorted(known.nodes()) == ["s1", "s2"]
    assert sorted(read.edges()) == sorted(known.edges()) == [("s1", "s2")]
    assert [sub.name for sub in read.subgraphs()] == [sub.name for sub in known.subgraphs()]
    for node in read.nodes():
        attributes = read.get_node(node).attr.to_dict()
        assert set(attributes) <= set(known.get_node(node).attr.to_dict()) | {"URL"}
        assert not attributes.get("URL") or WEB.match(attributes["URL"])
    texts = shifted(shift).texts
    labels = [
        read.get_node("s1").attr["label"],
        read.get_edge("s1", "s2").attr["label"],
        read.graph_attr["label"],
    ]
    places = ("Stage.title", "Handover.condition", "PathwayInfo.title")
    assert missing(texts, places, "\n".join(map(drawn_back, labels))) == []


FORBIDDEN = {
    "/JS",
    "/JavaScript",
    "/AA",
    "/OpenAction",
    "/EmbeddedFiles",
    "/AcroForm",
    "/XFA",
    "/RichMedia",
}


ACTIONS = {"/URI", "/GoTo"}
"""Links to the web, and bookmarks to places on the page."""


@pytest.mark.parametrize("shift", SHIFTS)
def test_pdf_has_no_action_but_links_to_the_web(shift: int) -> None:
    reader = PdfReader(BytesIO(picture(PDF, shift)))
    for thing in dictionaries(PdfWriter(clone_from=reader)._objects):
        assert not FORBIDDEN & set(thing)
        assert thing.get("/Type") != "/Action" or str(thing["/S"]) in ACTIONS
        assert "/URI" not in thing or WEB.match(str(thing["/URI"]))
    texts = shifted(shift).texts
    assert reader.metadata
    titles = [str(reader.metadata.title), *outline(reader.outline)]
    places = ("PathwayInfo.title", "Phase.title", "Stage.title")
    assert missing(texts, places, "\n".join(titles)) == []


def dictionaries(things: Iterable[Any]) -> Iterator[DictionaryObject]:
    """Yield the dictionaries of a PDF, those inside others included."""
    for thing in things:
        if isinstance(thing, DictionaryObject):
            yield thing
            yield from dictionaries(thing.values())
        elif isinstance(thing, list):
            yield from dictionaries(thing)


def outline(items: Any) -> Iterator[str]:
    """Yield the titles of bookmarks; those below one stand in a list of their own."""
    for item in items:
        if isinstance(item, list):
            yield from outline(item)
        else:
            yield item.title


@pytest.mark.parametrize("shift", SHIFTS)
def test_png_says_what_it_shows_in_plain_text(shift: int) -> None:
    chunks = text_chunks(picture(PNG, shift))
    assert set(chunks) == {"Title", "Description"}
    assert missing(shifted(shift).texts, ["PathwayInfo.title"], chunks["Title"]) == []
