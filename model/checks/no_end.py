"""No end."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import READING_ORDER, reading
from model.checks.review import Review
from model.codes import Severity
from model.messages import N_, _
from model.records import Stage


def check(review: Review) -> Iterator[Said]:
    if not review.pathway.stages:
        yield Said(about=None, message=_("There are no stages yet."), evaluated=False)
    elif not review.ends:
        message = _("No stage says that the need for services ends.")
        yield Said(about=None, message=message)


RULE = Rule(
    id="STR-02",
    severity=Severity.ERROR,
    severities={"workshop": Severity.WARNING},
    title=N_("No end"),
    finds=N_("A pathway without a stage of the kind “end of the need for services”."),
    why=N_("A pathway covers the whole arc until the need ends; without an end nobody lets go."),
    put_right=N_("Add a stage where the need for services ends, and lead the ways to it."),
    source="Kainuu model (the arc to the end of service need); JHS 152",
    reads=reading(READING_ORDER, {Stage: {"kind"}}),
    check=check,
)
