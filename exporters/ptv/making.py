"""All that goes to PTV from a pathway, checked by PTV's rules."""

from collections.abc import Mapping
from typing import NamedTuple

from exporters.exporter import Options
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


def make(pathway: Pathway, options: Options) -> Made:
    """Make everything; what PTV's rules would refuse is left out."""
    source = read(pathway, options)
    kinds = classes(source.classification)
    stages = {
        stage.id: _checked(service_of(stage, source, kinds)) for stage in source.pathway.stages
    }
    channels = {each.id: _checked(channel_of(each, source)) for each in source.pathway.channels}
    joined = links(source, {**stages, **channels})
    whole = _checked(collection(source, joined.outcomes.values()))
    assert isinstance(whole, Entry | LeftOut)  # noqa: S101 - the collection is always either
    return Made(
        source=source,
        classes=kinds,
        collection=whole,
        stages={id: joined.outcomes[id] for id in stages},
        channels={id: joined.outcomes[id] for id in channels},
        links=joined,
    )


def _checked(outcome: Outcome) -> Outcome:
    """Leave out what PTV's rules refuse, and say where."""
    if not isinstance(outcome, Entry):
        return outcome
    found = faults(outcome.kind, outcome.body)
    if not found:
        return outcome
    message = _("PTV’s rules refuse it at {places}: correct that, or tell the makers of Ketjupaja")
    return LeftOut(outcome.about, (message.format(places=", ".join(found)),))
