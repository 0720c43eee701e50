"""Only what was approved goes out, and of that only what may."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from designer.publishing.earlier import Earlier, last_publication
from designer.publishing.gate import Why, before_approval, draft, verdict
from designer.publishing.outgoing import publish
from designer.publishing.plan import Fate, Wish, Work, planned
from model import edits
from model.approval import Approver, approve
from model.checks import PUBLISHING, Profile, check
from model.codes import NoteKind, PathwayStatus
from model.pathway import Pathway
from model.records import Milestone, Note, Stage, Waiver
from tests.designer.publishing.library import (
    AT,
    BY,
    LENIENT,
    ONE,
    SITE,
    TODAY,
    approved,
    approved_sample,
    edited,
    plan,
    quiet,
    sample,
)
from tests.exporters.website.filled import everything

CODE = "131052-308T"


def words(mark: str) -> Callable[[str], str]:
    numbers = iter(range(10_000))
    return lambda _place: f"{mark}{next(numbers):04d}{mark}"


def test_edits_after_the_approval_are_in_no_published_byte(tmp_path: Path) -> None:
    """Every field of every record is another one after the approval."""
    first, second = everything(words("qz")), everything(words("xk"))
    done = approve(first.replacing({"e1": None}), Approver({"fi": "J"}, {}, TODAY), AT)
    after, _done = done.applied_to(first.replacing({"e1": None}))
    milestones = {each.id: each for each in after.of(Milestone)}
    status = PathwayStatus.IN_REVIEW
    info = replace(second.info, approvals=after.info.approvals, status=status)
    later = second.replacing({"e1": None, **milestones, info.id: info})
    work = Work(None, later, LENIENT)
    made = planned([work], Earlier(), Wish(today=TODAY))
    assert [entry.fate for entry in made.entries] == [Fate.NEW]
    assert made.entries[0].unapproved is not None
    publish(made, SITE, tmp_path / "site", quiet)
    files = [file for file in (tmp_path / "site").rglob("*") if file.is_file()]
    everywhere = b"".join(file.name.encode() + file.read_bytes() for file in files)
    assert re.search(rb"qz\d{4}qz", everywhere)
    assert not re.search(rb"xk\d{4}xk", everywhere)
    assert all(id.encode() not in everywhere for id in milestones)


def test_what_was_edited_since_is_told_but_not_published() -> None:
    pathway = approved(ONE)
    (entry,) = plan(edited(pathway)).entries
    assert entry.fate is Fate.NEW
    assert entry.unapproved is not None
    assert entry.site == plan(pathway).entries[0].site


def test_a_draft_again_leaves_what_was_approved_published() -> None:
    pathway = approved(ONE)
    change = edits.update(pathway, pathway.info.id, status=PathwayStatus.IN_REVIEW)
    again, _done = change.applied_to(pathway)
    (entry,) = plan(again).entries
    assert entry.fate is Fate.NEW
    assert entry.unapproved is None


def test_what_is_archived_does_not_go_out() -> None:
    pathway = approved(ONE)
    change = edits.update(pathway, pathway.info.id, status=PathwayStatus.ARCHIVED)
    archived, _done = change.applied_to(pathway)
    (entry,) = plan(archived).entries
    assert [reason.why for reason in entry.reasons] == [Why.ARCHIVED]


def test_nobody_approved_a_draft() -> None:
    said = verdict(sample("nepsy"), PUBLISHING, TODAY)
    assert [reason.why for reason in said.reasons] == [Why.NOT_APPROVED]
    assert said.content is None


def test_an_approval_that_keeps_no_content_lets_nothing_out() -> None:
    said = verdict(sample("t2d"), PUBLISHING, TODAY)
    assert [reason.why for reason in said.reasons] == [Why.CONTENT_NOT_KEPT]
    assert "12.10.2026" in said.reasons[0].words


def with_error(pathway: Pathway) -> Pathway:
    change = edits.update(pathway, pathway.info.id, emergency={}, how_to_get_help={})
    return change.applied_to(pathway)[0]


def test_an_error_stops_the_approval_and_the_publication() -> None:
    broken = with_error(sample("t2d"))
    assert Why.FINDING in {
        reason.why for reason in before_approval(broken, PUBLISHING, TODAY).reasons
    }
    said = verdict(approved(broken), PUBLISHING, TODAY)
    assert said.reasons
    assert all(reason.rule and reason.words for reason in said.reasons)
    assert not before_approval(sample("t2d"), PUBLISHING, TODAY).reasons


def accepted(pathway: Pathway) -> Pathway:
    """Accept everything that stops a pathway, with a reason."""
    report = check(pathway, PUBLISHING, TODAY)
    waivers = {
        f"w{number}": Waiver(
            id=f"w{number}",
            rule=finding.rule,
            about=finding.about or pathway.info.id,
            reason={"fi": "Sovittu johtoryhmässä."},
            role={"fi": "Omistaja"},
        )
        for number, finding in enumerate(report.findings)
    }
    return pathway.replacing(waivers)


def test_an_error_accepted_with_a_reason_does_not_stop_it() -> None:
    broken = approved(with_error(sample("t2d")))
    said = verdict(accepted(broken), PUBLISHING, TODAY)  # accepted after the approval
    assert not said.reasons
    assert said.accepted


def with_text(pathway: Pathway, text: str) -> Pathway:
    stage = next(stage for stage in pathway.stages if stage.public)
    return pathway.replacing({stage.id: replace(stage, what_happens={"fi": text, "sv": text})})


@pytest.mark.parametrize("profile", [PUBLISHING, LENIENT], ids=["publishing", "organisation"])
def test_an_identity_code_is_never_accepted(profile: Profile) -> None:
    pathway = accepted(approved(with_text(ONE, f"Soita. {CODE} tulee.")))
    said = verdict(pathway, profile, TODAY)
    assert [reason.why for reason in said.reasons] == [Why.NEVER]
    assert CODE not in said.reasons[0].words
    assert isinstance(pathway[said.reasons[0].about or ""], Stage)
    assert [reason.why for reason in draft(pathway, profile, TODAY).reasons] == [Why.NEVER]


@pytest.mark.parametrize("profile", [PUBLISHING, LENIENT], ids=["publishing", "organisation"])
def test_a_private_note_is_never_accepted(profile: Profile) -> None:
    text = "Tätä asiakkaan sanomaa ei saa julkaista missään."
    note = Note(id="n", order="a0", kind=NoteKind.QUESTION, text={"fi": text})
    pathway = accepted(approved(with_text(ONE, text).replacing({"n": note})))
    said = verdict(pathway, profile, TODAY)
    assert [reason.why for reason in said.reasons] == [Why.NEVER]


def test_a_draft_goes_into_a_preview_as_it_is() -> None:
    said = draft(sample("nepsy"), PUBLISHING, TODAY)
    assert said.content == sample("nepsy")
    assert not said.reasons


def test_what_was_approved_is_asked_anew_each_day() -> None:
    """A day of review that has passed stops the next publication, not the one that is there."""
    later = date(2036, 1, 1)
    assert verdict(approved_sample("t2d"), PUBLISHING, later).reasons


def test_a_second_approval_brings_the_edits_out(tmp_path: Path) -> None:
    pathway = approved(ONE)
    publish(plan(pathway), SITE, tmp_path / "site", quiet)
    earlier = last_publication(tmp_path / "site")
    (entry,) = plan(edited(pathway), earlier=earlier).entries
    assert entry.fate is Fate.UNCHANGED
    at = datetime(2026, 11, 22, 15, tzinfo=UTC)
    again, _done = approve(edited(pathway), BY, at).applied_to(edited(pathway))
    (entry,) = plan(again, earlier=earlier).entries
    assert entry.fate is Fate.CHANGED


def test_an_identity_code_in_any_language_is_found() -> None:
    stage = replace(ONE.stages[0], title={**ONE.stages[0].title, "ru": CODE})
    said = draft(ONE.replacing({stage.id: stage}), LENIENT, TODAY)
    assert [reason.why for reason in said.reasons] == [Why.NEVER]
