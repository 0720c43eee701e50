"""Social services and health care that nothing links.

Linked are they by a handover from one to the other, or by a stage of the one in which the other
takes part.
"""

from collections.abc import Iterable, Iterator

from model.checks.finding import Rule, Said
from model.checks.parties import HEALTH_CARE, receiver, sector_of, sender
from model.checks.reads import HANDOVERS, reading
from model.checks.review import Review
from model.checks.wording import listed
from model.codes import Sector, Severity
from model.ids import Id
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Actor, Handover, Stage


def check(review: Review) -> Iterator[Said]:
    pathway = review.pathway
    health = tuple(actor.id for actor in pathway.actors if actor.sector in HEALTH_CARE)
    social = tuple(actor.id for actor in pathway.actors if actor.sector is Sector.SOCIAL)
    if health and social and not any(_is_link(met, pathway) for met in _meetings(pathway)):
        message = _("Nothing links social services ({social}) with health care ({health}).")
        words = message.format(social=listed(pathway, social), health=listed(pathway, health))
        yield Said(about=None, message=words, also=(*social, *health))


def _meetings(pathway: Pathway) -> Iterator[Iterable[Id | None]]:
    """Yield the actors that have to do with each other, handover by handover, stage by stage."""
    for arrow in pathway.handovers:
        yield sender(arrow, pathway), receiver(arrow, pathway)
    for stage in pathway.stages:
        yield stage.actor, *(participant.actor for participant in stage.participants)


def _is_link(actors: Iterable[Id | None], pathway: Pathway) -> bool:
    sectors = {sector_of(actor, pathway) for actor in actors}
    return Sector.SOCIAL in sectors and not sectors.isdisjoint(HEALTH_CARE)


RULE = Rule(
    id="RES-08",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("Social services and health care not linked"),
    finds=N_(
        "A pathway with actors of both social services and health care, but no handover between "
        "them and no stage in which both take part."
    ),
    why=N_("Two pathways side by side leave it to the customer to join them."),
    put_right=N_("Draw the handover, or add the other one as taking part in a joint stage."),
    source="Kainuu model (how social and health link); national model of social consultation",
    reads=reading(
        HANDOVERS,
        {Actor: {"sector"}, Handover: {"sender", "receiver"}, Stage: {"participants"}},
    ),
    check=check,
)
