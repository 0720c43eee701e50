"""Review date missing or past."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.codes import Severity
from model.messages import N_, _
from model.records import PathwayInfo


def check(info: PathwayInfo, review: Review) -> Iterator[Said]:
    if info.last_reviewed is None:
        message = _("It is not said when the pathway was last reviewed.")
        yield Said(about=info.id, message=message)
    if info.next_review is None:
        message = _("It is not said when the pathway is reviewed next.")
        yield Said(about=info.id, message=message)
    elif info.next_review < review.today:
        day = info.next_review
        message = _("The pathway should have been reviewed on {day}.{month}.{year}.").format(
            day=day.day, month=day.month, year=day.year
        )
        yield Said(about=info.id, message=message)


RULE = Rule(
    id="PUB-03",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("Review date missing or past"),
    finds=N_("A pathway without the dates of its last and its next review, or one overdue."),
    why=N_("Readers trust what is published; old phone numbers and rules mislead them."),
    put_right=N_("Review the pathway and write both dates."),
    source="NHS content standard; PTV (15 and 18 months); Siun sote (“updated”)",
    each=PathwayInfo,
    check=check,
)
