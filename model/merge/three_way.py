"""Three-way merge by record and field: what either side did is kept, what both did is told."""

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import FieldInfo, replace

from model.ids import Id
from model.integrity import LINKS, broken_links, loose_ends
from model.merge.comparing import PLACE_FIELDS, change_between
from model.merge.conflicts import Conflict, ConflictKind
from model.merge.values import merged_value
from model.pathway import Pathway
from model.records import AnyRecord, Record, Stage


class Merged(NamedTuple):
    """The merged pathway, and what people must still settle, in the order of the ids."""

    pathway: Pathway
    conflicts: tuple[Conflict, ...]


class _Sides(NamedTuple):
    """One record on the three sides; None where there is none of that id."""

    base: AnyRecord | None
    ours: AnyRecord | None
    theirs: AnyRecord | None

    @property
    def left(self) -> AnyRecord | None:
        """The record of the side that still has it."""
        return self.theirs if self.ours is None else self.ours


_NOWHERE = _Sides(None, None, None)


def merge(base: Pathway, ours: Pathway, theirs: Pathway) -> Merged:
    """Merge what two sides made of `base`; the three are states of one pathway.

    A side alone wins. Where both changed one value, texts are merged by paragraph, lists by
    member, parts by field; what still clashes is ours, and a conflict. A record that one side
    removed and the other edited, or newly linked to, stays, and is a conflict. No link leads
    nowhere. Merging with a side that did nothing, or did the same, gives that side.
    """
    records: dict[Id, AnyRecord] = {}
    conflicts: dict[Id, list[Conflict]] = {}
    every = {id: _Sides(base.get(id), ours.get(id), theirs.get(id)) for id in (*ours, *theirs)}
    for id, sides in every.items():
        record, found = _merged_record(id, sides)
        if record is not None:
            records[id] = record
        conflicts[id] = found
    _bring_back(records, every, conflicts)
    _bring_back_what_fell(records, every, {id for id, found in conflicts.items() if found})
    pathway = Pathway(records.values())
    # Only links that clash in kind are left to let go of, which no verb makes.
    pathway, _done = loose_ends(pathway, change_between(Pathway(), pathway)).applied_to(pathway)
    return Merged(
        pathway,
        tuple(conflict for id in sorted(conflicts) for conflict in conflicts[id] if id in pathway),
    )


def without_base(ours: Pathway, theirs: Pathway) -> tuple[Pathway, Pathway]:
    """Return a base for two pathways of which nobody knows the common past, and theirs led to it.

    The base holds what is equal in both: the rest counts as added by either side, or as changed
    by both. Their pathway takes the identity of ours.
    """
    table: dict[Id, AnyRecord | None] = {}
    if theirs.info.id != ours.info.id:
        table = {theirs.info.id: None, ours.info.id: replace(theirs.info, id=ours.info.id)}
        theirs = theirs.replacing(table)
    return Pathway(record for id, record in ours.items() if theirs.get(id) == record), theirs


def _merged_record(id: Id, sides: _Sides) -> tuple[AnyRecord | None, list[Conflict]]:
    base, ours, theirs = sides
    if theirs in (base, ours):
        return ours, []
    if ours == base:
        return theirs, []
    if ours is None or theirs is None:
        return _kept(id, sides)
    if type(ours) is not type(theirs):
        return ours, [_conflict(ConflictKind.BOTH_CHANGED, id, sides)]
    return _merged_fields(ours, theirs, base if type(base) is type(ours) else None)


def _kept(id: Id, sides: _Sides) -> tuple[AnyRecord | None, list[Conflict]]:
    """Keep what one side removed and the other edited, unless it was only moved."""
    left = sides.left
    if left is None or (sides.base is not None and _only_moved(sides.base, left)):
        return None, []
    by_us = sides.ours is None
    kind = ConflictKind.REMOVED_BY_US if by_us else ConflictKind.REMOVED_BY_THEM
    return left, [_conflict(kind, id, sides)]


def _only_moved(base: Record, now: Record) -> bool:
    return type(base) is type(now) and all(
        getattr(base, field) == getattr(now, field)
        for field in base.__struct_fields__
        if field not in PLACE_FIELDS
    )


