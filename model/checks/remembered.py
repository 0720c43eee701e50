"""What is worked out from one record, remembered for the rules that ask the same of it."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from model.records import AnyRecord

P = ParamSpec("P")
V = TypeVar("V")
_Kept = tuple[dict[object, V], list[AnyRecord]]
"""Answers by the number of their record and what else was given, and the records."""

KEPT_RECORDS = 1 << 15
"""Of how many records each answer is kept at least: as many as a board of some 10,000 stages has.
At most it is twice as many."""


def by_record(
    work_out: Callable[Concatenate[AnyRecord, P], V],
) -> Callable[Concatenate[AnyRecord, P], V]:
    """Let a function answer once for each record, which never changes, and what else it is given.

    The answers that have been kept longest are given up first, all at once.
    """
    kept: _Kept[V] = {}, []
    before: _Kept[V] = {}, []

    def answer(record: AnyRecord, /, *more: P.args, **named: P.kwargs) -> V:
        nonlocal kept, before
        key = (id(record), *more, *named.values()) if more or named else id(record)
        for answers, _held in (kept, before):
            if key in answers:
                return answers[key]
        value = work_out(record, *more, **named)
        if len(kept[0]) >= KEPT_RECORDS:
            kept, before = ({}, []), kept
        answers, held = kept
        held.append(record)  # while a record is held, no other one has its number
        answers[key] = value
        return value

    return answer
