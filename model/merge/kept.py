"""A conflict as text, for the note that asks about it: it can be settled once the file was closed.

Both sides are kept as whole records, so that reading them checks every value as reading a file
does.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from model.ids import Id
from model.merge.conflicts import Conflict, ConflictKind, put_at, value_at
from model.merge.values import Path
from model.order import is_order
from model.pathway import Pathway
from model.records import AnyRecord, Record


class KeptConflict(NamedTuple):
    """A conflict of a record of a kind, and where its other version was. Its base is not kept."""

    conflict: Conflict
    kind: type[Record]
    name: str

    def is_about(self, record: AnyRecord | None) -> bool:
        """Whether the conflict can be asked of a record as it is now; also of one that has gone."""
        return record is None or not self.conflict.path or type(record) is self.kind


class _Kept(Struct, forbid_unknown_fields=True):
    kind: ConflictKind
    id: Id
    path: Path
    ours: AnyRecord | None
    theirs: AnyRecord | None
    name: str


_decoder = msgspec.json.Decoder(_Kept)
_encoder = msgspec.json.Encoder(order="deterministic")


def keep_conflict(conflict: Conflict, pathway: Pathway, name: str) -> str:
    """Return a conflict of a merged pathway as text; `name` says where the other version is."""
    ours, theirs = conflict.ours, conflict.theirs
    if conflict.path:
        record = pathway[conflict.id]
        ours, theirs = (put_at(record, conflict.path, value) for value in (ours, theirs))
    kept = _Kept(conflict.kind, conflict.id, conflict.path, ours, theirs, name)
    return _encoder.encode(kept).decode()


@lru_cache(maxsize=1_000)
def kept_conflict(text: str) -> KeptConflict | None:
    """Read what `keep_conflict` wrote; None for anything else, for it comes from a file."""
    try:
        kept = _decoder.decode(text)
    except (msgspec.MsgspecError, RecursionError):
        return None
    sides = (kept.ours, kept.theirs)
    if not all(_may_stand(side, kept.id) for side in sides):
        return None
    values: tuple[Any, Any] = sides
    if kept.path:
        if kept.kind is not ConflictKind.BOTH_CHANGED or type(sides[0]) is not type(sides[1]):
            return None
        if not all(_leads_somewhere(side, kept.path) for side in sides):
            return None
        values = (value_at(sides[0], kept.path), value_at(sides[1], kept.path))
    elif (kept.kind is ConflictKind.BOTH_CHANGED) is (None in sides):
        return None
    ours, theirs = values
    conflict = Conflict(kind=kept.kind, id=kept.id, path=kept.path, ours=ours, theirs=theirs)
    kind: type[Record] = type(sides[0] or sides[1])  # type: ignore[assignment]
    return KeptConflict(conflict, kind, kept.name)


def _may_stand(side: AnyRecord | None, id: Id) -> bool:
    return side is None or (side.id == id and is_order(getattr(side, "order", "a0")))


def _leads_somewhere(side: AnyRecord | None, path: Path) -> bool:
    value: Any = side
    for step in path:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, Struct) and step in value.__struct_fields__ and step != "id":
            value = getattr(value, step)
        else:
            return False
    return True
