"""The PDF of a board, read back as a reader would."""

from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from exporters.diagram.pdf import PDF
from exporters.diagram.pdf_document import LONGEST_SIDE, Sheet
from exporters.exporter import Options
from model.layout import board, font_measure
from model.layout.geometry import Board
from model.pathway import Pathway
from tests.exporters.diagram.drawn import OPTIONS, SMALL, hostile, made_by
from tests.pathways import At, build, random_pathways

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject


def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data), strict=True)


@pytest.fixture(scope="module")
def small() -> PdfReader:
    return read(made_by(PDF.build))


def outline(reader: PdfReader) -> list[Any]:
    """Return bookmarks as titles, those below one as a list after it."""

    def titles(items: Any) -> list[Any]:
        return [titles(item) if isinstance(item, list) else item.title for item in items]

    return titles(reader.outline)


def links(reader: PdfReader) -> dict[str, list[float]]:
    annotations = [
        cast("DictionaryObject", item.get_object()) for item in reader.pages[0].annotations or []
    ]
    return {
        str(cast("DictionaryObject", annotation["/A"])["/URI"]): [
            float(side) for side in cast("list[float]", annotation["/Rect"])
        ]
        for annotation in annotations
    }


def test_the_page_is_as_large_as_the_board(small: PdfReader) -> None:
    drawn = board(SMALL, font_measure(), "fi")
    (page,) = small.pages
    assert float(page.mediabox.width) == pytest.approx(drawn.width * 0.75, abs=0.01)
    assert float(page.mediabox.height) == pytest.approx(drawn.height * 0.75, abs=0.01)


def test_its_text_can_be_searched_and_copied(small: PdfReader) -> None:
    text = " ".join(small.pages[0].extract_text().split())
    for words in ("Yhteydenotto päivällä", "Hoito & kuntoutus", "Kiireellinen", "≤ 7 vrk", "Hätä"):
        assert words in text
    assert "\t" not in small.pages[0].extract_text()


def test_it_says_its_title_and_language(small: PdfReader) -> None:
    assert small.metadata is not None
    assert small.metadata.title == "Tyypin 2 diabetes"
    assert str(small.root_object["/Lang"]) == "fi"
    preferences = cast("DictionaryObject", small.root_object["/ViewerPreferences"])
    assert str(preferences["/DisplayDocTitle"]) == "True"
    assert small.metadata.creation_date == OPTIONS.made_at


def test_the_shipped_font_is_inside(small: PdfReader) -> None:
    resources = cast("DictionaryObject", small.pages[0]["/Resources"])
    fonts = [
        cast("DictionaryObject", font.get_object())
        for font in cast("DictionaryObject", resources["/Font"]).values()
    ]
    assert len(fonts) == 2
    for font in fonts:
        assert "KetjupajaSans" in str(font["/BaseFont"])
        (inner,) = cast("list[DictionaryObject]", font["/DescendantFonts"])
        descendant = cast("DictionaryObject", inner.get_object())
        assert "/FontFile2" in cast("DictionaryObject", descendant["/FontDescriptor"])


def test_each_card_links_to_its_first_web_address(small: PdfReader) -> None:
    drawn = board(SMALL, font_measure(), "fi")
    found = links(small)
    assert set(found) == {"https://neuvonta.example/yhteys", "https://hoito.example/ohje?a=1&b=2"}
    box = drawn.cards["s2"].box
    left, bottom, right, top = found["https://hoito.example/ohje?a=1&b=2"]
    page_top = float(small.pages[0].mediabox.top)
    assert left == pytest.approx(box.x * 0.75, abs=0.01)
    assert right == pytest.approx(box.right * 0.75, abs=0.01)
    assert page_top - top == pytest.approx(box.y * 0.75, abs=0.01)
    assert page_top - bottom == pytest.approx(box.bottom * 0.75, abs=0.01)


def test_bookmarks_are_the_phases_and_their_stages(small: PdfReader) -> None:
    assert outline(small) == [
        "Alku",
        ["Yhteydenotto päivällä", "Tarvitaanko hoitoa?"],
        "Hoito",
        ["Hoito & kuntoutus", "Tuki päättyy", "Kiireellinen apu"],
    ]


def test_the_same_pathway_gives_the_same_bytes() -> None:
    assert made_by(PDF.build) == made_by(PDF.build)


def test_hostile_texts_and_addresses_stay_text() -> None:
    data = made_by(PDF.build, hostile())
    assert links(read(data)) == {}
    assert b"/JavaScript" not in data
    assert b"/Launch" not in data


@settings(deadline=None, max_examples=10)
@given(random_pathways(max_stages=8))
def test_any_pathway_gives_a_readable_file(pathway: Pathway) -> None:
    assert len(read(made_by(PDF.build, pathway)).pages) == 1


def test_stages_outside_all_phases_are_bookmarked() -> None:
    pathway = build(stages=(At("Missä?", None, None),))
    english = Options(languages=("en",), made_at=OPTIONS.made_at)
    assert outline(read(made_by(PDF.build, pathway, english))) == ["No phase", ["Missä?"]]


def test_a_board_longer_than_readers_show_is_drawn_smaller() -> None:
    board_of_a_dream = Board(40_000, 1_000, (), (), (), {}, {})
    sheet = Sheet.holding(board_of_a_dream)
    assert sheet.width == LONGEST_SIDE
    assert sheet.height == pytest.approx(360)
