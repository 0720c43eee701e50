"""Rollout plan missing."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import joined, words
from model.codes import Severity
from model.messages import N_, _
from model.parts import RolloutAction
from model.records import PathwayInfo


def check(info: PathwayInfo, review: Review) -> Iterator[Said]:
    del review
    if not info.rollout:
        message = _("It is not planned how the pathway is taken into use.")
        yield Said(about=info.id, message=message, field="rollout")
    for number, action in enumerate(info.rollout, start=1):
        missing = _missing(action)
        if missing:
            message = _("Step {number} of taking it into use ({who}) does not say {missing}.")
            yield Said(
                about=info.id,
                message=message.format(
                    number=number,
                    who=words(action.audience) or words(action.unit) or _("no name"),
                    missing=joined(missing),
                ),
                field="rollout",
            )


def _missing(action: RolloutAction) -> list[str]:
    return [
        *([] if action.audience else [_("to whom")]),
        *([] if action.unit else [_("in which unit")]),
        *([] if action.medium else [_("by what means")]),
        *([] if action.on else [_("when")]),
        *([] if action.responsible else [_("who does it")]),
    ]


RULE = Rule(
    id="OWN-11",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Rollout plan missing"),
    finds=N_(
        "A pathway for which no step of taking it into use is planned, or a step that does not "
        "say to whom, where, by what means, when and by whom."
    ),
    why=N_("A pathway that the units do not hear of changes nothing."),
    put_right=N_("Plan for each unit how its supervisor, staff and customers hear of the pathway."),
    source="Kainuu model (taking root: supervisors, staff, communication, customer events)",
    each=PathwayInfo,
    check=check,
)
