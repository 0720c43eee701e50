"""Loop without an exit."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import WAYS, reading
from model.checks.review import Review
from model.checks.wording import listed, title
from model.codes import Severity
from model.ids import Id
from model.messages import N_, _
from model.records import Stage


def check(review: Review) -> Iterator[Said]:
    for loop in review.loops:
        if _has_exit(loop, review):
            continue
        if len(loop) == 1:
            name = title(review.pathway[loop[0]])
            message = _("“{title}” leads only to itself.").format(title=name)
        else:
            message = _("There is no way out of the loop of {stages}.").format(
                stages=listed(review.pathway, loop)
            )
        yield Said(about=loop[0], message=message, also=loop[1:])


def _has_exit(loop: tuple[Id, ...], review: Review) -> bool:
    inside = set(loop)
    return bool(inside.intersection(review.ends)) or any(
        not inside.issuperset(review.ways[id]) for id in loop
    )


RULE = Rule(
    id="STR-08",
    severity=Severity.ERROR,
    title=N_("Loop without an exit"),
    finds=N_("Stages that lead only to one another, round and round."),
    why=N_("The customer is passed about and never gets further."),
    put_right=N_("Draw a way out of the loop and write on it when it is taken."),
    source="Soite multi-service process (bouncing); European Pathway Association (defined period)",
    reads=reading(WAYS, {Stage: {"kind"}}),
    check=check,
)
