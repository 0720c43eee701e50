"""Pathways as a county would publish them: approved, and with nothing against them."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from designer.publishing.earlier import Earlier
from designer.publishing.plan import Plan, Wish, Work, planned
from exporters.website.library import SiteOptions
from model import edits, file
from model.approval import Approver, approve
from model.checks import CHECKS, Profile
from model.pathway import Pathway
from model.records import PathwayInfo
from samples import SAMPLES
from tests.pathways import At, build

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
BY = Approver(
    {"fi": "Johtoryhmä", "sv": "Ledningsgruppen"},
    {"fi": "Järvialue", "sv": "Sjöområdet"},
    date(2026, 11, 20),
)
SITE = SiteOptions()

LENIENT = Profile(
    name="organisation",
    title="",
    use="",
    based_on="publishing",
    off={rule.id: "not asked" for rule in CHECKS},
)
"""Asks nothing, so that small pathways are good enough."""


def quiet(_share: float) -> None:
    pass


@cache
def sample(name: str) -> Pathway:
    return file.read(next(sample.path for sample in SAMPLES if sample.name == name))


@cache
def approved_sample(name: str) -> Pathway:
    """Return a sample that was approved as it is."""
    return approved(sample(name))


def approved(pathway: Pathway) -> Pathway:
    after, _done = approve(pathway, BY, AT).applied_to(pathway)
    return after


def small(id: str, title: str, *languages: str) -> Pathway:
    """Return a pathway of two stages, made in a moment."""
    codes = languages or ("fi",)
    info = PathwayInfo(id=id, title=dict.fromkeys(codes, title), languages=codes)
    built = build(
        phases=("Arvio",),
        actors=("Neuvola",),
        stages=(At("Soitto"), At("Arvio", column=1)),
        arrows=((0, 1),),
    )
    return built.replacing({"info": None, id: info})


ONE = small("one", "Uni")
OTHER = small("other", "Muisti")


def edited(pathway: Pathway, title: str = "Aivan toinen") -> Pathway:
    """Return a pathway with another title of its first stage."""
    first = pathway.stages[0]
    return edits.rename(pathway, first.id, "fi", title).applied_to(pathway)[0]


def works(*pathways: Pathway, profile: Profile = LENIENT) -> list[Work]:
    return [
        Work(Path(f"{number}.ketju"), pathway, profile) for number, pathway in enumerate(pathways)
    ]


NOTHING = Earlier()


def plan(*pathways: Pathway, earlier: Earlier = NOTHING, **wish: Any) -> Plan:
    """Plan to publish pathways of which nothing is asked but their approval."""
    return planned(works(*pathways), earlier, Wish(today=TODAY, **wish))
