"""No coordinator in a pathway of several services."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.parties import PRIVATE_PEOPLE, sector_of
from model.checks.reads import READING_ORDER, reading
from model.checks.review import Review
from model.checks.wording import joined, listed
from model.codes import Severity
from model.codes.names import name_of_code
from model.messages import N_, _
from model.records import Actor, PathwayInfo

MOST_WITHOUT = 2
"""Of how many service sectors a customer can keep hold without a coordinator."""


def check(review: Review) -> Iterator[Said]:
    pathway = review.pathway
    if pathway.info.coordinator is not None:
        return
    responsible = list(dict.fromkeys(stage.actor for stage in pathway.stages if stage.actor))
    sectors = {
        sector: None
        for actor in responsible
        if (sector := sector_of(actor, pathway)) not in {None, *PRIVATE_PEOPLE}
    }
    unsorted = tuple(actor for actor in responsible if sector_of(actor, pathway) is None)
    most = review.threshold(RULE, "most_sectors")
    if len(sectors) > most:
        message = _(
            "Services of {count} sectors answer for stages ({sectors}), but none coordinates."
        )
        names = joined([name_of_code(sector) for sector in sectors if sector])
        words = message.format(count=len(sectors), sectors=names)
        yield Said(about=None, message=words, field="coordinator")
    elif len(sectors) + len(unsorted) > most:
        message = _("Whether a coordinator is needed cannot be told: {actors} have no sector.")
        words = message.format(actors=listed(pathway, unsorted))
        yield Said(about=None, message=words, also=unsorted, evaluated=False)


RULE = Rule(
    id="RES-06",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("No coordinator though there are many services"),
    finds=N_(
        "A pathway in which services of more than two sectors answer for stages and no actor is "
        "named as the coordinator."
    ),
    why=N_("Each service sees its own part; the customer alone carries the whole."),
    put_right=N_("Choose on the pathway the actor who coordinates, such as an own worker."),
    source="Soite multi-service process (more than two service areas); personal client guidance",
    reads=reading(READING_ORDER, {Actor: {"sector"}, PathwayInfo: {"coordinator"}}),
    thresholds={"most_sectors": MOST_WITHOUT},
    check=check,
)
