"""Who is at the two ends of a handover, and which actors are not professionals."""

from model.codes import Sector
from model.ids import Id
from model.pathway import Pathway
from model.records import Actor, Handover, Stage

PRIVATE_PEOPLE = frozenset({Sector.CUSTOMER, Sector.CLOSE_ONE})
HEALTH_CARE = frozenset({Sector.PRIMARY, Sector.SPECIALIST, Sector.OCCUPATIONAL_HEALTH})


def sender(handover: Handover, pathway: Pathway) -> Id | None:
    """Return who sends: the actor named so, else the one who answers for the source."""
    return handover.sender or _responsible(handover.source, pathway)


def receiver(handover: Handover, pathway: Pathway) -> Id | None:
    """Return who receives: the actor named so, else the one who answers for the target."""
    return handover.receiver or _responsible(handover.target, pathway)


def sector_of(actor: Id | None, pathway: Pathway) -> Sector | None:
    found = pathway.find(Actor, actor)
    return found.sector if found else None


def _responsible(stage: Id, pathway: Pathway) -> Id | None:
    found = pathway.find(Stage, stage)
    return found.actor if found else None
