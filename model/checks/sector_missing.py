"""Sector missing. That there is no NGO is told by NGO-01."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import joined, listed
from model.codes import Sector, Severity
from model.codes.names import name_of_code
from model.messages import N_, _
from model.records import Actor, PathwayInfo

NEEDED = (Sector.CUSTOMER, Sector.PRIMARY, Sector.SPECIALIST, Sector.SOCIAL)


def check(review: Review) -> Iterator[Said]:
    actors = review.pathway.actors
    explained = {
        absent.sector for absent in review.pathway.info.sectors_not_needed if absent.reason
    }
    there = {actor.sector for actor in actors} | explained
    missing = [sector for sector in NEEDED if sector not in there]
    if not missing:
        return
    sectors = joined([name_of_code(sector) for sector in missing])
    unsorted = [actor.id for actor in actors if actor.sector is None]
    if unsorted:
        message = _("It cannot be told whether {sectors} are missing: {actors} have no sector.")
        words = message.format(sectors=sectors, actors=listed(review.pathway, unsorted))
        yield Said(about=None, message=words, also=tuple(unsorted), evaluated=False)
    else:
        message = _("No actor stands for: {sectors}.").format(sectors=sectors)
        yield Said(about=None, message=message)


RULE = Rule(
    id="RES-03",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("Sector missing"),
    finds=N_(
        "A pathway without an actor of the customer, primary health care, specialised health "
        "care or social services, where no reason for the absence is written."
    ),
    why=N_("A pathway that leaves out a sector is a plan that those people have not agreed to."),
    put_right=N_("Add an actor of the sector, or write on the pathway why it is not needed."),
    source="Kainuu model (four sectors joined); KSSHP; HUS hoitoketjut",
    reads={Actor: {"order", "sector"}, PathwayInfo: {"sectors_not_needed"}},
    check=check,
)
