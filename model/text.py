"""Texts in several languages, and spans of time that keep what was typed."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

LanguageCode = Annotated[str, Meta(pattern=r"^[a-z]{2,3}$(?!\n)")]
LONGEST_TEXT = 100_000
"""Characters in one text: some fifty pages."""
Wording = Annotated[str, Meta(pattern=r"\S", max_length=LONGEST_TEXT)]
Text = Mapping[LanguageCode, Wording]
"""One text per language (ISO 639). Never holds an empty string; read-only by its type."""

# The languages in which a reader is offered a text that their own language lacks.
FALLBACK_LANGUAGES = ("fi", "sv", "en")


def in_language(text: Text, language: str) -> str:
    """Return the text in `language`, else in the first language that has it, else ''.

    It is for people to read: what would steer the display is `shown`.
    """
    for code in (language, *FALLBACK_LANGUAGES, *sorted(text)):
        if text.get(code):
            return shown(text[code])
    return ""


# Controls that no text is written with, and those that turn its direction: with one of these
# around, “ei saa” can be shown as something else than what is stored, exported and compared.
_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


_LONGEST_QUOTE = 60  # letters


def shown(words: str) -> str:
    """Return words as people are shown them: what would steer the display stands as its code.

    Texts keep such characters, for nothing that somebody has written is changed unasked.
    """
    return _STEERING.sub(lambda found: _code(found[0]), words)


def _code(sign: str) -> str:
    return f"[U+{ord(sign):04X}]"


def with_language(text: Text, language: str, words: str) -> Text:
    """Return `text` with `words` as its wording in `language`; '' takes the language away."""
    others = {code: wording for code, wording in text.items() if code != language}
    return dict(sorted({**others, language: words}.items())) if words.strip() else others


def without_blanks(text: Text) -> Text:
    """Return `text` without languages in which nothing is written."""
    return {language: words for language, words in text.items() if words.strip()}


def quoted(words: object) -> str:
    """Return what somebody else wrote so that it fits in a sentence, whatever it is."""
    line = " ".join(str(words)[:200].split())
    line = "".join(sign if sign.isprintable() else _code(sign) for sign in line)
    return (line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…") or "?"


class TimeUnit(StrEnum):
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


# Shortest and longest length in days. Months and years vary; a span of n working days holds
# weekends, and at most the four days that Easter or Christmas close in a row.
_DAYS: dict[TimeUnit, tuple[float, float]] = {
    TimeUnit.MINUTE: (1 / 1440, 1 / 1440),
    TimeUnit.HOUR: (1 / 24, 1 / 24),
    TimeUnit.DAY: (1, 1),
    TimeUnit.WORKING_DAY: (1, 1),
    TimeUnit.WEEK: (7, 7),
    TimeUnit.MONTH: (28, 31),
    TimeUnit.YEAR: (365, 366),
}

# Units that convert exactly into one another, with the factor to the first of their family.
_EXACT: dict[TimeUnit, tuple[str, int]] = {
    TimeUnit.MINUTE: ("minutes", 1),
    TimeUnit.HOUR: ("minutes", 60),
    TimeUnit.DAY: ("minutes", 1440),
    TimeUnit.WEEK: ("minutes", 10080),
    TimeUnit.WORKING_DAY: ("working days", 1),
    TimeUnit.MONTH: ("months", 1),
    TimeUnit.YEAR: ("months", 12),
}


Amount = Annotated[int, Meta(ge=0, le=9999)]


class Span(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A length of time as it was typed, with its meaning where that could be read.

    `least` and `most` are equal unless a range was typed ("3-12 kk"); without a unit the words
    say no length ("käynnillä") and the span compares with nothing. Raises ValueError for a
    length that is given in part only, or whose ends are the wrong way round.
    """

    typed: str
    least: Amount | None = None
    most: Amount | None = None
    unit: TimeUnit | None = None

    def __post_init__(self) -> None:
        given = [part is not None for part in (self.least, self.most, self.unit)]
        if any(given) and not all(given):
            raise ValueError("a length needs its least, its most and its unit")
        if self.least is not None and self.most is not None and self.least > self.most:
            raise ValueError("the least length is longer than the most")

    @property
    def iso(self) -> str | None:
        """The longest length as an ISO 8601 duration ("P6M"); working days count as days."""
        if self.most is None or self.unit is None:
            return None
        sign = {
            TimeUnit.MINUTE: "PT{}M",
            TimeUnit.HOUR: "PT{}H",
            TimeUnit.WEEK: "P{}W",
            TimeUnit.MONTH: "P{}M",
            TimeUnit.YEAR: "P{}Y",
        }.get(self.unit, "P{}D")
        return sign.format(self.most)

    def days(self) -> tuple[float, float] | None:
        """Return the shortest and the longest length in calendar days, None when unknown."""
        if self.least is None or self.most is None or self.unit is None:
            return None
        low, high = _DAYS[self.unit]
        if self.unit is TimeUnit.WORKING_DAY:
            return float(self.least), _calendar_days(self.most)
        return self.least * low, self.most * high

    def at_most(self, limit: "Span") -> bool | None:
        """Tell whether the longest length keeps within `limit`; None when that can't be said."""
        if None in (self.most, limit.most) or self.unit is None or limit.unit is None:
            return None
        mine, theirs = _EXACT[self.unit], _EXACT[limit.unit]
        if mine[0] == theirs[0]:
            return (self.most or 0) * mine[1] <= (limit.most or 0) * theirs[1]
        longest = _longest(self)
        bound = _longest(limit)
        if longest[1] <= bound[0]:
            return True
        return False if longest[0] > bound[1] else None


