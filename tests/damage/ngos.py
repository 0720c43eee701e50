"""Damages to the part of NGOs."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.codes import Sector
from model.pathway import Pathway
from model.records import Actor
from tests.damage.damage import Damage, cleared, cleared_each


def _is_ngo(actor: Actor) -> bool:
    return actor.sector is Sector.NGO


def _no_ngo(pathway: Pathway) -> Iterator[Change]:
    """Let every NGO be a private service."""
    yield edits.together(
        "",
        [
            edits.update(pathway, actor.id, sector=Sector.PRIVATE)
            for actor in pathway.actors
            if _is_ngo(actor)
        ],
    )


def _no_agreement(pathway: Pathway) -> Iterator[Change]:
    responsible = {stage.actor for stage in pathway.stages}
    yield from cleared(
        Actor, "agreement", where=lambda actor: _is_ngo(actor) and actor.id in responsible
    )(pathway)


DAMAGES = (
    Damage("NGO-01", "no NGO takes part", _no_ngo),
    Damage(
        "NGO-02",
        "an NGO has no role or contact",
        cleared_each(Actor, "role", "contacts", where=_is_ngo),
    ),
    Damage("NGO-03", "an NGO has no agreement", _no_agreement),
)
