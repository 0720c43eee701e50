"""Legal time limits as dated data, and counties' goals that are told apart from law.

The statutes are known through ministries' and counties' pages named in `sources`; whoever
publishes lets the county's lawyer look at them. A limit without `valid_to` is in force as far as
was found (late 2026).
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from model.codes import Sector
from model.text import AgeRange, Span, Text, TimeUnit


class TimeLimit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From `starts` to `ends` at most `value` times `unit`; no `sectors` means any service.

    Limits that count from and to the same events say so in the same words.

    `law` is False for a goal that a county set itself. Without `ages` it holds for all ages.
    0 working days is the same working day.
    """

    id: str
    law: bool
    name: Text
    value: int
    unit: TimeUnit
    starts: Text
    ends: Text
    sectors: tuple[Sector, ...]
    service: str
    ages: AgeRange | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    basis: str
    sources: tuple[str, ...]
    confidence: Literal["high", "medium", "low"]
    note: str = ""

    @property
    def span(self) -> Span:
        """The limit as a span that compares with time targets."""
        return Span(
            typed=f"{self.value} {self.unit}", least=self.value, most=self.value, unit=self.unit
        )

    def is_in_force(self, on: date) -> bool:
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )


LIMITS: tuple[TimeLimit, ...] = msgspec.json.decode(
    Path(__file__).with_suffix(".json").read_bytes(), type=tuple[TimeLimit, ...]
)


@cache
def _by_id() -> dict[str, TimeLimit]:
    return {limit.id: limit for limit in LIMITS}


def find(id: str) -> TimeLimit | None:
    """Return the limit of that id, None when there is none such."""
    return _by_id().get(id)


def in_force(on: date) -> tuple[TimeLimit, ...]:
    """Return the limits set by law, not the goals, that hold on a day."""
    return tuple(limit for limit in LIMITS if limit.law and limit.is_in_force(on))
