"""Order as a value: fractional indexes, so that moving one thing writes one field."""

import re
from collections.abc import Sequence
from typing import Annotated, Final, Protocol

from fractional_indexing import FIError, generate_key_between, validate_order_key
from msgspec import Meta

# Thousands of records put in at one and the same place make an order some hundred letters long.
Order = Annotated[str, Meta(pattern=r"^[A-Za-z][0-9A-Za-z]+$(?!\n)", max_length=500)]


_LETTERS: Final = re.compile(r"[A-Za-z][0-9A-Za-z]+")


class Ordered(Protocol):
    @property
    def order(self) -> str: ...


def is_order(key: str) -> bool:
    """Whether `key` is a well-formed fractional index."""
    if not _LETTERS.fullmatch(key):
        return False
    try:
        validate_order_key(key)
    except FIError:
        return False
    return True


def order_at(place: int, others: Sequence[Ordered]) -> Order:
    """Return an order that puts a record at `place` among the `others`, sorted by order.

    Two laptops may have given one order to two records; the new one then comes after both. A
    place beyond the last is the end.
    """
    place = max(0, min(place, len(others)))
    before = others[place - 1].order if place > 0 else None
    after = next(
        (other.order for other in others[place:] if before is None or other.order > before), None
    )
    return str(generate_key_between(before, after))


def last_order(others: Sequence[Ordered]) -> Order:
    """Return an order after all `others`, sorted by order."""
    return order_at(len(others), others)