def _longest(span: Span) -> tuple[float, float]:
    """Return the calendar days that the span's longest length takes, at least and at most."""
    most, unit = span.most or 0, span.unit or TimeUnit.DAY
    low, high = _DAYS[unit]
    if unit is TimeUnit.WORKING_DAY:
        return float(most), _calendar_days(most)
    return most * low, most * high


def _calendar_days(working_days: int) -> float:
    weeks, rest = divmod(working_days, 5)
    return 0.0 if working_days == 0 else weeks * 7 + rest + 6


# The words for units, in Finnish, Swedish and English. "v" is a year in Finnish and a week in
# Swedish; the language of the text decides.
_UNIT_WORDS: dict[TimeUnit, str] = {
    TimeUnit.MINUTE: r"min(?:uut\w*|uter|utes?)?",
    TimeUnit.HOUR: r"h|t|tun\w+|tim(?:m\w+)?|hours?",
    TimeUnit.WORKING_DAY: r"arkip\w+|vardag\w*|arbetsdag\w*|(?:working|business)\s+days?|weekdays?",
    TimeUnit.DAY: r"vrk|pv|päiv\w+|vuorokau\w+|dygn\w*|dag(?:ar)?|d|days?",
    TimeUnit.WEEK: r"vk(?:o|oa)?|viik\w+|vecko?r?|vecka|w|weeks?",
    TimeUnit.MONTH: r"kk|kuukau\w+|mån(?:ad\w*)?|mo|months?",
    TimeUnit.YEAR: r"vuo\w+|v|år\w*|a|years?",
}
_AT_ONCE = re.compile(
    r"^(heti|välittömästi|genast|omedelbart|at once|immediately)\b", re.IGNORECASE
)
_SAME_DAY = re.compile(
    r"^(?:sama(?:na|n)?\s+arkipäivä\w*|(?:under\s+)?samma\s+vardag|"
    r"(?:(?:on\s+)?the\s+)?same\s+(?:weekday|working\s+day))\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"^(?:≤|<=|enintään|korkeintaan|högst|at most|up to|max\.?)?\s*"
    r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?\s*(\D.*)$",
    re.IGNORECASE,
)


def read_span(typed: str, language: str = "fi") -> Span:
    """Read a length of time from words such as "6 kk", "3–12 mån", "at once".

    What follows the first length is kept as typed and does not change the meaning.
    """
    words = " ".join(typed.split())
    if _AT_ONCE.match(words):
        return Span(typed=words, least=0, most=0, unit=TimeUnit.MINUTE)
    if _SAME_DAY.match(words):
        return Span(typed=words, least=0, most=0, unit=TimeUnit.WORKING_DAY)
    found = _AMOUNT.match(words)
    unit = _unit(found[3], language) if found else None
    if found is None or unit is None:
        return Span(typed=words)
    least = int(found[1])
    most = int(found[2] or found[1])
    if least > most:
        return Span(typed=words)
    return Span(typed=words, least=least, most=most, unit=unit)


def _unit(words: str, language: str) -> TimeUnit | None:
    if language == "sv" and re.match(r"v\b", words, re.IGNORECASE):
        return TimeUnit.WEEK
    for unit, pattern in _UNIT_WORDS.items():
        if re.match(rf"(?:{pattern})\b", words, re.IGNORECASE):
            return unit
    return None


Age = Annotated[int, Meta(ge=0, le=1000)]


class AgeRange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Ages in full years, both ends included; None is no limit."""

    youngest: Age | None = None
    oldest: Age | None = None
