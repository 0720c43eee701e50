"""Order as a value: there is always a place between, before and after."""

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.order import is_order, last_order, order_at


class Thing(NamedTuple):
    order: str


@settings(deadline=None)
@given(st.lists(st.integers(0, 40), max_size=80))
def test_what_is_put_at_a_place_lies_there(places: list[int]) -> None:
    things: list[Thing] = []
    for wish in places:
        place = min(wish, len(things))
        thing = Thing(order_at(wish, things))
        things.insert(place, thing)
        assert is_order(thing.order)
    assert things == sorted(things)
    assert len(set(things)) == len(things)


@pytest.mark.parametrize("place", [0, 1])
def test_a_thousand_at_one_place_still_make_an_order_that_files_take(place: int) -> None:
    things = [Thing("a0"), Thing("a1")]
    for _number in range(1000):
        things.insert(place, Thing(order_at(place, things)))
    assert things == sorted(things)
    assert max(len(thing.order) for thing in things) < 500


def test_twins_make_room_after_both() -> None:
    twins = [Thing("a0"), Thing("a0"), Thing("a1")]
    assert "a0" < order_at(1, twins) < "a1"
    assert order_at(0, twins) < "a0"
    assert last_order(twins) > "a1"


@pytest.mark.parametrize("key", ["", "5", "zz", "a00", "A" + "0" * 26, "a", "aä"])
def test_what_is_no_order(key: str) -> None:
    assert not is_order(key)
