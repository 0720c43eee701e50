"""Lengths of time in diagrams: ISO 8601 durations, or words."""

import re
from typing import Final

from msgspec.structs import replace

from model.lengths import length
from model.messages import speaking
from model.text import Span, TimeUnit, read_span

_UNITS: Final = {
    "Y": TimeUnit.YEAR, "M": TimeUnit.MONTH, "W": TimeUnit.WEEK, "D": TimeUnit.DAY,
    "TH": TimeUnit.HOUR, "TM": TimeUnit.MINUTE,
}  # fmt: skip


def span(words: str, language: str) -> Span:
    """Read a length of time: an ISO 8601 duration of one unit ("P14D"), else as people write it."""
    found = re.fullmatch(r"P(T?)(\d{1,4})([YMWDH])", words)
    unit = _UNITS.get(found[1] + found[3]) if found else None
    if found is None or unit is None:
        return read_span(words, language)
    amount = int(found[2])
    read = Span(typed=words, least=amount, most=amount, unit=unit)
    with speaking(language):
        return replace(read, typed=length(read))
