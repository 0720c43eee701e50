"""Model referral missing."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import named
from model.codes import HandoverKind, Severity
from model.messages import N_, _
from model.records import Handover


def check(handover: Handover, review: Review) -> Iterator[Said]:
    link = handover.model_referral
    if handover.kind is HandoverKind.REFERRAL and (link is None or not link.url):
        message = _("The referral “{title}” links to no model referral or form.").format(
            title=named(handover, review.pathway)
        )
        yield Said(about=handover.id, message=message, field="model_referral")


RULE = Rule(
    id="HAN-14",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Model referral missing"),
    finds=N_("A referral without a link to a model referral or form."),
    why=N_("With a model at hand referrals are complete the first time, from everyone alike."),
    put_right=N_("Link the model referral or the form that is filled in."),
    source="Pohjois-Savo (model referrals)",
    each=Handover,
    check=check,
)
