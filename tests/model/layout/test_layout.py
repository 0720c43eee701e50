"""The board's geometry: nothing lies on anything that it may not, and all is where it belongs."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from model import edits, file
from model.codes import ChannelKind, HandoverKind, Sector, StageKind
from model.layout import board, cell_at, cell_box, font_measure
from model.layout.geometry import Arrow, Board, Point
from model.messages import speaking, spoken_language
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Channel, Handover, Stage
from model.text import read_span
from tests.model.layout.faults import faults
from tests.pathways import At, build, crowded, orders, random_pathways

MEASURE = font_measure()
SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.ketju"))

# All kinds of ways at once: up and down, in pairs and threes, back, around and to itself,
# in a shared cell, and with stages that lack an actor or a phase.
TANGLED = build(
    phases=["Tunnistaminen", "Hoito ja tuki, joka on erittäin pitkä otsikko"],
    actors=[
        ("Asiakas", Sector.CUSTOMER),
        ("Sote-keskus", Sector.PRIMARY),
        ("Nuorisopsykiatria ja erikoissairaanhoidon konsultaatiotiimi", Sector.SPECIALIST),
    ],
    stages=[
        At("Yhteydenotto", 0, 0),
        At("Alkukartoitus ja esitietolomakkeet", 1, 0),
        At("Konsultaatio", 2, 0),
        At("Lastensuojelutarpeenselvitystyöryhmä", 1, 1),
        At("Kolme samassa", 1, 1),
        At("", 1, 1),
        At("Ilman toimijaa", None, 1, 1),
        At("Ilman vaihetta", 0, None),
        At("Kauempana", 2, 1, 2),
        At("Ylhäällä", 0, 1, 2),
    ],
    arrows=[
        *((0, 1), (1, 2, "konsultaatio"), (2, 1, "hoitopalaute"), (1, 3, "lähete"), (3, 4)),
        *((4, 5, "jatkuu"), (5, 3, "palaa alkuun"), (3, 3, "itseensä"), (6, 0, "takaisin")),
        *((7, 7), (8, 9, "ylös"), (9, 8, "alas"), (9, 8, "kolmas"), (4, 8), (8, 4, "takaisin")),
        *((6, 8), (0, 8, "yli kaiken"), (8, 0, "ja takaisin"), (5, 5, "oma"), (5, 5, "toinen")),
    ],
)


def laid_out(pathway: Pathway) -> Board:
    return board(pathway, MEASURE)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(random_pathways())
def test_random_pathways_have_no_faults(pathway: Pathway) -> None:
    assert faults(laid_out(pathway), MEASURE) == []


@pytest.mark.parametrize("seed", range(8))
def test_crowded_boards_have_no_faults(seed: int) -> None:
    assert faults(laid_out(crowded(seed)), MEASURE) == []


def test_a_tangle_has_no_faults() -> None:
    assert faults(laid_out(TANGLED), MEASURE) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_have_no_faults(path: Path) -> None:
    assert faults(laid_out(file.read(path)), MEASURE) == []


@pytest.mark.parametrize(
    "pathway",
    [
        build(),
        build(phases=["Hoito"]),
        build(actors=["Asiakas"]),
        build(phases=["Hoito", ""], actors=["Asiakas", "Sote-keskus"]),
        build(stages=[At("Yksin", None, None)]),
        build(stages=[At("Kaukana", None, None, 30)]),
    ],
)
def test_boards_with_little_on_them_have_no_faults(pathway: Pathway) -> None:
    drawn = laid_out(pathway)
    assert faults(drawn, MEASURE) == []
    assert drawn.width > 0
    assert drawn.height > 0
    assert [lane.id for lane in drawn.lanes if lane.id] == [actor.id for actor in pathway.actors]
    assert [phase.id for phase in drawn.phases if phase.id] == [p.id for p in pathway.phases]


def test_equal_pathways_have_equal_boards() -> None:
    pathway = crowded(1)
    turned = Pathway(reversed(list(pathway.values())))
    assert laid_out(turned) == laid_out(pathway)


def test_stages_without_actor_or_phase_stand_in_a_last_lane_and_column() -> None:
    drawn = laid_out(build(phases=["A"], actors=["B"], stages=[At("Irti", None, None)]))
    assert [lane.id for lane in drawn.lanes] == ["a0", None]
    assert [phase.id for phase in drawn.phases] == ["p0", None]
    card = drawn.cards["s0"].box
    assert card.x > drawn.columns[0].strip.right
    assert card.y > drawn.lanes[0].strip.bottom


def test_a_lane_and_a_phase_without_stages_have_room_for_some() -> None:
    drawn = laid_out(build(phases=["A", "B"], actors=["C", "D"], stages=[At("Vaihe")]))
    assert drawn.columns[1].strip.width >= drawn.cards["s0"].box.width
    assert drawn.lanes[1].strip.height >= 50


def test_cards_of_one_cell_stand_below_each_other_in_their_order() -> None:
    drawn = laid_out(TANGLED)
    boxes = [drawn.cards[id].box for id in ("s3", "s4", "s5")]
    assert len({box.x for box in boxes}) == 1
    assert all(upper.bottom < lower.y for upper, lower in pairwise(boxes))


def test_adding_a_handover_leaves_the_shapes_of_the_others() -> None:
    pathway = crowded(2)
    change = edits.connect(pathway, "s3", "s30")
    after, _ = change.applied_to(pathway)
    before = laid_out(pathway).arrows
    assert len(after) == len(pathway) + 1
    assert {id: _turns(arrow) for id, arrow in laid_out(after).arrows.items() if id in before} == {
        id: _turns(arrow) for id, arrow in before.items()
    }


def _turns(arrow: Arrow) -> list[tuple[bool, bool]]:
    """Tell of each segment whether it leads right or left, down or up, or along neither."""
    return [(b.x > a.x, b.y > a.y) for a, b in pairwise(arrow.points)]


def points(drawn: Board, id: str) -> tuple[Point, ...]:
    return drawn.arrows[id].points


def test_neighbours_in_a_row_are_joined_by_one_straight_line() -> None:
    drawn = laid_out(
        build(phases=["A"], actors=["B"], stages=[At("1"), At("2", column=2)], arrows=[(0, 1)])
    )
    start, end = points(drawn, "h0")
    assert (start.x, end.x) == (drawn.cards["s0"].box.right, drawn.cards["s1"].box.x)
    assert start.y == end.y == drawn.cards["s0"].box.centre.y


def test_neighbours_in_a_column_are_joined_by_one_straight_line() -> None:
    drawn = laid_out(
        build(phases=["A"], actors=["B", "C"], stages=[At("1"), At("2", 1)], arrows=[(0, 1)])
    )
    start, end = points(drawn, "h0")
    assert (start.y, end.y) == (drawn.cards["s0"].box.bottom, drawn.cards["s1"].box.y)
    assert start.x == end.x == drawn.cards["s0"].box.centre.x


def test_an_arrow_onward_to_another_lane_bends_twice() -> None:
    drawn = laid_out(
        build(phases=["A"], actors=["B", "C"], stages=[At("1"), At("2", 1, 0, 1)], arrows=[(0, 1)])
    )
    assert len(points(drawn, "h0")) == 4
    assert points(drawn, "h0")[0].x == drawn.cards["s0"].box.right
    assert points(drawn, "h0")[-1].x == drawn.cards["s1"].box.x


def test_an_arrow_goes_around_the_cards_between() -> None:
    stages = [At("1"), At("2", column=1), At("3", column=2)]
    drawn = laid_out(build(phases=["A"], actors=["B"], stages=stages, arrows=[(0, 2), (2, 0)]))
    onward, back = points(drawn, "h0"), points(drawn, "h1")
    assert min(point.y for point in onward) < drawn.cards["s1"].box.y
    assert max(point.y for point in back) > drawn.cards["s1"].box.bottom


def test_a_label_is_the_condition_else_the_name_of_the_kind() -> None:
    pathway = build(
        Handover(id="h0", source="s0", target="s1", kind=HandoverKind.REFERRAL),
        Handover(
            id="h1",
            source="s1",
            target="s0",
            kind=HandoverKind.REFERRAL,
            condition={"fi": "Huoli jatkuu", "sv": "Oron fortsätter"},
        ),
        Handover(id="h2", source="s0", target="s0"),
        phases=["A"],
        actors=["B"],
        stages=[At("1"), At("2", column=1)],
        arrows=[(0, 1), (1, 0), (0, 0)],
    )
    assert _label(laid_out(pathway), "h1") == "Huoli jatkuu"
    assert _label(board(pathway, MEASURE, "sv"), "h1") == "Oron fortsätter"
    assert _label(board(pathway, MEASURE, "en"), "h0") == "referral"
    assert _label(laid_out(pathway), "h2") == ""


def _label(drawn: Board, id: str) -> str:
    label = drawn.arrows[id].label
    return " ".join(line.text for line in label.lines) if label else ""


def test_a_card_shows_its_whole_title_its_signs_and_its_first_time_target() -> None:
    channels = [
        Channel(id=f"c{place}", order=order, kind=kind, digital=False)
        for place, (kind, order) in enumerate(
            zip([*ChannelKind, ChannelKind.PHONE], orders(len(ChannelKind) + 1), strict=True)
        )
    ]
    title = "Neuropsykiatrisen kuntoutussuunnitelman tarkistus ja jatkosta sopiminen"
    stage = Stage(
        id="s0",
        order="a0",
        title={"fi": title},
        kind=StageKind.FOLLOW_UP,
        channels=tuple(channel.id for channel in channels),
        time_targets=(
            TimeTarget(limit=read_span("7 arkipäivää rajatuille ryhmille")),
            TimeTarget(limit=read_span("3 kk")),
        ),
    )
    card = laid_out(build(stage, *channels)).cards["s0"]
    shown = "".join(line.text.removesuffix("-") for line in card.title)
    assert shown.replace(" ", "") == title.replace(" ", "")
    assert [symbol.sign for symbol in card.symbols] == [StageKind.FOLLOW_UP, *ChannelKind]
    assert card.time
    assert " ".join(line.text for line in card.time.lines) == "7 arkipäivää rajatuille ryhmille"


def test_headers_tell_number_title_name_and_sector() -> None:
    pathway = build(phases=["Tunnistaminen"], actors=[("Kuntoutus", Sector.SPECIALIST)])
    drawn = board(pathway, MEASURE, "en")
    assert [line.text for line in drawn.phases[0].title] == ["1 Tunnistaminen"]
    assert [line.text for line in drawn.lanes[0].name] == ["Kuntoutus"]
    assert " ".join(line.text for line in drawn.lanes[0].sector_name) == "specialised health care"


def test_headers_speak_the_language_of_the_board() -> None:
    pathway = build(stages=[At("Irti", None, None)])
    with speaking("fi"):
        drawn = board(pathway, MEASURE, "en")
        assert spoken_language() == "fi"
    assert [line.text for line in drawn.lanes[0].name] == ["No actor"]
    assert [line.text for line in drawn.phases[0].title] == ["No phase"]


def test_the_middle_of_a_card_is_in_its_cell() -> None:
    pathway = TANGLED
    drawn = laid_out(pathway)
    for stage in pathway.stages:
        cell = (stage.actor, stage.phase, stage.column)
        assert cell_at(drawn, drawn.cards[stage.id].box.centre) == cell
        box = cell_box(drawn, cell)
        card = drawn.cards[stage.id].box
        assert (box.x, box.width) == (card.x, card.width)
        assert box.y < card.y
        assert card.bottom < box.bottom


def test_a_gap_between_lanes_belongs_to_the_nearer_one() -> None:
    drawn = laid_out(build(phases=["A"], actors=["B", "C"]))
    upper, lower = (lane.strip for lane in drawn.lanes)
    x = drawn.columns[0].strip.centre.x
    assert cell_at(drawn, Point(x, upper.bottom + 1)) == ("a0", "p0", 0)
    assert cell_at(drawn, Point(x, lower.y - 1)) == ("a1", "p0", 0)


def test_there_is_no_cell_on_headers_or_outside() -> None:
    drawn = laid_out(build(phases=["A"], actors=["B"]))
    lane, phase = drawn.lanes[0], drawn.phases[0]
    assert cell_at(drawn, lane.header.centre) is None
    assert cell_at(drawn, phase.header.centre) is None
    assert cell_at(drawn, Point(-5, -5)) is None
    assert cell_at(laid_out(build(phases=["A"])), Point(drawn.width / 2, 60)) is None


def test_a_new_column_begins_where_its_phase_ends() -> None:
    drawn = laid_out(build(phases=["A", "B"], actors=["C"]))
    assert cell_box(drawn, ("a0", "p0", 5)).x > drawn.columns[0].strip.right
    with pytest.raises(KeyError):
        cell_box(drawn, ("a9", "p0", 0))
    with pytest.raises(KeyError):
        cell_box(drawn, ("a0", None, 0))


def test_a_handover_to_a_missing_stage_is_not_drawn() -> None:
    pathway = build(
        Handover(id="h0", source="s0", target="gone"),
        phases=["A"],
        actors=["B"],
        stages=[At("1")],
        arrows=[(0, 0)],
    )
    assert laid_out(pathway).arrows == {}


def test_a_stage_may_have_any_number_of_arrows() -> None:
    many = 30
    drawn = laid_out(
        build(
            phases=["A"],
            actors=[f"Toimija {place}" for place in range(many)],
            stages=[At("Päätös"), *(At("Jatko", place, 0, 1) for place in range(many))],
            arrows=[(0, place + 1, "jos näin on") for place in range(many)],
        )
    )
    assert faults(drawn, MEASURE) == []
    assert len({arrow.points[0] for arrow in drawn.arrows.values()}) == many


def test_an_arrow_tells_whether_it_leads_to_another_actor() -> None:
    pathway = build(
        phases=["A"], actors=["B", "C"], stages=[At("1"), At("2", 1)], arrows=[(0, 1), (0, 0)]
    )
    drawn = laid_out(pathway)
    assert drawn.arrows["h0"].crosses_actors
    assert not drawn.arrows["h1"].crosses_actors
    stage = pathway["s1"]
    assert isinstance(stage, Stage)
    moved = pathway.replacing({"s1": replace(stage, actor="a0", column=1)})
    assert not laid_out(moved).arrows["h0"].crosses_actors
