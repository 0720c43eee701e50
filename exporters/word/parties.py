"""Chapters on who takes part and where one reaches them: actors, channels."""

from collections.abc import Iterable, Iterator

from exporters.website import reading, rendering, words
from exporters.word.elements import ACROSS
from exporters.word.manuscript import Manuscript
from exporters.word.pieces import Block, Column, Line, Prose, bold, joined, line, said, words_of
from exporters.word.references import References
from exporters.word.wording import (
    code,
    contacts,
    cost,
    one_line,
    prose,
    spoken,
    titled,
    typed,
)
from model.codes.names import name_of_code
from model.messages import _
from model.pathway import Pathway
from model.records import Actor, Channel, Stage


def put_actors(manuscript: Manuscript, references: References) -> None:
    """Put who takes part, what they are there for, and which stages they answer for."""
    pathway = references.pathway
    if not pathway.actors:
        return
    manuscript.heading(1, line(_("Actors and responsibilities")))
    columns = (
        Column(_("Actor"), 27),
        Column(_("Role in the pathway"), 27),
        Column(_("Answers for"), 30),
        Column(_("Takes part in"), 16),
    )
    rows = [
        (
            _actor(actor),
            (*prose(actor.role), *_agreement(actor)),
            _stages(references, references.in_order(reading.stages_of(pathway, actor))),
            _numbers(references, references.in_order(reading.stages_joined(pathway, actor))),
        )
        for actor in pathway.actors
    ]
    manuscript.table(_("Actors, their roles and the stages that they answer for"), columns, rows)
    reached = [
        (said(*titled(actor.name)), (*contacts(actor.contacts), *_languages(actor)))
        for actor in pathway.actors
        if actor.contacts or actor.languages
    ]
    manuscript.table(
        _("How customers reach the actors"),
        (Column(_("Actor"), 35), Column(_("Contact details"), 65)),
        reached,
    )
    _put_sectors_without_part(manuscript, pathway)


def _actor(actor: Actor) -> Prose:
    sector = name_of_code(actor.sector) if actor.sector else ""
    name = titled(actor.name)
    if sector.casefold() == "".join(piece.words for piece in name).casefold():
        sector = ""
    place = joined((one_line(actor.organisation), one_line(actor.unit)), ", ")
    ended = line("" if actor.active else _("Not in use any more"))
    lines = (bold(name), line(words.capital(sector)), place, ended)
    return tuple(Block(each) for each in lines if each)


def _agreement(actor: Actor) -> Prose:
    if actor.agreement is None:
        return ()
    ground = _("Takes part on the ground of: {ground}")
    return said(ground.format(ground=name_of_code(actor.agreement)))


def _languages(actor: Actor) -> Prose:
    if not actor.languages:
        return ()
    return said(_("Service languages: {languages}").format(languages=spoken(actor.languages)))


def _stages(references: References, stages: Iterable[Stage]) -> Prose:
    return tuple(Block(references.stage(stage.id)) for stage in stages)


def _numbers(references: References, stages: Iterable[Stage]) -> Prose:
    return said(*joined(map(references.number, stages), ", "))


def _put_sectors_without_part(manuscript: Manuscript, pathway: Pathway) -> None:
    rows = [
        (said(code(each.sector)), prose(each.reason)) for each in pathway.info.sectors_not_needed
    ]
    columns = (Column(_("Sector"), 35), Column(_("Why it has no part"), 65))
    manuscript.table(_("Sectors that have no part"), columns, rows)


def put_channels(manuscript: Manuscript, pathway: Pathway) -> None:
    if not pathway.channels:
        return
    manuscript.turn(ACROSS)
    manuscript.heading(1, line(_("Channels")))
    columns = (
        Column(_("Channel"), 24),
        Column(_("Contact details"), 22),
        Column(_("Opening hours"), 20),
        Column(_("Using it"), 34),
    )
    rows = [
        (
            _channel(channel),
            contacts(channel.contacts),
            tuple(_hours(channel)),
            tuple(Block(each) for each in _using(pathway, channel) if each),
        )
        for channel in pathway.channels
    ]
    manuscript.table(_("Channels, and how customers use them"), columns, rows)


def _channel(channel: Channel) -> Prose:
    kind = code(channel.kind)
    online = " · ".join((kind, _("online"))) if channel.digital else kind
    name = one_line(channel.name) or line(kind)
    return (Block(bold(name)), Block(line(online)), *prose(channel.description))


def _hours(channel: Channel) -> Iterator[Block]:
    yield from prose(channel.hours)
    label, later = _("At other times"), one_line(channel.out_of_hours)
    begins = words_of(later).casefold().startswith(label.casefold())
    if later:
        yield from said("" if begins else f"{label}: ", *later)


def _using(pathway: Pathway, channel: Channel) -> Iterator[Line]:
    if channel.authentication is not None:
        yield line(
            _("Needs electronic identification (such as bank codes).")
            if channel.authentication
            else _("No electronic identification is needed.")
        )
    instead = [titled(other.name) for other in reading.substitutes(pathway, channel)]
    municipalities = typed(", ".join(map(rendering.municipality, channel.municipalities)))
    facts = (
        (_("Cost"), cost(channel.fee)),
        (_("Service languages"), line(spoken(channel.languages))),
        (_("Area"), line(municipalities)),
        (_("Help with using this"), one_line(channel.support)),
        (_("Accessibility"), one_line(channel.accessibility)),
        (_("Instead of this you can use"), joined(instead, ", ")),
    )
    for label, told in facts:
        if told:
            yield line(f"{label}: ", *told)
