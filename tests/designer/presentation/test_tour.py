"""The order in which stages are shown."""

import pytest
from msgspec.structs import replace

from designer.ui.presentation.tour import tour
from model.file import read
from model.pathway import Pathway
from model.records import Stage
from samples import SAMPLES
from tests.pathways import At, build


def chain(arrows: list[tuple[int, int]], stages: int) -> Pathway:
    """Return a pathway of that many stages, one in each column."""
    return build(
        phases=("Hoito",),
        actors=("Sote-keskus",),
        stages=[At(f"Vaihe {place}", column=place) for place in range(stages)],
        arrows=arrows,
    )


def test_it_follows_the_handovers_not_the_places_on_the_board() -> None:
    assert tour(chain([(0, 2), (2, 1)], 3)) == ("s0", "s2", "s1")


def test_a_branch_is_followed_to_its_end_and_where_branches_meet_comes_after_all() -> None:
    split = chain([(0, 1), (0, 3), (1, 2), (2, 4), (3, 4)], 5)
    assert tour(split) == ("s0", "s1", "s2", "s3", "s4")


def test_a_way_back_is_not_followed() -> None:
    assert tour(chain([(0, 1), (1, 2), (2, 0), (2, 2)], 3)) == ("s0", "s1", "s2")


def test_it_begins_where_customers_come_in() -> None:
    pathway = chain([(0, 1), (2, 1)], 3)
    start = pathway.find(Stage, "s2")
    assert start is not None
    marked = pathway.replacing({"s2": replace(start, start=True)})
    assert tour(pathway) == ("s0", "s2", "s1")
    assert tour(marked) == ("s2", "s0", "s1")


def test_a_loop_that_nothing_leads_into_is_shown_too() -> None:
    assert tour(chain([(1, 2), (2, 1)], 3)) == ("s0", "s1", "s2")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_each_stage_is_shown_once(sample: object) -> None:
    pathway = read(sample.path)  # type: ignore[attr-defined]
    shown = tour(pathway)
    assert len(shown) == len(set(shown))
    assert set(shown) == {stage.id for stage in pathway.stages}


def test_thousands_of_stages_in_a_row_are_no_deeper_than_one() -> None:
    long = chain([(place, place + 1) for place in range(2999)], 3000)
    assert tour(long) == tuple(f"s{place}" for place in range(3000))
