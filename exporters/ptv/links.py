"""Where services and channels meet: by PTV's ids where both have one, else by our own.

PTV's `Connection` wants ids that PTV gave. Of two new ones it takes our `sourceId` instead
(`ConnectionsBySource`), and a new one that meets an old one names it in its own body. A service
that meets both new and old channels names the old ones; the new ones wait until PTV has given them
ids, because connecting by `sourceId` takes away those that it does not name.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from exporters.ptv.outcome import Entry, InPtv, Outcome
from exporters.ptv.schema import Body
from exporters.ptv.source import Source
from exporters.ptv.texts import Extra, extras
from model.codes import ChannelKind, FeeKind
from model.codes.ptv import limits
from model.describe.captions import caption
from model.ids import Id
from model.messages import _, spoken_language
from model.records import Channel, Stage

Outcomes = Mapping[Id, Outcome]

_CHARGES = {
    FeeKind.FREE: "FreeOfCharge",
    FeeKind.CLIENT_FEE: "Chargeable",
    FeeKind.VOUCHER: "Other",
    FeeKind.OTHER: "Other",
}


class Links(NamedTuple):
    """What connects: bodies of `Connection`, and of `ConnectionsBySource` by stage.

    `outcomes` are those of before, with what they name in their own bodies. `notes` tell by stage
    of what could not be written.
    """

    outcomes: Outcomes
    connections: tuple[Body, ...]
    by_source: Mapping[Id, Body]
    notes: Mapping[Id, Sequence[str]]


class _Meeting(NamedTuple):
    """A stage that uses a channel: what PTV is told of just that, and what it cannot be told."""

    channel: Channel
    body: Body
    notes: tuple[str, ...]


def links(source: Source, outcomes: Outcomes) -> Links:
    """Connect what is written, and what PTV has, as the stages use the channels."""
    made = dict(outcomes)
    connections: list[Body] = []
    by_source: dict[Id, Body] = {}
    notes: defaultdict[Id, list[str]] = defaultdict(list)
    for stage in source.pathway.stages:
        meetings = [_meeting(each, source) for each in _used(stage, source)]
        new = [each for each in meetings if isinstance(made[each.channel.id], Entry)]
        old = [each for each in meetings if isinstance(made[each.channel.id], InPtv)]
        service = made[stage.id]
        if isinstance(service, InPtv):
            for each in old:
                ids = {
                    "serviceId": service.guid,
                    "serviceChannelId": source.guid(each.channel.id),
                }
                connections.append({**ids, **each.body})
                notes[stage.id] += each.notes
            for each in new:
                made[each.channel.id] = _naming(made[each.channel.id], "services", service.guid)
                notes[stage.id] += _without_words(each, source)
        elif isinstance(service, Entry) and old:
            for each in old:
                guid = source.guid(each.channel.id)
                made[stage.id] = _naming(made[stage.id], "serviceChannels", guid)
                notes[stage.id] += _without_words(each, source)
            notes[stage.id] += [_by_hand(each, source) for each in new]
        elif isinstance(service, Entry) and new:
            relations = []
            for each in new:
                by_our_id = {"serviceChannelSourceId": source.source_id(each.channel.id)}
                relations.append({**by_our_id, **each.body})
                notes[stage.id] += each.notes
            by_source[stage.id] = {"channelRelations": relations}
    return Links(made, tuple(connections), by_source, notes)


def _used(stage: Stage, source: Source) -> list[Channel]:
    return [each for each in source.pathway.channels if each.id in stage.channels]


def _meeting(channel: Channel, source: Source) -> _Meeting:
    """Say of a channel what PTV keeps with each service: help to use it, and what it costs.

    What a call costs stands with the number.
    """
    fee = None if channel.kind is ChannelKind.PHONE else channel.fee
    help_field, fee_field = _("Help to use it, acting for another"), _("About the fee")
    items, notes = extras(
        (
            Extra("Description", channel.support, limits.CONNECTION, help_field),
            Extra(
                "ChargeTypeAdditionalInfo", fee.note if fee else {}, limits.CHARGE_INFO, fee_field
            ),
        ),
        source.languages,
    )
    body: Body = {
        **({"serviceChargeType": _CHARGES[fee.kind]} if fee else {}),
        **({"description": items} if items else {}),
    }
    named = _("channel “{channel}”: {note}")
    name = _name(channel, source)
    return _Meeting(channel, body, tuple(named.format(channel=name, note=note) for note in notes))


def _naming(outcome: Outcome, key: str, guid: str) -> Outcome:
    """Return an entry whose body names something that PTV has."""
    if not isinstance(outcome, Entry):
        return outcome
    guids = list(dict.fromkeys((*outcome.body.get(key, ()), guid)))
    return outcome._replace(body={**outcome.body, key: guids})


def _without_words(meeting: _Meeting, source: Source) -> list[str]:
    """Say what a meeting loses that only a body can name."""
    if not meeting.body:
        return []
    message = _(
        "it is connected with the channel “{channel}”, but without its fee and instructions: add "
        "them in PTV"
    )
    return [message.format(channel=_name(meeting.channel, source))]


def _by_hand(meeting: _Meeting, source: Source) -> str:
    message = _("connect it in PTV with the new channel “{channel}”")
    return message.format(channel=_name(meeting.channel, source))


def _name(channel: Channel, source: Source) -> str:
    return caption(channel, source.pathway, spoken_language())
