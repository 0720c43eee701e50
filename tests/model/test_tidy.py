"""Tidying: better or nothing, within lanes and phases, in one step, and over with one time."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model import file
from model.document import Document
from model.integrity import broken_links
from model.layout import board, font_measure
from model.layout.geometry import Board
from model.pathway import Cell, Pathway
from model.records import Stage
from model.tidy import Tangle, tangle, tidy
from model.tidy.tangle import Tangles
from samples import SAMPLES
from tests.pathways import At, build, crowded, random_pathways

BOARDS = random_pathways(max_stages=14, max_actors=4, max_phases=3, max_columns=4)


def everything(pathway: Pathway) -> frozenset[str]:
    return frozenset(stage.id for stage in pathway.stages)


def tidied(pathway: Pathway, scope: frozenset[str] | None = None) -> Pathway:
    change = tidy(pathway, everything(pathway) if scope is None else scope)
    return change.applied_to(pathway)[0]


def columns(pathway: Pathway) -> dict[str, int]:
    return {stage.id: stage.column for stage in pathway.stages}


def places(pathway: Pathway) -> dict[str, tuple[Cell, int]]:
    """Return each stage's cell and its place in it."""
    return {
        stage.id: (cell, pathway.in_cell(*cell).index(stage))
        for stage in pathway.stages
        for cell in [(stage.actor, stage.phase, stage.column)]
    }


def test_a_row_drawn_the_wrong_way_round_is_turned() -> None:
    pathway = build(
        actors=["A"],
        phases=["P"],
        stages=[At("Loppu", column=0), At("Keski", column=1), At("Alku", column=2)],
        arrows=[(2, 1), (1, 0)],
    )
    assert columns(tidied(pathway)) == {"s2": 0, "s1": 1, "s0": 2}


def test_empty_columns_are_closed() -> None:
    pathway = build(
        actors=["A", "B"],
        phases=["P"],
        stages=[At("Yksi", 0, column=1), At("Kaksi", 1, column=5), At("Kolme", 0, column=9)],
        arrows=[(0, 1), (1, 2)],
    )
    assert columns(tidied(pathway)) == {"s0": 0, "s1": 1, "s2": 2}


def test_stages_without_handovers_keep_their_order() -> None:
    pathway = build(
        actors=["A"], phases=["P"], stages=[At(str(n), column=3 * (4 - n)) for n in range(4)]
    )
    assert columns(tidied(pathway)) == {"s3": 0, "s2": 1, "s1": 2, "s0": 3}


def test_a_shorter_handover_is_no_reason_to_change_the_order_of_a_lane() -> None:
    pathway = build(
        actors=["A"],
        phases=["P", "Q"],
        stages=[At("Yksi"), At("Kaksi", column=1), At("Loppu", phase=1)],
        arrows=[(0, 2)],
    )
    assert not tidy(pathway, everything(pathway))


def test_a_loop_keeps_the_way_that_it_is_drawn() -> None:
    pathway = build(
        actors=["A"],
        phases=["P"],
        stages=[At(str(n), column=n) for n in range(3)],
        arrows=[(0, 1), (1, 2), (2, 0)],
    )
    assert not tidy(pathway, everything(pathway))


def test_stages_of_one_cell_are_put_in_the_order_of_those_they_lead_to() -> None:
    pathway = build(
        actors=["A", "B", "C"],
        phases=["P", "Q"],
        stages=[At("alas", 1), At("ylös", 1), At("Y", 0, 1), At("A", 2, 1)],
        arrows=[(0, 3), (1, 2)],
    )
    change = tidy(pathway, everything(pathway))
    assert [stage.id for stage in change.applied_to(pathway)[0].in_cell("a1", "p0", 0)] == [
        "s1",
        "s0",
    ]
    assert tangle(change.applied_to(pathway)[0]).crossings < tangle(pathway).crossings
    assert change.label == "Tidy 2 stages"


def test_cells_of_others_are_respected() -> None:
    pathway = build(
        actors=["A"],
        phases=["P"],
        stages=[At("Muu", column=0), At("Oma", column=4), At("Toinen", column=7)],
        arrows=[(1, 2)],
    )
    assert columns(tidied(pathway, frozenset({"s1", "s2"}))) == {"s0": 0, "s1": 1, "s2": 2}


def test_what_is_in_order_or_not_there_changes_nothing() -> None:
    assert not tidy(build(), frozenset())
    assert not tidy(build(), frozenset({"gone"}))
    pathway = build(actors=["A"], phases=["P"], stages=[At("Yksi", column=3)])
    assert not tidy(pathway, frozenset())


