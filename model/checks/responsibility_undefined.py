"""Responsibility undefined: asked of the handovers by which responsibility moves or is shared."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import joined, named
from model.codes import HandoverKind, Severity
from model.messages import N_, _
from model.records import Handover

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
    missing = [
        *([] if handover.responsible_before else [_("who is responsible before")]),
        *([] if handover.responsible_after else [_("who is responsible after")]),
        *([] if handover.responsibility_moves else [_("when the responsibility moves")]),
    ]
    if missing:
        message = _("The handover “{title}” does not say {missing}.").format(
            title=named(handover, review.pathway), missing=joined(missing)
        )
        yield Said(about=handover.id, message=message)


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
)
