"""The pathway as a service collection of PTV."""

from collections import Counter
from collections.abc import Iterable

from exporters.ptv.outcome import Entry, InPtv, LeftOut, Outcome
from exporters.ptv.schema import Body
from exporters.ptv.source import Source
from exporters.ptv.texts import Versions, Wanted, descriptions, localized, versions
from model.messages import _
from model.records import Actor, Stage


def collection(source: Source, outcomes: Iterable[Outcome]) -> Entry | LeftOut:
    """Make the collection; it lists what has an id in PTV, for others cannot be named yet.

    A collection that PTV has is written too: it holds the pathway's own texts.
    """
    info = source.pathway.info
    if source.is_malformed(info.id):
        reason = _("what stands as the id of the service collection cannot be one: correct it")
        return LeftOut(info.id, (reason,))
    made = versions(
        Wanted(info.title, info.summary, info.description, _("Description")), source.languages
    )
    reasons = list(made.notes) if not made.made else []
    organisation = responsible(source)
    if not organisation:
        reasons.append(_("no actor has an id of its organisation in PTV"))
    if reasons:
        return LeftOut(info.id, tuple(reasons))
    body = _body(source, made, organisation, outcomes)
    return Entry(info.id, "ServiceCollection", body["sourceId"], body, made.notes)


def _body(source: Source, made: Versions, organisation: str, outcomes: Iterable[Outcome]) -> Body:
    services: dict[str, None] = {}
    channels: dict[str, None] = {}
    for outcome in outcomes:
        if isinstance(outcome, InPtv):
            is_stage = source.pathway.find(Stage, outcome.about) is not None
            (services if is_stage else channels)[outcome.guid] = None
    alone = _on_their_own(source, channels)
    return {
        "sourceId": source.source_id(),
        "organizationId": organisation,
        "serviceCollectionNames": localized(made.made, "name"),
        "serviceCollectionDescriptions": descriptions(made.made),
        **({"services": list(services)} if services else {}),
        **({"serviceChannels": alone} if alone else {}),
        "publishingStatus": "Draft",
    }


def _on_their_own(source: Source, guids: Iterable[str]) -> list[str]:
    """Return the channels that no service of PTV brings with it."""
    brought = {
        source.guid(id)
        for stage in source.pathway.stages
        if source.guid(stage.id)
        for id in stage.channels
    }
    return [guid for guid in guids if guid not in brought]


def responsible(source: Source) -> str:
    """Return whose the collection is in PTV.

    The organisation that owns the pathway when an actor of that name has an id, else the one that
    answers for most stages; of equals the first.
    """
    pathway = source.pathway
    owner = pathway.info.owner
    owners = set(owner.organisation.values()) if owner else set()
    for actor in pathway.actors:
        if owners & set(actor.organisation.values()) and source.guid(actor.id):
            return source.guid(actor.id)
    actors = (pathway.find(Actor, stage.actor) for stage in pathway.stages)
    counts = Counter(guid for actor in actors if actor and (guid := source.guid(actor.id)))
    return max(counts, key=lambda guid: counts[guid], default="")
