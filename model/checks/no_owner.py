"""No owner."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import joined
from model.codes import Sector, Severity
from model.codes.names import name_of_code
from model.messages import N_, _
from model.records import Actor, PathwayInfo

ANSWERABLE = (Sector.PRIMARY, Sector.SPECIALIST, Sector.SOCIAL)


def check(review: Review) -> Iterator[Said]:
    info = review.pathway.info
    owner = info.owner
    if owner is None:
        yield Said(about=info.id, message=_("The pathway has no owner."))
    elif not owner.role or not owner.organisation:
        message = _("The pathway’s owner is not named by role and organisation.")
        yield Said(about=info.id, message=message)
    named = {part.sector for part in info.sector_responsibles if part.role or part.person}
    taking_part = {actor.sector for actor in review.pathway.actors}
    missing = [s for s in ANSWERABLE if s in taking_part and s not in named]
    if missing:
        message = _("Nobody is named to answer for the pathway in: {sectors}.").format(
            sectors=joined([name_of_code(sector) for sector in missing])
        )
        yield Said(about=info.id, message=message)


RULE = Rule(
    id="OWN-01",
    severity=Severity.ERROR,
    severities={"workshop": Severity.INFO},
    title=N_("No owner"),
    finds=N_(
        "A pathway without an owner named by role and organisation, or without someone who "
        "answers for it in primary care, specialised care or social services that take part."
    ),
    why=N_("What nobody owns is not kept up, and nobody watches whether it works."),
    put_right=N_("Name the owner and those who answer in each sector by role and organisation."),
    source="Kainuu and Päijät-Häme (an owner answers for the metrics); Vaasa ADHD pathway",
    reads={Actor: {"order", "sector"}, PathwayInfo: {"owner", "sector_responsibles"}},
    check=check,
)
