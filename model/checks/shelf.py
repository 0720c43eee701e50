"""All that a report tells of one sort, kept in order while it is followed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import attrgetter
from typing import Final, Generic, NamedTuple, TypeVar

from model.checks.finding import Finding, NotEvaluated, Said
from model.checks.spots import Spot

T = TypeVar("T", bound=Finding | NotEvaluated)


class Turnover(NamedTuple, Generic[T]):
    """What a report tells no more, and what it tells newly; what only moved is in both."""

    gone: tuple[T, ...] = ()
    new: tuple[T, ...] = ()


Place = tuple[int, Spot, int, str, str, int]
"""By how heavy, then where on the board, by which rule, about what, in which words, and which
one with these words."""

Key = tuple[str, object]
"""Which answer is told: by rule and record; how rules failed is told of all records at once."""


WhatIsSaid = tuple[Said | Finding, int]
"""What is told, and how many with the same words the answer has before it."""


class Entry(Generic[T]):
    """Something told: by which answer, saying what, and where in the report it is."""

    __slots__ = ("key", "place", "said", "shelf", "told")

    def __init__(
        self, key: Key, said: WhatIsSaid, told: T, place: Place, shelf: "Shelf[T]"
    ) -> None:
        self.key = key
        self.said = said
        self.told = told
        self.place = place
        self.shelf = shelf


_BY_PLACE = attrgetter("place")


class Shelf(Generic[T]):
    """All that is told of one sort, in the order of the report.

    Most edits change a few of thousands: these are taken out and put in where they belong.
    """

    _PART: Final = 32
    """What is less than this part of all counts as a few."""

    def __init__(self) -> None:
        self.told: tuple[T, ...] = ()
        self._entries: list[Entry[T]] = []
        self._listed: list[T] = []
        self._gone: list[Entry[T]] = []
        self._new: list[Entry[T]] = []

    def take_out(self, entry: Entry[T]) -> None:
        self._gone.append(entry)

    def put_in(self, entry: Entry[T]) -> None:
        self._new.append(entry)

    def renew(self) -> Turnover[T]:
        """Do what was asked for since the last time, and return it."""
        if not self._gone and not self._new:
            return Turnover()
        # What was put in and taken out again has never been here.
        both = set(self._gone).intersection(self._new)
        gone = [entry for entry in self._gone if entry not in both]
        new = [entry for entry in self._new if entry not in both]
        self._gone, self._new = [], []
        if (len(gone) + len(new)) * self._PART > len(self._entries):
            self._renew_all(gone, new)
        else:
            self._renew_few(gone, new)
        self.told = tuple(self._listed)
        return Turnover(tuple([entry.told for entry in gone]), tuple([entry.told for entry in new]))

    def _renew_all(self, gone: Iterable[Entry[T]], new: Iterable[Entry[T]]) -> None:
        without = set(gone)
        self._entries = [entry for entry in self._entries if entry not in without]
        self._entries += new
        self._entries.sort(key=_BY_PLACE)  # fast, as most is in order
        self._listed = [entry.told for entry in self._entries]

    def _renew_few(self, gone: Iterable[Entry[T]], new: Iterable[Entry[T]]) -> None:
        for entry in gone:
            first = bisect_left(self._entries, entry.place, key=_BY_PLACE)
            place = self._entries.index(entry, first)
            del self._entries[place], self._listed[place]
        for entry in new:
            place = bisect_right(self._entries, entry.place, key=_BY_PLACE)
            self._entries.insert(place, entry)
            self._listed.insert(place, entry.told)
