"""Sheets of paper cards, read back from their PDF."""

from io import BytesIO
from typing import Any

import pdfplumber
import pytest

from exporters.exporter import ExportError
from exporters.poster import CardChoice, build_cards
from exporters.poster.cards import A_SHEET, MOST_BLANK, card_box
from model.cards import number_cards
from model.pathway import Pathway
from tests.exporters.diagram.drawn import OPTIONS, SMALL, hostile
from tests.pathways import build

MM = 25.4 / 72


def quiet(_share: float) -> None:
    pass


def pages(choice: CardChoice, pathway: Pathway = SMALL) -> list[Any]:
    return list(pdfplumber.open(BytesIO(build_cards(pathway, OPTIONS, choice, quiet))).pages)


def cards(choice: CardChoice, pathway: Pathway = SMALL) -> list[str]:
    """Return the text of each card that is not empty, cut out along the lines."""
    found = []
    for page in pages(choice, pathway):
        for place in range(A_SHEET):
            box = card_box(place)
            corners = (box.x / MM, box.y / MM, box.right / MM, box.bottom / MM)
            found.append(" ".join((page.crop(corners).extract_text() or "").split()))
    return [text for text in found if text]


def test_each_stage_has_a_card_with_what_is_known() -> None:
    found = cards(CardChoice(blank=0))
    assert len(found) == len(SMALL.stages)
    assert found[0].startswith("1 Yhteydenotto päivällä")
    for known in ("Asiakas", "Alku", "Neuvonta"):
        assert known in found[0]
    assert any("≤ 7 vrk" in text for text in found)


def test_blank_cards_go_on_with_the_numbers() -> None:
    count = len(SMALL.stages)
    found = cards(CardChoice(blank=10))
    assert [int(text.split()[0]) for text in found] == list(range(1, count + 11))
    chosen = cards(CardChoice(stages=False, blank=3, first_blank=40))
    assert [int(text.split()[0]) for text in chosen] == [40, 41, 42]


def test_printed_numbers_are_those_that_the_pathway_keeps() -> None:
    numbered, _done = number_cards(SMALL).applied_to(SMALL)
    assert cards(CardChoice(), numbered) == cards(CardChoice(), SMALL)


def test_sheets_are_a4_and_cut_lines_run_through_to_the_edge() -> None:
    page = pages(CardChoice())[0]
    assert (page.width * MM, page.height * MM) == pytest.approx((210, 297), abs=0.1)
    long = [line for line in page.lines if max(line["width"], line["height"]) * MM > 150]
    upright = sorted(line["x0"] * MM for line in long if line["height"] > line["width"])
    level = sorted(line["top"] * MM for line in long if line["width"] > line["height"])
    assert upright == pytest.approx([10, 105, 200], abs=0.1)
    assert level == pytest.approx([10, 79.25, 148.5, 217.75, 287], abs=0.1)


def test_long_and_hostile_texts_stay_on_their_card() -> None:
    for page in pages(CardChoice(), hostile()):
        for letter in page.chars:
            assert letter["x0"] * MM > 10
            assert letter["x1"] * MM < 200
            assert not 104 < letter["x0"] * MM < 106


@pytest.mark.parametrize(
    "choice",
    [
        CardChoice(blank=-1),
        CardChoice(blank=MOST_BLANK + 1),
        CardChoice(first_blank=-4),
        CardChoice(first_blank=990),
    ],
)
def test_impossible_numbers_are_refused_in_words(choice: CardChoice) -> None:
    with pytest.raises(ExportError, match="999"):
        pages(choice)


def test_no_cards_at_all_are_refused_in_words() -> None:
    with pytest.raises(ExportError, match="no cards"):
        pages(CardChoice(blank=0), build())
