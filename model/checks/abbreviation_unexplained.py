"""Abbreviation not in the glossary: capitals that nobody explains, also to professionals.

Asked of texts for customers and for professionals, who do not know one another's abbreviations.
Those on the list of professional words are that rule's in texts for customers. Words that
everybody knows (EU, PDF) and Roman numbers are no abbreviations here.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from model.checks.customer_texts import LANGUAGES, Written, customer_texts, written
from model.checks.finding import Rule, Said
from model.checks.public_texts import is_published
from model.checks.reads import reading
from model.checks.review import Review
from model.checks.wording import named
from model.codes import Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.plain_language import KEPT_TEXTS
from model.plain_language.vocabulary import explains, found
from model.records import AnyRecord, Handover, PathwayInfo, Record, Stage

_PROFESSIONAL_FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    Stage: ("professional_title", "professional_text", "entry_criteria", "exit_criteria"),
    Handover: ("trigger", "criteria", "information", "information_needed", "acknowledgement"),
}
_CAPITALS = re.compile(r"(?<!\w)[A-ZÅÄÖ]{2,6}(?:\d{0,2})(?!\w)")
_CAPITAL_BYTES = bytes(ord("A") if chr(byte).isupper() else ord(" ") for byte in range(256))
_NO_ABBREVIATION = re.compile(
    "[IVX]+|AB|ADHD|AIDS|CD|CV|DNA|DVD|EKG|EU|FAQ|FN|FPA|GPS|HIV|HUOM|HUS|ID|IT|KELA|KL|LOB|NHS|OBS|"
    "OK|OY|PDF|PIN|PL|PS|QR|RF|RY|SMS|SOS|STM|THL|TV|URL|USA|UV|VR|WC|WWW|YK"
)


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    unexplained: dict[str, str] = {}
    for text in _texts(record, review.pathway):
        for word in _abbreviations(text.wording):
            if word not in unexplained and not _is_explained(word, text, record, review.pathway):
                unexplained[word] = text.field
    if unexplained:
        message = _(
            "“{title}” uses abbreviations that the glossary does not explain: {words}."
        ).format(
            title=named(record, review.pathway),
            words=", ".join(_("“{word}”").format(word=word) for word in unexplained),
        )
        yield Said(about=record.id, message=message, field=next(iter(unexplained.values())))


def _texts(record: AnyRecord, pathway: Pathway) -> Iterator[Written]:
    yield from customer_texts(record, pathway)
    fields = _PROFESSIONAL_FIELDS.get(type(record))
    if fields is not None and is_published(record, pathway):
        yield from written(record, fields, pathway.info.languages)


def _abbreviations(wording: str) -> tuple[str, ...]:
    # Looking for two capitals byte by byte is many times faster than the pattern.
    if b"AA" not in wording.encode("latin-1", "replace").translate(_CAPITAL_BYTES):
        return ()
    return _capitals(wording)


@lru_cache(maxsize=KEPT_TEXTS)
def _capitals(wording: str) -> tuple[str, ...]:
    if wording.isupper():
        return ()
    return tuple(
        word
        for word in dict.fromkeys(_CAPITALS.findall(wording))
        if not _NO_ABBREVIATION.fullmatch(word)
    )


def _is_explained(word: str, text: Written, record: AnyRecord, pathway: Pathway) -> bool:
    if explains(text.wording, word):
        return True
    if text.field not in _PROFESSIONAL_FIELDS.get(type(record), ()) and any(
        word == listed.written for listed in found("professional", text.wording, text.language)
    ):
        return True
    return any(
        word in _abbreviations(known) or word == known
        for entry in pathway.info.glossary
        for known in (*entry.term.values(), *entry.synonyms.values())
    )


RULE = Rule(
    id="CUS-13",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Abbreviation not in the glossary"),
    finds=N_(
        "An abbreviation in capitals, in a text for customers or for professionals, that neither "
        "the text nor the glossary explains."
    ),
    why=N_("Social care, health care and NGOs do not know one another’s abbreviations."),
    put_right=N_("Write the words out, or add the abbreviation to the pathway’s glossary."),
    source="Camunda modelling guidance (no abbreviations, or explain them); hallintolaki 9 §",
    each=Record,
    reads=reading(LANGUAGES, {PathwayInfo: {"glossary"}}),
    check=check,
)
