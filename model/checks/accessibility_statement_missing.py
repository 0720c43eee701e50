"""Accessibility statement missing."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.codes import Severity
from model.messages import N_, _
from model.records import PathwayInfo


def check(info: PathwayInfo, review: Review) -> Iterator[Said]:
    del review
    if info.accessibility_statement is None or not info.accessibility_statement.url:
        message = _("The page has no link to the site’s accessibility statement.")
        yield Said(about=info.id, message=message, field="accessibility_statement")


RULE = Rule(
    id="PUB-07",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("Accessibility statement missing"),
    finds=N_("A pathway without a link to the accessibility statement of its website."),
    why=N_("The law asks for the statement on public websites, and readers need it."),
    put_right=N_("Write the address of the site’s accessibility statement."),
    source="Act on digital services 306/2019; saavutettavuusvaatimukset.fi",
    each=PathwayInfo,
    check=check,
)
