"""What a damage is: one thing taken from a complete pathway, which the rule meant for it finds."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from model import edits, file
from model.change import Change
from model.pathway import Pathway
from model.records import PathwayInfo, Record

R = TypeVar("R", bound=Record)
Ways = Callable[[Pathway], Iterator[Change]]
"""Each single way to do the damage to a pathway; none where it does not apply."""

CHECK_SAMPLES = Path(__file__).parents[2] / "samples" / "checks"


class Damage(NamedTuple):
    """`words` say what is done, `also` which other rules cannot but find it, too."""

    rule: str
    words: str
    ways: Ways
    also: frozenset[str] = frozenset()


def complete() -> Pathway:
    """Return the small pathway of which no rule finds anything."""
    return file.read(CHECK_SAMPLES / "complete.ketju")


def changed(
    kind: type[R],
    change: Callable[[R], dict[str, Any]],
    where: Callable[[R], object] = lambda _record: True,
) -> Ways:
    """Set fields of one record of a kind at a time, where that changes anything."""

    def ways(pathway: Pathway) -> Iterator[Change]:
        for record in pathway.of(kind):
            if where(record) and (made := edits.update(pathway, record.id, **change(record))):
                yield made

    return ways


def cleared(
    kind: type[R], *fields: str, where: Callable[[R], object] = lambda _record: True
) -> Ways:
    """Set fields of one record at a time to what they are when nothing is said."""
    nothing = {field.name: _default(field) for field in msgspec.structs.fields(kind)}
    return changed(kind, lambda _record: {field: nothing[field] for field in fields}, where)


def _default(field: msgspec.structs.FieldInfo) -> Any:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()


def cleared_each(
    kind: type[R], *fields: str, where: Callable[[R], object] = lambda _record: True
) -> Ways:
    """Clear one field of one record at a time."""

    def ways(pathway: Pathway) -> Iterator[Change]:
        for field in fields:
            yield from cleared(kind, field, where=where)(pathway)

    return ways


def removed(kind: type[R], where: Callable[[R, Pathway], object]) -> Ways:
    """Remove one record at a time."""

    def ways(pathway: Pathway) -> Iterator[Change]:
        for record in pathway.of(kind):
            if where(record, pathway):
                yield edits.remove(pathway, [record.id])

    return ways


def of_the_pathway(*fields: str) -> Ways:
    """Clear one field of what is said of the pathway as a whole at a time."""
    return cleared_each(PathwayInfo, *fields)
