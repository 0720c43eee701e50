"""Transition age without a transition to adult services."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import READING_ORDER, reading
from model.checks.review import Review
from model.codes import Severity, StageKind
from model.messages import N_, _
from model.records import PathwayInfo, Stage

TRANSITION_AGES = range(17, 24)


def check(review: Review) -> Iterator[Said]:
    ages = review.pathway.info.ages
    if any(stage.kind is StageKind.TRANSITION for stage in review.pathway.stages):
        return
    if ages is None:
        message = _("It cannot be told whether customers grow out of the pathway: no ages given.")
        yield Said(about=None, message=message, evaluated=False, field="ages")
    elif ages.oldest in TRANSITION_AGES:
        message = _("Customers grow out of the pathway at {age}, but no stage is a transition.")
        yield Said(about=None, message=message.format(age=ages.oldest))


RULE = Rule(
    id="HAN-13",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("No transition to adult services"),
    finds=N_(
        "A pathway for customers of at most 17 to 23 years without a stage of the kind "
        "“transition”."
    ),
    why=N_("On their birthday young people drop out of care that they still need."),
    put_right=N_("Add a stage in which the customer moves on to adult services."),
    source="Keski-Suomi and Etelä-Pohjanmaa (neuropsychiatric pathways of children and the young)",
    reads=reading(READING_ORDER, {Stage: {"kind"}, PathwayInfo: {"ages"}}),
    check=check,
)
