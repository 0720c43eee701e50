"""Feedback channel missing."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.codes import Severity
from model.messages import N_, _
from model.records import PathwayInfo


def check(info: PathwayInfo, review: Review) -> Iterator[Said]:
    del review
    if info.feedback is None or not info.feedback.url:
        message = _("The page has no link by which readers can give feedback.")
        yield Said(about=info.id, message=message, field="feedback")


RULE = Rule(
    id="PUB-06",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Feedback channel missing"),
    finds=N_("A pathway without a feedback link."),
    why=N_("Readers see the faults first; the law lets them tell, and get an answer in 14 days."),
    put_right=N_("Write the address of the page where feedback is given."),
    source="Act on digital services 306/2019; Siun sote (feedback on each page)",
    each=PathwayInfo,
    check=check,
)
