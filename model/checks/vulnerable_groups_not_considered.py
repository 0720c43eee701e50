"""Vulnerable group not considered."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import joined
from model.codes import Severity
from model.codes.names import name_of_code
from model.messages import N_, _
from model.records import PathwayInfo


def check(info: PathwayInfo, review: Review) -> Iterator[Said]:
    del review
    if not info.vulnerable_groups:
        message = _(
            "The pathway does not say how it serves those who need an interpreter, move or "
            "remember poorly, or have no bank codes or fixed address."
        )
        yield Said(about=info.id, message=message, field="vulnerable_groups")
    undecided = [entry.group for entry in info.vulnerable_groups if not entry.decision]
    if undecided:
        message = _("It is not said what was decided on: {groups}.").format(
            groups=joined(list(dict.fromkeys(map(name_of_code, undecided))))
        )
        yield Said(about=info.id, message=message, field="vulnerable_groups")


RULE = Rule(
    id="ACC-08",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Vulnerable groups not considered"),
    finds=N_("A pathway without a decision on any vulnerable group, or with one left unwritten."),
    why=N_("A pathway made for those who manage leaves out those who need it most."),
    put_right=N_("Decide on at least one vulnerable group how the pathway serves it."),
    source="Kainuu programme (vulnerable groups); Päijät-Häme Hyvinvointiopas",
    each=PathwayInfo,
    check=check,
)
