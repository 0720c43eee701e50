"""Rights not told. How to give feedback is what the rule on the feedback channel asks."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.codes import Severity
from model.messages import N_, _
from model.records import PathwayInfo


def check(info: PathwayInfo, review: Review) -> Iterator[Said]:
    del review
    if not any(link.url for link in info.rights):
        message = _("The pathway has no link to the rights of customers and patients.")
        yield Said(about=info.id, message=message, field="rights")


RULE = Rule(
    id="CUS-08",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Rights not told"),
    finds=N_("A pathway without a link to where customers read of their rights."),
    why=N_("Who is treated wrongly must know what they may ask for and whom to tell."),
    put_right=N_("Add the county’s page on the rights of patients and social care clients."),
    source="Siun sote palveluketjut; laki potilaan asemasta ja oikeuksista 785/1992",
    each=PathwayInfo,
    check=check,
)
