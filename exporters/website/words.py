"""Dates, lengths of time, ages and languages in the reader's words (the language in force)."""

import re
from collections.abc import Iterator
from datetime import date

from model.lengths import length
from model.messages import N_, _, spoken_language
from model.parts import TimeTarget
from model.text import AgeRange, Span

_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# A length as `model.text.read_span` reads it, for leaving it out of what was typed.
_TYPED_LENGTH = re.compile(
    r"(?:≤|<=|enintään|korkeintaan|högst|at most|up to|max\.?)?\s*\d+(?:\s*[-–]\s*\d+)?\s*"
    r"(?:(?:working|business)\s+)?[^\W\d_]+\.?"
    r"|(?:heti|välittömästi|genast|omedelbart|at once|immediately)\b"
    r"|(?:sama(?:na)?|samma|same)\s+[^\W\d_]+(?:\s+day)?",
    re.IGNORECASE,
)

# Languages that services are given in, by ISO 639 (PTV's most used).
_LANGUAGE_NAMES = {
    "fi": N_("Finnish"),
    "sv": N_("Swedish"),
    "en": N_("English"),
    "se": N_("Northern Sámi"),
    "smn": N_("Inari Sámi"),
    "sms": N_("Skolt Sámi"),
    "ru": N_("Russian"),
    "uk": N_("Ukrainian"),
    "et": N_("Estonian"),
    "ar": N_("Arabic"),
    "so": N_("Somali"),
    "fa": N_("Persian"),
    "ku": N_("Kurdish"),
}

# What a language calls itself, for the switch between languages.
OWN_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


def day(on: date) -> str:
    """Return a date as people write it: 1.2.2026, in English 1 February 2026."""
    if spoken_language() == "en":
        return f"{on.day} {_ENGLISH_MONTHS[on.month - 1]} {on.year}"
    return f"{on.day}.{on.month}.{on.year}"


def language_name(code: str) -> str:
    """Return a language's name as in running text; an unknown code stays as it is."""
    return _(_LANGUAGE_NAMES[code]) if code in _LANGUAGE_NAMES else code


def time_limit(span: Span) -> str:
    """Return how long something may take: “at most 14 days”, “3–12 months”, “at once”."""
    if span.most and span.least == span.most:
        return _("at most {length}").format(length=length(span))
    return length(span)


def within(target: TimeTarget) -> str:
    """Return a time target: “at most 7 days”, for whom, and what else was typed beside it."""
    limit = time_limit(target.limit)
    if who := ages(target.ages):
        return f"{who}: {limit}"
    beside = _beside_length(target.limit)
    return f"{limit} ({beside})" if beside else limit


def _beside_length(span: Span) -> str:
    """Return what was typed around the length: “restricted groups” of “7 days restricted groups”.

    It says for whom or for what, and so must not get lost.
    """
    if span.unit is None:
        return ""
    before, _length, after = _TYPED_LENGTH.sub("\n", span.typed, count=1).partition("\n")
    return " … ".join(part for each in (before, after) if (part := _bare(each)))


def _bare(words: str) -> str:
    words = words.strip(" ,;:")
    return words[1:-1] if words.startswith("(") and words.endswith(")") else words


def ages(limits: AgeRange | None) -> str:
    """Return an age range: “18–22 years”, “over 65”; '' when there is no limit."""
    match limits:
        case AgeRange(youngest=None, oldest=None) | None:
            return ""
        case AgeRange(youngest=youngest, oldest=None):
            return _("from {age} years").format(age=youngest)
        case AgeRange(youngest=None, oldest=oldest):
            return _("up to {age} years").format(age=oldest)
        case AgeRange(youngest=youngest, oldest=oldest) if youngest == oldest:
            return _("{age} years old").format(age=youngest)
        case _:
            return _("{youngest}–{oldest} years").format(
                youngest=limits.youngest, oldest=limits.oldest
            )


def capital(words: str) -> str:
    """Return the words as they begin a line; the rest stays as written."""
    return words[:1].upper() + words[1:]


class Paragraph(str):
    __slots__ = ()


class Bullets(tuple[str, ...]):
    __slots__ = ()


def blocks(text: str) -> Iterator[Paragraph | Bullets]:
    """Read plain text: a blank line parts paragraphs, lines that begin with "- " are a list.

    Single line breaks inside a paragraph are kept as newlines.
    """
    lines: list[str] = []
    bullets: list[str] = []
    for line in [*(line.strip() for line in text.splitlines()), ""]:
        is_bullet = line.startswith(("- ", "• "))
        if bullets and not is_bullet:
            yield Bullets(bullets)
            bullets = []
        if lines and (is_bullet or not line):
            yield Paragraph("\n".join(lines))
            lines = []
        if is_bullet:
            bullets.append(line[2:].strip())
        elif line:
            lines.append(line)
