"""Personal data in a public text."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import accumulate
from typing import Any

from msgspec.structs import replace

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.personal_data import (
    UNSEEN,
    emails_of_workers,
    has_identity_code,
    reaches_a_worker,
    without_identity_codes,
)
from model.checks.public_texts import (
    PUBLIC_TEXTS,
    is_published,
    public_texts,
    public_wordings,
    rewritten,
)
from model.checks.remembered import by_record
from model.checks.review import Review
from model.checks.web_addresses import addresses
from model.checks.wording import joined, named
from model.codes import ContactKind, Severity
from model.messages import N_, _
from model.parts import Contact
from model.pathway import Pathway
from model.records import (
    Actor,
    AnyRecord,
    Channel,
    Handover,
    Metric,
    PathwayInfo,
    Record,
    Stage,
    TimePromise,
)

HIDDEN = "…"
_TIMES = ("send_within", "accept_within", "answer_within", "see_within", "feedback_within")
SHORT_WORDS: Mapping[type[Record], tuple[str, ...]] = {
    PathwayInfo: ("version", "approvals.version", "municipalities", "glossary.synonyms"),
    Stage: ("time_targets.limit.typed", "time_targets.law", "duration.typed"),
    Channel: ("municipalities",),
    Handover: tuple(f"{time}.{what}" for time in _TIMES for what in ("limit.typed", "law")),
    Metric: ("target",),
    TimePromise: ("target.limit.typed", "target.law"),
}
"""Per kind the paths of what is published besides running text: lengths as typed, codes."""
_LONG_NUMBER = re.compile(rf"\d[\d\s(){UNSEEN}-]{{5}}")
"""What identity codes and phone numbers have in them."""


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    told = _told(record)
    if told and is_published(record, review.pathway):
        # Never the code itself, which may stand in the title too: findings go into reports.
        message = _("“{title}” would publish {what}.").format(
            title=without_identity_codes(named(record, review.pathway), HIDDEN),
            what=joined([_(what) for what in told]),
        )
        yield Said(about=record.id, message=message, field=next(iter(told.values()))[0])


@by_record
def _told(record: AnyRecord) -> Mapping[str, list[str]]:
    """Return what is personal in a record (message ids), with the fields where it stands."""
    beside = ((field, words) for field, words in _beside(record) if _suspects(words))
    seen = [*_suspect_texts(record), *beside]
    if not seen and not _contacts(record):
        return {}
    places = {
        N_("a personal identity code"): _where(seen, has_identity_code),
        N_("a worker’s own e-mail address"): _where(seen, _has_email),
        N_("the phone number of a worker by name"): [
            *_where(seen, reaches_a_worker),
            *_numbers_beside_names(record),
        ],
    }
    return {what: fields for what, fields in places.items() if fields}


def _suspects(words: str) -> list[int]:
    """Return the places in words at which may stand what is looked for; fast, and mostly none."""
    found = [match.start() for match in _LONG_NUMBER.finditer(words)]
    at = words.find("@")
    while at >= 0:
        found.append(at)
        at = words.find("@", at + 1)
    return found


def _suspect_texts(record: AnyRecord) -> list[tuple[str, str]]:
    """Return the public texts that may hold it: all are looked through at once."""
    found = _suspects(public_wordings(record))
    if not found:
        return []
    texts = list(_texts(record))
    ends = list(accumulate(len(words) + 1 for _field, words in texts))
    return [texts[place] for place in sorted({bisect_right(ends, at) for at in found})]


def _where(seen: list[tuple[str, str]], is_in: Callable[[str], bool]) -> list[str]:
    """Return the fields where something is in what readers see."""
    return [field for field, words in seen if is_in(words)]


def _seen(record: AnyRecord) -> Iterator[tuple[str, str]]:
    """Yield all that readers see, each with its field."""
    yield from _texts(record)
    yield from _beside(record)


def _texts(record: AnyRecord) -> Iterator[tuple[str, str]]:
    for place in public_texts(record):
        for wording in place.text.values():
            yield place.field, wording


def _beside(record: AnyRecord) -> Iterator[tuple[str, str]]:
    """Yield what readers see besides texts: contacts, addresses, lengths and codes."""
    for contact in _contacts(record):
        if contact.kind is not ContactKind.WEB and contact.value:
            yield "contacts", contact.value
    yield from addresses(record)
    for field, within in _short_words(type(record)):
        value = getattr(record, field)
        if value:
            yield from ((field, words) for words in _words_at(value, within))


@cache
def _short_words(kind: type[Record]) -> tuple[tuple[str, list[str]], ...]:
    """Return the paths of short words, each as its field and the way into it."""
    paths = (path.split(".") for path in SHORT_WORDS.get(kind, ()))
    return tuple((field, within) for field, *within in paths)


def _words_at(value: Any, path: list[str]) -> Iterator[str]:
    match value:
        case None:
            return
        case str():
            yield value
        case Mapping():
            yield from value.values()
        case tuple():
            for each in value:
                yield from _words_at(each, path)
        case _:
            yield from _words_at(getattr(value, path[0]), path[1:])


def _contacts(record: AnyRecord) -> tuple[Contact, ...]:
    return record.contacts if isinstance(record, Actor | Channel) else ()


def _has_email(words: str) -> bool:
    return "@" in words and any(emails_of_workers(words))


def _numbers_beside_names(record: AnyRecord) -> list[str]:
    return [
        "contacts"
        for contact in _contacts(record)
        if contact.kind is ContactKind.PHONE
        and any(reaches_a_worker(words, contact.value) for words in contact.text.values())
    ]


def _take_the_codes_out(finding: Finding, pathway: Pathway) -> Change:
    """Take identity codes out of running text, where nothing else is personal."""
    record = pathway.get(finding.about or pathway.info.id)
    if record is None or not _where(list(_seen(record)), has_identity_code):
        return Change("")
    fields = rewritten(record, PUBLIC_TEXTS.get(type(record), {}), without_identity_codes)
    if _told(replace(record, **fields)):
        return Change("")
    return edits.update(pathway, record.id, **fields)


RULE = Rule(
    id="PUB-08",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("Personal data in public text"),
    finds=N_(
        "A Finnish personal identity code in a text that is published, or the e-mail address or "
        "phone number of a worker who is named. Addresses of offices are fine."
    ),
    why=N_("What is once public cannot be taken back, and workers change while pages stay."),
    put_right=N_("Take it out, and give the number or address of the office or service instead."),
    source="GDPR (EU) 2016/679, articles 5 and 6; Ketjupaja’s own rule",
    each=Record,
    check=check,
    fixes=(Fix(title=N_("Take the personal identity code out"), change=_take_the_codes_out),),
)
