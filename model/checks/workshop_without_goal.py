"""Workshop without a goal."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity, WorkshopKind
from model.messages import N_, _, ngettext
from model.records import Workshop

LARGE = 4
"""How many large workshops a pathway is made in."""


def check(review: Review) -> Iterator[Said]:
    workshops = review.pathway.of(Workshop)
    large = sum(workshop.kind is not WorkshopKind.SMALL_GROUP for workshop in workshops)
    needed = review.threshold(RULE, "least_large_workshops")
    if large < needed:
        message = ngettext(
            "{count} large workshop is recorded; a pathway takes {needed}.",
            "{count} large workshops are recorded; a pathway takes {needed}.",
            large,
        )
        yield Said(about=None, message=message.format(count=large, needed=needed))
    for workshop in workshops:
        if not workshop.goal:
            message = _("The workshop “{title}” has no goal.").format(title=title(workshop))
            yield Said(about=workshop.id, message=message, field="goal")
        was_held = workshop.on is not None and workshop.on <= review.today
        if was_held and not workshop.result:
            message = _("It is not written what came of the workshop “{title}”.")
            words = message.format(title=title(workshop))
            yield Said(about=workshop.id, message=words, field="result")


RULE = Rule(
    id="OWN-12",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Workshops without goal"),
    finds=N_(
        "A workshop without a goal, one that was held without a result, or fewer than four "
        "large workshops."
    ),
    why=N_("People commit themselves to what has a goal, and to work of which something came."),
    put_right=N_("Write each workshop’s goal beforehand and its result at its end."),
    source="Kainuu model (four large workshops, each with a goal)",
    reads={Workshop: {"order", "kind", "title", "goal", "on", "result"}},
    thresholds={"least_large_workshops": LARGE},
    check=check,
)
