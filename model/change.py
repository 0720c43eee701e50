"""Changes as plain data: applied, undone, written to the journal, sent to other laptops."""

from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from model.ids import Id
from model.pathway import Pathway
from model.records import AnyRecord, PathwayInfo


class Table:
    """The records of a pathway while a change is applied: only what it touches is written."""

    def __init__(self, pathway: Pathway) -> None:
        self._pathway = pathway
        self.changed: dict[Id, AnyRecord | None] = {}

    def get(self, id: Id) -> AnyRecord | None:
        return self.changed[id] if id in self.changed else self._pathway.get(id)

    def put(self, id: Id, record: AnyRecord | None) -> None:
        """Put in a record, or with None take out what is there."""
        if record is None and id not in self._pathway:
            del self.changed[id]
        else:
            self.changed[id] = record


class Add(Struct, frozen=True, tag="add"):
    record: AnyRecord

    @property
    def id(self) -> Id:
        return self.record.id

    def inverse(self) -> "Remove":
        return Remove(self.record)

    def fits(self, table: Table) -> bool:
        return table.get(self.record.id) is None and not isinstance(self.record, PathwayInfo)

    def put(self, table: Table) -> None:
        table.put(self.record.id, self.record)


class Remove(Struct, frozen=True, tag="remove"):
    """Take a record out; the whole record is kept so that it can come back.

    A record that somebody has edited meanwhile stays: their work is not ours to take away. What
    is said of the pathway as a whole stays always.
    """

    record: AnyRecord

    @property
    def id(self) -> Id:
        return self.record.id

    def inverse(self) -> Add:
        return Add(self.record)

    def fits(self, table: Table) -> bool:
        return table.get(self.record.id) == self.record and not isinstance(self.record, PathwayInfo)

    def put(self, table: Table) -> None:
        table.put(self.record.id, None)


class Set(Struct, frozen=True, tag="set"):
    id: Id
    field: str
    before: Any
    after: Any

    def inverse(self) -> "Set":
        return Set(self.id, self.field, self.after, self.before)

    def fits(self, table: Table) -> bool:
        record = table.get(self.id)
        return (
            record is not None
            and self.field != "id"
            and self.field in record.__struct_fields__
            and bool(getattr(record, self.field) == self.before)
        )

    def put(self, table: Table) -> None:
        table.put(
            self.id, replace(cast("AnyRecord", table.get(self.id)), **{self.field: self.after})
        )


Op = Add | Remove | Set


class Change(Struct, frozen=True):
    """What one act of the user does: a label for people and the operations, in order."""

    label: str
    ops: tuple[Op, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.ops)

    def __add__(self, other: "Change") -> "Change":
        """Return both changes as one act, named as the first."""
        return Change(self.label, self.ops + other.ops)

    @property
    def touched(self) -> frozenset[Id]:
        """The ids of all records that it adds, removes or sets a field of."""
        return frozenset(op.id for op in self.ops)

    def inverse(self) -> "Change":
        return Change(self.label, tuple(op.inverse() for op in reversed(self.ops)))

    def applied_to(self, pathway: Pathway) -> "tuple[Pathway, Change]":
        """Apply each operation that still fits; return the result and what was applied."""
        if not self.ops:
            return pathway, self
        table = Table(pathway)
        done: list[Op] = []
        for op in self.ops:
            if not op.fits(table):
                continue
            done.append(op)
            op.put(table)
        if not done:
            return pathway, Change(self.label)
        return pathway.replacing(table.changed), Change(self.label, tuple(done))
