"""The small parts of FHIR elements: texts with their translations, ids, lengths of time, codes."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from exporters.website.links import in_ascii, safe_address
from model.codes.names import name_of_code
from model.ids import Id
from model.messages import LANGUAGES, _, speaking
from model.text import FALLBACK_LANGUAGES, Span, Text, TimeUnit

Element = dict[str, Any]

TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"
LANGUAGE = "http://hl7.org/fhir/StructureDefinition/language"
UCUM = "http://unitsofmeasure.org"

# Units of FHIR's Duration (UCUM). It has no working days: those stay in words.
_UCUM_CODES = {
    TimeUnit.MINUTE: "min",
    TimeUnit.HOUR: "h",
    TimeUnit.DAY: "d",
    TimeUnit.WEEK: "wk",
    TimeUnit.MONTH: "mo",
    TimeUnit.YEAR: "a",
}
# What CommonMark and GFM read as more than words, HTML included.
_MARKUP = re.compile(r"[\\`*_\[\]<>#~|&]")


def element_id(id: Id) -> str:
    """Return an id as FHIR takes it: [A-Za-z0-9-.], so that "_" becomes "."."""
    return id.replace("_", ".")


def string(name: str, text: Text, language: str) -> Element:
    """Return the property `name` of type string, with its translations; {} for no text."""
    return _texts(name, text, language, "String")


def markdown(name: str, text: Text, language: str) -> Element:
    """Return the property `name` of type markdown, in which what was written stays as it is."""
    return _texts(name, in_markdown(text), language, "Markdown")


def in_markdown(text: Text) -> Text:
    return {code: _MARKUP.sub(r"\\\g<0>", words) for code, words in text.items()}


def joined(texts: Sequence[Text], between: str) -> Text:
    """Return several texts as one, in each language that one of them has."""
    codes = sorted({code for text in texts for code in text})
    return {code: between.join(text[code] for text in texts if code in text) for code in codes}


def _texts(name: str, text: Text, language: str, kind: str) -> Element:
    codes = [code for code in (language, *FALLBACK_LANGUAGES, *sorted(text)) if text.get(code)]
    if not codes:
        return {}
    first, *others = dict.fromkeys(codes)
    extensions: list[Element] = []
    if first != language:
        extensions.append({"url": LANGUAGE, "valueCode": first})
    extensions += [
        {
            "url": TRANSLATION,
            "extension": [
                {"url": "lang", "valueCode": code},
                {"url": "content", f"value{kind}": text[code]},
            ],
        }
        for code in others
    ]
    return {name: text[first]} | ({f"_{name}": {"extension": extensions}} if extensions else {})


def concept(text: Text, language: str, code: str = "") -> Element:
    """Return a CodeableConcept in words, with a code of this project's own where it has one."""
    return ({"coding": [{"code": code}]} if code else {}) | string("text", text, language)


def coded(member: StrEnum, languages: Sequence[str]) -> Element:
    """Return a member of a code list as a CodeableConcept."""
    return concept(names(member, languages), languages[0], member.value)


def names(member: StrEnum, languages: Sequence[str]) -> Text:
    """Return what a member of a code list is called, in the languages that have words for it."""
    spoken = [code for code in languages if code in LANGUAGES] or LANGUAGES[:1]
    named: dict[str, str] = {}
    for code in spoken:
        with speaking(code):
            named[code] = name_of_code(member)
    return named


def worded(message: str, languages: Sequence[str]) -> Text:
    """Return one of the program's own messages in the languages that it speaks."""
    told: dict[str, str] = {}
    for code in (code for code in languages if code in LANGUAGES):
        with speaking(code):
            told[code] = _(message)
    return told or {"en": message}


def duration(span: Span) -> Element | None:
    """Return the longest length as a Duration; None when it has no number FHIR could hold."""
    return _quantity(span.most, span.unit)


def offset(span: Span) -> Element | None:
    """Return a length as a Range from its least, or from nothing, to its most."""
    high = _quantity(span.most, span.unit)
    if high is None:
        return None
    least = span.least if span.least != span.most else 0
    return {"low": _quantity(least, span.unit), "high": high}


def _quantity(value: int | None, unit: TimeUnit | None) -> Element | None:
    if value is None or unit is None or unit not in _UCUM_CODES:
        return None
    code = _UCUM_CODES[unit]
    return {"value": value, "unit": code, "system": UCUM, "code": code}


def ucum_code(span: Span) -> str | None:
    return _UCUM_CODES.get(span.unit) if span.unit and span.most is not None else None


def web_address(url: Text, language: str) -> str | None:
    """Return the address of a link if it may be one: https or http."""
    for code in (language, *FALLBACK_LANGUAGES, *sorted(url)):
        if address := safe_address(url.get(code, "")):
            return in_ascii(address) if address.startswith("http") else None
    return None
