"""Stage without a responsible actor."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity
from model.messages import N_, _
from model.records import Stage


def check(stage: Stage, review: Review) -> Iterator[Said]:
    del review
    if stage.actor is None:
        message = _("“{title}” has no responsible actor.").format(title=title(stage))
        yield Said(about=stage.id, message=message, field="actor")


RULE = Rule(
    id="RES-01",
    severity=Severity.ERROR,
    title=N_("Stage without a responsible actor"),
    finds=N_("A stage that lies in no actor’s lane."),
    why=N_("Nobody is answerable for what happens in it."),
    put_right=N_("Drag the stage into the lane of the actor who answers for it."),
    source="VSSHP: hoitoketjut (who does what, where and when); Vaasa: named responsibles",
    each=Stage,
    check=check,
)
