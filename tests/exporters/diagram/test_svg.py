"""The SVG of a board: well-formed, readable as text and aloud, harmless."""

import re
from base64 import b64decode
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from lxml import etree
from msgspec.structs import replace

from exporters.diagram.svg import SVG, document, draw
from exporters.diagram.svg_elements import in_words, opened, told
from exporters.diagram.words import clean
from model.file import read
from model.layout import board, font_measure
from model.pathway import Pathway
from samples import SAMPLES, Sample
from tests.conftest import Golden
from tests.exporters.diagram.drawn import HOSTILE_TEXTS, SMALL, hostile, made_by
from tests.pathways import random_pathways

NS = {"s": "http://www.w3.org/2000/svg"}


def parsed(svg: bytes | str) -> etree._Element:
    return etree.fromstring(svg if isinstance(svg, bytes) else svg.encode())


def texts(root: etree._Element) -> str:
    """Return all that is written in a picture, lines joined, hyphens at line ends kept."""
    return " ".join("".join(map(str, text.itertext())) for text in root.iterfind(".//s:text", NS))


def names(root: etree._Element) -> list[str]:
    """Return what the cards are called, whether they are links or pictures."""
    cards = [*root.iterfind(".//s:a", NS), *root.iterfind(".//s:g[@role='img']", NS)]
    return [str(card.findtext("s:title", namespaces=NS)) for card in cards]


def test_a_small_pathway_is_drawn_as_before(golden: Golden) -> None:
    golden("small.svg", draw(SMALL, "en", lambda id: f"#stage-{id}").encode() + b"\n")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_everything_on_the_board_is_text(sample: Sample) -> None:
    sample_pathway = read(sample.path)
    root = parsed(document(sample_pathway, "fi"))
    drawn = board(sample_pathway, font_measure(), "fi")
    written = texts(root)
    for card in drawn.cards.values():
        assert " ".join(line.text for line in card.title) in written
    for arrow in drawn.arrows.values():
        if arrow.label:
            assert " ".join(line.text for line in arrow.label.lines) in written
    for stage in sample_pathway.stages:
        assert any(name.startswith(stage.title["fi"] + ";") for name in names(root))


@settings(deadline=None, max_examples=30)
@given(random_pathways(max_stages=12))
def test_any_pathway_gives_a_well_formed_picture(pathway: Pathway) -> None:
    for svg in (draw(pathway, "fi"), draw(pathway, "sv", lambda id: f"#{id}")):
        root = parsed(svg)
        assert len(names(root)) == len(pathway.stages)


def test_the_picture_has_a_name_and_a_description() -> None:
    root = parsed(draw(SMALL, "en"))
    assert root.get("role") == "img"
    assert root.get("lang") == "en"
    title = root.find(f"*[@id='{root.get('aria-labelledby')}']")
    description = root.find(f"*[@id='{root.get('aria-describedby')}']")
    assert title is not None
    assert description is not None
    assert title.text == "Tyypin 2 diabetes"
    assert description.text is not None
    assert description.text.startswith("5 stages and 4 handovers, drawn as a board")


def test_a_card_says_in_words_what_it_shows_by_form_and_sign() -> None:
    assert names(parsed(draw(SMALL, "en"))) == [
        "Yhteydenotto päivällä; Asiakas; Alku; making contact; phone",
        "Tarvitaanko hoitoa?; Sote-keskus; Alku; decision; assumed",
        "Hoito & kuntoutus; Sote-keskus; Hoito; treatment or service; 7 days; disputed",
        "Tuki päättyy; Asiakas; Hoito; end of the need for services; assumed",
        "Kiireellinen apu; Sote-keskus; Hoito; urgent help; assumed",
    ]


def test_an_arrow_says_where_it_leads() -> None:
    titles = [title.text for title in parsed(draw(SMALL, "en")).iterfind("s:g/s:title", NS)]
    assert "Tarvitaanko hoitoa? → Kiireellinen apu: optional; Hätä" in titles
    assert "Hoito & kuntoutus → Tuki päättyy: parallel" in titles


def test_ids_begin_with_the_prefix_and_are_unique() -> None:
    svg = draw(SMALL, "fi", prefix="kedja-2")
    ids = re.findall(r' id="([^"]*)"', svg)
    assert ids
    assert len(set(ids)) == len(ids)
    assert all(id.startswith("kedja-2-") for id in ids)


def test_a_picture_with_links_is_no_image_to_assistive_technology() -> None:
    root = parsed(draw(SMALL, "fi", lambda id: f"#stage-{id}" if id == "s1" else None))
    assert root.get("role") == "group"  # the parts of an image are not told
    (link,) = root.iterfind(".//s:a", NS)
    assert link.get("href") == "#stage-s1"
    assert str(link.findtext("s:title", namespaces=NS)).startswith("Tarvitaanko hoitoa?")


def test_a_file_of_its_own_links_each_card_to_its_first_web_address() -> None:
    links = [link.get("href") for link in parsed(document(SMALL, "fi")).iterfind(".//s:a", NS)]
    assert links == ["https://neuvonta.example/yhteys", "https://hoito.example/ohje?a=1&b=2"]


