"""What is so of single records, found once and kept while a pathway is edited.

A rule about the whole that compares records, such as by their titles, asks for a fact of all of
them; after an edit that is found anew only of the records that the edit reached.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, MutableMapping
from collections.abc import Set as AbstractSet
from typing import Any, Generic, TypeVar

from model.checks.reads import Edit, Reads
from model.ids import Id
from model.pathway import Pathway
from model.records import Record

V = TypeVar("V", bound=Hashable)
K = TypeVar("K", bound=Hashable)
M = TypeVar("M", bound=Hashable)
_NONE: AbstractSet[Id] = frozenset()


class Fact(Generic[V]):
    """What to find out of each record of a kind: some values, none where it is not so.

    `found(record, pathway)` may read the record, those that it links to and those that link to it.
    What else it reads is named, as with a rule.
    """

    __slots__ = ("found", "kind", "reads")

    def __init__(
        self,
        kind: type[Record],
        found: Callable[[Any, Pathway], Iterable[V]],
        reads: Reads | None = None,
    ) -> None:
        self.kind = kind
        self.found = found
        self.reads = reads or {}


class Known(Generic[V]):
    """Of which records each value has been found."""

    def __init__(self, fact: Fact[V], pathway: Pathway) -> None:
        self.fact = fact
        self._values: dict[Id, tuple[V, ...]] = {}
        self._ids: dict[V, set[Id]] = {}
        for record in pathway.of(fact.kind):
            values = tuple(fact.found(record, pathway))
            if values:
                self._replace(record.id, (), values)

    @property
    def by_value(self) -> Mapping[V, AbstractSet[Id]]:
        return self._ids

    def of(self, value: V) -> AbstractSet[Id]:
        return self._ids.get(value, _NONE)

    def follow(self, pathway: Pathway, edit: Edit, reached: Iterable[Id]) -> None:
        """Take the next pathway, in which an edit reached some records."""
        if edit.reaches(self.fact.reads):
            self._take({*self._values, *(each.id for each in pathway.of(self.fact.kind))}, pathway)
        else:
            self._take(reached, pathway)

    def _take(self, ids: Iterable[Id], pathway: Pathway) -> None:
        for id in ids:
            record = pathway.get(id)
            of_kind = type(record) is self.fact.kind
            values = tuple(self.fact.found(record, pathway)) if of_kind else ()
            before = self._values.get(id, ())
            if values != before:
                self._replace(id, before, values)

    def _replace(self, id: Id, before: tuple[V, ...], values: tuple[V, ...]) -> None:
        for value in before:
            let_go(self._ids, value, id)
        for value in values:
            self._ids.setdefault(value, set()).add(id)
        if values:
            self._values[id] = values
        else:
            self._values.pop(id, None)


def let_go(sets: MutableMapping[K, set[M]], key: K, member: M) -> None:
    """Take a member out of the set of a key; none that is empty is kept."""
    members = sets.get(key)
    if members is not None:
        members.discard(member)
        if not members:
            del sets[key]
