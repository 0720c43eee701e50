"""The one place that knows which records cannot stand without which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from model.change import Change, Op, Remove, Set
from model.ids import Id
from model.links import LINKS, Elsewhere, LinkField, Missing, links_of
from model.pathway import Pathway
from model.records import AnyRecord, Record

__all__ = [
    "LINKS",
    "BrokenLink",
    "broken_links",
    "led_elsewhere",
    "loose_ends",
]


class BrokenLink(NamedTuple):
    """A link that leads nowhere, or to a record of a kind that the field can't link to."""

    record: AnyRecord
    field: str
    linked: Id


def broken_links(
    pathway: Pathway, records: Iterable[AnyRecord] | None = None
) -> Iterator[BrokenLink]:
    """Find the broken links of `records`, by default of all."""
    if records is None:
        if _is_whole(pathway):  # as nearly all are: each id is looked at once
            return
        records = pathway.values()
    for record in records:
        for link, id in links_of(record):
            if not isinstance(pathway.get(id), link.to):
                yield BrokenLink(record, link.field, id)


def _is_whole(pathway: Pathway) -> bool:
    kinds: defaultdict[type[Record], list[AnyRecord]] = defaultdict(list)
    for record in pathway.values():
        kinds[type(record)].append(record)
    return all(
        isinstance(pathway.get(id), link.to)
        for kind, of_kind in kinds.items()
        for link in LINKS.get(kind, ())
        for id in link.ids_of_all(of_kind)
    )


R = TypeVar("R", bound=Record)


def led_elsewhere(record: R, elsewhere: Elsewhere) -> R:
    """Return the record with its links leading where `elsewhere` says."""
    fields: dict[str, Any] = {}
    for link in LINKS.get(type(record), ()):
        fields[link.field] = link.led(
            fields.get(link.field, getattr(record, link.field)), elsewhere
        )
    return replace(record, **fields)


def loose_ends(pathway: Pathway, done: Change) -> Change:
    """Return the change that a pathway needs after `done`, so that no link leads nowhere.

    Before `done` none did: only what it touched, and what links to what it removed, is looked at.
    """
    ops: list[Op] = []
    suspects = done.touched | _linking(pathway, (op.id for op in done.ops if type(op) is Remove))
    gone: set[Id] = set()
    while True:
        standing = [pathway[id] for id in sorted(suspects - gone) if id in pathway]
        removed = [record for record in standing if _falls(record, pathway, gone)]
        if not removed:
            break
        ops += [Remove(record) for record in removed]
        gone |= {record.id for record in removed}
        suspects |= _linking(pathway, (record.id for record in removed))
    for record in standing:
        ops += _freed(record, pathway, gone)
    return Change(done.label, tuple(ops))


def _linking(pathway: Pathway, ids: Iterable[Id]) -> frozenset[Id]:
    return frozenset[Id]().union(*map(pathway.linking, ids))


def _lost(pathway: Pathway, link: LinkField, gone: set[Id]) -> Missing:
    return lambda id: id in gone or not isinstance(pathway.get(id), link.to)


def _falls(record: AnyRecord, pathway: Pathway, gone: set[Id]) -> bool:
    return any(
        link.without is None
        and any(map(_lost(pathway, link, gone), link.ids(getattr(record, link.field))))
        for link in LINKS.get(type(record), ())
    )


def _freed(record: AnyRecord, pathway: Pathway, gone: set[Id]) -> Iterator[Op]:
    """Yield one Set per field with broken links; two links in one field are freed together."""
    now = record
    for link in LINKS.get(type(record), ()):
        value = getattr(now, link.field)
        missing = _lost(pathway, link, gone)
        if link.without is not None and any(map(missing, link.ids(value))):
            now = replace(now, **{link.field: link.without(value, missing)})
    for field in dict.fromkeys(link.field for link in LINKS.get(type(record), ())):
        before, after = getattr(record, field), getattr(now, field)
        if before != after:
            yield Set(record.id, field, before, after)
