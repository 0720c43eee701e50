"""The time targets of any record, and how they are rewritten."""

from collections.abc import Callable, Iterable, Mapping

from model import edits
from model.change import Change
from model.checks.remembered import by_record
from model.ids import Id
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import AnyRecord, Handover, Record, Stage, TimePromise

TARGET_FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    Stage: ("time_targets",),
    TimePromise: ("target",),
    Handover: ("send_within", "accept_within", "answer_within", "see_within", "feedback_within"),
}
"""The fields that hold time targets, one or several."""


@by_record
def placed_targets(record: AnyRecord) -> tuple[tuple[str, TimeTarget], ...]:
    """Return a record's time targets with the fields that they stand in."""
    return tuple(
        (field, target)
        for field in TARGET_FIELDS.get(type(record), ())
        for target in targets_in(record, field)
    )


def targets_in(record: AnyRecord, field: str) -> tuple[TimeTarget, ...]:
    value: TimeTarget | tuple[TimeTarget, ...] | None = getattr(record, field)
    return value if isinstance(value, tuple) else () if value is None else (value,)


def rewritten(
    pathway: Pathway,
    id: Id | None,
    field: str,
    better: Callable[[TimeTarget], Iterable[TimeTarget] | None],
) -> Change:
    """Write each target of a field as `better` says.

    Empty when it says None of one, or several where only one can stand: a field is put right
    as a whole or not at all.
    """
    record = pathway.get(id or "")
    if record is None or field not in TARGET_FIELDS.get(type(record), ()):
        return Change("")
    written: list[TimeTarget] = []
    for target in targets_in(record, field):
        instead = better(target)
        if instead is None:
            return Change("")
        written += instead
    if isinstance(getattr(record, field), tuple):
        return edits.update(pathway, record.id, **{field: tuple(written)})
    return edits.update(pathway, record.id, **{field: written[0]} if len(written) == 1 else {})
