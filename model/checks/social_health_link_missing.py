"""Social services and health care that nothing links.

Linked are they by a handover from one to the other, or by a stage of the one in which the other
takes part.
"""

from collections.abc import Iterator

from model.checks.facts import Fact
from model.checks.finding import Rule, Said
from model.checks.parties import HEALTH_CARE, receiver, sector_of, sender
from model.checks.reads import HANDOVERS, reading
from model.checks.review import Review
from model.checks.wording import listed
from model.codes import Sector, Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Actor, Handover, Stage


def check(review: Review) -> Iterator[Said]:
    pathway = review.pathway
    health = tuple(actor.id for actor in pathway.actors if actor.sector in HEALTH_CARE)
    social = tuple(actor.id for actor in pathway.actors if actor.sector is Sector.SOCIAL)
    if health and social and not any(review.known(fact).by_value for fact in LINKED):
        message = _("Nothing links social services ({social}) with health care ({health}).")
        words = message.format(social=listed(pathway, social), health=listed(pathway, health))
        yield Said(about=None, message=words, also=(*social, *health))


def _links(record: Stage | Handover, pathway: Pathway) -> Iterator[bool]:
    """Yield whether a handover, or a stage, has to do with both."""
    if isinstance(record, Handover):
        met = {sender(record, pathway), receiver(record, pathway)}
    else:
        met = {record.actor, *(participant.actor for participant in record.participants)}
    sectors = {sector_of(actor, pathway) for actor in met}
    if Sector.SOCIAL in sectors and not sectors.isdisjoint(HEALTH_CARE):
        yield True


LINKED = [Fact(kind, _links, reads={Actor: {"sector"}}) for kind in (Handover, Stage)]


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
