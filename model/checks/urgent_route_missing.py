"""Urgent route missing.

Urgent help that cannot be reached at all is told by STR-03 and STR-13.
"""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import STARTS, reading
from model.checks.review import Review
from model.checks.wording import listed
from model.codes import Severity, StageKind
from model.graph import meets, reachable
from model.messages import N_, _
from model.records import Stage


def check(review: Review) -> Iterator[Said]:
    stages = review.pathway.stages
    urgent = [stage.id for stage in stages if stage.kind is StageKind.EMERGENCY]
    if stages and not urgent:
        message = _("No stage gives urgent help.")
        yield Said(about=review.pathway.info.id, message=message)
        return
    waits = {stage.id for stage in stages if stage.kind is StageKind.WAIT}
    starts = [id for id in review.starts if id not in waits]
    if meets(review.ways, starts, set(urgent), ended_by=waits):
        return
    at_last = reachable(review.ways, review.starts)
    found = [id for id in urgent if id in at_last]
    if found:
        message = _("Urgent help comes only after a wait: {stages}.").format(
            stages=listed(review.pathway, found)
        )
        yield Said(about=found[0], message=message, also=tuple(found[1:]))


RULE = Rule(
    id="TIM-11",
    severity=Severity.ERROR,
    severities={"workshop": Severity.WARNING},
    title=N_("Urgent route missing"),
    finds=N_("A pathway without urgent help, or with one that is reached only through a wait."),
    why=N_("Whoever cannot wait must see at once where to go."),
    put_right=N_("Add a stage of urgent help, and lead to it straight from the contact."),
    source="Kainuu programme (first contact starts the service); NHS (emergency cards); THL",
    reads=reading(STARTS, {Stage: {"kind"}}),
    check=check,
)
