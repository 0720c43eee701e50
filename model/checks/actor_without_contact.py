"""Actor without a public contact.

A customer must contact the actors of public stages where one comes in, makes contact, gets
urgent help, or to which one goes on by own contact.
"""

from collections.abc import Iterator

from model.checks.facts import Fact
from model.checks.finding import Rule, Said
from model.checks.parties import PRIVATE_PEOPLE
from model.checks.reads import HANDOVERS, reading
from model.checks.review import Review
from model.checks.wording import listed, title
from model.codes import HandoverKind, Participation, Severity, StageKind
from model.ids import Id
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Actor, Handover, Stage

CONTACTED = {StageKind.CONTACT, StageKind.EMERGENCY}


def check(review: Review) -> Iterator[Said]:
    contacted = review.known(CONTACTS)
    for actor in review.pathway.actors:
        has_contact = any(contact.value or contact.text for contact in actor.contacts)
        if contacted.of(actor.id) and actor.sector not in PRIVATE_PEOPLE and not has_contact:
            stages = review.in_order(contacted.of(actor.id))
            message = _("“{title}” has no public contact, though a customer needs one in {stages}.")
            words = message.format(title=title(actor), stages=listed(review.pathway, stages))
            yield Said(about=actor.id, message=words, also=tuple(stages), field="contacts")


def contacted_actors(pathway: Pathway) -> dict[Id, list[Id]]:
    """Return the actors whom a customer must contact, each with the stages of that."""
    contacted: dict[Id, list[Id]] = {}
    for stage in pathway.stages:
        for id in _contacts(stage, pathway):
            contacted.setdefault(id, []).append(stage.id)
    return contacted


def _contacts(stage: Stage, pathway: Pathway) -> Iterator[Id]:
    """Yield the actors whom a customer must contact in a stage."""
    if stage.public and _is_contacted(stage, pathway):
        yield from _actors(stage)


CONTACTS = Fact(Stage, _contacts)


def _is_contacted(stage: Stage, pathway: Pathway) -> bool:
    return (
        stage.start
        or stage.kind in CONTACTED
        or any(arrow.kind is HandoverKind.SELF_REFERRAL for arrow in pathway.arriving(stage.id))
    )


def _actors(stage: Stage) -> Iterator[Id]:
    if stage.actor is not None:
        yield stage.actor
    for participant in stage.participants:
        if participant.participation is Participation.TAKES_PART:
            yield participant.actor


RULE = Rule(
    id="RES-07",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("Actor without a public contact"),
    finds=N_("An actor whom a customer must contact, without a phone number, address or web page."),
    why=N_("The customer reads whom to turn to but not how."),
    put_right=N_("Write at least one public contact for the actor."),
    source="PTV (service and channel are connected); Keski-Suomi “ask for help”",
    reads=reading(
        HANDOVERS,
        {
            Actor: {"sector", "contacts"},
            Stage: {"public", "start", "kind", "participants"},
            Handover: {"kind"},
        },
    ),
    check=check,
)
