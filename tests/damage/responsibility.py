"""Damages to who answers for what."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.codes import Sector
from model.pathway import Pathway
from model.records import Actor, Stage
from tests.damage.damage import Damage, cleared


def _sector_that_is_another(pathway: Pathway) -> Iterator[Change]:
    """Let the only actor of a sector be of another one."""
    needed = {Sector.PRIMARY, Sector.SPECIALIST, Sector.SOCIAL, Sector.NGO, Sector.CUSTOMER}
    for sector in sorted(needed):
        actors = [actor for actor in pathway.actors if actor.sector is sector]
        if len(actors) == 1:
            yield edits.update(pathway, actors[0].id, sector=Sector.PRIVATE)


DAMAGES = (
    Damage("RES-01", "a stage has no actor", cleared(Stage, "actor")),
    Damage(
        "RES-03",
        "nobody stands for a sector",
        _sector_that_is_another,
    ),
    Damage("RES-07", "an actor has no public contact", cleared(Actor, "contacts")),
)
