"""Responsibility undefined: asked of the handovers by which responsibility moves or is shared."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.parties import receiver, sender
from model.checks.review import Review
from model.checks.wording import joined, named
from model.codes import HandoverKind, Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Handover

BEFORE, AFTER = "responsible_before", "responsible_after"
MOVES = {
    HandoverKind.REFERRAL,
    HandoverKind.RESPONSIBILITY_TRANSFER,
    HandoverKind.WARM_HANDOVER,
    HandoverKind.SHARED_CARE,
    HandoverKind.DISCHARGE,
}


def check(handover: Handover, review: Review) -> Iterator[Said]:
    if handover.kind not in MOVES:
        return
    message = _("The handover “{title}” does not say {missing}.")
    name = named(handover, review.pathway)
    missing = {
        **({} if handover.responsible_before else {BEFORE: _("who is responsible before")}),
        **({} if handover.responsible_after else {AFTER: _("who is responsible after")}),
    }
    if missing:
        words = message.format(title=name, missing=joined(list(missing.values())))
        yield Said(about=handover.id, message=words, field=next(iter(missing)))
    if not handover.responsibility_moves:
        words = message.format(title=name, missing=_("when the responsibility moves"))
        yield Said(about=handover.id, message=words, field="responsibility_moves")


def _take_the_two_actors(finding: Finding, pathway: Pathway) -> Change:
    """Take who answers for the two stages; shared responsibility is not the receiver’s alone."""
    handover = pathway.find(Handover, finding.about)
    if (
        handover is None
        or finding.field not in (BEFORE, AFTER)
        or handover.kind is HandoverKind.SHARED_CARE
    ):
        return Change("")
    before = handover.responsible_before or sender(handover, pathway)
    after = handover.responsible_after or receiver(handover, pathway)
    if before is None or after is None:
        return Change("")
    return edits.update(pathway, handover.id, responsible_before=before, responsible_after=after)


RULE = Rule(
    id="HAN-05",
    severity=Severity.ERROR,
    severities={"workshop": Severity.INFO},
    title=N_("Responsibility undefined"),
    finds=N_(
        "A referral, transfer, warm handover, shared responsibility or discharge that does not "
        "say who is responsible before and after, and when that changes."
    ),
    why=N_("While nobody knows whose the customer is, nobody acts when something goes wrong."),
    put_right=N_("Name who is responsible before and after, and the moment of change."),
    source="KYS, handing over the responsibility for care; ISO 13940 (health mandate)",
    each=Handover,
    check=check,
    fixes=(
        Fix(
            title=N_("Take the two stages’ actors as responsible before and after"),
            change=_take_the_two_actors,
        ),
    ),
)
