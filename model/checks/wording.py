"""How messages name records and lists of things, and how words are compared."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from model.checks.remembered import by_record
from model.edits import name_of
from model.ids import Id
from model.messages import _, ngettext, spoken_language
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Channel, Handover, Phase, Stage
from model.text import Text, in_language

NAMED = 3
"""How many things a message names before it only counts the rest."""


def title(record: AnyRecord) -> str:
    """Return what the record is called, without quotes; a stand-in when it has no name yet."""
    name = name_of(record, spoken_language())
    if name:
        return name
    match record:
        case Stage():
            return _("(stage without a name)")
        case Actor():
            return _("(actor without a name)")
        case Phase():
            return _("(phase without a name)")
        case Channel():
            return _("(channel without a name)")
    return _("(no name)")


def words(text: Text) -> str:
    """Return a text in the language in force, or in one that it has."""
    return in_language(text, spoken_language())


def route(pathway: Pathway, ids: Iterable[Id]) -> str:
    """Name stages as a way: “A” → “B” → “C”."""
    language = spoken_language()
    return " → ".join([_quoted(pathway[id], language) for id in ids])


@by_record
def _quoted(record: AnyRecord, _language: str) -> str:
    """Return what a record is called within quotes, in the language in force."""
    return _("“{title}”").format(title=title(record))


def named(record: AnyRecord, pathway: Pathway) -> str:
    """Return what a record is called, without the outer quotes; a handover by its two stages."""
    if isinstance(record, Handover):
        return f"{title(pathway[record.source])} → {title(pathway[record.target])}"
    return title(record)


def listed(pathway: Pathway, ids: Sequence[Id]) -> str:
    """Name the first few records and count the rest: “A”, “B”, “C” and 2 others."""
    language = spoken_language()
    names = ", ".join([_quoted(pathway[id], language) for id in ids[:NAMED]])
    rest = len(ids) - NAMED
    if rest <= 0:
        return names
    return ngettext("{names} and {count} other", "{names} and {count} others", rest).format(
        names=names, count=rest
    )


@lru_cache(maxsize=8192)
def plain(wording: str) -> str:
    """Return words as they are compared: case, spaces and a final full stop do not matter."""
    return " ".join(wording.split()).casefold().rstrip(".")


def joined(things: Sequence[str]) -> str:
    """Join parts of a sentence: "a, b and c"."""
    if len(things) < 2:  # noqa: PLR2004 - one thing needs no joining
        return "".join(things)
    return _("{things} and {last}").format(things=", ".join(things[:-1]), last=things[-1])
