"""Folded lanes and phases: thin, without texts on their cards, and gone without a trace."""

import pytest
from msgspec.structs import replace

from model.codes import Sector
from model.layout import Shown, board, cell_at, cell_box, font_measure
from model.layout.geometry import Board
from model.layout.metrics import FOLDED_PHASE_WIDTH, FOLDED_SIZE
from model.records import Phase
from tests.model.layout.faults import faults
from tests.pathways import At, build, crowded

MEASURE = font_measure()
PATHWAY = build(
    phases=["Tunnistaminen", "Arviointi ja hoidon suunnittelu", "Hoito"],
    actors=[("Perusterveydenhuollon vastaanotto", Sector.PRIMARY), "Asiakas", "Kunta"],
    stages=[
        At("Yhteydenotto", 1, 0),
        At("Hoidon tarpeen arvio", 0, 1),
        At("Tutkimukset", 0, 1, 1),
        At("Yhteinen suunnitelma", 0, 1, 2),
        At("Hoito alkaa", 2, 2),
        At("Omahoito", 1, 2),
    ],
    arrows=[
        (0, 1, "huoli"),
        (1, 2, "jos tarpeen"),
        (2, 3),
        (3, 4, "sovittu"),
        (4, 5, "tuki"),
        (5, 4),
    ],
)


def folded(*ids: str) -> Board:
    return board(PATHWAY, MEASURE, shown=Shown(frozenset(ids)))


def test_a_folded_lane_is_one_line_with_its_name_and_number_of_stages() -> None:
    whole, drawn = folded(), folded("a0")
    lane = drawn.lanes[0]
    assert lane.folded
    assert lane.strip.height < whole.lanes[0].strip.height / 3
    (name,), (number,) = lane.name, lane.sector_name
    assert name.text.endswith("…")
    assert "Perusterveydenhuollon".startswith(name.text[:-1])
    assert number.text == "3"
    assert [each.folded for each in drawn.lanes] == [True, False, False]
    assert faults(drawn, MEASURE) == []


def test_a_folded_phase_is_narrow_and_keeps_its_number() -> None:
    whole, drawn = folded(), folded("p1", "p2")
    assert drawn.phases[1].strip.width < whole.phases[1].strip.width / 3
    assert drawn.phases[1].title[0].text.startswith("2 ")
    assert [line.text for line in drawn.phases[2].title] == ["3"]
    assert drawn.phases[2].strip.width >= FOLDED_PHASE_WIDTH
    assert drawn.phases[1].header.height == whole.phases[0].header.height
    assert faults(drawn, MEASURE) == []


def test_cards_of_what_is_folded_are_slivers_without_texts() -> None:
    drawn = folded("a0", "p2")
    in_lane, in_phase = drawn.cards["s1"], drawn.cards["s5"]
    assert in_lane.folded
    assert in_lane.title == ()
    assert in_lane.box.height == FOLDED_SIZE
    assert in_phase.folded
    assert in_phase.box.width == FOLDED_SIZE
    assert not drawn.cards["s0"].folded
    assert drawn.cards["s0"].title


def test_arrows_still_arrive_and_those_out_of_what_is_folded_say_nothing() -> None:
    drawn = folded("a0")
    assert drawn.arrows.keys() == folded().arrows.keys()
    assert [id for id, arrow in sorted(drawn.arrows.items()) if arrow.label] == ["h0", "h4"]


def test_the_label_to_a_folded_lane_lies_in_the_lane_that_it_comes_from() -> None:
    pathway = build(
        phases=["A"],
        actors=["B", "C"],
        stages=[At("1"), At("2", 1), At("3", 0, 0, 2), At("4", 0, 0, 4)],
        arrows=[(1, 0, "ylös"), (3, 2, "takaisin")],
    )
    drawn = board(pathway, MEASURE, shown=Shown(frozenset({"a0"})))
    assert faults(drawn, MEASURE) == []
    label = drawn.arrows["h0"].label
    assert label
    assert label.box.y > drawn.lanes[1].strip.y
    assert drawn.arrows["h1"].label is None


def test_many_lanes_and_phases_folded_make_the_board_clearly_smaller() -> None:
    pathway = crowded(3)
    whole = board(pathway, MEASURE)
    half = frozenset([f"a{place}" for place in range(6)] + [f"p{place}" for place in range(3)])
    drawn = board(pathway, MEASURE, shown=Shown(half))
    assert drawn.height < 0.8 * whole.height
    assert drawn.width < 0.75 * whole.width
    everything = frozenset(pathway)
    smallest = board(pathway, MEASURE, shown=Shown(everything))
    assert smallest.width * smallest.height < whole.width * whole.height / 6
    assert faults(smallest, MEASURE) == []


def test_unfolding_leaves_no_trace_and_other_ids_mean_nothing() -> None:
    assert board(PATHWAY, MEASURE, shown=Shown(frozenset({"s0", "h1", "nobody"}))) == folded()


@pytest.mark.parametrize("ids", [("a0",), ("p1",), ("a0", "p1"), ("p0", "p1", "p2")])
def test_the_middle_of_a_folded_card_is_in_its_cell(ids: tuple[str, ...]) -> None:
    drawn = folded(*ids)
    for stage in PATHWAY.stages:
        cell = (stage.actor, stage.phase, stage.column)
        card = drawn.cards[stage.id].box
        assert cell_at(drawn, card.centre) == cell
        assert (cell_box(drawn, cell).x, cell_box(drawn, cell).width) == (card.x, card.width)


def test_a_long_title_of_a_folded_phase_makes_no_header_higher() -> None:
    phase = PATHWAY["p1"]
    assert isinstance(phase, Phase)
    longer = PATHWAY.replacing({"p1": replace(phase, title={"fi": "Pitkä " * 40})})
    shown = Shown(frozenset({"p1"}))
    headers = [board(each, MEASURE, shown=shown).phases[1].header for each in (PATHWAY, longer)]
    assert headers[0] == headers[1]
