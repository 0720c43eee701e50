"""Which lanes make a pool: those of one organisation, and the customers' own.

Sequence flows stay within a pool, so a pool is where somebody runs a process as their own: an
organisation that is named, or the customer with those close to them. Lanes of no named organisation
share the pool of the pathway: nobody said that organisations change there.
"""

from collections.abc import Iterator, Mapping

from exporters.bpmn.flow import Pool
from exporters.diagram.words import board_title, clean
from model.codes import Sector
from model.ids import Id
from model.messages import _
from model.pathway import Pathway
from model.records import Actor
from model.text import in_language

_CUSTOMERS = {Sector.CUSTOMER, Sector.CLOSE_ONE}


def pool_is_fixed(actor: Actor) -> bool:
    """Whether an actor's pool is called the same whatever its organisation is."""
    return actor.sector in _CUSTOMERS


def pools_of(pathway: Pathway, language: str) -> tuple[Pool, ...]:
    """Return the pools from top to bottom, each where its first lane stands on the board."""
    lanes: dict[str, list[Id | None]] = {}
    for actor in pathway.actors:
        lanes.setdefault(_pool_name(actor, pathway, language), []).append(actor.id)
    if any(stage.actor is None for stage in pathway.stages):
        lanes.setdefault(board_title(pathway, language), []).append(None)
    busy = {stage.actor for stage in pathway.stages}
    return tuple(
        Pool(f"pool-{place}", name, tuple(actors), not busy.isdisjoint(actors))
        for place, (name, actors) in enumerate(lanes.items())
    )


def _pool_name(actor: Actor, pathway: Pathway, language: str) -> str:
    if pool_is_fixed(actor):
        return _("Customer and those close to them")
    return clean(in_language(actor.organisation, language)) or board_title(pathway, language)


def lane_names(pathway: Pathway, language: str) -> dict[Id | None, str]:
    """Return what the lanes are called."""
    return dict(_named(pathway, language))


def _named(pathway: Pathway, language: str) -> Iterator[tuple[Id | None, str]]:
    yield None, _("no actor")
    for actor in pathway.actors:
        yield actor.id, clean(in_language(actor.name, language)) or _("Untitled actor")


def pool_of_stages(pathway: Pathway, pools: tuple[Pool, ...]) -> Mapping[Id, str]:
    """Return in which pool each stage happens."""
    pool_of = {actor: pool.id for pool in pools for actor in pool.lanes}
    return {stage.id: pool_of[stage.actor] for stage in pathway.stages}
