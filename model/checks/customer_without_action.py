"""Customer without an own action.

An own action is a stage in the lane of the customer or a close one, or a task of theirs in a
stage that another answers for.
"""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.parties import PRIVATE_PEOPLE
from model.checks.reads import READING_ORDER, reading
from model.checks.review import Review
from model.checks.wording import listed
from model.codes import Severity
from model.messages import N_, _
from model.records import Actor, Stage


def check(review: Review) -> Iterator[Said]:
    pathway = review.pathway
    people = {actor.id for actor in pathway.actors if actor.sector in PRIVATE_PEOPLE}
    if not pathway.stages or any(_has_action(stage, people) for stage in pathway.stages):
        return
    unsorted = tuple(actor.id for actor in pathway.actors if actor.sector is None)
    if unsorted:
        message = _("Whether the customer has a task cannot be told: {actors} have no sector.")
        words = message.format(actors=listed(pathway, unsorted))
        yield Said(about=None, message=words, also=unsorted, evaluated=False)
    else:
        message = _("The customer has nothing to do in any stage.")
        yield Said(about=None, message=message, also=tuple(sorted(people)))


def _has_action(stage: Stage, people: set[str]) -> bool:
    return stage.actor in people or any(
        participant.actor in people and participant.task for participant in stage.participants
    )


RULE = Rule(
    id="RES-04",
    severity=Severity.WARNING,
    title=N_("Customer without an own action"),
    finds=N_(
        "A pathway in which neither the customer nor a close one answers for a stage or has a "
        "task in one."
    ),
    why=N_("A pathway in which things are only done to the customer is the system’s, not theirs."),
    put_right=N_("Write in a stage what the customer does, or add a stage in the customer’s lane."),
    source="Kainuu model (customer-oriented); European Pathway Association (shared decisions)",
    reads=reading(READING_ORDER, {Actor: {"sector"}, Stage: {"participants"}}),
    check=check,
)
