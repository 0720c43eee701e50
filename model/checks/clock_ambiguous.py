"""Ambiguous clock."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.time_targets import time_targets
from model.checks.wording import joined, named
from model.codes import Severity
from model.messages import N_, _
from model.parts import TimeTarget
from model.records import AnyRecord, Record, TimePromise


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    for target in time_targets(record):
        missing = _missing(target, record)
        if not missing or target.limit.most == 0:  # "at once" needs no clock
            continue
        name, limit = named(record, review.pathway), target.limit.typed
        if target.limit.unit is None:
            message = _("“{title}”: “{limit}” is no length of time that a clock could measure.")
            words = message.format(title=name, limit=limit)
            yield Said(about=record.id, message=words, evaluated=False)
        else:
            message = _("“{title}”: the time “{limit}” does not say {missing}.").format(
                title=name, limit=limit, missing=joined(missing)
            )
            yield Said(about=record.id, message=message)


def _missing(target: TimeTarget, record: AnyRecord) -> list[str]:
    has_start, has_end = bool(target.starts), bool(target.ends)
    if isinstance(record, TimePromise):
        has_start |= record.from_stage is not None
        has_end |= record.to_stage is not None
    return [
        *([] if has_start else [_("from what it is counted")]),
        *([] if has_end else [_("what must have happened by then")]),
    ]


RULE = Rule(
    id="TIM-08",
    severity=Severity.ERROR,
    severities={"workshop": Severity.INFO},
    title=N_("Ambiguous clock"),
    finds=N_("A time target that does not name the event that starts it and the one that ends it."),
    why=N_("“Within 6 months” promises nothing when each reader counts from another day."),
    put_right=N_("Write from what the time is counted and to what."),
    source="Kainuu programme (“within 6 months” leaves the start open)",
    each=Record,
    check=check,
)
