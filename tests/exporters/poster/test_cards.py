"""Sheets of paper cards, read back from their PDF."""

from io import BytesIO
from typing import Any

import pdfplumber
import pytest
from msgspec.structs import replace

from exporters.exporter import ExportError
from exporters.poster import CardChoice, build_cards
from exporters.poster.cards import A_SHEET, MOST_BLANK, card_box, check_cards
from exporters.poster.words import new_numbers
from model.cards import number_cards
from model.pathway import Pathway
from model.records import LAST_CARD, Actor, Stage
from tests.exporters.diagram.drawn import OPTIONS, SMALL, hostile
from tests.pathways import At, build

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


def numbers(choice: CardChoice, pathway: Pathway = SMALL) -> list[int]:
    return [int(text.split()[0]) for text in cards(choice, pathway)]


def with_card(pathway: Pathway, id: str, number: int) -> Pathway:
    stage = pathway.find(Stage, id)
    assert stage is not None
    return pathway.replacing({id: replace(stage, card_number=number)})


def test_the_last_number_stops_no_numbering() -> None:
    top = with_card(with_card(SMALL, "s0", LAST_CARD), "s1", LAST_CARD)
    found = numbers(CardChoice(blank=3), top)
    assert sorted(found) == [1, 2, 3, 4, 5, 6, 7, LAST_CARD]


def test_blank_cards_never_have_the_number_of_a_stage() -> None:
    with pytest.raises(ExportError, match=r"Card 1 is on the board already.* is 6\."):
        pages(CardChoice(first_blank=1))
    gap = with_card(SMALL, "s1", 40)
    assert numbers(CardChoice(stages=False, blank=4, first_blank=38), gap) == [38, 39, 41, 42]
    assert numbers(CardChoice(stages=False, blank=2, first_blank=1), SMALL) == [1, 2]


def test_more_stages_than_numbers_are_refused_in_words() -> None:
    full = build(stages=[At("Vaihe")] * (LAST_CARD + 1))
    with pytest.raises(ExportError, match="more stages than that"):
        check_cards(full, CardChoice(blank=0))


def test_it_is_told_which_numbers_stages_get() -> None:
    assert "the numbers 1–5." in new_numbers(SMALL)
    assert "the numbers 41–44." in new_numbers(with_card(SMALL, "s1", 40))
    assert not new_numbers(number_cards(SMALL).applied_to(SMALL)[0])


def test_what_is_long_goes_on_in_a_second_line() -> None:
    name = "Terveysaseman puhelin ja takaisinsoitto, sähköinen asiointi"
    actor = SMALL.find(Actor, "a0")
    assert actor is not None
    long = SMALL.replacing({"a0": replace(actor, name={"fi": name})})
    first = cards(CardChoice(blank=0), long)[0]
    assert "takaisinsoitto," in first
    assert "asiointi" in first
    assert "…" not in first
