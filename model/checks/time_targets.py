"""The time targets of any record."""

from collections.abc import Iterator

from model.parts import TimeTarget
from model.records import AnyRecord, Handover, Stage, TimePromise


def time_targets(record: AnyRecord) -> Iterator[TimeTarget]:
    match record:
        case Stage(time_targets=targets):
            yield from targets
        case TimePromise(target=target):
            yield target
        case Handover():
            limits = (
                record.send_within,
                record.accept_within,
                record.answer_within,
                record.see_within,
                record.feedback_within,
            )
            yield from (limit for limit in limits if limit is not None)
