"""Disconnected part: whatever is not joined to the main one, the largest that has a start."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import STARTS
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity
from model.messages import N_, _, ngettext


def check(review: Review) -> Iterator[Said]:
    starts = set(review.starts)
    parts = sorted(review.parts, key=starts.isdisjoint)  # keeps the largest first among equals
    for first, *others in parts[1:]:
        name = title(review.pathway[first])
        if not others:
            message = _("“{title}” is joined to nothing.").format(title=name)
        else:
            message = ngettext(
                "“{title}” and {count} other stage are not joined to the rest.",
                "“{title}” and {count} other stages are not joined to the rest.",
                len(others),
            ).format(title=name, count=len(others))
        yield Said(about=first, message=message, also=tuple(others))


RULE = Rule(
    id="STR-13",
    severity=Severity.ERROR,
    severities={"workshop": Severity.WARNING},
    title=N_("Disconnected part"),
    finds=N_("Stages that no handover joins to the rest of the pathway."),
    why=N_("It is unclear when a customer comes there and what follows."),
    put_right=N_("Draw the handovers, or make the part a pathway of its own."),
    source="JHS 152; bpmnlint no-disconnected",
    reads=STARTS,
    check=check,
)
