"""The numbers that a text names, for comparing a text with its translation."""

import re

_NUMBER = re.compile(r"[0-9]+(?:[ \u00a0][0-9]{2,}|,[0-9]{3}(?![0-9]))*")
"""Digits, with the groups of a phone number ("012 345 6705") and of thousands ("10 000")."""
_NOT_DIGITS = re.compile("[^0-9]")
_TWELVE_HOURS = re.compile(r"[0-9]\s*[ap]\.?m\b", re.IGNORECASE)
_LONGEST = 18


def numbers(wording: str, language: str) -> frozenset[int]:
    """Return the whole numbers in a text: 8 and 15 of "8.15", one of a phone number.

    None of an English text with hours as "3 p.m.", which other languages write otherwise.
    """
    if "+358" in wording:
        wording = wording.replace("+358 ", "0").replace("+358", "0")
    found = _NUMBER.findall(wording)
    if not found or (language == "en" and _TWELVE_HOURS.search(wording)):
        return frozenset()
    return frozenset(int(_NOT_DIGITS.sub("", digits)[:_LONGEST]) for digits in found)
