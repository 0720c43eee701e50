"""Which fields of which records link to which others, and how they let go of them."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from msgspec.structs import replace

from model.ids import Id
from model.records import (
    Actor,
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

    def ids_of_all(self, records: Iterable[Record]) -> set[Id]:
        """Return the ids that the field holds in any of the records."""
        values = filter(None, map(attrgetter(self.field), records))
        return set(values if self.ids is _one else chain.from_iterable(map(self.ids, values)))


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


@cache
def _link_values(kind: type[Record]) -> Callable[[Any], Any]:
    fields = [link.field for link in LINKS[kind]]
    values = attrgetter(*fields)
    return values if len(fields) > 1 else lambda record: (values(record),)


def links_of(record: Record) -> list[tuple[LinkField, Id]]:
    """Return each link of a record: the field and the id in it."""
    kind = type(record)
    if kind not in LINKS:
        return []
    return [
        (link, id)
        for link, value in zip(LINKS[kind], _link_values(kind)(record), strict=True)
        if value  # most fields hold no link, and every record of a file is asked
        for id in link.ids(value)
    ]
