"""What Word's accessibility checker asks for, and what makes a file open everywhere."""

from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace

from exporters.exporter import Exporter
from exporters.word import MINUTES, WORD
from exporters.word.elements import element, paragraph
from exporters.word.pieces import line
from model.file import read
from samples import SAMPLES, Sample
from tests.exporters.diagram.drawn import SMALL, hostile
from tests.exporters.word.conftest import without_pictures
from tests.exporters.word.reading import (
    headings,
    lines,
    made,
    opened,
    paragraphs,
    parts,
    style_of,
    without_skips,
    words_of,
)
from tests.hostile_texts.filling import FEWER, missing, shifted, shown_in
from tests.hostile_texts.filling import marked as marked_texts
from tests.sparing import one_in

T2D = read(SAMPLES[0].path)
EACH = pytest.mark.parametrize("exporter", [WORD, MINUTES], ids=lambda exporter: exporter.name)

_MAY_BE_EMPTY = {"Picture", "SectionEnd"}


@cache
def sample(exporter: Exporter) -> bytes:
    """Return a long document, for speed without its pictures."""
    with pytest.MonkeyPatch.context() as here:
        without_pictures(here)
        return made(exporter, T2D, "fi")


@EACH
def test_headings_go_down_one_level_at_a_time(exporter: Exporter) -> None:
    found = headings(sample(exporter))
    assert len(found) > 10
    assert without_skips(found)
    assert all(heading.words.strip() for heading in found)


@EACH
def test_the_document_has_one_title_and_no_empty_paragraphs(exporter: Exporter) -> None:
    styles = [style_of(each) for each in paragraphs(sample(exporter))]
    assert styles.count("Title") == 1
    empty = {style_of(each) for each in paragraphs(sample(exporter)) if not words_of(each)}
    assert empty <= _MAY_BE_EMPTY


@EACH
def test_every_style_used_is_there(exporter: Exporter) -> None:
    roots = parts(sample(exporter))
    known = {style.get(qn("w:styleId")) for style in roots["word/styles.xml"].iter(qn("w:style"))}
    used = {
        each.get(qn("w:val"))
        for root in roots.values()
        for each in root.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    }
    assert used <= known
    assert {"Title", "Heading1", "Heading2", "ListBullet", "PathwayTable"} <= used | {"ListBullet"}


@EACH
def test_tables_have_header_rows_and_neither_merged_nor_blank_cells(exporter: Exporter) -> None:
    document = parts(sample(exporter))["word/document.xml"]
    tables = list(document.iter(qn("w:tbl")))
    assert len(tables) > 3
    for table in tables:
        rows = table.findall(qn("w:tr"))
        assert len(rows) > 1
        assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [
            True,
            *(False for _row in rows[1:]),
        ]
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        assert {len(row.findall(qn("w:tc"))) for row in rows} == {len(table.find(qn("w:tblGrid")))}
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}").get(qn("w:val"))
        assert all(words_of(cell).strip() for cell in table.iter(qn("w:tc")))
    assert not list(document.iter(qn("w:gridSpan"), qn("w:vMerge")))


def test_pictures_are_told_in_words() -> None:
    pictures = list(parts(made(WORD, SMALL, "fi"))["word/document.xml"].iter(qn("wp:docPr")))
    assert len(pictures) == 3
    assert all("vaihetta" in each.get("descr") for each in pictures)
    assert len({each.get("id") for each in pictures}) == len(pictures)


@EACH
def test_the_contents_list_the_headings_and_lead_to_them(exporter: Exporter) -> None:
    data = sample(exporter)
    deepest = 3 if exporter is WORD else 1
    entries = [each for each in paragraphs(data) if style_of(each) in {"TOC1", "TOC2", "TOC3"}]
    told = [(int(style_of(each)[-1]), words_of(each)) for each in entries]
    assert told == [tuple(each) for each in headings(data) if each.level <= deepest]
    signs = [
        sign.get(qn("w:fldCharType")) for each in entries for sign in each.iter(qn("w:fldChar"))
    ]
    assert signs == ["begin", "separate", "end"]


@EACH
def test_links_inside_lead_somewhere(exporter: Exporter) -> None:
    document = parts(sample(exporter))["word/document.xml"]
    starts = list(document.iter(qn("w:bookmarkStart")))
    names = [each.get(qn("w:name")) for each in starts]
    ids = [each.get(qn("w:id")) for each in starts]
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)
    assert sorted(ids) == sorted(
        each.get(qn("w:id")) for each in document.iter(qn("w:bookmarkEnd"))
    )
    led_to = {each.get(qn("w:anchor")) for each in document.iter(qn("w:hyperlink"))} - {None}
    assert led_to
    assert led_to <= set(names)


