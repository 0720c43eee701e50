"""No follow-up after treatment."""

from collections.abc import Iterator

from model import graph
from model.checks.finding import Rule, Said
from model.checks.reads import WAYS, reading
from model.checks.review import Review
from model.checks.wording import listed, title
from model.codes import Severity, StageKind
from model.messages import N_, _
from model.records import Stage

FOLLOWS = {StageKind.FOLLOW_UP, StageKind.TRANSITION}


def check(review: Review) -> Iterator[Said]:
    stages = review.pathway.stages
    ends = set(review.ends)
    followed = _leading_to(review, [stage for stage in stages if stage.kind in FOLLOWS])
    unsorted = [stage for stage in stages if stage.kind is None]
    unclear = _leading_to(review, unsorted)
    for stage in stages:
        if stage.kind is not StageKind.TREATMENT_SERVICE or stage.id in followed:
            continue
        if ends.intersection(review.ways[stage.id]):
            continue
        if stage.id in unclear:
            yield _cannot_say(stage, [other for other in unsorted if other.id != stage.id], review)
        else:
            message = _("No follow-up comes after “{title}”.").format(title=title(stage))
            yield Said(about=stage.id, message=message)


def _leading_to(review: Review, stages: list[Stage]) -> set[str]:
    return graph.reachable(review.ways_back, [stage.id for stage in stages])


def _cannot_say(stage: Stage, unsorted: list[Stage], review: Review) -> Said:
    ids = tuple(other.id for other in unsorted)
    message = _(
        "It cannot be told whether follow-up comes after “{title}”: {stages} have no kind."
    ).format(title=title(stage), stages=listed(review.pathway, ids))
    return Said(about=stage.id, message=message, also=ids, evaluated=False)


RULE = Rule(
    id="PRE-06",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("No follow-up after treatment"),
    finds=N_(
        "A stage of treatment from which neither a follow-up nor a transfer can be reached, and "
        "which does not lead straight to an end either."
    ),
    why=N_("Without follow-up nobody sees whether the treatment helped, or when it stopped."),
    put_right=N_(
        "Add a stage of follow-up after the treatment, or lead from it to the end where the "
        "need is over."
    ),
    source="Siun sote, diabetes pathway (part 4, follow-up); Keski-Suomi (follow-up and targets)",
    reads=reading(WAYS, {Stage: {"kind"}}),
    check=check,
)
