"""The numbers that a text names, for comparing a text with its translation."""

import re
from functools import lru_cache

from model.plain_language import KEPT_TEXTS

_DIGITS = re.compile(r"\d+")
_COUNTRY = re.compile(r"\+358[ -]?")
_GROUPS = re.compile(r"(?<=\d)[ \u00a0](?=\d{2,})|(?<=\d),(?=\d{3}\b)")
_TWELVE_HOURS = re.compile(r"\d\s*[ap]\.?m\b", re.IGNORECASE)


@lru_cache(maxsize=KEPT_TEXTS)
def numbers(wording: str) -> frozenset[int]:
    """Return the whole numbers in a text: 8 and 15 of "8.15", one of a phone number.

    None of a text with hours as "3 p.m.", which other languages write otherwise.
    """
    if not _DIGITS.search(wording) or _TWELVE_HOURS.search(wording):
        return frozenset()
    joined = _GROUPS.sub("", _COUNTRY.sub("0", wording))
    return frozenset(int(digits[:18]) for digits in _DIGITS.findall(joined))
