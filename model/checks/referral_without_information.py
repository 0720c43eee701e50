"""Referral or transfer without the information that goes with it."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import named
from model.codes import HandoverKind, Severity
from model.messages import N_, _
from model.records import Handover

SENDS = {HandoverKind.REFERRAL, HandoverKind.RESPONSIBILITY_TRANSFER}


def check(handover: Handover, review: Review) -> Iterator[Said]:
    if handover.kind in SENDS and not handover.information:
        message = _("It is not said what information goes with the handover “{title}”.").format(
            title=named(handover, review.pathway)
        )
        yield Said(about=handover.id, message=message, field="information")


RULE = Rule(
    id="HAN-03",
    severity=Severity.ERROR,
    severities={"workshop": Severity.INFO},
    title=N_("Referral without the information that goes with it"),
    finds=N_("A referral or a transfer of responsibility that does not list what is sent with it."),
    why=N_("An incomplete referral comes back, and the customer waits once more."),
    put_right=N_("List what is sent: the reason, results, medication, what is asked for."),
    source="Etelä-Pohjanmaa referral instructions (an incomplete referral is returned)",
    each=Handover,
    check=check,
)
