"""From fields of a pathway to what a document says: in the language in force, and cleaned.

What has no words in that language is told in another, and marked as such for screen readers and
for Word's spelling.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final
from urllib.parse import quote

from exporters.website import words
from exporters.website.data_parts import contact_link
from exporters.website.links import in_ascii, safe_address
from exporters.website.public import printable
from exporters.website.statutes import statute
from exporters.word.pieces import BULLET, Block, Line, Piece, Prose, joined, line, said
from model.codes import TimeBasis
from model.codes.names import name_of_code
from model.messages import _, spoken_language
from model.parts import (
    Contact,
    Fee,
    FormUse,
    Link,
    RelatedArtifact,
    Responsibility,
    StageParticipant,
    TimeTarget,
)
from model.pathway import Pathway
from model.records import Actor
from model.text import FALLBACK_LANGUAGES, Text

_LONGEST_ADDRESS: Final = 2000
"""Letters of a link; Word calls files with longer ones damaged."""


def wording(text: Text) -> Piece:
    """Return the words for the reader, without what no file holds or shows; '' without any."""
    spoken = spoken_language()
    for code in (spoken, *FALLBACK_LANGUAGES, *sorted(text)):
        if found := printable(text.get(code, "")).strip():
            return Piece(found, "" if code == spoken else code)
    return Piece("")


def one_line(text: Text) -> Line:
    """Return a text as one line."""
    piece = wording(text)
    return line(piece._replace(words=" ".join(piece.words.split())))


def plain(text: Text) -> str:
    return " ".join(wording(text).words.split())


def typed(text: str) -> str:
    """Return words that are in no language: versions, values."""
    return " ".join(printable(text).split())


def titled(text: Text) -> Line:
    """Return a title that is never empty."""
    return one_line(text) or line(_("Untitled"))


def prose(text: Text) -> Prose:
    """Return paragraphs and lists, as the writer made them."""
    piece = wording(text)
    found: list[Block] = []
    for block in words.blocks(piece.words):
        if isinstance(block, words.Bullets):
            found += (Block((piece._replace(words=item),), BULLET) for item in block if item)
        else:
            found.append(Block((piece._replace(words=block),)))
    return tuple(found)


def capital(*parts: Line) -> Line:
    """Return lines as one that begins with a capital."""
    whole = tuple(piece for part in parts for piece in part)
    if not whole:
        return ()
    return (whole[0]._replace(words=words.capital(whole[0].words)), *whole[1:])


def code(member: str) -> str:
    """Return the name of a code as it begins a line."""
    return words.capital(name_of_code(member))  # type: ignore[arg-type]


def codes(members: Iterable[str]) -> str:
    return words.capital(", ".join(name_of_code(each) for each in members))  # type: ignore[arg-type]


def day(on: date | None) -> Prose:
    return said(words.day(on)) if on else ()


# Links


def followed(address: str) -> str:
    """Return an address as it may stand in a file; '' when it may not be followed."""
    safe = safe_address(address) or ""
    if safe.startswith("http"):
        safe = in_ascii(safe)
    elif safe:
        safe = quote(safe, safe="%/:=&?~+!$,;'@()*")
    return safe if len(safe) <= _LONGEST_ADDRESS else ""


def named_link(link: Link | FormUse | RelatedArtifact) -> Line:
    """Return a link by its title; by its address without one; words when it may not be one."""
    title, address = one_line(link.title), plain(link.url)
    to = followed(wording(link.url).words)
    if not title:
        return line(Piece(address, link=to))
    if to:
        return tuple(piece._replace(link=to) for piece in title)
    return line(*title, f" ({address})" if address else "")


def contact(reached: Contact) -> Line:
    """Return a contact as a link where its kind has one, and what is said about it."""
    value = typed(reached.value)
    link = followed(contact_link(reached) or "")
    about = one_line(reached.text)
    return joined((line(Piece(value, link=link)), about), ", ")


def contacts(reached: Iterable[Contact]) -> Prose:
    """Return contacts with what each is, a paragraph each."""
    found = ((each.kind, contact(each)) for each in reached)
    return tuple(Block(line(f"{code(kind)}: ", *words)) for kind, words in found if words)


# Times, roles, costs


def time(target: TimeTarget) -> Line:
    """Return a time target: how long, on what ground, from what to what, and by which source."""
    law = statute(target.law)
    ground = ""
    if target.basis is TimeBasis.LAW and law:
        ground = _("By law: {statute}").format(statute=law)
    elif target.basis:
        ground = name_of_code(target.basis)
    source = one_line(target.source)
    if plain(target.source).casefold() == law.casefold():
        source = ()
    counted = joined((one_line(target.starts), one_line(target.ends)), " – ")
    limit = typed(words.capital(words.within(target)))
    whole = line(limit, f" ({ground})" if ground else "")
    return joined((whole, counted, source), "; ")


def role(responsible: Responsibility | None) -> Line:
    """Return a role in its organisation; never who holds it."""
    if responsible is None:
        return ()
    return joined((one_line(responsible.role), one_line(responsible.organisation)), ", ")


def cost(fee: Fee | None) -> Line:
    if fee is None:
        return ()
    return joined((line(code(fee.kind)), one_line(fee.note)), ": ")


def spoken(languages: Iterable[str]) -> str:
    return typed(", ".join(map(words.language_name, languages)))


# Who


def actor_name(pathway: Pathway, id: str | None) -> Line:
    """Return an actor's name; nothing when there is no such actor."""
    actor = pathway.find(Actor, id)
    return titled(actor.name) if actor else ()


def participant(pathway: Pathway, part: StageParticipant) -> Line:
    """Return who takes part in a stage, in which way, and what they do there."""
    name = actor_name(pathway, part.actor)
    way = "" if part.participation == "takes_part" else f" ({name_of_code(part.participation)})"
    return joined((line(*name, way), one_line(part.task)), ": ") if name else ()
