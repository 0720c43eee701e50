"""The limits of the law that times on a walk name: which, for whom, and whether they hold then.

A limit must hold all the time that readers see the pathway: from its first day, or today, until
the day by which it ends or is reviewed; without such a day until further notice.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from model.codes import time_limits
from model.codes.time_limits import TimeLimit
from model.ids import Id
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Handover, PathwayInfo, Stage, TimePromise
from model.text import AgeRange


class Validity(NamedTuple):
    """The days on which a pathway is to be right; `last` None: until further notice."""

    first: date
    last: date | None


def validity(info: PathwayInfo, today: date) -> Validity:
    """Return from when until when a pathway's times must hold, seen from today."""
    first = max(info.valid_from or today, today)
    last = info.valid_to or info.next_review
    return Validity(first, None if last is None else max(first, last))


class Standing(StrEnum):
    """How a limit stands to a pathway's validity. `GOAL`: a county's own, no law."""

    IN_FORCE = "in_force"
    ENDED = "ended"
    CHANGES = "changes"
    NOT_YET = "not_yet"
    GOAL = "goal"


def standing(limit: TimeLimit, days: Validity) -> Standing:
    """Say whether a limit holds on all the days; `CHANGES` when it ends on one of them."""
    if not limit.law:
        return Standing.GOAL
    if limit.valid_to is not None and limit.valid_to < days.first:
        return Standing.ENDED
    if limit.valid_to is not None and (days.last is None or limit.valid_to < days.last):
        return Standing.CHANGES
    if limit.valid_from is not None and limit.valid_from > days.first:
        return Standing.NOT_YET
    return Standing.IN_FORCE


class NamedLimit(NamedTuple):
    """A limit, and the record and field with the time that rests on it.

    `kept` tells whether that time is at most as long, None where it cannot be said; `ages` for
    whom it holds.
    """

    limit: TimeLimit
    about: Id
    field: str
    standing: Standing
    kept: bool | None
    ages: AgeRange | None


_FIELDS = {
    Stage: ("time_targets",),
    Handover: ("send_within", "accept_within", "answer_within", "see_within"),
    TimePromise: ("target",),
}


def named_limits(pathway: Pathway, ids: Iterable[Id], today: date) -> tuple[NamedLimit, ...]:
    """Return the limits that the times of these records name, in their order."""
    days = validity(pathway.info, today)
    found = []
    for id in ids:
        for field, target in _targets(pathway, id):
            limit = time_limits.find(target.law)
            if limit is not None:
                kept = target.limit.at_most(limit.span)
                ages = target.ages or limit.ages
                found.append(NamedLimit(limit, id, field, standing(limit, days), kept, ages))
    return tuple(found)


def _targets(pathway: Pathway, id: Id) -> Iterator[tuple[str, TimeTarget]]:
    record = pathway[id]
    for field in _FIELDS.get(type(record), ()):
        value: TimeTarget | tuple[TimeTarget, ...] | None = getattr(record, field)
        for target in value if isinstance(value, tuple) else (value,):
            if target is not None:
                yield field, target