@given(BOARDS, st.sets(st.integers(0, 13)))
def test_nothing_but_columns_and_orders_of_the_scope_changes(
    pathway: Pathway, numbers: set[int]
) -> None:
    ids = [stage.id for stage in pathway.stages]
    scope = frozenset(ids[number] for number in numbers if number < len(ids))
    change = tidy(pathway, scope)
    assert change.touched <= scope
    assert {op.field for op in change.ops if hasattr(op, "field")} <= {"column", "order"}
    following = change.applied_to(pathway)[0]
    assert not list(broken_links(following))
    before, after = places(pathway), places(following)
    outside = [id for id in ids if id not in scope]
    assert [after[id][0] for id in outside] == [before[id][0] for id in outside]
    taken = {before[id][0] for id in outside}
    moved = {id for id in scope if after[id][0] != before[id][0]}
    assert not {after[id][0] for id in moved} & taken
    assert not tangle(following).cost > tangle(pathway).cost


@given(BOARDS)
def test_tidied_is_better_or_the_same_and_stays_as_it_is(pathway: Pathway) -> None:
    change = tidy(pathway, everything(pathway))
    following = change.applied_to(pathway)[0]
    before, after = tangle(pathway), tangle(following)
    assert after.knots <= before.knots
    assert (after.cost < before.cost) == bool(change)
    assert not tidy(following, everything(following))


@given(BOARDS)
def test_undo_and_redo_are_exact(pathway: Pathway) -> None:
    document = Document(pathway)
    done = document.do(tidy(pathway, everything(pathway)))
    tidy_board = document.pathway
    document.undo()
    assert document.pathway == pathway
    document.redo()
    assert document.pathway == tidy_board
    assert done.inverse().applied_to(tidy_board)[0] == pathway
    assert file.dumps(document.pathway) == file.dumps(tidy_board)


@given(BOARDS)
def test_the_same_pathway_is_tidied_alike(pathway: Pathway) -> None:
    shuffled = Pathway(sorted(pathway.values(), key=lambda record: record.id, reverse=True))
    assert tidy(shuffled, everything(shuffled)) == tidy(pathway, everything(pathway))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_samples_get_no_worse(sample: object) -> None:
    pathway = file.read(sample.path)  # type: ignore[attr-defined]
    assert tangle(tidied(pathway)).knots <= tangle(pathway).knots


def test_crowded_boards_get_clearer() -> None:
    for seed in range(3):
        pathway = crowded(seed, stages=25, columns=3)
        before, after = tangle(pathway), tangle(tidied(pathway))
        assert after.knots < before.knots
        assert after.columns <= before.columns


def _crossings_drawn(drawn: Board) -> int:
    across, down = [], []
    for arrow in drawn.arrows.values():
        for start, end in pairwise(arrow.points):
            if start.y == end.y:
                across.append((min(start.x, end.x), max(start.x, end.x), start.y))
            else:
                down.append((min(start.y, end.y), max(start.y, end.y), start.x))
    return sum(
        left < x < right and top < y < bottom
        for left, right, y in across
        for top, bottom, x in down
    )


@pytest.mark.parametrize("seed", range(8))
def test_crossings_are_those_of_the_drawn_board(seed: int) -> None:
    pathway = crowded(seed, stages=30)
    assert tangle(pathway).crossings == _crossings_drawn(board(pathway, font_measure()))


@given(BOARDS, st.lists(st.tuples(st.integers(0, 13), st.integers(0, 4)), max_size=4))
def test_a_tangle_is_the_same_whatever_was_routed_before(
    pathway: Pathway, moves: list[tuple[int, int]]
) -> None:
    followed = Tangles()
    followed.of(pathway)
    for number, column in moves:
        if number < len(pathway.stages):
            stage = pathway.stages[number]
            pathway = pathway.replacing({stage.id: replace(stage, column=column)})
            assert followed.of(pathway) == tangle(pathway)


def test_what_a_tangle_counts() -> None:
    pathway = build(
        actors=["A", "B"],
        phases=["P"],
        stages=[At("1", 0), At("2", 1), At("3", 0, column=1), At("4", 1, column=1)],
        arrows=[(0, 3), (1, 2), (3, 1)],
    )
    found = tangle(pathway)
    assert (found.backward, found.columns, found.length) == (1, 2, 5)
    assert found.crossings >= 1
    assert isinstance(found, Tangle)
    assert isinstance(pathway["s0"], Stage)


def test_a_search_that_is_told_to_stop_looks_at_nothing_more() -> None:
    pathway = crowded(1)
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 5

    begun = tidy(pathway, everything(pathway), stop)
    assert asked < 20
    assert tangle(begun.applied_to(pathway)[0]).cost <= tangle(pathway).cost
    assert not tidy(pathway, everything(pathway), lambda: True)
