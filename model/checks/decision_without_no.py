"""Decision without a way for “no”."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import OutcomeKind, Severity, StageKind
from model.messages import N_, _
from model.records import Stage

NEGATIVE = {OutcomeKind.NOT_ELIGIBLE, OutcomeKind.NOT_NEEDED, OutcomeKind.REFUSED}


def check(stage: Stage, review: Review) -> Iterator[Said]:
    arrows = review.pathway.leaving(stage.id)
    if stage.kind is not StageKind.DECISION or len(arrows) < 2:  # noqa: PLR2004 - STR-06 tells
        return
    outcomes = {arrow.outcome for arrow in arrows}
    if outcomes & NEGATIVE:
        return
    if None in outcomes:
        message = _("Not every way on from “{title}” says what its outcome means.")
        yield Said(about=stage.id, message=message.format(title=title(stage)), evaluated=False)
    elif OutcomeKind.ACCEPTED in outcomes:
        message = _("The decision “{title}” has no way for a customer who is not accepted.")
        yield Said(about=stage.id, message=message.format(title=title(stage)))


RULE = Rule(
    id="STR-07",
    severity=Severity.WARNING,
    title=N_("Decision without a way for “no”"),
    finds=N_(
        "A decision with a positive outcome but none for those who do not meet the criteria, do "
        "not need the service or decline it."
    ),
    why=N_("Those who are turned away are told nothing and bounce from service to service."),
    put_right=N_("Draw where they go on, and choose what the outcome means on each way."),
    source="Soite multi-service process (criteria too tight); Valvira/TEO 4/2006",
    each=Stage,
    check=check,
)
