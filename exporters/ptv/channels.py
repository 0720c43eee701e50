"""Channels as PTV's service channels, of the five kinds that it knows."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from exporters.ptv import contacts
from exporters.ptv import source as ptv_source
from exporters.ptv.outcome import Entry, InPtv, LeftOut, Outcome
from exporters.ptv.schema import Body
from exporters.ptv.source import Source
from exporters.ptv.texts import Versions, Wanted, descriptions, localized, versions
from model.codes import ChannelKind, ContactKind
from model.messages import _
from model.records import Actor, Channel

SCHEMA_OF: Mapping[ChannelKind, str] = {
    ChannelKind.PHONE: "PhoneChannel",
    ChannelKind.ON_SITE: "ServiceLocation",
    ChannelKind.MOBILE_UNIT: "ServiceLocation",
    ChannelKind.PAPER: "PrintableForm",
    ChannelKind.REMOTE: "EChannel",
    ChannelKind.CHAT: "EChannel",
    ChannelKind.CHATBOT: "EChannel",
    ChannelKind.WEB_FORM: "EChannel",
    ChannelKind.MESSAGE: "EChannel",
    ChannelKind.WEB_PAGE: "WebPage",
}
"""Home visits have no kind in PTV: they belong in the text of the service."""


class Own(NamedTuple):
    """What only one kind of channel has; without a `reason` it can be written."""

    body: Body
    notes: tuple[str, ...] = ()
    reason: str = ""


def channel_of(channel: Channel, source: Source) -> Outcome:
    """Make a channel of PTV, or say why there is none."""
    if guid := source.guid(channel.id):
        return InPtv(channel.id, guid)
    if source.is_malformed(channel.id):
        return LeftOut(channel.id, (_("what stands as its id in PTV cannot be one: correct it"),))
    kind = SCHEMA_OF.get(channel.kind)
    if kind is None:
        return LeftOut(
            channel.id, (_("PTV has no channel for home visits: tell of them in the service"),)
        )
    made = versions(
        Wanted(channel.name, {}, channel.description, _("Description")), source.languages
    )
    reasons = list(made.notes) if not made.made else []
    organisation = _organisation(channel, source)
    if not organisation:
        reasons.append(_("no actor whose stages use it has an id of its organisation in PTV"))
    own = _OWN[kind](channel, made.languages or source.languages, _area(channel, source))
    if own.reason:
        reasons.append(own.reason)
    if reasons:
        return LeftOut(channel.id, tuple(reasons))
    areas = ptv_source.areas(_area(channel, source))
    body: Body = {
        "sourceId": source.source_id(channel.id),
        "organizationId": organisation,
        "serviceChannelNames": _names(kind, made),
        "serviceChannelDescriptions": descriptions(made.made),
        **({"areaType": "LimitedType", "areas": areas} if areas else {}),
        **own.body,
        "languages": list(channel.languages or made.languages),
        "publishingStatus": "Draft",
    }
    return Entry(channel.id, kind, body["sourceId"], body, (*made.notes, *own.notes))


def _area(channel: Channel, source: Source) -> tuple[str, ...]:
    return channel.municipalities or source.pathway.info.municipalities


def _organisation(channel: Channel, source: Source) -> str:
    """Return the organisation whose stages use the channel most; of equals the first."""
    pathway = source.pathway
    actors = (
        pathway.find(Actor, stage.actor) for stage in pathway.stages if channel.id in stage.channels
    )
    users = Counter(guid for actor in actors if actor and (guid := source.guid(actor.id)))
    return max(users, key=lambda guid: users[guid], default="")


def _names(kind: str, made: Versions) -> list[Body]:
    if kind == "ServiceLocation":
        return localized(made.made, "name", type="Name")
    return localized(made.made, "name")


def _missing(read: contacts.Read, nothing: str) -> str:
    """Return why there is not what this kind of channel needs, '' when there is."""
    return "" if read.items else "; ".join(read.notes) or nothing


def _phone(channel: Channel, languages: Sequence[str], area: Sequence[str]) -> Own:
    del area
    numbers = contacts.phones(channel.contacts, channel.fee, languages)
    missing = _missing(numbers, _("it has no phone number"))
    emails = contacts.emails(channel.contacts, languages)
    body: Body = {
        "phoneNumbers": numbers.items,
        **({"supportEmails": emails.items} if emails.items else {}),
    }
    return Own(body, (*numbers.notes, *emails.notes), missing)


def _location(channel: Channel, languages: Sequence[str], area: Sequence[str]) -> Own:
    places = contacts.addresses(channel.contacts, area, languages)
    numbers = contacts.phones(channel.contacts, None, languages)
    emails = contacts.emails(channel.contacts, languages)
    pages = [
        {**page, "url": page["value"], "language": language}
        for page in contacts.web_addresses(channel.contacts).items
        for language in languages
    ]
    body: Body = {
        "displayNameType": [{"type": "Name", "language": code} for code in languages],
        "addresses": places.items,
        **({"phoneNumbers": numbers.items} if numbers.items else {}),
        **({"emails": emails.items} if emails.items else {}),
        **({"webPages": pages} if pages else {}),
    }
    missing = _missing(places, _("it has no visiting address"))
    return Own(body, (*places.notes, *numbers.notes, *emails.notes), missing)


def _pages(channel: Channel, languages: Sequence[str]) -> Own:
    """Return the web page in each language; PTV takes one address per language."""
    pages = contacts.web_addresses(channel.contacts)
    notes = [*pages.notes]
    if len(pages.items) > 1:
        message = _("PTV takes one web address; left out: {addresses}")
        others = ", ".join(page["value"] for page in pages.items[1:])
        notes.append(message.format(addresses=others))
    items = [{"language": language, **page} for page in pages.items[:1] for language in languages]
    missing = _missing(pages, _("it has no web address"))
    body: Body = {
        "webPage": items,
        "accessibilityClassification": [
            {"accessibilityClassificationLevel": "Unknown", "language": language}
            for language in languages
        ],
    }
    return Own(body, tuple(notes), missing)


def _electronic(channel: Channel, languages: Sequence[str], area: Sequence[str]) -> Own:
    del area
    pages = _pages(channel, languages)
    needs = channel.authentication
    support = contacts.phones(channel.contacts, None, languages)
    emails = contacts.emails(channel.contacts, languages)
    body: Body = {
        **pages.body,
        **({} if needs is None else {"requiresAuthentication": needs}),
        **({"supportPhones": support.items} if support.items else {}),
        **({"supportEmails": emails.items} if emails.items else {}),
    }
    return Own(body, (*pages.notes, *support.notes, *emails.notes), pages.reason)


def _web_page(channel: Channel, languages: Sequence[str], area: Sequence[str]) -> Own:
    del area
    return _pages(channel, languages)


def _form(channel: Channel, languages: Sequence[str], area: Sequence[str]) -> Own:
    """Return where the form can be fetched; PTV wants a file, and its kind."""
    del area
    pages = contacts.web_addresses(channel.contacts)
    kinds = {"pdf": "PDF", "doc": "DOC", "docx": "DOC", "odt": "DOC", "xls": "Excel"}
    kinds["xlsx"] = "Excel"
    items = [
        {"type": kind, "language": language, **page}
        for page in pages.items
        if (kind := kinds.get(page["value"].rpartition(".")[2].lower()))
        for language in languages
    ]
    missing = _("it has no web address of a form (PDF, Word or Excel)") if not items else ""
    return Own({"channelUrls": items}, pages.notes, missing)


_OWN: Mapping[str, Callable[[Channel, Sequence[str], Sequence[str]], Own]] = {
    "PhoneChannel": _phone,
    "ServiceLocation": _location,
    "EChannel": _electronic,
    "WebPage": _web_page,
    "PrintableForm": _form,
}
"""By schema, what only that kind of channel has."""

USED_CONTACTS: Mapping[str, frozenset[ContactKind]] = {
    "PhoneChannel": frozenset({ContactKind.PHONE, ContactKind.EMAIL}),
    "ServiceLocation": frozenset(
        {ContactKind.VISITING_ADDRESS, ContactKind.PHONE, ContactKind.EMAIL, ContactKind.WEB}
    ),
    "EChannel": frozenset({ContactKind.WEB, ContactKind.PHONE, ContactKind.EMAIL}),
    "WebPage": frozenset({ContactKind.WEB}),
    "PrintableForm": frozenset({ContactKind.WEB}),
}
"""Kinds of contacts that a channel of PTV holds; the rest is told as lost."""
