"""No start."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import STARTS
from model.checks.review import Review
from model.checks.wording import listed
from model.codes import Severity
from model.messages import N_, _


def check(review: Review) -> Iterator[Said]:
    stages = review.pathway.stages
    if not stages:
        yield Said(about=None, message=_("The pathway has no stages yet."))
    elif not any(stage.start for stage in stages):
        entrances = review.starts
        message = (
            _("No stage is marked as a start. Nothing leads into {stages}.").format(
                stages=listed(review.pathway, entrances)
            )
            if entrances
            else _("No stage is marked as a start.")
        )
        yield Said(about=None, message=message, also=entrances)


RULE = Rule(
    id="STR-01",
    severity=Severity.ERROR,
    severities={"workshop": Severity.WARNING},
    title=N_("No start"),
    finds=N_("A pathway in which no stage is marked as a place where customers come in."),
    why=N_("A reader cannot tell where to begin, and nobody notices a stage without a way in."),
    put_right=N_("Mark every stage where a customer can come in as a start."),
    source="JHS 152; Kainuu generic model, part 7",
    reads=STARTS,
    check=check,
)
