"""Customer not told about a handover."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import joined, named
from model.codes import Severity
from model.messages import N_, _
from model.records import Handover


def check(handover: Handover, review: Review) -> Iterator[Said]:
    missing = {
        **({} if handover.customer_told else {"customer_told": _("what the customer is told")}),
        **({} if handover.customer_told_by else {"customer_told_by": _("who tells it")}),
    }
    if missing:
        message = _("The handover “{title}” does not say {missing}.").format(
            title=named(handover, review.pathway), missing=joined(list(missing.values()))
        )
        yield Said(about=handover.id, message=message, field=next(iter(missing)))


RULE = Rule(
    id="HAN-10",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Customer not told"),
    finds=N_("A handover that does not say what the customer is told about it, and by whom."),
    why=N_("A customer who does not know what comes next calls around, or waits in vain."),
    put_right=N_("Write what the customer is told of what happens next, and who tells it."),
    source="Valvira/TEO 4/2006; Kanta-Häme “Kotoa kotiin”",
    each=Handover,
    check=check,
)
