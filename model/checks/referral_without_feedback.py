"""Open loop: a referral without feedback to its sender."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.facts import Fact
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.parties import receiver, sender
from model.checks.reads import HANDOVERS, reading
from model.checks.review import Review
from model.checks.wording import named
from model.codes import HandoverKind, Severity
from model.ids import Id
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Handover, Stage

Ends = tuple[Id | None, Id | None]


def check(review: Review) -> Iterator[Said]:
    answered = review.known(FEEDBACK)
    for back, ids in review.known(UNANSWERED).by_value.items():
        if back == (None, None) or not answered.of(back):
            for id in ids:
                message = _("Nobody gets feedback of the referral “{title}”.").format(
                    title=named(review.pathway[id], review.pathway)
                )
                yield Said(about=id, message=message, field="feedback_to")


def _feedback(arrow: Handover, pathway: Pathway) -> Iterator[Ends]:
    """Yield whose stages feedback leads from and to."""
    if arrow.kind is HandoverKind.CARE_FEEDBACK:
        yield _actor(pathway, arrow.source), _actor(pathway, arrow.target)


def _unanswered(arrow: Handover, pathway: Pathway) -> Iterator[Ends]:
    """Yield from whom to whom there would have to be feedback of a referral elsewhere."""
    if (
        arrow.kind is HandoverKind.REFERRAL
        and not arrow.feedback_to
        and not arrow.no_feedback_reason
    ):
        yield receiver(arrow, pathway), sender(arrow, pathway)


FEEDBACK = Fact(Handover, _feedback)
UNANSWERED = Fact(Handover, _unanswered)


def _actor(pathway: Pathway, id: Id) -> Id | None:
    stage = pathway.find(Stage, id)
    return stage.actor if stage else None


def _to_the_sender(finding: Finding, pathway: Pathway) -> Change:
    referral = pathway.find(Handover, finding.about)
    if referral is None:
        return Change("")
    return edits.update(pathway, referral.id, feedback_to=referral.source)


RULE = Rule(
    id="HAN-07",
    severity=Severity.ERROR,
    severities={"workshop": Severity.WARNING},
    title=N_("Referral without feedback"),
    finds=N_(
        "A referral to which neither a care feedback back to the sender belongs, nor a stage that "
        "gets the feedback, nor a reason why there is none."
    ),
    why=N_("The sender does not learn what was done, and care is not continued at home."),
    put_right=N_("Choose the stage that gets the feedback, or draw the care feedback back."),
    source="360X closed-loop referrals; Vaasa 2020 (final statement)",
    reads=reading(
        HANDOVERS, {Handover: {"kind", "sender", "receiver", "feedback_to", "no_feedback_reason"}}
    ),
    check=check,
    fixes=(
        Fix(title=N_("Feedback goes to the stage that sent the customer"), change=_to_the_sender),
    ),
)
