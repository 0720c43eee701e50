"""Customer text missing."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity
from model.messages import N_, _
from model.records import Stage


def check(stage: Stage, review: Review) -> Iterator[Said]:
    del review
    if stage.public and not stage.what_happens:
        message = _("“{title}” does not tell the customer what happens.").format(title=title(stage))
        yield Said(about=stage.id, message=message)


RULE = Rule(
    id="CUS-01",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("Customer text missing"),
    finds=N_("A public stage that does not tell in the customer’s words what happens."),
    why=N_("The pathway is published for customers: a title alone tells them nothing."),
    put_right=N_("Write in a few sentences what happens, to “you” and without special terms."),
    source="Kainuu model (customer-oriented pathways); Siun sote palveluketjut",
    each=Stage,
    check=check,
)
