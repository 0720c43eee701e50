"""Where an outline's stages and lanes go: straight steps between lanes, near neighbours."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.outline.board import Place, Spot, places
from exporters.outline.lanes import lane_order
from exporters.outline.reading import read
from model.codes import PhaseKind, Sector, StageKind
from model.ids import Id
from model.layout import board, font_measure
from model.records import Actor
from samples import SAMPLES, Sample

CARE = PhaseKind.CARE


def actors(*sectors: Sector) -> list[Actor]:
    return [Actor(id=f"a{n}", order=f"a{n}", sector=sector) for n, sector in enumerate(sectors)]


def care(*lanes: Id) -> list[Spot]:
    """Return stages of the care phase, s0 onward, in those lanes."""
    return [Spot(f"s{n}", lane, StageKind.GUIDANCE) for n, lane in enumerate(lanes)]


def columns(found: dict[Id, Place]) -> list[int]:
    return [found[id].column for id in sorted(found)]


def test_a_step_within_a_lane_takes_a_column_and_one_to_another_lane_none() -> None:
    spots = care("a", "b", "b", "c")
    found = places(spots, [("s0", "s1"), ("s1", "s2"), ("s2", "s3")], "abc")
    assert columns(found) == [0, 0, 1, 1]


def test_a_step_that_a_card_would_stand_in_the_way_of_takes_a_column() -> None:
    spots = care("a", "b", "c")
    found = places(spots, [("s0", "s1"), ("s0", "s2")], "abc")
    assert columns(found) == [0, 0, 1]


def test_a_card_leaves_an_arrow_its_way() -> None:
    spots = care("a", "c", "b")
    found = places(spots, [("s0", "s1")], "abc")
    assert columns(found) == [0, 0, 1]


def test_a_step_back_to_the_first_lane_takes_the_next_column() -> None:
    spots = care("a", "b", "a")
    found = places(spots, [("s0", "s1"), ("s1", "s2")], "ab")
    assert columns(found) == [0, 0, 1]


@settings(deadline=None)  # networkx is imported at the first use
@given(st.data())
def test_no_cell_holds_two_and_arrows_in_a_column_go_straight(data: st.DataObject) -> None:
    lanes = data.draw(st.permutations("abcde"))
    spots = care(*data.draw(st.lists(st.sampled_from("abcde"), min_size=1, max_size=12)))
    number = st.integers(0, len(spots) - 1)
    steps = data.draw(st.lists(st.tuples(number, number), max_size=24))
    edges = [(f"s{one}", f"s{other}") for one, other in steps if one < other]
    found = places(spots, edges, lanes)
    cells = defaultdict[int, dict[Id, int]](dict)
    for spot in spots:
        assert found[spot.id].phase is CARE
        cells[found[spot.id].column][spot.id] = lanes.index(spot.actor)
    for rows in cells.values():
        assert len(set(rows.values())) == len(rows)
        for source, target in edges:
            if source in rows and target in rows:
                upper, lower = sorted((rows[source], rows[target]))
                assert not any(upper < row < lower for row in rows.values())
    assert all(found[source].column <= found[target].column for source, target in edges)


def test_lanes_that_hand_over_to_each_other_stand_side_by_side() -> None:
    ways = [("a0", "a4"), ("a4", "a1"), ("a1", "a3"), ("a3", "a2")]
    order = lane_order(actors(Sector.CUSTOMER, *[Sector.PRIMARY] * 4), ways)
    assert order == ("a0", "a4", "a1", "a3", "a2")


def test_the_more_arrows_the_nearer() -> None:
    ways = [("a0", "a1"), *[("a0", "a2")] * 2]
    assert lane_order(actors(Sector.CUSTOMER, *[Sector.NGO] * 2), ways) == ("a0", "a2", "a1")


def test_customers_and_close_ones_stay_on_top_in_their_order() -> None:
    people = actors(Sector.PRIMARY, Sector.CLOSE_ONE, Sector.NGO, Sector.CUSTOMER)
    order = lane_order(people, [("a1", "a2"), ("a2", "a0")])
    assert order == ("a1", "a3", "a2", "a0")


@pytest.mark.parametrize("count", [0, 1, 2, 21, 300])
def test_lanes_without_arrows_stay_in_their_order(count: int) -> None:
    listed = actors(*[Sector.PRIMARY] * count)
    assert lane_order(listed, []) == tuple(actor.id for actor in listed)


@given(st.lists(st.tuples(*[st.sampled_from("abcdef")] * 2), max_size=12))
def test_no_single_move_of_a_lane_would_bring_it_nearer(ways: list[tuple[Id, Id]]) -> None:
    listed = [Actor(id=id, order=f"a{n}", sector=Sector.NGO) for n, id in enumerate("abcdef")]
    order = lane_order(listed, ways)

    def passed(lanes: list[Id]) -> int:
        return sum(abs(lanes.index(one) - lanes.index(other)) for one, other in ways)

    for lane in order:
        rest = [other for other in order if other != lane]
        for place in range(len(order)):
            assert passed([*rest[:place], lane, *rest[place:]]) >= passed(list(order))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_shipped_outline_is_no_strip(sample: Sample) -> None:
    """A screen is 1.8 times as wide as high; one column for each step made boards of 3.2."""
    outline = sample.path.parent / "outlines" / f"{sample.name}.yaml"
    drawn = board(read(outline.read_text("utf-8")).pathway, font_measure())
    assert drawn.width / drawn.height < 2.8