def _merged_fields(
    ours: AnyRecord, theirs: AnyRecord, base: AnyRecord | None
) -> tuple[AnyRecord, list[Conflict]]:
    ours, theirs = _in_one_phase(base, ours, theirs)
    fields = {}
    conflicts: list[Conflict] = []
    for about in msgspec.structs.fields(ours):
        field = about.name
        before = _blank(about) if base is None else getattr(base, field)
        outcome = merged_value(before, getattr(ours, field), getattr(theirs, field), (field,))
        fields[field] = outcome.value
        conflicts += [
            Conflict(
                kind=ConflictKind.BOTH_CHANGED,
                id=ours.id,
                path=clash.path,
                base=clash.base,
                ours=clash.ours,
                theirs=clash.theirs,
            )
            for clash in outcome.clashes
        ]
    return replace(ours, **fields), conflicts


def _blank(field: FieldInfo) -> Any:
    """Return what a field holds of which nobody has said anything."""
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return None if field.default is msgspec.NODEFAULT else field.default


def _in_one_phase(
    base: AnyRecord | None, ours: AnyRecord, theirs: AnyRecord
) -> tuple[AnyRecord, AnyRecord]:
    """Let a stage that one side moved to another phase stand in the column that it chose there."""
    if isinstance(base, Stage) and isinstance(ours, Stage) and isinstance(theirs, Stage):
        if ours.phase == base.phase != theirs.phase:
            return replace(ours, column=theirs.column), theirs
        if theirs.phase == base.phase != ours.phase:
            return ours, replace(theirs, column=ours.column)
    return ours, theirs


def _bring_back(
    records: dict[Id, AnyRecord], every: dict[Id, _Sides], conflicts: dict[Id, list[Conflict]]
) -> None:
    """Put back what one side removed while the other's records link to it."""
    suspects = list(records.values())
    while suspects:
        missing = sorted(
            {link.linked for link in broken_links(Pathway(records.values()), suspects)}
        )
        suspects = []
        for id in missing:
            left = every[id].left if id in every and id not in records else None
            if left is not None:
                records[id] = left
                suspects.append(left)
                conflicts[id].append(_conflict(ConflictKind.STILL_USED, id, every[id]))


def _bring_back_what_fell(
    records: dict[Id, AnyRecord], every: dict[Id, _Sides], kept: set[Id]
) -> None:
    """Undo what went with a record on the side that removed it, since that record stays."""
    kept = {id for id in kept if None in (every[id].ours, every[id].theirs)}
    while kept:
        fell = {
            id: left for id, sides in every.items() if (left := _fell(id, sides, records, kept))
        }
        records |= fell
        kept = set(fell)
    for id, sides in every.items():
        if id in records and None not in sides and sides.ours != sides.theirs:
            records[id] = _linked_again(records[id], sides, records, every)


def _fell(id: Id, sides: _Sides, records: dict[Id, AnyRecord], kept: set[Id]) -> AnyRecord | None:
    """Return a record that one side lost with those that are kept, when it can stand again."""
    left = sides.left
    if id in records or left is None or sides.base is None or not _only_moved(sides.base, left):
        return None
    links = LINKS.get(type(left), ())
    linked = {linked for link in links for linked in link.ids(getattr(left, link.field))}
    return left if linked & kept and linked <= records.keys() else None


def _linked_again(
    record: AnyRecord, sides: _Sides, records: dict[Id, AnyRecord], every: dict[Id, _Sides]
) -> AnyRecord:
    """Give a record back the links that a side only let go of with what it removed."""
    fields: dict[str, Any] = {}
    for field in {link.field for link in LINKS.get(type(record), ())}:
        base, ours, theirs = (getattr(side, field) for side in sides)
        by_us = _freed(record, field, base, lambda id: every.get(id, _NOWHERE).ours is None)
        by_them = _freed(record, field, base, lambda id: every.get(id, _NOWHERE).theirs is None)
        if base in (ours, theirs) and (ours, theirs) in ((by_us, base), (base, by_them)):
            fields[field] = _freed(record, field, base, lambda id: id not in records)
    return replace(record, **fields)


def _freed(record: AnyRecord, field: str, value: Any, missing: Callable[[Id], bool]) -> Any:
    """Return a field's value without the links to what is missing."""
    for link in LINKS.get(type(record), ()):
        if link.field == field and link.without and any(map(missing, link.ids(value))):
            value = link.without(value, missing)
    return value


def _conflict(kind: ConflictKind, id: Id, sides: _Sides) -> Conflict:
    return Conflict(kind=kind, id=id, base=sides.base, ours=sides.ours, theirs=sides.theirs)
