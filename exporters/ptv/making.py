"""All that goes to PTV from a pathway, checked by PTV's rules."""

from collections.abc import Mapping
from typing import NamedTuple

from exporters.exporter import Options, Progress
from exporters.ptv.channels import channel_of
from exporters.ptv.classes import Classes, classes
from exporters.ptv.collection import collection
from exporters.ptv.links import Links, links
from exporters.ptv.outcome import Entry, LeftOut, Outcome
from exporters.ptv.schema import faults
from exporters.ptv.services import service_of
from exporters.ptv.source import Source, read
from model.ids import Id
from model.messages import _
from model.pathway import Pathway


class Made(NamedTuple):
    """What was made of each public stage and channel, in the customer's order."""

    source: Source
    classes: Classes
    collection: Entry | LeftOut
    stages: Mapping[Id, Outcome]
    channels: Mapping[Id, Outcome]
    links: Links


def _unwatched(_share: float) -> None:
    """Follow nothing."""


def make(pathway: Pathway, options: Options, progress: Progress = _unwatched) -> Made:
    """Make everything; what PTV's rules would refuse is left out."""
    source = read(pathway, options)
    kinds = classes(source.classification)
    count = len(source.pathway.stages) + len(source.pathway.channels) + 1
    stages: dict[Id, Outcome] = {}
    channels: dict[Id, Outcome] = {}
    for stage in source.pathway.stages:
        progress(len(stages) / count)
        stages[stage.id] = checked(service_of(stage, source, kinds))
    for channel in source.pathway.channels:
        progress((len(stages) + len(channels)) / count)
        channels[channel.id] = checked(channel_of(channel, source))
    joined = links(source, {**stages, **channels})
    whole = checked(collection(source, joined.outcomes.values()))
    assert isinstance(whole, Entry | LeftOut)  # noqa: S101 - the collection is always either
    return Made(
        source=source,
        classes=kinds,
        collection=whole,
        stages={id: joined.outcomes[id] for id in stages},
        channels={id: joined.outcomes[id] for id in channels},
        links=joined,
    )


def checked(outcome: Outcome) -> Outcome:
    """Leave out what PTV's rules refuse, and say where."""
    if not isinstance(outcome, Entry):
        return outcome
    found = faults(outcome.kind, outcome.body)
    if not found:
        return outcome
    message = _("PTV’s rules refuse it at {places}: correct that, or tell the makers of Ketjupaja")
    return LeftOut(outcome.about, (message.format(places=", ".join(found)),))
