"""The one place that knows which records cannot stand without which."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from model.change import Change, Op, Remove, Set
from model.ids import Id
from model.pathway import Pathway
from model.records import (
    Actor,
    AnyRecord,
    Channel,
    Goal,
    Handover,
    Metric,
    Milestone,
    Note,
    ParticipantGroup,
    PathwayInfo,
    Phase,
    Record,
    Stage,
    Story,
    Task,
    TimePromise,
    Waiver,
    Workshop,
)

Missing = Callable[[Id], bool]
Elsewhere = Callable[[Id], Id]


class LinkField(NamedTuple):
    """A field that links: what it may link to, which ids it holds, and how it lets go of them.

    `without` returns the field's value freed of the ids that are missing; with None for
    `without` the record cannot stand when its link breaks, and goes too. `led` returns the value
    with each id put in the place of another one.
    """

    field: str
    to: tuple[type[Record], ...]
    ids: Callable[[Any], Iterable[Id]]
    without: Callable[[Any, Missing], Any] | None
    led: Callable[[Any, Elsewhere], Any]


def _one(value: Id | None) -> tuple[Id, ...]:
    return () if value is None else (value,)


def _one_led(value: Id | None, elsewhere: Elsewhere) -> Id | None:
    return None if value is None else elsewhere(value)


def _needed(field: str, *to: type[Record]) -> LinkField:
    return LinkField(field, to, _one, None, _one_led)


def _cleared(field: str, *to: type[Record]) -> LinkField:
    return LinkField(field, to, _one, lambda _value, _missing: None, _one_led)


def _listed(field: str, *to: type[Record]) -> LinkField:
    return LinkField(
        field,
        to,
        tuple,
        lambda ids, missing: tuple(id for id in ids if not missing(id)),
        lambda ids, elsewhere: tuple(dict.fromkeys(map(elsewhere, ids))),
    )


def _parts_led(within: str) -> Callable[[Any, Elsewhere], Any]:
    return lambda parts, elsewhere: tuple(
        replace(part, **{within: _one_led(getattr(part, within), elsewhere)}) for part in parts
    )


def _parts_dropped(field: str, within: str, *to: type[Record]) -> LinkField:
    return LinkField(
        field,
        to,
        lambda parts: [id for part in parts for id in _one(getattr(part, within))],
        lambda parts, missing: tuple(part for part in parts if not missing(getattr(part, within))),
        _parts_led(within),
    )


def _cleared_in_parts(field: str, within: str, *to: type[Record]) -> LinkField:
    def freed(part: Any, missing: Missing) -> Any:
        id = getattr(part, within)
        return replace(part, **{within: None}) if id is not None and missing(id) else part

    return LinkField(
        field,
        to,
        lambda parts: [id for part in parts for id in _one(getattr(part, within))],
        lambda parts, missing: tuple(freed(part, missing) for part in parts),
        _parts_led(within),
    )


LINKS: dict[type[Record], tuple[LinkField, ...]] = {
    PathwayInfo: (
        _cleared("coordinator", Actor),
        _cleared_in_parts("approvals", "milestone", Milestone),
    ),
    Stage: (
        _cleared("actor", Actor),
        _cleared("phase", Phase),
        _parts_dropped("participants", "actor", Actor),
        _listed("channels", Channel),
        _cleared_in_parts("omasote", "answered_by", Actor),
    ),
    Channel: (_listed("alternative_to", Channel),),
    Handover: (
        _needed("source", Stage),
        _needed("target", Stage),
        *(
            _cleared(field, Actor)
            for field in (
                "sender",
                "receiver",
                "responsible_before",
                "responsible_during",
                "responsible_after",
                "feedback_from",
            )
        ),
        _cleared("if_not_accepted", Stage),
        _cleared("feedback_to", Stage),
    ),
    Metric: (_listed("goals", Goal),),
    TimePromise: (_cleared("from_stage", Stage), _cleared("to_stage", Stage)),
    Workshop: (_listed("groups", ParticipantGroup),),
    Note: (
        _cleared("about", Record),
        _cleared("actor", Actor),
        _cleared("phase", Phase),
        _cleared("workshop", Workshop),
        _cleared("said_by", ParticipantGroup),
    ),
    Story: (
        _cleared_in_parts("steps", "stage", Stage),
        _cleared_in_parts("steps", "leaves_by", Handover),
    ),
    Task: (_cleared("about", Record), _cleared("workshop", Workshop)),
    Waiver: (_needed("about", Record),),
}


class BrokenLink(NamedTuple):
    """A link that leads nowhere, or to a record of a kind that the field can't link to."""

    record: AnyRecord
    field: str
    linked: Id


def broken_links(
    pathway: Pathway, records: Iterable[AnyRecord] | None = None
) -> Iterator[BrokenLink]:
    """Find the broken links of `records`, by default of all."""
    for record in pathway.values() if records is None else records:
        for link in LINKS.get(type(record), ()):
            for id in link.ids(getattr(record, link.field)):
                if not isinstance(pathway.get(id), link.to):
                    yield BrokenLink(record, link.field, id)


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
    """Return the change that a pathway needs after `done`, so that no link leads nowhere."""
    ops: list[Op] = []
    suspects = _suspects(pathway, done)
    gone: set[Id] = set()
    while suspects:
        removed = [record for record in suspects if _falls(record, pathway, gone)]
        if not removed:
            break
        ops += [Remove(record) for record in removed]
        gone |= {record.id for record in removed}
        suspects = [record for record in pathway.values() if record.id not in gone]
    for record in suspects:
        ops += _freed(record, pathway, gone)
    return Change(done.label, tuple(ops))


def _suspects(pathway: Pathway, done: Change) -> list[AnyRecord]:
    if any(isinstance(op, Remove) for op in done.ops):
        return list(pathway.values())
    return [pathway[id] for id in sorted(done.touched) if id in pathway]


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
