"""What a field says, in words: codes by name, links by what they lead to, days as written."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct

from model.codes.names import name_of_code
from model.codes.time_limits import find as find_limit
from model.describe.captions import caption
from model.ids import Id
from model.integrity import LINKS
from model.messages import _
from model.parts import Contact, TimeTarget
from model.pathway import Pathway
from model.records import AnyRecord
from model.text import AgeRange, Span, in_language


def value_in_words(record: AnyRecord, field: str, pathway: Pathway, language: str) -> str:
    """Say what a record's field holds, '' when it holds nothing; texts in `language` if they can.

    `pathway` is the one that the record stands in: links are told by the captions of others there.
    """
    value = getattr(record, field)
    return _said(value, _linked(record, field, pathway, language), language)


def items_in_words(
    record: AnyRecord, field: str, pathway: Pathway, language: str
) -> tuple[str, ...]:
    """Say each part of a field that holds several."""
    names = _linked(record, field, pathway, language)
    return tuple(_said(item, names, language) for item in getattr(record, field))


def plainly(value: Any, language: str) -> str:
    """Say a value that links to nothing, '' when it says nothing."""
    return _said(value, {}, language)


def day_in_words(day: date) -> str:
    """Write a day as people in Finland do, whatever language they speak."""
    return f"{day.day}.{day.month}.{day.year}"


def _linked(record: AnyRecord, field: str, pathway: Pathway, language: str) -> Mapping[Id, str]:
    """Name what a field links to, by id; what is gone, or was never there, has no name."""
    ids = (
        id
        for link in LINKS.get(type(record), ())
        if link.field == field
        for id in link.ids(getattr(record, field))
    )
    return {
        id: caption(pathway[id], pathway, language) if id in pathway else _("(not there)")
        for id in ids
    }


def _said(value: Any, names: Mapping[Id, str], language: str) -> str:
    match value:
        case Mapping():
            return in_language(value, language)
        case tuple():
            return ", ".join(filter(None, (_said(item, names, language) for item in value)))
        case Struct():
            return _part_said(value, names, language)
        case StrEnum():
            return name_of_code(value)
        case str():
            return names.get(value, value)
        case _:
            return _plain_said(value)


def _plain_said(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return _("yes") if value else _("no")
        case datetime():
            return day_in_words(value.astimezone().date())
        case date():
            return day_in_words(value)
        case _:
            return str(value)


def _part_said(part: Struct, names: Mapping[Id, str], language: str) -> str:
    match part:
        case Span():
            return part.typed
        case AgeRange():
            ends = (part.youngest, part.oldest)
            return "–".join("" if end is None else str(end) for end in ends)
        case Contact():
            return ": ".join(
                filter(
                    None, (name_of_code(part.kind), part.value, in_language(part.text, language))
                )
            )
        case TimeTarget():
            limit = find_limit(part.law)
            law = in_language(limit.name, language) if limit else part.law
            rest = [getattr(part, name) for name in ("starts", "ends", "basis", "ages", "source")]
            said = [part.limit.typed, *(_said(value, names, language) for value in rest), law]
            return ", ".join(filter(None, said))
        case _:
            fields = (getattr(part, name) for name in part.__struct_fields__)
            return ", ".join(filter(None, (_said(value, names, language) for value in fields)))
