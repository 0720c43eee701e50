"""Damages to who answers for what."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.actor_without_contact import CONTACTED
from model.checks.parties import PRIVATE_PEOPLE
from model.codes import Sector
from model.pathway import Pathway
from model.records import Stage
from tests.damage.damage import Damage, cleared


def _sector_that_is_another(pathway: Pathway) -> Iterator[Change]:
    """Let the only actor of a sector be of another one."""
    needed = {Sector.PRIMARY, Sector.SPECIALIST, Sector.SOCIAL, Sector.NGO, Sector.CUSTOMER}
    for sector in sorted(needed):
        actors = [actor for actor in pathway.actors if actor.sector is sector]
        if len(actors) == 1:
            yield edits.update(pathway, actors[0].id, sector=Sector.PRIVATE)


def _no_contact(pathway: Pathway) -> Iterator[Change]:
    """Clear the contacts of one actor in whose stages customers come in or make contact."""
    for actor in pathway.actors:
        if actor.sector not in PRIVATE_PEOPLE and any(
            stage.public and stage.actor == actor.id and (stage.start or stage.kind in CONTACTED)
            for stage in pathway.stages
        ):
            yield edits.update(pathway, actor.id, contacts=())


DAMAGES = (
    Damage("RES-01", "a stage has no actor", cleared(Stage, "actor")),
    Damage(
        "RES-03",
        "nobody stands for a sector",
        _sector_that_is_another,
    ),
    Damage("RES-07", "an actor has no public contact", _no_contact),
)
