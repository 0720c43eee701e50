"""Damages to who answers for what."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from model import edits
from model.change import Change
from model.checks.actor_without_contact import CONTACTED
from model.checks.nobody_responsible_while_waiting import customers_waits
from model.checks.parties import PRIVATE_PEOPLE
from model.codes import Sector, StageKind
from model.document import Document
from model.pathway import Pathway
from model.records import Handover, PathwayInfo, Stage
from tests.damage.damage import Damage, cleared


def _sector_that_is_another(pathway: Pathway) -> Iterator[Change]:
    """Let the only actor of a sector be of another one."""
    needed = {Sector.PRIMARY, Sector.SPECIALIST, Sector.SOCIAL, Sector.CUSTOMER}
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


def _one_more_actor(pathway: Pathway) -> Iterator[Change]:
    for actor in pathway.actors:
        name = {"fi": "Toimija, jota kukaan ei mainitse"}
        yield edits.add(pathway, replace(actor, id=f"{actor.id}-1", name=name))


def _part_is_not_told(pathway: Pathway) -> Iterator[Change]:
    """Take one actor out of all that it has a part in."""
    for actor in pathway.actors:
        document = Document(pathway)
        document.do(edits.remove(pathway, [actor.id]))
        taken_out = document.next_undo
        if taken_out:
            yield Change("", tuple(op for op in taken_out.ops if op.id != actor.id))


def _customer_does_nothing(pathway: Pathway) -> Iterator[Change]:
    """Give the customer’s stages to another actor, and take the tasks away."""
    people = {actor.id for actor in pathway.actors if actor.sector in PRIVATE_PEOPLE}
    other = next(actor.id for actor in pathway.actors if actor.sector is Sector.PRIMARY)
    changes = []
    for stage in pathway.stages:
        participants = tuple(
            replace(part, task={}) if part.actor in people else part for part in stage.participants
        )
        fields: dict[str, Any] = {"participants": participants}
        if stage.actor in people:
            fields["actor"] = other
        changes.append(edits.update(pathway, stage.id, **fields))
    yield edits.together("", changes)


def _wait_is_nobodys(pathway: Pathway) -> Iterator[Change]:
    for field in ("responsible_during", "waiting_contact"):
        yield from cleared(
            Handover,
            field,
            where=lambda arrow: any(limit.limit.most for limit in customers_waits(arrow)),
        )(pathway)


def _a_wait_without_a_contact(pathway: Pathway) -> Iterator[Change]:
    for stage in pathway.stages:
        if stage.kind is StageKind.FOLLOW_UP:
            yield edits.update(
                pathway, stage.id, kind=StageKind.WAIT, channels=(), more_info={}, public=False
            )


def _no_link(pathway: Pathway) -> Iterator[Change]:
    """Let every social service be a private one, but for one that only coordinates."""
    social = [actor for actor in pathway.actors if actor.sector is Sector.SOCIAL]
    if social:
        apart = replace(social[0], id="erillinen", name={"fi": "Erillinen sosiaalityö"})
        changes = [edits.update(pathway, actor.id, sector=Sector.PRIVATE) for actor in social]
        coordinates = edits.update(pathway, pathway.info.id, coordinator=apart.id)
        yield edits.together("", [*changes, edits.add(pathway, apart), coordinates])


DAMAGES = (
    Damage("RES-01", "a stage has no actor", cleared(Stage, "actor")),
    Damage(
        "RES-03",
        "nobody stands for a sector",
        _sector_that_is_another,
    ),
    Damage("RES-02", "an actor that nobody names", _one_more_actor),
    Damage("RES-02", "an actor has no part", _part_is_not_told),
    Damage("RES-04", "the customer does nothing", _customer_does_nothing),
    Damage("RES-05", "nobody is responsible during a wait", _wait_is_nobodys),
    Damage("RES-05", "a wait names no contact", _a_wait_without_a_contact),
    Damage("RES-06", "nobody coordinates", cleared(PathwayInfo, "coordinator")),
    Damage("RES-07", "an actor has no public contact", _no_contact),
    Damage("RES-08", "nothing links social services with health care", _no_link),
)
