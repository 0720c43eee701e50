"""What can I do missing."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity
from model.messages import N_, _
from model.records import Stage


def check(stage: Stage, review: Review) -> Iterator[Said]:
    del review
    if stage.public and not stage.what_you_can_do:
        message = _("“{title}” does not tell what the customer can do or how to prepare.")
        yield Said(
            about=stage.id, message=message.format(title=title(stage)), field="what_you_can_do"
        )


RULE = Rule(
    id="CUS-02",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("What the customer can do is missing"),
    finds=N_("A public stage that does not tell what one can do oneself or how to prepare."),
    why=N_("The customer is told what is done to them, but not their own part in it."),
    put_right=N_("Write what to take along, what to do before, and what helps meanwhile."),
    source="Kanta-Häme “kotoa kotiin” (how to prepare)",
    each=Stage,
    check=check,
)
