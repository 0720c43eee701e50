"""The order in which stages and handovers are read, and how a sorted row follows a few changes.

A pathway sorts its records once. After an edit, what was sorted is taken over, and only the
records that changed are looked up and put where they belong.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from model.ids import Id
from model.records import Actor, AnyRecord, Handover, Phase, Record, Stage

R = TypeVar("R", bound=Record)
K = TypeVar("K")

Key = Callable[[Any], Any]
StagePlace = tuple[int, int, int, str, Id]
ArrowPlace = tuple[StagePlace | tuple[int], StagePlace | tuple[int], Id]

_FEW = 16
"""So many changed records are always followed one by one."""
_SHARE = 8
"""When more than a part of this size has changed, sorting all anew is quicker."""


class ReadingOrder:
    """Where each stage and each handover of one pathway comes."""

    def __init__(
        self, phases: Sequence[Phase], actors: Sequence[Actor], table: Mapping[Id, AnyRecord]
    ) -> None:
        self._phases = {phase.id: place for place, phase in enumerate(phases)}
        self._actors = {actor.id: place for place, actor in enumerate(actors)}
        self._table = table

    def of_stage(self, stage: Stage) -> StagePlace:
        """Order by phase, column, lane, order within the cell; what lies in none comes last."""
        return (
            self._phases.get(stage.phase or "", len(self._phases)),
            stage.column,
            self._actors.get(stage.actor or "", len(self._actors)),
            stage.order,
            stage.id,
        )

    def of_arrow(self, arrow: Handover) -> ArrowPlace:
        """Order by the places of source and target; an end that is missing comes last."""
        return self._of_end(arrow.source), self._of_end(arrow.target), arrow.id

    def behind_phase(self, stages: Sequence[Stage], place: int) -> int:
        """Return how many stages, sorted, lie in the phases up to the one at `place`."""
        key: Key = self.of_stage
        return bisect_left(stages, (place + 1,), key=key)

    def _of_end(self, id: Id) -> StagePlace | tuple[int]:
        stage = self._table.get(id)
        return self.of_stage(stage) if isinstance(stage, Stage) else (len(self._phases) + 1,)


def by_order(record: Record) -> tuple[str, Id]:
    return getattr(record, "order", ""), record.id


def are_many(changed: int, among: int) -> bool:
    """Whether so many records have changed that sorting all anew costs less."""
    return changed > _FEW + among // _SHARE


def followed(
    known: Sequence[R], before: Iterable[R], after: Iterable[R], was: Key, now: Key
) -> tuple[R, ...]:
    """Return a sorted row with some records, `before`, taken out and others, `after`, put in.

    `was` sorts the row as it is known, `now` the row returned: they may differ about those
    records only.
    """
    row = list(known)
    for record in before:
        del row[bisect_left(row, was(record), key=was)]
    for record in after:
        insort(row, record, key=now)
    return tuple(row)


def regrouped(
    known: Mapping[K, tuple[R, ...]],
    group: Callable[[R], K],
    before: Sequence[R],
    after: Sequence[R],
    now: Key,
) -> Mapping[K, tuple[R, ...]]:
    """Return sorted groups of records with some taken out, `before`, and others put in."""
    gone = {record.id for record in before}
    added = grouped(after, group)
    groups = dict(known)
    for each in {*map(group, before), *added}:
        rest = [record for record in groups.pop(each, ()) if record.id not in gone]
        if records := [*rest, *added.get(each, ())]:
            groups[each] = tuple(sorted(records, key=now))
    return groups


def grouped(records: Iterable[R], group: Callable[[R], K]) -> dict[K, tuple[R, ...]]:
    """Return the records by their groups, in the order given."""
    groups: defaultdict[K, list[R]] = defaultdict(list)
    for record in records:
        groups[group(record)].append(record)
    return {each: tuple(members) for each, members in groups.items()}
