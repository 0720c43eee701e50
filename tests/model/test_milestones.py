"""A milestone brings back what was there, whatever has happened since."""

import zlib
from base64 import b64encode
from datetime import UTC, datetime

import pytest
from hypothesis import given
from msgspec.structs import replace

from model import edits, file, milestones
from model.document import Document
from model.merge import merge
from model.milestones import state_of
from model.pathway import Pathway
from model.records import Milestone, Note
from tests.pathways import At, build, random_pathways

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
SMALL = build(actors=("Asiakas",), phases=("Arvio",), stages=(At("Yksi"), At("Kaksi")))


def kept(pathway: Pathway, name: str = "Työpaja 1") -> Document:
    document = Document(pathway)
    document.do(milestones.keep(pathway, {"fi": name}, AT))
    return document


def of(pathway: Pathway, name: str = "Työpaja 1") -> Milestone:
    return next(each for each in pathway.of(Milestone) if each.title == {"fi": name})


@given(random_pathways(max_stages=8), random_pathways(max_stages=8))
def test_a_milestone_keeps_the_whole_state_through_a_file_and_other_edits(
    pathway: Pathway, other: Pathway
) -> None:
    document = kept(pathway)
    milestone = of(document.pathway)
    reopened = file.loads(file.dumps(document.pathway))
    assert state_of(of(reopened)) == pathway
    everything_else = other.replacing({milestone.id: milestone})
    back, _done = milestones.restore(everything_else, milestone).applied_to(everything_else)
    assert back == document.pathway


def test_going_back_is_one_step_that_can_be_undone() -> None:
    document = kept(SMALL)
    first = document.pathway
    document.do(edits.remove(document.pathway, ("s0",)))
    document.do(edits.rename(document.pathway, "s1", "fi", "Toinen"))
    now = document.pathway
    done = document.do(milestones.restore(now, of(now)))
    assert document.pathway == first
    assert "Työpaja 1" in done.label
    document.undo()
    assert document.pathway == now


def test_later_milestones_stay_when_one_goes_back_to_an_earlier_one() -> None:
    document = kept(SMALL)
    document.do(edits.remove(document.pathway, ("s0",)))
    document.do(milestones.keep(document.pathway, {"fi": "Työpaja 2"}, AT))
    second = document.pathway
    document.do(milestones.restore(second, of(second)))
    assert document.pathway["s0"] == SMALL["s0"]
    document.do(milestones.restore(document.pathway, of(second, "Työpaja 2")))
    assert document.pathway == second


def test_milestones_of_both_sides_are_kept_by_a_merge_and_read() -> None:
    ours = kept(SMALL)
    theirs = Document(SMALL)
    theirs.do(edits.remove(SMALL, ("s1",)))
    theirs.do(milestones.keep(theirs.pathway, {"fi": "Ryhmä"}, AT))
    merged, conflicts = merge(SMALL, ours.pathway, theirs.pathway)
    assert conflicts == ()
    assert state_of(of(merged)) == SMALL
    assert "s1" not in state_of(of(merged, "Ryhmä"))


def test_what_was_private_then_is_not_seen_from_outside_the_packed_text() -> None:
    note = Note(id="n0", order="a0", kind="risk", text={"fi": "Salainen"})  # type: ignore[arg-type]
    document = kept(SMALL.replacing({"n0": note}))
    document.do(edits.remove(document.pathway, ("n0",)))
    assert b"Salainen" not in file.dumps(document.pathway)


BOMB = b64encode(zlib.compress(b" " * 200_000_000, 9)).decode()
WHOLE = b64encode(zlib.compress(file.dumps(SMALL))).decode()


@pytest.mark.parametrize(
    "content",
    ["", "x", "ä", WHOLE[:-8], "A" * 100, b64encode(b"{}").decode(), BOMB],
    ids=["empty", "letter", "not ascii", "cut", "noise", "not packed", "bomb"],
)
def test_a_damaged_milestone_is_refused_in_one_sentence(content: str) -> None:
    milestone = replace(of(kept(SMALL).pathway), content=content)
    with pytest.raises(file.UnreadableFileError) as refused:
        state_of(milestone)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)
