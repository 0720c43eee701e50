"""Structured data incomplete: names that the page's data for search engines is made from.

Of stages without a title STR-09 tells, of the summary PUB-01.
"""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import READING_ORDER, reading
from model.checks.review import Review
from model.codes import Sector, Severity
from model.messages import N_, _
from model.records import Actor, Channel, PathwayInfo, Stage

NO_PROVIDERS = {Sector.CUSTOMER, Sector.CLOSE_ONE}


def check(review: Review) -> Iterator[Said]:
    info = review.pathway.info
    if not info.title:
        message = _("The pathway has no title: the page has no name in lists and search results.")
        yield Said(about=info.id, message=message, field="title")
    stages = [stage for stage in review.pathway.stages if stage.public]
    providers = {stage.actor for stage in stages}
    for actor in review.pathway.actors:
        named = actor.name or actor.organisation or actor.sector in NO_PROVIDERS
        if actor.id in providers and not named:
            message = _("An actor that answers for public stages has no name and no organisation.")
            yield Said(about=actor.id, message=message, field="name")
    used = {id for stage in stages for id in stage.channels}
    for channel in review.pathway.channels:
        if channel.id in used and not channel.name:
            message = _("A channel of public stages has no name.")
            yield Said(about=channel.id, message=message, field="name")


RULE = Rule(
    id="PUB-10",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Structured data incomplete"),
    finds=N_(
        "A pathway without a title, or public stages whose actor or channel has no name: the "
        "page’s data for search engines needs them."
    ),
    why=N_("Search engines and catalogues leave out what has no name, and readers do not find it."),
    put_right=N_("Write the name that is missing."),
    source="Google, structured data for breadcrumbs; schema.org 30.0",
    reads=reading(
        READING_ORDER,
        {
            PathwayInfo: {"title"},
            Stage: {"public", "actor", "channels"},
            Actor: {"name", "organisation", "sector"},
            Channel: {"order", "name"},
        },
    ),
    check=check,
)
