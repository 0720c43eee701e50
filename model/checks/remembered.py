"""What is worked out from one record, remembered for the rules that ask the same of it."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar, cast

from model.records import AnyRecord

P = ParamSpec("P")
V = TypeVar("V")
_Kept = tuple[dict[object, V], list[AnyRecord]]
"""Answers by the number of their record and what else was given, and the records."""

_NOT_YET = object()

KEPT_RECORDS = 1 << 15
"""Of how many records each answer is kept at least: as many as a board of some 10,000 stages has.
At most it is twice as many."""


def by_record(
    work_out: Callable[Concatenate[AnyRecord, P], V],
) -> Callable[Concatenate[AnyRecord, P], V]:
    """Let a function answer once for each record, which never changes, and what else it is given.

    The answers that have been kept longest are given up first, all at once.
    """
    answers: dict[object, V] = {}
    held: list[AnyRecord] = []  # while a record is held, no other one has its number
    before: _Kept[V] = {}, []

    def answer(record: AnyRecord, /, *more: P.args, **named: P.kwargs) -> V:
        nonlocal answers, held, before
        key = (id(record), *more, *named.values()) if more or named else id(record)
        known = answers.get(key, _NOT_YET)
        if known is _NOT_YET:
            known = before[0].get(key, _NOT_YET)
        if known is not _NOT_YET:
            return cast("V", known)
        value = work_out(record, *more, **named)
        if len(answers) >= KEPT_RECORDS:
            before = answers, held
            answers, held = {}, []
        held.append(record)
        answers[key] = value
        return value

    return answer
