"""What a step says to the customer, in their words; and plainly where nothing is said. No Qt."""

from collections.abc import Iterable, Iterator
from math import ceil
from typing import Literal, NamedTuple

from exporters.website.words import capital, within
from model.codes import ContactKind, StageKind, time_limits
from model.codes.names import name_of_code
from model.ids import Id
from model.lengths import length
from model.messages import _, ngettext
from model.parts import Contact, TimeTarget
from model.pathway import Pathway
from model.records import Actor, Channel, Handover, Stage
from model.story import Choice, Elapsed
from model.text import Text, in_language


class Line(NamedTuple):
    """A line of text. One of a gap says what is missing, and in which field it can be written."""

    text: str
    record: Id = ""
    field: str = ""

    @property
    def is_gap(self) -> bool:
        return bool(self.record)


class Block(NamedTuple):
    heading: str
    lines: tuple[Line, ...]


class Way(NamedTuple):
    """What the button of a way says: `lead` in bold, `text` below it, `note` in small type."""

    lead: str
    text: str = ""
    note: str = ""
    gap: Literal["", "lead", "text"] = ""
    """Which of them tells that something is missing."""


class Past(NamedTuple):
    """A step of the way so far: what it is called, how long it took to come there."""

    title: str
    time: str
    has_comment: bool


def blocks(
    pathway: Pathway, stage: Stage, came_by: Choice | None, language: str
) -> Iterator[Block]:
    """Yield what the customer hears at a stage, the wait for it first."""
    comes_by_way = came_by is not None and not came_by.declined
    if came_by is not None and comes_by_way:
        wait = tuple(dict.fromkeys(_wait(pathway, came_by.handover, stage, language)))
        yield Block(_("Before this"), wait)
    yield Block(
        _("What happens"), tuple(_said(stage.what_happens, language, stage, "what_happens"))
    )
    if stage.kind is StageKind.END:
        yield Block(_("How this ends and how to come back"), tuple(_ending(stage, language)))
    else:
        yield Block(
            _("What you can do"),
            tuple(_said(stage.what_you_can_do, language, stage, "what_you_can_do")),
        )
        yield Block(_("How to get in touch"), tuple(_contacts(pathway, stage, language)))
        yield Block(
            _("How long it takes"),
            tuple(_lengths(stage, language, () if comes_by_way else stage.time_targets)),
        )
        yield Block(_("What it costs"), tuple(_fee(stage, language)))
    yield Block(_("Who is responsible"), tuple(_responsible(pathway, stage, language)))


def _wait(pathway: Pathway, arrow: Handover, stage: Stage, language: str) -> Iterator[Line]:
    """Say how long one waits, who answers for one meanwhile, and what one is told."""
    limits = (arrow.send_within, arrow.accept_within, arrow.answer_within, arrow.see_within)
    targets = [target for target in (*limits, *stage.time_targets) if target is not None]
    for target in targets:
        yield Line(_("You wait: {time}").format(time=_time(target, language)))
    if not targets and stage.kind is not StageKind.END:
        yield Line(_("How long one waits is not written."), arrow.id, "see_within")
    source = pathway.find(Stage, arrow.source)
    changes_hands = source is not None and source.actor != stage.actor
    meanwhile = pathway.find(Actor, arrow.responsible_during)
    if meanwhile is not None:
        name = in_language(meanwhile.name, language)
        yield Line(_("Responsible while you wait: {who}").format(who=name))
    elif changes_hands or arrow.kind is not None:
        words = _("Who is responsible during the wait is not written.")
        yield Line(words, arrow.id, "responsible_during")
    if arrow.waiting_contact:
        contact = in_language(arrow.waiting_contact, language)
        yield Line(_("While you wait: {words}").format(words=contact))
    if arrow.customer_told:
        yield from _said(arrow.customer_told, language, arrow, "customer_told")
    elif changes_hands or arrow.kind is not None:
        yield Line(_("What you are told here is not written."), arrow.id, "customer_told")


