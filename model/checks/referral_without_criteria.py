"""Referral without criteria."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import named
from model.codes import HandoverKind, Severity
from model.messages import N_, _
from model.records import Handover


def check(handover: Handover, review: Review) -> Iterator[Said]:
    if handover.kind is HandoverKind.REFERRAL and not handover.criteria:
        message = _("The referral “{title}” does not say for whom it is made.").format(
            title=named(handover, review.pathway)
        )
        yield Said(about=handover.id, message=message, field="criteria")


RULE = Rule(
    id="HAN-02",
    severity=Severity.ERROR,
    severities={"workshop": Severity.INFO},
    title=N_("Referral without criteria"),
    finds=N_("A referral whose criteria are not written."),
    why=N_("Referrals come back, and customers with the same need are treated differently."),
    put_right=N_("Write by which criteria a referral is made."),
    source="Keski-Suomi referral instructions; Hyvaep referral and consultation instructions",
    each=Handover,
    check=check,
)
