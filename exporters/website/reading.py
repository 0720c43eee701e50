"""How a reader goes through a public pathway: its parts in order, and the ways onward."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import NamedTuple

from exporters.website.customers_order import in_customers_order
from exporters.website.data_parts import contact_link
from model.codes import ContactKind, Flow, Sector, StageKind
from model.ids import Id
from model.messages import _, spoken_language
from model.parts import Contact
from model.pathway import Pathway
from model.records import Actor, Channel, Handover, PathwayInfo, Phase, Stage
from model.soundness import parts_nothing
from model.text import Text, in_language

HEALTH_SECTORS = frozenset(
    {Sector.PRIMARY, Sector.SPECIALIST, Sector.PHARMACY, Sector.OCCUPATIONAL_HEALTH}
)


class Part(NamedTuple):
    """The stages of one phase; `number` counts from 1 as on the board."""

    number: int
    phase: Phase | None
    stages: tuple[Stage, ...]


class Way(NamedTuple):
    """One way onward from a stage, and where it leads."""

    handover: Handover
    target: Stage


class Ways(NamedTuple):
    """The ways out of a stage; `only` is the single one that every customer goes.

    `meeting` lead to a stage that waits until all have come that lead there in parallel.
    """

    only: Way | None
    alternative: tuple[Way, ...]
    parallel: tuple[Way, ...]
    meeting: tuple[Way, ...]
    optional: tuple[Way, ...]


def parts(pathway: Pathway) -> tuple[Part, ...]:
    """Return the phases that have stages, in the customer's order; stages without one come last."""
    phases = groupby(in_customers_order(pathway), key=lambda stage: stage.phase)
    return tuple(
        Part(number, pathway.find(Phase, id), tuple(stages))
        for number, (id, stages) in enumerate(phases, start=1)
    )


def numbers(pathway: Pathway) -> Mapping[Id, str]:
    """Return what stages are called in references, on paper too: “2.3”, in every language."""
    return {
        stage.id: f"{part.number}.{place}"
        for part in parts(pathway)
        for place, stage in enumerate(part.stages, start=1)
    }


def ways_onward(pathway: Pathway, stage: Stage) -> Ways:
    ways: Mapping[Flow, tuple[Way, ...]] = {
        flow: tuple(
            Way(arrow, target)
            for arrow in pathway.leaving(stage.id)
            if arrow.flow is flow and (target := pathway.find(Stage, arrow.target))
        )
        for flow in Flow
    }
    alternative, parallel = ways[Flow.ALTERNATIVE], ways[Flow.PARALLEL]
    meeting = tuple(way for way in parallel if _only_meets(pathway, way.handover))
    if meeting:
        parallel = ()  # a way that only meets is the one parallel way out of its stage
    if len(alternative) == 1 and not alternative[0].handover.condition:
        return Ways(alternative[0], (), parallel, meeting, ways[Flow.OPTIONAL])
    return Ways(None, alternative, parallel, meeting, ways[Flow.OPTIONAL])


def _only_meets(pathway: Pathway, arrow: Handover) -> bool:
    """Whether a parallel way parts nothing and leads to a stage that waits for others, too."""
    sources = {
        other.source for other in pathway.arriving(arrow.target) if other.flow is Flow.PARALLEL
    }
    return len(sources) > 1 and parts_nothing(arrow, pathway)


def substitutes(pathway: Pathway, channel: Channel) -> tuple[Channel, ...]:
    """Return the channels that a customer may use instead of this one."""
    return tuple(
        other
        for other in pathway.channels
        if other.id != channel.id
        and (channel.id in other.alternative_to or other.id in channel.alternative_to)
    )


def by_kind(contacts: Iterable[Contact]) -> Mapping[ContactKind, tuple[Contact, ...]]:
    """Return contacts together with others of their kind, in the order they were given."""
    kinds: dict[ContactKind, tuple[Contact, ...]] = {}
    for contact in contacts:
        kinds[contact.kind] = (*kinds.get(contact.kind, ()), contact)
    return kinds


def phone_numbers(pathway: Pathway) -> Mapping[str, str]:
    """Return the phone numbers of contacts as written, with the address that calls them."""
    holders: tuple[Actor | Channel, ...] = (*pathway.actors, *pathway.channels)
    return {
        contact.value.strip(): address
        for holder in holders
        for contact in holder.contacts
        if contact.kind is ContactKind.PHONE and (address := contact_link(contact))
    }


def stages_of(pathway: Pathway, actor: Actor) -> tuple[Stage, ...]:
    """Return the stages that an actor answers for."""
    return tuple(stage for stage in pathway.stages if stage.actor == actor.id)


def stages_joined(pathway: Pathway, actor: Actor) -> tuple[Stage, ...]:
    """Return the stages of others that an actor takes part in."""
    return tuple(
        stage
        for stage in pathway.stages
        if stage.actor != actor.id and any(p.actor == actor.id for p in stage.participants)
    )


def is_health_care(pathway: Pathway) -> bool:
    return any(actor.sector in HEALTH_SECTORS for actor in pathway.actors)


def updated(info: PathwayInfo) -> date | None:
    """Return when the content was last approved or reviewed."""
    dates = [info.last_reviewed, *(approval.on for approval in info.approvals)]
    return max((on for on in dates if on is not None), default=None)


def self_care(pathway: Pathway) -> tuple[Stage, ...]:
    return tuple(stage for stage in pathway.stages if stage.kind is StageKind.SELF_CARE)


def twin(pathway: Pathway) -> tuple[str, ...]:
    """Return the board in words, a line a stage, in the language in force."""
    return tuple(_stage_in_words(pathway, stage) for stage in in_customers_order(pathway))


def _stage_in_words(pathway: Pathway, stage: Stage) -> str:
    actor = pathway.find(Actor, stage.actor)
    title = _said(stage.title) or _("Untitled")
    ways = ways_onward(pathway, stage)
    sentences = [
        f"{title} ({_said(actor.name)})" if actor else title,
        _named(_("After this: {stages}"), [ways.only] if ways.only else []),
        _named(_("After this, depending on your situation: {stages}"), ways.alternative),
        _named(_("At the same time: {stages}"), ways.parallel),
        _named(_("When all that comes before it is done: {stages}"), ways.meeting),
        _named(_("When needed: {stages}"), ways.optional),
    ]
    return " ".join(map(_ended, filter(None, sentences)))


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _named(sentence: str, ways: Iterable[Way]) -> str:
    names = [
        f"{_said(way.handover.condition)} – {_said(way.target.title)}"
        if way.handover.condition
        else _said(way.target.title)
        for way in ways
    ]
    return sentence.format(stages="; ".join(names)) if names else ""


def _said(text: Text) -> str:
    return in_language(text, spoken_language())
