"""The time targets of any record."""

from collections.abc import Iterator, Mapping

from model.parts import TimeTarget
from model.records import AnyRecord, Handover, Record, Stage, TimePromise

TARGET_FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    Stage: ("time_targets",),
    TimePromise: ("target",),
    Handover: ("send_within", "accept_within", "answer_within", "see_within", "feedback_within"),
}
"""The fields that hold time targets, one or several."""


def time_targets(record: AnyRecord) -> Iterator[TimeTarget]:
    for field in TARGET_FIELDS.get(type(record), ()):
        match getattr(record, field):
            case TimeTarget() as target:
                yield target
            case tuple() as targets:
                yield from targets
