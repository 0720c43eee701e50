"""The gate: whether a pathway may go out, with which content, and if not, why.

What may be accepted with a reason, and what never: docs/decisions/0016-approval.md.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from exporters.website.public import public_part
from model.approval import Approver, approve, approved
from model.checks import PUBLISHING, Finding, Profile, check
from model.checks.note_in_public import RULE as NOTE_IN_PUBLIC
from model.checks.personal_data import has_identity_code, without_identity_codes
from model.checks.personal_data_in_public import RULE as PERSONAL_DATA
from model.codes import PathwayStatus, Severity
from model.describe import caption, day_in_words
from model.file import UnreadableFileError
from model.ids import Id
from model.messages import _, spoken_language
from model.parts import Approval
from model.pathway import Pathway
from model.records import Waiver
from model.text import in_language

_DIGIT = re.compile(r"\d")
"""Of any script: without one, a text holds no identity code, and few texts hold one."""


class Why(StrEnum):
    """Why a pathway does not go out."""

    UNREADABLE = "unreadable"
    NOT_APPROVED = "not_approved"
    CONTENT_NOT_KEPT = "content_not_kept"
    ARCHIVED = "archived"
    FINDING = "finding"
    NEVER = "never"
    LANGUAGE = "language"
    SAME_PATHWAY = "same_pathway"
    SAME_ADDRESS = "same_address"


class Reason(Struct, frozen=True):
    """One reason, in a sentence; `about` and `field` say where in the pathway it is put right."""

    why: Why
    words: str
    about: Id | None = None
    field: str = ""
    rule: str = ""


class Verdict(Struct, frozen=True):
    """What the gate says of one pathway: it goes out when there are no reasons against it.

    `content` is what was approved, None when nothing was. `warnings` do not stop it, `accepted`
    are errors that somebody gave a reason for.
    """

    content: Pathway | None
    approval: Approval | None = None
    reasons: tuple[Reason, ...] = ()
    warnings: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()


def verdict(pathway: Pathway, profile: Profile, today: date) -> Verdict:
    """Say whether the approved content of a pathway may go out."""
    if pathway.info.status is PathwayStatus.ARCHIVED:
        return Verdict(None, reasons=(_archived(),))
    try:
        newest = approved(pathway)
    except UnreadableFileError as error:
        words = _("What was approved cannot be read. {reason}").format(reason=error)
        return Verdict(None, reasons=(_of_the_whole(Why.UNREADABLE, words),))
    if newest is None:
        return Verdict(None, reasons=(_why_not_approved(pathway),))
    judged = judged_content(_with_acceptances_of(pathway, newest.content), profile, today)
    return replace(judged, content=newest.content, approval=newest.approval)


def before_approval(pathway: Pathway, profile: Profile, today: date) -> Verdict:
    """Say whether a pathway could be approved as it is now: what would stop it then stops it now.

    `content` is the pathway itself.
    """
    someone = Approver(dict.fromkeys(pathway.info.languages or ("fi",), "…"), {}, today)
    at = datetime.combine(today, time(), UTC)
    if_approved, _done = approve(pathway, someone, at).applied_to(pathway)
    judged = judged_content(if_approved, profile, today)
    if pathway.info.status is PathwayStatus.ARCHIVED:  # approving would take it out of the archive
        judged = replace(judged, reasons=(_archived(), *judged.reasons))
    return replace(judged, content=pathway)


def draft(pathway: Pathway, profile: Profile, today: date) -> Verdict:
    """Let a pathway into a preview as it is now; what never goes out does not go out there."""
    judged = judged_content(pathway, profile, today)
    never = tuple(reason for reason in judged.reasons if reason.why is Why.NEVER)
    return replace(judged, content=pathway, reasons=never)


def judged_content(content: Pathway, profile: Profile, today: date) -> Verdict:
    """Ask the rules of a content: errors stop it, unless they were accepted with a reason."""
    report = check(content, profile, today)
    never = tuple(_never(content, today))
    stopped = {(reason.rule, reason.about) for reason in never}
    found = [each for each in report.findings if (each.rule, each.about) not in stopped]
    errors = (each for each in found if each.severity is Severity.ERROR)
    return Verdict(
        content,
        reasons=(*never, *map(_of_finding, errors)),
        warnings=tuple(each for each in found if each.severity is Severity.WARNING),
        accepted=tuple(each for each in report.accepted if each.severity is Severity.ERROR),
    )


def _never(content: Pathway, today: date) -> Iterator[Reason]:
    """Yield what stops a content whatever the organisation's profile says and whoever accepts."""
    report = check(content, PUBLISHING, today, (NOTE_IN_PUBLIC,))
    for finding in (*report.findings, *report.accepted):
        yield replace(_of_finding(finding), why=Why.NEVER)
    for record in public_part(content, ()).values():  # in every language that is there
        if any(has_identity_code(words) for words in _texts(record) if _DIGIT.search(words)):
            name = without_identity_codes(caption(record, content, spoken_language()), "…")
            words = _("“{title}” holds a personal identity code; that is never published.")
            about = None if record.id == content.info.id else record.id
            yield Reason(Why.NEVER, words.format(title=name), about, rule=PERSONAL_DATA.id)


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for words in value.values():
                yield from _texts(words)
        case tuple():
            for each in value:
                yield from _texts(each)
        case Struct():
            for field in fields(value):
                yield from _texts(getattr(value, field.name))


def _why_not_approved(pathway: Pathway) -> Reason:
    info = pathway.info
    if not info.approvals:
        words = _("Nobody has approved it.")
        return _of_the_whole(Why.NOT_APPROVED, words, "approvals")
    last = info.approvals[-1]
    role = in_language(last.role, spoken_language())
    day = day_in_words(last.on) if last.on else ""
    words = _(
        "Its approval ({approval}) does not keep what was approved. Approve it as it is now."
    ).format(approval=", ".join(filter(None, (role, day))) or "–")
    return _of_the_whole(Why.CONTENT_NOT_KEPT, words, "approvals")


def _archived() -> Reason:
    words = _("It is archived, and what is archived is not published.")
    return _of_the_whole(Why.ARCHIVED, words, "status")


def _of_the_whole(why: Why, words: str, field: str = "") -> Reason:
    return Reason(why, words, None, field)


def _of_finding(finding: Finding) -> Reason:
    return Reason(Why.FINDING, finding.message, finding.about, finding.field, finding.rule)


def _with_acceptances_of(pathway: Pathway, content: Pathway) -> Pathway:
    """Take the acceptances as they are now: to accept is no change of what was approved."""
    theirs: dict[Id, Any] = {waiver.id: None for waiver in content.of(Waiver)}
    now = {
        waiver.id: waiver
        for waiver in pathway.of(Waiver)
        if waiver.about is None or waiver.about in content
    }
    return content.replacing({**theirs, **now})
