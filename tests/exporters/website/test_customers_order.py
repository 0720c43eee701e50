"""The customer's order: phase by phase, each stage after those that lead to it."""

import pytest
from hypothesis import given

from exporters.website.customers_order import in_customers_order
from exporters.website.reading import numbers, parts
from model.pathway import Pathway
from tests.pathways import At, build, random_pathways


def ordered(pathway: Pathway) -> list[str]:
    return [stage.title["fi"] for stage in in_customers_order(pathway)]


def test_a_stage_comes_after_those_that_lead_to_it() -> None:
    """On the board the result lies above the tests, in the same column."""
    pathway = build(
        phases=["Arviointi"],
        actors=["Hoitaja", "Laboratorio"],
        stages=[At("Tulokset", 0), At("Kokeet", 1)],
        arrows=[(1, 0)],
    )
    assert [stage.title["fi"] for stage in pathway.stages] == ["Tulokset", "Kokeet"]
    assert ordered(pathway) == ["Kokeet", "Tulokset"]


def test_ways_that_part_are_told_one_after_the_other() -> None:
    pathway = build(
        phases=["Hoito"],
        actors=["A", "B"],
        stages=[At("Alku"), At("Ryhmä", 0, 0, 1), At("Vertainen", 0, 0, 2), At("Lääkäri", 1, 0, 1)],
        arrows=[(0, 1), (0, 3), (1, 2)],
    )
    assert ordered(pathway) == ["Alku", "Ryhmä", "Vertainen", "Lääkäri"]


def test_a_round_begins_where_one_comes_into_it() -> None:
    pathway = build(
        phases=["Hoito", "Seuranta"],
        actors=["A"],
        stages=[At("Hoito"), At("Muutos", 0, 1, 0), At("Seuranta", 0, 1, 1)],
        arrows=[(0, 2), (2, 1), (1, 2)],
    )
    assert ordered(pathway) == ["Hoito", "Seuranta", "Muutos"]


def test_what_ways_leave_open_is_in_the_order_of_the_board() -> None:
    pathway = build(
        phases=["A"], actors=["A"], stages=[At("1"), At("2", 0, 0, 1), At("3", 0, 0, 2)]
    )
    assert ordered(pathway) == ["1", "2", "3"]


@given(pathway=random_pathways(max_stages=15))
def test_every_stage_has_its_place_in_its_phase(pathway: Pathway) -> None:
    stages = in_customers_order(pathway)
    assert sorted(stage.id for stage in stages) == sorted(stage.id for stage in pathway.stages)
    on_board = [stage.phase for stage in pathway.stages]
    assert [stage.phase for stage in stages] == on_board
    assert in_customers_order(Pathway(reversed(list(pathway.values())))) == stages


def test_stages_are_numbered_by_part_and_place() -> None:
    pathway = build(
        phases=["A", "B", "C"],
        actors=["A"],
        stages=[At("1"), At("2", 0, 2), At("3", 0, 2, 1), At("4", 0, None)],
    )
    assert list(numbers(pathway).values()) == ["1.1", "2.1", "2.2", "3.1"]
    assert [part.phase.title["fi"] if part.phase else None for part in parts(pathway)] == [
        "A",
        "C",
        None,
    ]


@pytest.mark.parametrize("size", [400])
def test_a_large_phase_takes_no_time_worth_telling(size: int) -> None:
    """Each stage leads to the next; the board has them the other way round."""
    pathway = build(
        phases=["A"],
        actors=["A"],
        stages=[At(str(n), 0, 0, size - n) for n in range(size)],
        arrows=[(n, n + 1) for n in range(size - 1)],
    )
    assert ordered(pathway) == [str(n) for n in range(size)]