@EACH
@pytest.mark.parametrize("language", one_in(3, ["sv", "fi", "en"]))
def test_the_language_of_the_document_is_said(
    exporter: Exporter, language: str, without_qt: str
) -> None:
    assert without_qt
    data = made(exporter, T2D, language)
    (default,) = parts(data)["word/styles.xml"].iter(qn("w:lang"))
    assert default.get(qn("w:val")) == {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}[language]
    assert opened(data).core_properties.language == language


def test_words_in_another_language_say_so(without_qt: str) -> None:
    assert without_qt
    data = made(WORD, T2D, "en")
    runs = parts(data)["word/document.xml"].iter(qn("w:r"))
    tagged = {
        words_of(run): run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val"))
        for run in runs
        if run.find(f"{qn('w:rPr')}/{qn('w:lang')}") is not None
    }
    assert tagged[T2D.info.not_for["fi"]] == "fi-FI"
    assert T2D.info.title["en"] not in tagged


@EACH
def test_the_same_pathway_gives_the_same_bytes(exporter: Exporter) -> None:
    data = made(exporter, SMALL, "fi")
    assert data == made(exporter, SMALL, "fi")
    with ZipFile(BytesIO(data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@EACH
def test_the_file_says_what_it_is_and_who_answers_for_it(exporter: Exporter) -> None:
    properties = opened(sample(exporter)).core_properties
    assert "Tyypin 2 diabetes" in properties.title
    assert properties.author == "Esimerkin hyvinvointialue"
    assert properties.created is not None
    assert properties.created.isoformat() == "2026-11-22T12:00:00+00:00"
    assert properties.created == properties.modified


@EACH
def test_pages_are_numbered(exporter: Exporter) -> None:
    footers = [root for name, root in parts(sample(exporter)).items() if "footer" in name]
    codes = [each.get(qn("w:instr")) for root in footers for each in root.iter(qn("w:fldSimple"))]
    assert [code.strip() for code in codes] == ["PAGE", "NUMPAGES"]
    assert words_of(footers[0]).startswith("Sivu ")


@EACH
def test_nothing_but_links_leads_outside(exporter: Exporter) -> None:
    for data in (sample(exporter), made(exporter, hostile(), "fi")):
        for name, root in parts(data).items():
            outside = [each for each in root if each.get("TargetMode") == "External"]
            assert all(name == "word/_rels/document.xml.rels" for _each in outside)
            assert all(each.get("Type").endswith("/hyperlink") for each in outside)
            addresses = [each.get("Target") for each in outside]
            assert all(
                each.startswith(("https:", "http:", "mailto:", "tel:")) for each in addresses
            )
            assert all(each.isascii() and " " not in each for each in addresses)


@EACH
@pytest.mark.parametrize("shift", FEWER)
def test_hostile_texts_stay_text(exporter: Exporter, shift: int, without_qt: str) -> None:
    assert without_qt
    said = "\n".join(lines(made(exporter, marked_texts().pathway, "fi")))
    places = shown_in(said)
    assert len(places) > (120 if exporter is WORD else 5)
    filled = shifted(shift)
    data = made(exporter, filled.pathway, "fi")
    opened(data)
    told = "\n".join(lines(data))
    alone = [place for place in places if not place.endswith((".url", ".value", ".typed"))]
    assert missing(filled.texts, alone, told) == []


def test_texts_without_end_are_told_whole(without_qt: str) -> None:
    assert without_qt
    long = "pitkä sana " * 5_000
    pathway = marked_texts().pathway
    info = replace(pathway.info, title={"fi": long}, description={"fi": "x" * 60_000})
    data = made(WORD, pathway.replacing({info.id: info}), "fi")
    assert "x" * 60_000 in lines(data)
    assert len(opened(data).core_properties.title) == 255


@pytest.mark.every
@EACH
@pytest.mark.parametrize("each", SAMPLES, ids=lambda each: each.name)
def test_every_sample_is_accessible(exporter: Exporter, each: Sample) -> None:
    for language in ("fi", "sv"):
        data = made(exporter, read(each.path), language)
        assert without_skips(headings(data))
        opened(data)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ud800", "\ufffe", "\uffff"])
def test_no_character_that_xml_cannot_hold_gets_into_an_element(character: str) -> None:
    words = f"Koti{character}hoito"
    made_of = paragraph("Normal", line(words), str)
    assert words_of(made_of) == "Kotihoito"
    named = element("w:tblCaption", val=words)
    assert named.get(qn("w:val")) == "Kotihoito"