def test_hostile_texts_stay_text() -> None:
    for svg in (document(hostile(), "fi"), draw(hostile(), "fi")):
        root = parsed(svg)
        assert {etree.QName(element).localname for element in root.iter()} <= {
            *("svg", "title", "desc", "style", "g", "rect", "path", "polygon", "text"),
            *("circle", "polyline", "line", "ellipse"),
        }
        assert not root.xpath("//@*[starts-with(name(), 'on')] | //@style")
        assert root.findall(".//s:a", NS) == []
        titles = "\n".join(names(root))
        for text in HOSTILE_TEXTS[:4]:
            assert text in titles


def test_an_inline_picture_needs_no_style_and_loads_nothing() -> None:
    svg = draw(SMALL, "fi")
    assert "style" not in svg
    assert "url(" not in svg
    assert re.findall(r"https?://[^\"' <]*", svg) == ["http://www.w3.org/2000/svg"]


def test_a_file_of_its_own_carries_the_letters_it_is_written_in() -> None:
    style = parsed(document(SMALL, "fi")).findtext("s:style", namespaces=NS)
    assert style is not None
    addresses = re.findall(r"url\(([^)]*)\)", style)
    assert len(addresses) == 2
    letters = set()
    for address in addresses:
        assert address.startswith("data:font/woff;base64,")
        letters |= set(TTFont(BytesIO(b64decode(address.partition(",")[2]))).getBestCmap())
    assert set(map(ord, "Yhteydenottopäivällä≤7vrk&?")) <= letters
    assert len(letters) < 60


def test_every_line_is_as_wide_as_it_was_measured() -> None:
    drawn = board(SMALL, font_measure(), "fi")
    widths = {
        line.text: font_measure().width(line.text, line.style)
        for card in drawn.cards.values()
        for line in card.title
    }
    written = {
        text.text: float(str(text.get("textLength")))
        for text in parsed(draw(SMALL, "fi")).iterfind(".//s:text", NS)
    }
    for line, width in widths.items():
        assert written[line] == pytest.approx(width, abs=0.01)


@pytest.mark.parametrize("title", ["Hoito 🙂", "العربية", "עברית ja suomi"])
def test_a_line_with_letters_that_the_font_lacks_is_not_stretched(title: str) -> None:
    pathway = SMALL.replacing({"s1": replace(SMALL.stages[1], title={"fi": title})})
    lines = {text.text: text for text in parsed(draw(pathway, "fi")).iterfind(".//s:text", NS)}
    assert lines[title].get("textLength") is None
    assert lines[title].get("lengthAdjust") is None
    assert lines["Asiakas"].get("textLength") is not None


def test_forms_tell_decisions_ends_and_emergencies_apart() -> None:
    def shapes(id: str) -> list[str]:
        (group,) = (
            g for g in root.iterfind(".//s:g[@role='img']", NS) if str(g.get("aria-label")) == id
        )
        return [
            etree.QName(shape).localname
            for shape in group
            if etree.QName(shape).localname in {"rect", "polygon"}
        ]

    root = parsed(draw(SMALL, "fi"))
    by_title = {name.partition(";")[0]: shapes(name) for name in names(root)}
    assert by_title["Yhteydenotto päivällä"] == ["rect"]
    assert by_title["Tarvitaanko hoitoa?"] == ["polygon"]
    assert by_title["Tuki päättyy"] == ["rect", "rect"]
    assert by_title["Kiireellinen apu"] == ["rect", "rect"]


def test_the_exporter_writes_the_leading_language() -> None:
    assert made_by(SVG.build) == document(SMALL, "fi")


def test_a_card_where_customers_come_in_is_marked_and_says_so() -> None:
    first = SMALL.stages[0]
    marked = SMALL.replacing({first.id: replace(first, start=True)})
    before, after = parsed(draw(SMALL, "en")), parsed(draw(marked, "en"))
    assert "customers come in here" in names(after)[0]
    assert len(list(after.iter("{*}polygon"))) == len(list(before.iter("{*}polygon"))) + 1


@pytest.mark.parametrize("words", ["", "ä 🙂", "\"<&>\r\n\tä'", "&lt;", "x\x00\ufffe"])
def test_elements_with_words_equals_plain_elements(words: str) -> None:
    cleaned = clean(words)
    link = ET.Element("a", {"href": cleaned, "xlink:href": cleaned})
    ET.SubElement(link, "desc", {"id": cleaned}).text = cleaned
    written = opened("a", {"href": words, "xlink:href": words}) + in_words("desc", words, id=words)
    assert f"{written}</a>" == ET.tostring(link, encoding="unicode")
    group = ET.Element("g", {"role": "img", "aria-label": cleaned})
    ET.SubElement(group, "title").text = cleaned
    assert f"{told(words)}</g>" == ET.tostring(group, encoding="unicode")


@settings(deadline=None, max_examples=50)
@given(random_pathways(max_stages=8))
def test_what_is_written_at_once_equals_plain_elements(pathway: Pathway) -> None:
    """Elements read back and written by ElementTree are the same text, escaped alike."""
    _written_as_python_writes(draw(pathway, "fi"))
    _written_as_python_writes(draw(pathway, "fi", lambda id: f'?"<&>={id}'))


def test_hostile_texts_written_at_once_equals_plain_elements() -> None:
    _written_as_python_writes(draw(hostile(), "fi"))
    _written_as_python_writes(draw(hostile(), "fi", lambda id: f'?"<&>={id}'))


def _written_as_python_writes(svg: str) -> None:
    written = svg.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)
    assert ET.tostring(ET.fromstring(written), encoding="unicode") == written  # noqa: S314 - ours
