"""An approval covers what was approved, whatever is edited since, and nothing else."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from msgspec.structs import replace

from model import edits, file, milestones
from model.approval import (
    Approver,
    approve,
    approved,
    approved_content,
    changed_since_approval,
    fault_of_approval,
)
from model.cards import number_cards, stages_by_card
from model.codes import NoteKind, PathwayStatus
from model.document import Document
from model.file import UnreadableFileError
from model.merge import merge
from model.milestones import without_milestones
from model.parts import Approval
from model.pathway import Pathway
from model.records import Milestone, Note
from model.text import Text
from tests.pathways import At, build, random_pathways

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
BY = Approver({"fi": "Johtoryhmä"}, {"fi": "Järvialue"}, date(2026, 11, 20))
SMALL = build(actors=("Asiakas",), phases=("Arvio",), stages=(At("Yksi"), At("Kaksi")))


def approved_document(pathway: Pathway = SMALL) -> Document:
    document = Document(pathway)
    document.do(approve(pathway, BY, AT))
    return document


@given(random_pathways(max_stages=6))
def test_approving_is_one_step_and_undoing_it_restores_exactly(pathway: Pathway) -> None:
    document = approved_document(pathway)
    assert document.pathway.info.status is PathwayStatus.APPROVED
    assert document.pathway.info.approvals[-1].on == BY.on
    document.undo()
    assert document.pathway == pathway
    document.redo()
    assert approved_content(document.pathway) is not None


@given(random_pathways(max_stages=6), random_pathways(max_stages=6))
def test_what_was_approved_stays_so_whatever_edits_follow(pathway: Pathway, other: Pathway) -> None:
    document = approved_document(pathway)
    at_approval = document.pathway
    info = at_approval.info
    kept = {each.id: each for each in at_approval.of(Milestone)}
    edited = other.replacing(
        {
            other.info.id: None,
            **kept,
            info.id: replace(other.info, id=info.id, approvals=info.approvals),
        }
    )
    for later in (
        edited,
        file.loads(file.dumps(edited)),
        merge(pathway, at_approval, edited).pathway,
    ):
        assert approved_content(later) == without_milestones(at_approval)
    expected = without_milestones(at_approval) != without_milestones(
        edited.replacing({info.id: replace(edited.info, status=info.status)})
    )
    assert changed_since_approval(edited) is expected


def test_the_newest_approval_counts() -> None:
    document = approved_document()
    document.do(edits.rename(document.pathway, "s0", "fi", "Toinen"))
    later = Approver(BY.role, BY.organisation, date(2026, 12, 1))
    document.do(approve(document.pathway, later, AT + timedelta(days=10)))
    newest = approved(document.pathway)
    assert newest is not None
    assert newest.approval.on == later.on
    assert newest.content["s0"].title == {"fi": "Toinen"}  # type: ignore[union-attr]
    assert len(newest.content.info.approvals) == 2


def test_an_approval_without_kept_content_covers_nothing() -> None:
    written = Approval(role=BY.role, on=BY.on)
    info = replace(SMALL.info, status=PathwayStatus.PUBLISHED, approvals=(written,))
    pathway = SMALL.replacing({info.id: info})
    assert approved_content(pathway) is None
    assert changed_since_approval(pathway)


def test_neither_does_one_whose_milestone_was_removed() -> None:
    document = approved_document()
    (milestone,) = document.pathway.of(Milestone)
    document.do(edits.remove(document.pathway, (milestone.id,)))
    assert document.pathway.info.approvals[-1].milestone is None
    assert approved_content(document.pathway) is None
    file.loads(file.dumps(document.pathway))
    document.undo()
    assert approved_content(document.pathway) is not None


def test_nor_one_that_was_given_to_the_pathway_that_this_is_a_copy_of() -> None:
    assert approved_content(edits.with_new_identity(approved_document().pathway)) is None


def test_notes_tasks_and_milestones_are_no_change_of_the_content() -> None:
    document = approved_document()
    document.do(edits.add(document.pathway, Note(id="n", order="a0", kind=NoteKind.IDEA)))
    document.do(milestones.keep(document.pathway, {"fi": "Työpaja"}, AT))
    assert not changed_since_approval(document.pathway)
    document.do(edits.rename(document.pathway, "s0", "fi", "Muu"))
    assert changed_since_approval(document.pathway)
    document.undo()
    assert not changed_since_approval(document.pathway)


def test_going_back_to_what_was_approved_keeps_its_approval() -> None:
    document = approved_document()
    (milestone,) = document.pathway.of(Milestone)
    at_approval = document.pathway
    document.do(edits.remove(document.pathway, ("s0",)))
    document.do(milestones.restore(document.pathway, milestone))
    assert document.pathway == at_approval


def test_damaged_content_is_told_in_a_sentence() -> None:
    pathway = approved_document().pathway
    (milestone,) = pathway.of(Milestone)
    damaged = pathway.replacing({milestone.id: replace(milestone, content="eJw=")})
    with pytest.raises(UnreadableFileError, match="milestone"):
        approved(damaged)


@pytest.mark.parametrize(
    ("role", "on", "words"),
    [
        ({"fi": " "}, BY.on, "role"),
        ({"fi": "Johtoryhmä"}, BY.on, "role"),
        ({"fi": "Johtoryhmä", "sv": "Ledning"}, date(2026, 11, 23), "later than today"),
        ({"fi": "Johtoryhmä", "sv": "Ledning"}, date(2026, 11, 22), ""),
    ],
)
def test_an_approval_names_a_role_in_each_language_and_a_day_that_has_come(
    role: Text, on: date, words: str
) -> None:
    fault = fault_of_approval(Approver(role, {}, on), ("fi", "sv"), date(2026, 11, 22))
    assert words in fault
    assert bool(fault) is bool(words)


def test_an_approval_with_a_clock_that_was_ahead_does_not_win_for_ever() -> None:
    for ahead in (AT + timedelta(days=2000), datetime.max.replace(tzinfo=UTC)):
        document = Document(SMALL)
        document.do(approve(SMALL, BY, ahead))
        document.do(edits.rename(document.pathway, "s0", "fi", "Toinen"))
        later = Approver({"fi": "Ohjausryhmä"}, {}, date(2026, 12, 1))
        document.do(approve(document.pathway, later, AT))
        newest = approved(document.pathway)
        assert newest is not None
        assert newest.approval.role == later.role
        assert not changed_since_approval(document.pathway)


def test_numbers_of_paper_cards_are_no_content() -> None:
    """Printing cards for a workshop leaves an approved pathway what it was."""
    document = approved_document()
    document.do(number_cards(document.pathway))
    assert stages_by_card(document.pathway)
    assert not changed_since_approval(document.pathway)
    document.do(edits.rename(document.pathway, "s0", "fi", "Muu"))
    assert changed_since_approval(document.pathway)
