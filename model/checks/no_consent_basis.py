"""No basis for handing information over.

Asked of described handovers between two fields with registers of their own. On the customer’s
own contact no professional hands anything over, and a way that says nothing of a handover is told
by HAN-01.
"""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.parties import HEALTH_CARE, PRIVATE_PEOPLE, receiver, sector_of, sender
from model.checks.review import Review
from model.checks.wording import listed, named
from model.codes import HandoverKind, Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Actor, Handover


def check(handover: Handover, review: Review) -> Iterator[Said]:
    if handover.kind in (None, HandoverKind.SELF_REFERRAL) or handover.consent is not None:
        return
    pathway = review.pathway
    name = named(handover, pathway)
    unsorted = _without_sector(handover, pathway)
    if unsorted:
        message = _("Whether “{title}” crosses sectors cannot be told: {actors} have no sector.")
        words = message.format(title=name, actors=listed(pathway, unsorted))
        yield Said(about=handover.id, message=words, also=tuple(unsorted), evaluated=False)
    elif crosses_fields(handover, pathway):
        message = _("“{title}” does not say on what ground information is handed over.")
        yield Said(about=handover.id, message=message.format(title=name), field="consent")


def crosses_fields(handover: Handover, pathway: Pathway) -> bool:
    """Whether professionals of two fields are at its ends, such as health care and an NGO."""
    fields = {
        "health care" if sector in HEALTH_CARE else sector
        for actor in (sender(handover, pathway), receiver(handover, pathway))
        if (sector := sector_of(actor, pathway)) not in {None, *PRIVATE_PEOPLE}
    }
    return len(fields) > 1


def _without_sector(handover: Handover, pathway: Pathway) -> list[str]:
    ends = sender(handover, pathway), receiver(handover, pathway)
    actors = [actor for id in ends if (actor := pathway.find(Actor, id))]
    if len({actor.id for actor in actors}) < len(ends) or any(
        actor.sector in PRIVATE_PEOPLE for actor in actors
    ):
        return []
    return [actor.id for actor in actors if actor.sector is None]


RULE = Rule(
    id="HAN-11",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("No basis for handing information over"),
    finds=N_(
        "A handover between health care, social services, NGOs, the municipality or others that "
        "does not say on what ground information goes with it: law, consent, permission, or that "
        "the customer carries it."
    ),
    why=N_("Without a ground nothing may be told, or too much is: both stop the cooperation."),
    put_right=N_("Choose the ground, and write what is agreed on with the customer."),
    source="Soite multi-service process (a shared view across units); Ketjupaja’s own rule",
    each=Handover,
    reads={Actor: {"sector", "name"}},
    check=check,
)
