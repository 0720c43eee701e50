"""What was worked out last, kept for as long as it would come out the same."""

from collections.abc import Callable, Iterable, Mapping
from itertools import compress
from operator import is_not
from typing import Generic, TypeVar

from model.ids import Id

T = TypeVar("T")


class Kept(Generic[T]):
    """One value, worked out anew when what it is made of is not equal to that of last time."""

    def __init__(self) -> None:
        self._last: tuple[tuple[object, ...], T] | None = None

    def of(self, *made_of: object, make: Callable[[], T]) -> T:
        if self._last is None or self._last[0] != made_of:
            self._last = made_of, make()
        return self._last[1]


def others(before: Mapping[Id, T], after: Mapping[Id, T]) -> list[Id]:
    """Return the ids of what is new, or not the same object as before."""
    if before is after:
        return []
    return list(compress(after, map(is_not, map(before.get, after), after.values())))


def in_order(ids: Iterable[Id], known: dict[Id, T], found: Mapping[Id, T]) -> dict[Id, T]:
    """Return what was found and, of what was known, the rest, in the order of the ids."""
    ids = list(ids)
    together = {**known, **found} if found else known
    return together if list(together) == ids else {id: together[id] for id in ids}


def as_before(before: Mapping[Id, T], after: Mapping[Id, T]) -> dict[Id, T]:
    """Return what is after, with the same objects as before where they are equal."""
    return {
        id: known if (known := before.get(id)) is not None and known == found else found
        for id, found in after.items()
    }
