"""Rejected referral without a route."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.review import Review
from model.checks.wording import named
from model.codes import HandoverKind, OutcomeKind, Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Handover

REJECTED = {OutcomeKind.NOT_ELIGIBLE, OutcomeKind.NOT_NEEDED}


def check(referral: Handover, review: Review) -> Iterator[Said]:
    if referral.kind is not HandoverKind.REFERRAL:
        return
    has_route = referral.if_not_accepted is not None or any(
        onward.outcome in REJECTED for onward in review.pathway.leaving(referral.target)
    )
    message = _("If the referral “{title}” is not accepted, it is not said {missing}.")
    name = named(referral, review.pathway)
    if not has_route:
        words = message.format(title=name, missing=_("where the customer goes on"))
        yield Said(about=referral.id, message=words, field="if_not_accepted")
    if not referral.if_not_accepted_text:
        missing = _("what the sender and the customer are told")
        words = message.format(title=name, missing=missing)
        yield Said(about=referral.id, message=words, field="if_not_accepted_text")


def _back_to_the_sender(finding: Finding, pathway: Pathway) -> Change:
    referral = pathway.find(Handover, finding.about)
    if referral is None or finding.field != "if_not_accepted":
        return Change("")
    return edits.update(pathway, referral.id, if_not_accepted=referral.source)


RULE = Rule(
    id="HAN-09",
    severity=Severity.ERROR,
    severities={"workshop": Severity.WARNING},
    title=N_("Rejected referral without a route"),
    finds=N_(
        "A referral that does not say where the customer goes on when it is not accepted, or what "
        "the sender and the customer are then told."
    ),
    why=N_("A customer whose referral comes back is left between services."),
    put_right=N_("Choose the stage where the customer goes on, and write the guidance given."),
    source="Valvira/TEO 4/2006 (nobody may be left between services)",
    each=Handover,
    along={Handover: {"source", "outcome"}},
    check=check,
    fixes=(
        Fix(
            title=N_("The customer goes back to the stage that sent the referral"),
            change=_back_to_the_sender,
        ),
    ),
)
