"""A stage that waits for a branch that never comes (deadlock where parallel branches meet).

What it means to wait: docs/decisions/0009-where-branches-meet.md.
"""

from collections.abc import Iterator

from model import edits, soundness
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import BRANCHES
from model.checks.review import Review
from model.checks.wording import listed, route, title
from model.codes import Flow, Severity
from model.messages import N_, _
from model.pathway import Pathway

SHOWN = 4
"""How many of the last stages of the walk a message shows."""


def check(review: Review) -> Iterator[Said]:
    pathway = review.pathway
    found = review.waiting
    for stuck in found.stuck:
        sources = tuple(arrow.source for arrow in stuck.awaited)
        message = _(
            "“{title}” waits for customers to come from {sources}, too. They never do when they "
            "go {route}."
        )
        words = message.format(
            title=title(pathway[stuck.stage]),
            sources=listed(pathway, sources),
            route=route(pathway, stuck.walk[-SHOWN:]),
        )
        yield Said(about=stuck.stage, message=words, also=(*sources, *stuck.walk))
    if not found.is_complete:
        message = _("There are more ways to walk the parallel branches than can be tried.")
        yield Said(about=None, message=message, evaluated=False)


def _do_not_wait(finding: Finding, pathway: Pathway) -> Change:
    """Call the ways that part nothing alternatives: the stage begins with whoever comes first."""
    changes = [
        edits.update(pathway, arrow.id, flow=Flow.ALTERNATIVE)
        for arrow in soundness.meetings(pathway).get(finding.about or "", ())
        if soundness.parts_nothing(arrow, pathway)
    ]
    return edits.together(changes[0].label, changes) if changes else Change("")


RULE = Rule(
    id="STR-15",
    severity=Severity.ERROR,
    severities={"workshop": Severity.WARNING},
    title=N_("A stage waits for a branch that never comes"),
    finds=N_(
        "A stage where parallel branches meet, one of which can end elsewhere or is never begun; "
        "a walk shows how."
    ),
    why=N_("The customer has done their part in one branch and waits for the other for good."),
    put_right=N_(
        "Lead the branch to the stage in every case, or call the ways into the stage alternatives "
        "so that it does not wait."
    ),
    source="Signavio conventions (absence of deadlocks); Ketjupaja’s own rule",
    reads=BRANCHES,
    check=check,
    fixes=(Fix(title=N_("Let the stage begin as soon as one branch comes"), change=_do_not_wait),),
)