def _said(
    text: Text, language: str, record: Stage | Handover | Channel, field: str
) -> Iterator[Line]:
    words = in_language(text, language)
    if not words:
        yield Line(_("Not written."), record.id, field)
        return
    yield Line(words)
    if language not in text:
        yield Line(_("Not written in this language."), record.id, field)


def _contacts(pathway: Pathway, stage: Stage, language: str) -> Iterator[Line]:
    channels = [pathway.find(Channel, id) for id in stage.channels]
    for channel in filter(None, channels):
        name = in_language(channel.name, language) or name_of_code(channel.kind)
        ways = [_contact(contact, language) for contact in channel.contacts]
        hours = in_language(channel.hours, language)
        yield Line(capital(": ".join(filter(None, (name, ", ".join(filter(None, ways)))))))
        if hours:
            yield Line(_("Open: {hours}").format(hours=hours))
        elif any(contact.kind is ContactKind.PHONE for contact in channel.contacts):
            yield Line(_("When one is answered is not written."), channel.id, "hours")
    actor = pathway.find(Actor, stage.actor)
    if not any(channels) and actor is not None:
        for contact in actor.contacts:
            yield Line(_contact(contact, language))
    if not any(channels) and not (actor is not None and actor.contacts):
        yield Line(_("Not written."), stage.id, "channels")


def _contact(contact: Contact, language: str) -> str:
    text = in_language(contact.text, language)
    return f"{contact.value} ({text})" if contact.value and text else contact.value or text


def _lengths(stage: Stage, language: str, targets: Iterable[TimeTarget]) -> Iterator[Line]:
    """Say how long the stage takes; `targets` are those that the wait for it has not told of."""
    for target in targets:
        yield Line(capital(_time(target, language)))
    if stage.duration is not None:
        yield Line(_("Lasts: {length}").format(length=length(stage.duration)))
    if stage.next_contact:
        next_contact = in_language(stage.next_contact, language)
        yield Line(_("Next contact: {words}").format(words=next_contact))
    if not stage.time_targets and stage.duration is None:
        yield Line(_("Not written."), stage.id, "duration")


def _time(target: TimeTarget, language: str) -> str:
    """Return a time with what it rests on: a law by its name, else the kind of promise."""
    law = time_limits.find(target.law) if target.law else None
    if law is not None:
        return f"{within(target)} ({in_language(law.name, language)})"
    return f"{within(target)} ({name_of_code(target.basis)})" if target.basis else within(target)


def _fee(stage: Stage, language: str) -> Iterator[Line]:
    if stage.fee is None:
        yield Line(_("Not written."), stage.id, "fee")
        return
    note = in_language(stage.fee.note, language)
    kind = capital(name_of_code(stage.fee.kind))
    yield Line(f"{kind}: {note}" if note else kind)


def _responsible(pathway: Pathway, stage: Stage, language: str) -> Iterator[Line]:
    actor = pathway.find(Actor, stage.actor)
    if actor is None:
        yield Line(_("Not written."), stage.id, "actor")
    else:
        names = (in_language(actor.name, language), in_language(actor.organisation, language))
        yield Line(", ".join(dict.fromkeys(filter(None, names))) or _("Actor without a name"))


def _ending(stage: Stage, language: str) -> Iterator[Line]:
    yield from _said(stage.ends_when, language, stage, "ends_when")
    yield from _said(stage.way_back, language, stage, "way_back")


def elapsed(since: Elapsed) -> str:
    """Return how long a walk has taken; parts that nobody has told of are a question mark."""
    least, most = ceil(since.days.least), ceil(since.days.most)
    if not most:
        return _("time not known") if since.unknown else ""
    days = (
        ngettext("{days} day", "{days} days", most).format(days=most)
        if least == most
        else _("{least}–{most} days").format(least=least, most=most)
    )
    return _("{days} + unknown").format(days=days) if since.unknown else days


def way_of(choice: Choice, pathway: Pathway, language: str) -> str:
    """Return for whom a way is, in the customer's words; '' when nobody has said."""
    if choice.declined:
        meant = pathway.find(Stage, choice.handover.target)
        name = in_language(meant.title, language) if meant is not None else ""
        return _("If you are not accepted to: {stage}").format(stage=name)
    return in_language(choice.handover.condition, language)
