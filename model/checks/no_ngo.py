"""No NGO in the pathway."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import listed
from model.codes import Sector, Severity
from model.messages import N_, _
from model.records import Actor, PathwayInfo


def check(review: Review) -> Iterator[Said]:
    actors = review.pathway.actors
    explained = any(
        absent.sector is Sector.NGO and absent.reason
        for absent in review.pathway.info.sectors_not_needed
    )
    if explained or any(actor.sector is Sector.NGO for actor in actors):
        return
    unsorted = tuple(actor.id for actor in actors if actor.sector is None)
    if unsorted:
        message = _("Whether an NGO takes part cannot be told: {actors} have no sector.")
        words = message.format(actors=listed(review.pathway, unsorted))
        yield Said(about=None, message=words, also=unsorted, evaluated=False)
    else:
        yield Said(about=None, message=_("No NGO takes part, and no reason for that is written."))


RULE = Rule(
    id="NGO-01",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("No NGO in the pathway"),
    finds=N_("A pathway without an NGO, where no reason for the absence is written."),
    why=N_("Peer support and help near by are often what carries between the services."),
    put_right=N_("Add the NGO as an actor, or write on the pathway why none is needed."),
    source="Kainuu model and programme (NGOs in the pathways); KSSHP; HUS hoitoketjut",
    reads={Actor: {"order", "sector"}, PathwayInfo: {"sectors_not_needed"}},
    check=check,
)
