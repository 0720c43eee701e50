"""Consultation that moves responsibility, or has no answer time."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.parties import sender
from model.checks.review import Review
from model.checks.wording import named
from model.codes import HandoverKind, Severity
from model.ids import Id
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Handover

AFTER = "responsible_after"


def check(handover: Handover, review: Review) -> Iterator[Said]:
    if handover.kind is not HandoverKind.CONSULTATION:
        return
    name = named(handover, review.pathway)
    asking = _asking(handover, review.pathway)
    if asking is None or handover.responsible_after is None:
        message = _("It is not said who stays responsible in the consultation “{title}”.")
        yield Said(about=handover.id, message=message.format(title=name), field=AFTER)
    elif handover.responsible_after != asking:
        message = _("The responsibility moves away from the one who asks in “{title}”.")
        yield Said(about=handover.id, message=message.format(title=name), field=AFTER)
    if handover.answer_within is None:
        message = _("The consultation “{title}” does not say how soon it is answered.")
        yield Said(about=handover.id, message=message.format(title=name), field="answer_within")


def _asking(handover: Handover, pathway: Pathway) -> Id | None:
    return handover.responsible_before or sender(handover, pathway)


def _stays_with_the_one_who_asks(finding: Finding, pathway: Pathway) -> Change:
    handover = pathway.find(Handover, finding.about)
    asking = _asking(handover, pathway) if handover else None
    if finding.field != AFTER or asking is None:
        return Change("")
    return edits.update(pathway, finding.about or "", responsible_after=asking)


RULE = Rule(
    id="HAN-06",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("Consultation without clear responsibility or answer time"),
    finds=N_(
        "A consultation after which somebody else than the one who asked is responsible, or that "
        "does not say who is, or how soon it is answered."
    ),
    why=N_("Each thinks that the other one has taken the customer over, and the question waits."),
    put_right=N_(
        "Let the one who asks stay responsible and write the answer time; if the responsibility "
        "moves, it is a referral or a transfer."
    ),
    source="Etelä-Pohjanmaa (consultation clinic); national model of social consultation",
    each=Handover,
    check=check,
    fixes=(
        Fix(
            title=N_("The responsibility stays with the one who asks"),
            change=_stays_with_the_one_who_asks,
        ),
    ),
)
