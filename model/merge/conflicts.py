"""What a merge could not decide, and how people decide it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from model import edits
from model.change import Add, Change, Remove
from model.ids import Id
from model.merge.comparing import PLACE_FIELDS
from model.merge.values import Path, both_wordings
from model.messages import _
from model.pathway import Pathway
from model.records import AnyRecord


class ConflictKind(StrEnum):
    BOTH_CHANGED = "both_changed"
    """Both sides changed one value, each its own way. The merge holds ours."""
    REMOVED_BY_US = "removed_by_us"
    """We removed what they edited. The merge keeps it, as they have it."""
    REMOVED_BY_THEM = "removed_by_them"
    """They removed what we edited. The merge keeps it, as we have it."""
    STILL_USED = "still_used"
    """One side removed what the other has linked to since. The merge keeps it."""


class Side(StrEnum):
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    """Of two wordings: where they differ, our paragraphs and then theirs."""


class Conflict(Struct, frozen=True, kw_only=True):
    """One thing to settle, about the record `id`.

    When both changed a value, `path` leads to it and the three values are that value's; otherwise
    they are the whole record, None on the side that removed it.
    """

    kind: ConflictKind
    id: Id
    path: Path = ()
    base: Any = None
    ours: Any = None
    theirs: Any = None

    @property
    def is_about_place(self) -> bool:
        """Whether it is only about where something lies on the board."""
        return bool(self.path) and self.path[0] in PLACE_FIELDS

    @property
    def sides(self) -> tuple[Side, ...]:
        """The ways in which it can be settled."""
        if self.kind is ConflictKind.BOTH_CHANGED and self._are_words:
            return (Side.OURS, Side.THEIRS, Side.BOTH)
        return (Side.OURS, Side.THEIRS)

    @property
    def _are_words(self) -> bool:
        return len(self.path) > 1 and isinstance(self.ours, str) and isinstance(self.theirs, str)


def value_now(pathway: Pathway, conflict: Conflict) -> Any:
    """Return what stands now where both changed a value; None when it has gone."""
    return value_at(pathway.get(conflict.id), conflict.path)


def value_at(record: AnyRecord | None, path: Path) -> Any:
    """Return the value to which a path leads; None when it leads nowhere."""
    value: Any = record
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else getattr(value, step, None)
    return value


def put_at(record: AnyRecord, path: Path, value: Any) -> AnyRecord:
    """Return a record with a value where a path leads; None takes words out of their language."""
    field, *within = path
    return replace(record, **{field: _with(getattr(record, field), within, value)})


def settle(pathway: Pathway, conflict: Conflict, side: Side) -> Change:
    """Return what the choice of a side still changes; empty when it has that already.

    A record that was kept goes when the side is chosen that removed it.
    """
    record = pathway.get(conflict.id)
    if record is None:
        return Change("")
    if conflict.kind is not ConflictKind.BOTH_CHANGED:
        removed = conflict.ours if side is Side.OURS else conflict.theirs
        return edits.remove(pathway, (conflict.id,)) if removed is None else Change("")
    if not conflict.path:
        return _replaced(record, _chosen(conflict, side))
    field = conflict.path[0]
    settled = put_at(record, conflict.path, _chosen(conflict, side))
    return edits.update(pathway, conflict.id, **{field: getattr(settled, field)})


def _replaced(record: AnyRecord, chosen: AnyRecord) -> Change:
    if record == chosen:
        return Change("")
    label = _("Edit “{name}”").format(name=edits.name_of(chosen) or _("(no name)"))
    return Change(label, (Remove(record), Add(chosen)))


def _chosen(conflict: Conflict, side: Side) -> Any:
    match side:
        case Side.OURS:
            return conflict.ours
        case Side.THEIRS:
            return conflict.theirs
        case Side.BOTH:
            return both_wordings(conflict.ours, conflict.theirs)


def _with(value: Any, within: list[str], chosen: Any) -> Any:
    """Return a value with what lies `within` it made the chosen one."""
    if not within:
        return chosen
    first, *rest = within
    if isinstance(value, Mapping):
        inner = _with(value.get(first), rest, chosen)
        kept = {key: words for key, words in value.items() if key != first}
        return kept if inner is None else {**kept, first: inner}
    if value is None:  # the part itself has gone meanwhile
        return None
    return replace(value, **{first: _with(getattr(value, first), rest, chosen)})
