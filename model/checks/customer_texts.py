"""What customers read on the website: the texts that are to be in plain language.

What is said to professionals is not among them, nor what is not published.
"""

from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec import Struct

from model.checks.public_texts import LANGUAGE_WORDS, PUBLIC_TEXTS, is_published
from model.checks.reads import Reads
from model.checks.remembered import by_record
from model.messages import _
from model.pathway import Pathway
from model.records import (
    Actor,
    AnyRecord,
    Channel,
    Goal,
    Handover,
    PathwayInfo,
    Phase,
    Record,
    Stage,
    TimePromise,
)

CUSTOMER_FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    PathwayInfo: (
        "title",
        "summary",
        "description",
        "target_group",
        "not_for",
        "how_to_get_help",
        "emergency",
    ),
    Phase: ("title", "description"),
    Actor: ("name", "role"),
    Stage: (
        "title",
        "what_happens",
        "what_you_can_do",
        "more_info",
        "next_contact",
        "ends_when",
        "end_decided_by",
        "way_back",
    ),
    Channel: ("name", "description", "hours", "out_of_hours", "support", "accessibility"),
    Handover: ("condition", "customer_told", "customer_told_by", "waiting_contact"),
    Goal: ("title", "need"),
    TimePromise: ("title",),
}

_LABELS = frozenset({"title", "name", "condition", "end_decided_by", "customer_told_by"})
"""Fields that hold no sentences."""

LANGUAGES: Reads = {PathwayInfo: {"languages"}}
"""What a rule that asks of customers' texts reads besides the record."""


class Written(Struct, frozen=True, gc=False):
    """One text: in which field it stands, in which language."""

    field: str
    language: str
    wording: str


def customer_texts(record: AnyRecord, pathway: Pathway) -> tuple[Written, ...]:
    """Return each text of a record that customers read, in each language that is published."""
    if type(record) not in CUSTOMER_FIELDS or not is_published(record, pathway):
        return ()
    return _customer_texts(record, pathway.info.languages)


def running_texts(record: AnyRecord, pathway: Pathway) -> Mapping[str, list[Written]]:
    """Return the texts of a record that customers read, by language, without names and labels."""
    if type(record) not in CUSTOMER_FIELDS or not is_published(record, pathway):
        return {}
    return _running_texts(record, pathway.info.languages)


def written(
    record: AnyRecord, fields: Iterable[str], languages: Container[str]
) -> Iterator[Written]:
    """Yield each text in some fields, in some languages."""
    for field in fields:
        text = getattr(record, field)
        if text:
            for language, wording in text.items():
                if language in languages:
                    yield Written(field, language, wording)


@by_record
def _customer_texts(record: AnyRecord, languages: tuple[str, ...]) -> tuple[Written, ...]:
    return tuple(written(record, CUSTOMER_FIELDS[type(record)], languages))


@by_record
def _running_texts(record: AnyRecord, languages: tuple[str, ...]) -> Mapping[str, list[Written]]:
    texts: dict[str, list[Written]] = {}
    for text in _customer_texts(record, languages):
        if text.field not in _LABELS:
            texts.setdefault(text.language, []).append(text)
    return texts


def field_name(record: AnyRecord, field: str) -> str:
    """Return what people call a field that holds texts: “what happens”."""
    names = PUBLIC_TEXTS.get(type(record), {})
    return _(next((name for path, name in names.items() if path.partition(".")[0] == field), field))


def language_name(language: str) -> str:
    """Return “in Finnish”; the code of a language that has no such name here."""
    words = LANGUAGE_WORDS.get(language)
    return _(words) if words else language
