"""The verbs of arranging: what goes where, what stays, and that each is one step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.arrange import (
    Stages,
    branch,
    insert_between,
    put_between,
    remove_with_stages,
    set_for_all,
    stage_towards,
)
from model.change import Add, Change
from model.codes import Flow, HandoverKind, NoteKind, StageKind
from model.document import Document
from model.integrity import broken_links
from model.parts import StageParticipant
from model.pathway import Cell, Pathway
from model.records import Handover, Note, Stage, Waiver
from tests.pathways import At, build, random_pathways

TITLE = {"fi": "Uusi"}


def board() -> Pathway:
    return build(
        phases=["Tunnistaminen", "Hoito", "Seuranta"],
        actors=["Asiakas", "Lääkäri", "Hoitaja"],
        stages=[
            At("Oire", 0, 0, 0),
            At("Arvio", 1, 0, 1),
            At("Käynti", 1, 1, 0),
            At("Ohjaus", 2, 1, 0),
            At("Soitto", 2, 2, 1),
        ],
        arrows=[(0, 1, "jos huoli"), (1, 2), (1, 3), (3, 4)],
    )


def done(pathway: Pathway, change: Change) -> Pathway:
    document = Document(pathway)
    assert document.do(change).ops[: len(change.ops)] == change.ops
    following = document.pathway
    assert not list(broken_links(following))
    document.undo()
    assert document.pathway == pathway
    return following


def cell(pathway: Pathway, id: str) -> Cell:
    stage = pathway.find(Stage, id)
    assert stage is not None
    return stage.actor, stage.phase, stage.column


def cells(pathway: Pathway) -> dict[str, Cell]:
    return {stage.id: cell(pathway, stage.id) for stage in pathway.stages}


def arrows(pathway: Pathway) -> set[tuple[str, str]]:
    return {(arrow.source, arrow.target) for arrow in pathway.handovers}


def test_a_branch_stands_below_its_sibling_and_follows_what_leads_to_that() -> None:
    change = branch(board(), "s2", TITLE)
    following = done(board(), change)
    added = change.ops[0].id
    assert cell(following, added) == cell(following, "s2")
    assert following.in_cell("a1", "p1", 0)[-1].id == added
    assert ("s1", added) in arrows(following)
    assert change.label == "Add “Uusi”"


def test_a_branch_beside_a_beginning_is_a_beginning() -> None:
    change = branch(board(), "s0", {})
    assert len(change.ops) == 1
    assert not branch(board(), "gone", TITLE)


def test_a_branch_does_not_follow_the_stage_that_it_stands_beside() -> None:
    pathway = build(stages=[At("Arvio")], arrows=[(0, 0)])
    assert len(branch(pathway, "s0", TITLE).ops) == 1


def test_a_stage_towards_a_cell_takes_the_next_free_one_there() -> None:
    change = stage_towards(board(), "s0", ("a1", "p1", 0), TITLE)
    following = done(board(), change)
    assert cell(following, change.ops[0].id) == ("a1", "p1", 1)
    assert ("s0", change.ops[0].id) in arrows(following)
    assert not stage_towards(board(), "gone", ("a1", "p1", 0), TITLE)


def test_a_stage_between_two_keeps_what_is_said_of_the_handover() -> None:
    said = Handover(
        id="h0",
        source="s0",
        target="s1",
        kind=HandoverKind.REFERRAL,
        flow=Flow.OPTIONAL,
        condition={"fi": "jos huoli"},
    )
    pathway = board().replacing({"h0": said})
    change = insert_between(pathway, "h0", TITLE)
    following = done(pathway, change)
    added = change.ops[0].id
    assert following["h0"] == replace(said, target=added)
    (onward,) = following.leaving(added)
    assert onward == Handover(id=onward.id, source=added, target="s1")
    assert cell(following, added) == ("a0", "p0", 1)
    assert not insert_between(pathway, "gone", TITLE)


def test_a_stage_put_between_two_stays_in_its_cell() -> None:
    change = put_between(board(), "h0", "s4")
    following = done(board(), change)
    assert cells(following) == cells(board())
    assert arrows(following) == arrows(board()) - {("s0", "s1")} | {("s0", "s4"), ("s4", "s1")}
    assert following["h0"] == replace(board().leaving("s0")[0], target="s4")
    assert change.label == "Put “Soitto” between"


def test_put_between_says_nothing_twice() -> None:
    plain, told = ("s0", "s2"), Handover(id="h9", source="s2", target="s1", condition=TITLE)
    pathway = board().replacing(
        {"h8": Handover(id="h8", source=plain[0], target=plain[1]), "h9": told}
    )
    following = done(pathway, put_between(pathway, "h0", "s2"))
    assert [arrow.id for arrow in following.leaving("s0")] == ["h0"]
    assert [arrow.id for arrow in following.leaving("s2")] == ["h9"]


@pytest.mark.parametrize(
    ("handover", "stage"), [("h0", "s0"), ("h0", "s1"), ("x", "s4"), ("h0", "x")]
)
def test_put_between_makes_no_handover_from_a_stage_to_itself(handover: str, stage: str) -> None:
    assert not put_between(board(), handover, stage)


def test_stages_of_a_lane_move_to_free_columns_of_another() -> None:
    change = remove_with_stages(board(), "a1", "a2")
    following = done(board(), change)
    assert "a1" not in following
    assert cell(following, "s1") == ("a2", "p0", 1)
    assert cell(following, "s2") == ("a2", "p1", 1)
    assert cell(following, "s3") == ("a2", "p1", 0)
    assert arrows(following) == arrows(board())
    assert change.label == "Remove “Lääkäri”"


def test_stages_of_a_lane_stay_without_one_or_go_too() -> None:
    alone = done(board(), remove_with_stages(board(), "a1", None))
    assert cell(alone, "s1") == (None, "p0", 1)
    assert len(alone.stages) == 5
    gone = done(board(), remove_with_stages(board(), "a1", Stages.GO_TOO))
    assert set(cells(gone)) == {"s0", "s3", "s4"}
    assert arrows(gone) == {("s3", "s4")}


def test_stages_of_a_phase_come_after_those_of_an_earlier_one() -> None:
    following = done(board(), remove_with_stages(board(), "p1", "p0"))
    assert cell(following, "s2") == ("a1", "p0", 2)
    assert cell(following, "s3") == ("a2", "p0", 2)
    assert cell(following, "s1") == ("a1", "p0", 1)


def test_stages_of_a_phase_come_before_those_of_a_later_one() -> None:
    following = done(board(), remove_with_stages(board(), "p1", "p2"))
    assert cell(following, "s2") == ("a1", "p2", 0)
    assert cell(following, "s4") == ("a2", "p2", 2)


def test_what_was_said_of_a_lane_is_said_of_the_one_its_stages_moved_to() -> None:
    note = Note(id="n0", order="a0", kind=NoteKind.IDEA, text=TITLE, actor="a1", phase="p0")
    waiver = Waiver(id="w0", rule="RES-01", about="a1")
    pathway = board().replacing(
        {
            "s0": replace(
                board().stages[0], participants=(StageParticipant(actor="a1", task=TITLE),)
            ),
            "h1": Handover(id="h1", source="s1", target="s2", sender="a1"),
            "n0": note,
            "w0": waiver,
        }
    )
    following = done(pathway, remove_with_stages(pathway, "a1", "a2"))
    stage = following.find(Stage, "s0")
    assert stage is not None
    assert stage.participants == (StageParticipant(actor="a2", task=TITLE),)
    assert following["h1"] == Handover(id="h1", source="s1", target="s2", sender="a2")
    assert following["n0"] == replace(note, actor="a2")
    assert "w0" not in following


@pytest.mark.parametrize(("id", "to"), [("s0", "a1"), ("a1", "a1"), ("a1", "p0"), ("x", None)])
def test_only_lanes_and_phases_go_and_only_to_others_of_their_kind(id: str, to: str | None) -> None:
    assert not remove_with_stages(board(), id, to)


def test_one_field_of_many() -> None:
    change = set_for_all(
        board(), ["s0", "s1", "h0", "gone", "s0"], "kind", StageKind.NEED_ASSESSMENT
    )
    following = done(board(), change)
    assert [stage.kind for stage in following.stages[:2]] == [StageKind.NEED_ASSESSMENT] * 2
    assert change.label == "Edit 2 things"
    assert "h0" not in change.touched
    assert not set_for_all(board(), ["s0"], "id", "x")
    assert not set_for_all(board(), ["s0"], "no_such_field", 1)
    assert set_for_all(board(), ["s0"], "start", value=True).label == "Edit “Oire”"


def test_one_lane_for_many_puts_them_beside_each_other() -> None:
    following = done(board(), set_for_all(board(), ["s2", "s3", "s1"], "actor", "a0"))
    assert cell(following, "s1") == ("a0", "p0", 1)
    assert cell(following, "s2") == ("a0", "p1", 0)
    assert cell(following, "s3") == ("a0", "p1", 1)


def test_one_phase_for_many_puts_them_into_free_columns() -> None:
    following = done(board(), set_for_all(board(), ["s1", "s4"], "phase", "p1"))
    assert cell(following, "s1") == ("a1", "p1", 1)
    assert cell(following, "s4") == ("a2", "p1", 1)


@given(random_pathways(max_stages=15), st.integers(0, 30), st.integers(0, 30))
def test_stages_that_move_together_keep_their_order_in_free_cells(
    pathway: Pathway, number: int, other: int
) -> None:
    homes = [*pathway.actors, *pathway.phases]
    if not homes:
        return
    gone = homes[number % len(homes)]
    targets = [None, *(home.id for home in homes if type(home) is type(gone) and home is not gone)]
    to = targets[other % len(targets)]
    following = done(pathway, remove_with_stages(pathway, gone.id, to))
    assert len(following.stages) == len(pathway.stages)
    moved = [stage.id for stage in pathway.stages if gone.id in {stage.actor, stage.phase}]
    others = {id: cell for id, cell in cells(pathway).items() if id not in moved}
    now = cells(following)
    assert {now[id] for id in moved}.isdisjoint({now[id] for id in others})
    was = cells(pathway)
    for one in moved:
        for two in moved:
            if was[one][:2] == was[two][:2] and was[one][2] < was[two][2]:
                assert now[one][2] < now[two][2]


@given(random_pathways(max_stages=12), st.integers(0, 50), st.integers(0, 50))
def test_between_and_beside_every_change_is_one_whole_step(
    pathway: Pathway, number: int, other: int
) -> None:
    stages, handovers = pathway.stages, pathway.handovers
    if not stages or not handovers:
        return
    stage, arrow = stages[number % len(stages)], handovers[other % len(handovers)]
    for change in (
        branch(pathway, stage.id, TITLE),
        insert_between(pathway, arrow.id, TITLE),
        put_between(pathway, arrow.id, stage.id),
        stage_towards(pathway, stage.id, (None, None, 0), TITLE),
    ):
        following = done(pathway, change) if change else pathway
        assert cells(pathway).items() <= cells(following).items()
        added = [op.record for op in change.ops if isinstance(op, Add)]
        assert len(following) >= len(pathway) or len(added) <= 1
