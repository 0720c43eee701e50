"""What stands in a leaflet, as plain data for the typesetter; all in the language in force."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from exporters.leaflet.details import Detail
from exporters.leaflet.letters import visible
from exporters.website import reading, words
from exporters.website.customers_order import in_customers_order
from exporters.website.data_parts import contact_link
from exporters.website.links import in_ascii, safe_address
from model.codes import ContactKind, PathwayStatus, Sector, StageKind
from model.codes.names import name_of_code
from model.lengths import length
from model.messages import _, spoken_language
from model.parts import Contact, Fee, Link, Responsibility
from model.pathway import Pathway
from model.records import Actor, Channel, PathwayInfo, Stage
from model.text import FALLBACK_LANGUAGES, Text

_HELP_NUMBERS = re.compile(r"(?<![\d\w])(112|116 ?117)(?![\d\w])")
_EMERGENCY_NUMBER, _MEDICAL_HELPLINE = "112", "116117"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zäöå])")
_DIGIT_AND_SPACE = re.compile(r"(\d) ")
_COLUMN = 900
"""Letters of a step that surely fit in a column, so that it can be kept in one."""
_LONGEST = 300
"""Letters of a text that `Detail.LONG_TEXTS` keeps."""


class Said(Struct, frozen=True):
    """Words on one line, and the language they are in."""

    words: str
    lang: str


class Block(Struct, frozen=True):
    """A paragraph of lines, or a list of items."""

    lines: tuple[str, ...]
    items: tuple[str, ...]
    lang: str


Prose = tuple[Block, ...]


class HelpNumber(Struct, frozen=True):
    number: str
    name: str


class Step(Struct, frozen=True):
    title: Said
    urgent: str
    happens: Prose
    advice: Prose
    facts: tuple[str, ...]
    is_short: bool
    breaks: bool


class Part(Struct, frozen=True):
    number: int
    title: Said
    steps: tuple[Step, ...]


class Row(Struct, frozen=True):
    """A fact; `label` is '' where the words say what it is, `link` where it leads or ''."""

    label: str
    words: str
    link: str


class Place(Struct, frozen=True):
    name: Said
    rows: tuple[Row, ...]


class Contents(Struct, frozen=True):
    """A leaflet. `labels` are headings and fixed words; empty parts are left out."""

    language: str
    labels: dict[str, str]
    title: Said
    author: str
    county: Said
    summary: Said
    notice: str
    address: str
    address_words: str
    emergency: Prose
    numbers: tuple[HelpNumber, ...]
    help: Prose
    starts: tuple[Said, ...]
    audience: Prose
    audience_facts: tuple[str, ...]
    not_for: Prose
    self_care: tuple[tuple[Said, Prose], ...]
    parts: tuple[Part, ...]
    left_out: str
    places: tuple[Place, ...]
    about: tuple[Row, ...]
    links: tuple[Row, ...]
    edition: str


def contents(pathway: Pathway, detail: Detail, address: str, notice: str = "") -> Contents:
    """Return what the leaflet of a public pathway says at that detail.

    `address` is safe or ''. Without a `notice` the pathway's status gives it.
    """
    info = pathway.info
    cut = _LONGEST if detail.cuts_long_texts else None
    title = _said(info.title, cut)
    shown_address = re.sub(r"^https?://", "", address)
    return Contents(
        language=spoken_language(),
        labels=_labels(),
        title=title if title.words else Said(_("Untitled"), spoken_language()),
        author=_plain(info.county),
        county=_said(info.county),
        summary=_said(info.summary, cut),
        notice=notice or _notice(info),
        address=address,
        address_words=shown_address,
        emergency=_prose(info.emergency),
        numbers=_numbers(info),
        help=_prose(info.how_to_get_help),
        starts=() if info.how_to_get_help else tuple(_starts(pathway, cut)),
        audience=(*_prose(info.target_group, cut), *_description(info, detail, cut)),
        audience_facts=tuple(_audience_facts(info)),
        not_for=_prose(info.not_for, cut),
        self_care=() if detail.tells_advice else tuple(_self_care(pathway, cut)),
        parts=tuple(_parts(pathway, detail, cut)),
        left_out=_left_out(detail, shown_address),
        places=tuple(_places(pathway, detail)),
        about=tuple(_about(info)),
        links=tuple(_links(info, detail)),
        edition=_edition(info),
    )


def _labels() -> dict[str, str]:
    return {
        "kind": _("Care and service pathway"),
        "emergency": _("In an emergency"),
        "call": _("Call the emergency number"),
        "help": _("How to get help now"),
        "starts": _("You can begin here:"),
        "audience": _("Who this is for"),
        "not_for": _("Who this is not for"),
        "self_care": _("What you can do yourself"),
        "steps": _("Step by step"),
        "not_all": _("Not every stage concerns everyone: what comes next depends on you."),
        "advice": _("What you can do:"),
        "contacts": _("Contact details"),
        "about": _("About this pathway"),
        "web": _("The whole pathway on the web"),
        "qr": _("QR code that leads to the pathway’s page on the web"),
        "page": _("page {number}/{count}"),
    }


def _notice(info: PathwayInfo) -> str:
    match info.status:
        case PathwayStatus.APPROVED | PathwayStatus.PUBLISHED:
            return ""
        case PathwayStatus.ARCHIVED:
            return _("This pathway has been archived.")
        case _:
            return _("This pathway has not been approved yet, and its content may change.")


def _numbers(info: PathwayInfo) -> tuple[HelpNumber, ...]:
    names = {
        _EMERGENCY_NUMBER: _("Emergency number"),
        _MEDICAL_HELPLINE: _("Medical Helpline"),
    }
    text = f"{_plain(info.emergency)} {_plain(info.how_to_get_help)}"
    found = [number.replace(" ", "") for number in _HELP_NUMBERS.findall(text)]
    numbers = sorted({_EMERGENCY_NUMBER, *found}, key=len)
    return tuple(HelpNumber(number, names[number]) for number in numbers)


def _description(info: PathwayInfo, detail: Detail, cut: int | None) -> Prose:
    return _prose(info.description, cut) if detail.tells_all_that_happens else ()


def _audience_facts(info: PathwayInfo) -> Iterator[str]:
    if years := words.ages(info.ages):
        yield _("Age: {ages}").format(ages=years)
    if area := _plain(info.area):
        yield _("Area: {area}").format(area=area)


def _starts(pathway: Pathway, cut: int | None) -> Iterator[Said]:
    return (_said(stage.title, cut) for stage in in_customers_order(pathway) if stage.start)


def _self_care(pathway: Pathway, cut: int | None) -> Iterator[tuple[Said, Prose]]:
    for stage in in_customers_order(pathway):
        if stage.kind in (StageKind.PREVENTION, StageKind.SELF_CARE) and stage.what_you_can_do:
            yield _said(stage.title, cut), _prose(stage.what_you_can_do, cut)


def _parts(pathway: Pathway, detail: Detail, cut: int | None) -> Iterator[Part]:
    for part in reading.parts(pathway):
        title = _said(part.phase.title if part.phase else {}, cut)
        yield Part(
            part.number,
            title if title.words else Said(_("Other stages"), spoken_language()),
            tuple(_step(pathway, stage, detail, cut) for stage in part.stages),
        )


def _step(pathway: Pathway, stage: Stage, detail: Detail, cut: int | None) -> Step:
    title = _said(stage.title, cut)
    happens = stage.what_happens if detail.tells_what_happens else {}
    return Step(
        title=title if title.words else Said(_("Untitled"), spoken_language()),
        urgent=_("Urgent") if stage.kind is StageKind.EMERGENCY else "",
        happens=_prose(happens) if detail.tells_all_that_happens else _first_sentence(happens),
        advice=_prose(stage.what_you_can_do) if detail.tells_advice else (),
        facts=_beginning_a_line(_facts(pathway, stage, detail)),
        is_short=not detail.tells_all_that_happens,
        breaks=_letters(stage) > _COLUMN,
    )


def _letters(stage: Stage) -> int:
    texts = (stage.title, stage.what_happens, stage.what_you_can_do)
    return sum(len(_wording(text)[0]) for text in texts)


def _beginning_a_line(facts: Iterable[str]) -> tuple[str, ...]:
    first, *others = (*filter(None, facts), "")
    return tuple(filter(None, (words.capital(first), *others)))


def _facts(pathway: Pathway, stage: Stage, detail: Detail) -> Iterator[str]:
    actor = pathway.find(Actor, stage.actor)
    if actor and actor.sector is not Sector.CUSTOMER and detail.names_actors:
        yield _plain(actor.name)
    yield from _times(stage, detail)
    if stage.duration and detail.tells_all_that_happens:
        yield _("Lasts: {length}").format(length=length(stage.duration))
    if stage.fee and detail.tells_what_happens:
        yield _cost(stage.fee, notes=detail.tells_all_that_happens)


def _times(stage: Stage, detail: Detail) -> Iterator[str]:
    """Yield how long things take, each with what is awaited where it would not be clear."""
    ends = {_plain(target.ends) for target in stage.time_targets}
    tells_ends = detail.tells_all_that_happens or len(ends) > 1
    for target in stage.time_targets:
        limit = words.time_limit(target.limit) if target.ages else words.within(target)
        awaited = [_plain(target.ends) if tells_ends else "", words.ages(target.ages)]
        until = ", ".join(filter(None, awaited)) or _("Time")
        yield _DIGIT_AND_SPACE.sub("\\1\u00a0", f"{until}: {limit}")


def _cost(fee: Fee, *, notes: bool) -> str:
    note = _plain(fee.note) if notes else ""
    return f"{name_of_code(fee.kind)}: {note}" if note else name_of_code(fee.kind)


def _left_out(detail: Detail, address: str) -> str:
    if not detail.loss():
        return ""
    if address:
        where = _("All of it is on the web: {address}").format(address=address)
    else:
        where = _("Ask the service that you deal with for the rest.")
    return f"{detail.loss()} {where}"


def _places(pathway: Pathway, detail: Detail) -> Iterator[Place]:
    """Yield channels, then actors for contacts that no channel has told."""
    first = {id for stage in pathway.stages if stage.start for id in stage.channels}
    told: set[tuple[ContactKind, str]] = set()
    for channel in pathway.channels:
        if detail.tells_all_contacts or channel.id in first:
            rows = tuple(_channel_rows(channel, detail))
            told |= {(each.kind, each.value) for each in channel.contacts if each.value}
            if rows:
                yield Place(_said(channel.name), rows)
    if not detail.tells_all_contacts:
        return
    for actor in pathway.actors:
        fresh = [each for each in actor.contacts if (each.kind, each.value) not in told]
        told |= {(each.kind, each.value) for each in fresh if each.value}
        if rows := tuple(_contact_rows(fresh)):
            yield Place(_said(actor.name), rows)


def _channel_rows(channel: Channel, detail: Detail) -> Iterator[Row]:
    yield from _contact_rows(channel.contacts)
    if hours := _plain(channel.hours):
        yield Row("", hours.rstrip("."), "")
    if detail.tells_all_contacts and (later := _plain(channel.out_of_hours)):
        yield Row(_("At other times"), later.rstrip("."), "")


def _contact_rows(contacts: Iterable[Contact]) -> Iterator[Row]:
    for contact in contacts:
        value = " ".join(contact.value.split())
        if contact.kind is ContactKind.WEB:
            value = re.sub(r"^https?://", "", value).rstrip("/")
        if said := ", ".join(filter(None, (value, _plain(contact.text)))):
            postal = contact.kind is ContactKind.POSTAL_ADDRESS
            label = words.capital(name_of_code(contact.kind)) if postal else ""
            yield Row(label, said, _link(contact_link(contact)))


def _about(info: PathwayInfo) -> Iterator[Row]:
    if owner := _role(info.owner):
        yield Row(_("Owner"), owner, "")
    if info.last_reviewed:
        yield Row(_("Last reviewed"), words.day(info.last_reviewed), "")
    if info.next_review:
        yield Row(_("Next review"), words.day(info.next_review), "")
    if info.valid_from:
        yield Row(_("In force from"), words.day(info.valid_from), "")
    if info.version:
        yield Row(_("Version"), info.version, "")


def _links(info: PathwayInfo, detail: Detail) -> Iterator[Row]:
    rights = info.rights if detail.tells_all_contacts else ()
    for link in (info.feedback, *rights):
        if link is not None and (row := _link_row(link)):
            yield row


def _link_row(link: Link) -> Row | None:
    address = safe_address(_wording(link.url)[0])
    title = _plain(link.title)
    if address is None:
        return None
    shown = re.sub(r"^(https?://|mailto:|tel:)", "", address)
    return Row(title or _("Web address"), shown, _link(address))


def _role(responsible: Responsibility | None) -> str:
    if responsible is None:
        return ""
    return ", ".join(filter(None, map(_plain, (responsible.role, responsible.organisation))))


def _edition(info: PathwayInfo) -> str:
    version = _("version {version}").format(version=info.version) if info.version else ""
    on = reading.updated(info)
    updated = _("Updated {date}").format(date=words.day(on)) if on else ""
    return " · ".join(filter(None, (updated, version)))


def _link(address: str | None) -> str:
    if not address:
        return ""
    return in_ascii(address) if address.startswith("http") else address


def _wording(text: Text) -> tuple[str, str]:
    """Return the words for the reader and their language; ("", …) when there are none."""
    for code in (spoken_language(), *FALLBACK_LANGUAGES, *sorted(text)):
        if spoken := visible(text.get(code, "")).strip():
            return spoken, code
    return "", spoken_language()


def _plain(text: Text) -> str:
    return " ".join(_wording(text)[0].split())


def _said(text: Text, cut: int | None = None) -> Said:
    return Said(_beginning(_plain(text), cut), _wording(text)[1])


def _prose(text: Text, cut: int | None = None) -> Prose:
    spoken, code = _wording(text)
    return tuple(_block(each, code) for each in words.blocks(_beginning(spoken, cut)))


def _block(block: words.Paragraph | words.Bullets, code: str) -> Block:
    if isinstance(block, words.Bullets):
        return Block((), tuple(block), code)
    return Block(tuple(block.split("\n")), (), code)


def _first_sentence(text: Text) -> Prose:
    spoken, code = _wording(text)
    first = _SENTENCE_END.split(" ".join(spoken.split()), maxsplit=1)[0]
    return (Block((first,), (), code),) if first else ()


def _beginning(text: str, longest: int | None) -> str:
    if longest is None or len(text) <= longest:
        return text
    whole_words = text[:longest].rsplit(" ", 1)[0]
    return f"{whole_words} …"
