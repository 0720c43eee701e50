"""Decision with a single outcome."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity, StageKind
from model.messages import N_, _
from model.records import Stage


def check(stage: Stage, review: Review) -> Iterator[Said]:
    arrows = review.pathway.leaving(stage.id)
    if stage.kind is StageKind.DECISION and len(arrows) == 1:  # none at all is a dead end
        message = _("The decision “{title}” has only one way on.").format(title=title(stage))
        yield Said(about=stage.id, message=message, also=(arrows[0].id,))


RULE = Rule(
    id="STR-06",
    severity=Severity.WARNING,
    title=N_("Decision with a single outcome"),
    finds=N_("A stage of the kind “decision” with only one way on."),
    why=N_("Where there is nothing to choose, nothing is decided: an outcome has been forgotten."),
    put_right=N_("Draw the ways of the other outcomes, or change the kind of the stage."),
    source="BPM+ Health Field Guide (DMN); bpmnlint superfluous-gateway",
    each=Stage,
    check=check,
)
