"""From a line to a change: one step, in a free cell, nothing else moved."""

import pytest

from model.change import Add, Change
from model.document import Document
from model.entry import Entry, NewName, enter, read_entry, sketch, why_nothing
from model.pathway import Cell, Pathway
from model.records import Actor, Handover, Phase, Stage
from tests.pathways import At, build


@pytest.fixture
def pathway() -> Pathway:
    """Two stages in a row, a free cell, and a third stage; below them another lane."""
    return build(
        phases=["Tunnistaminen", "Hoito"],
        actors=["Lääkäri", "Hoitaja"],
        stages=[At("Oire", 0, 0, 0), At("Arvio", 0, 0, 1), At("Lähete", 0, 0, 3), At("H", 1, 1, 0)],
        arrows=[(0, 1)],
    )


def done(pathway: Pathway, line: str, after: str | None = None, cell: Cell | None = None) -> Change:
    return enter(pathway, read_entry(pathway, line, "fi"), "fi", after=after, cell=cell)


def added(change: Change) -> Stage:
    first = change.ops[0]
    assert isinstance(first, Add)
    assert isinstance(first.record, Stage)
    return first.record


def cell(change: Change) -> Cell:
    stage = added(change)
    return stage.actor, stage.phase, stage.column


def arrows(change: Change) -> list[tuple[str, str]]:
    return [
        (op.record.source, op.record.target)
        for op in change.ops
        if isinstance(op, Add) and isinstance(op.record, Handover)
    ]


def test_a_stage_follows_the_current_one_in_the_next_free_cell(pathway: Pathway) -> None:
    change = done(pathway, "Soitto", after="s0")
    assert cell(change) == ("a0", "p0", 2)
    assert arrows(change) == [("s0", added(change).id)]
    assert added(change).title == {"fi": "Soitto"}
    assert change.label == "Add “Soitto”"


def test_another_lane_takes_the_column_after_the_current_stage(pathway: Pathway) -> None:
    assert cell(done(pathway, "Soitto @hoitaja", after="s1")) == ("a1", "p0", 2)


def test_another_phase_takes_its_first_free_column(pathway: Pathway) -> None:
    assert cell(done(pathway, "Soitto #hoito", after="s2")) == ("a0", "p1", 0)
    assert cell(done(pathway, "Soitto #hoito @hoitaja", after="s2")) == ("a1", "p1", 1)


def test_the_phase_it_is_in_already_is_no_other_phase(pathway: Pathway) -> None:
    assert cell(done(pathway, "Soitto #tunn", after="s1")) == ("a0", "p0", 2)


def test_a_cell_comes_before_the_place_after_the_stage(pathway: Pathway) -> None:
    change = done(pathway, "Soitto", after="s0", cell=("a1", "p1", 0))
    assert cell(change) == ("a1", "p1", 1)
    assert arrows(change) == [("s0", added(change).id)]


def test_without_a_stage_or_a_cell_it_is_the_first_cell_of_the_board(pathway: Pathway) -> None:
    change = done(pathway, "Soitto")
    assert cell(change) == ("a0", "p0", 2)
    assert arrows(change) == []
    assert cell(done(build(), "Soitto")) == (None, None, 0)


def test_a_new_actor_and_a_new_phase_come_last(pathway: Pathway) -> None:
    change = done(pathway, "Soitto @Kela #Jatko", after="s0")
    following = change.applied_to(pathway)[0]
    assert [actor.name["fi"] for actor in following.actors] == ["Lääkäri", "Hoitaja", "Kela"]
    assert [phase.title["fi"] for phase in following.phases] == ["Tunnistaminen", "Hoito", "Jatko"]
    stage = added(change)
    assert (stage.actor, stage.phase) == (following.actors[2].id, following.phases[2].id)


@pytest.mark.parametrize(("line", "kind"), [("@Kela", Actor), ("#Jatko", Phase)])
def test_an_actor_or_a_phase_alone(pathway: Pathway, line: str, kind: type) -> None:
    change = done(pathway, line, after="s0")
    assert [type(op.record) for op in change.ops if isinstance(op, Add)] == [kind]


def test_an_arrow_to_a_stage_is_one_handover_also_backwards(pathway: Pathway) -> None:
    change = done(pathway, "→ Oire", after="s2")
    assert len(change.ops) == 1
    assert arrows(change) == [("s2", "s0")]


def test_an_arrow_from_another_stage(pathway: Pathway) -> None:
    assert arrows(done(pathway, "Arvio → Lähete", after="s0")) == [("s1", "s2")]
    change = done(pathway, "Arvio → Soitto", after="s0", cell=("a1", "p1", 5))
    assert cell(change) == ("a0", "p0", 2)
    assert arrows(change) == [("s1", added(change).id)]


def test_a_new_stage_that_leads_back(pathway: Pathway) -> None:
    change = done(pathway, "Kontrolli → Oire", after="s2")
    assert arrows(change) == [("s2", added(change).id), (added(change).id, "s0")]


@pytest.mark.parametrize(
    ("line", "after", "reason"),
    [
        ("→ Arvio", "s0", "These stages are joined already."),
        ("→ Oire", "s0", "A stage cannot lead to itself."),
        ("→ Oire", None, "Select first the stage that the handover leaves."),
        ("@Lääkäri", "s0", "“Lääkäri” is there already. Write the name of a stage too."),
        ("#Hoito", "s0", "“Hoito” is there already. Write the name of a stage too."),
        ("", "s0", "Write the name of a stage."),
    ],
)
def test_when_there_is_nothing_to_do_it_says_why(
    pathway: Pathway, line: str, after: str | None, reason: str
) -> None:
    entry = read_entry(pathway, line, "fi")
    assert not enter(pathway, entry, "fi", after=after, cell=None)
    assert why_nothing(pathway, entry, after=after) == reason


@pytest.mark.parametrize("line", ["Soitto", "@Kela", "#Jatko", "→ Lähete", "Arvio → Lähete"])
def test_when_there_is_something_to_do_there_is_no_reason(pathway: Pathway, line: str) -> None:
    assert why_nothing(pathway, read_entry(pathway, line, "fi"), after="s0") == ""


def test_a_sketch_has_a_stage_before_it_has_a_title(pathway: Pathway) -> None:
    change = sketch(pathway, Entry(actor="a1"), "fi", after="s0", cell=None)
    assert cell(change) == ("a1", "p0", 1)
    assert added(change).title == {}


def test_what_was_read_may_be_gone_meanwhile(pathway: Pathway) -> None:
    entry = Entry("Soitto", actor="gone", phase="gone", source="gone", target="gone")
    change = enter(pathway, entry, "fi", after="s0", cell=None)
    assert arrows(change) == []
    assert cell(change) == ("a0", "p0", 2)
    assert not enter(pathway, Entry(target="gone"), "fi", after="s0", cell=None)


def test_it_is_one_undo_step(pathway: Pathway) -> None:
    document = Document(pathway)
    document.do(done(pathway, "Soitto @Kela #Jatko → Oire", after="s0"))
    assert len(document.pathway) == len(pathway) + 5
    document.undo()
    assert document.pathway == pathway
    assert document.next_undo is None


def test_new_names_are_written_in_the_language_shown(pathway: Pathway) -> None:
    entry = Entry("Samtal", actor=NewName("Läkare"))
    change = enter(pathway, entry, "sv", after="s0", cell=None)
    assert added(change).title == {"sv": "Samtal"}
