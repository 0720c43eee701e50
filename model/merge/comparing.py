"""What leads from one state of a pathway to another, as a change."""

from collections.abc import Iterator

from model.change import Add, Change, Op, Remove, Set
from model.pathway import Pathway
from model.records import AnyRecord

PLACE_FIELDS = frozenset({"order", "column"})
"""Fields that say where something lies, not what it means."""


def change_between(before: Pathway, after: Pathway, label: str = "") -> Change:
    """Return the change that makes `after` of `before`: one operation per record or field."""
    ops: list[Op] = []
    for id in sorted({*before, *after}):
        ops += _ops(before.get(id), after.get(id))
    return Change(label, tuple(ops))


def _ops(before: AnyRecord | None, after: AnyRecord | None) -> Iterator[Op]:
    if before == after:
        return
    if before is not None and after is not None and type(before) is type(after):
        for field in before.__struct_fields__:
            was, becomes = getattr(before, field), getattr(after, field)
            if was != becomes:
                yield Set(before.id, field, was, becomes)
        return
    if before is not None:
        yield Remove(before)
    if after is not None:
        yield Add(after)
