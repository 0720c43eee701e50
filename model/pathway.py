"""The pathway: an immutable table of records by id, and the questions asked of it."""

from bisect import insort
from collections import defaultdict
from collections.abc import Container, ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from functools import cached_property
from typing import Any, TypeVar, cast, overload

from model.ids import Id
from model.records import Actor, AnyRecord, Channel, Handover, PathwayInfo, Phase, Record, Stage

R = TypeVar("R", bound=Record)
K = TypeVar("K")
V = TypeVar("V")

Changed = Mapping[Id, AnyRecord | None]
"""Records to put in by id; None takes one out."""
Pair = tuple[AnyRecord | None, AnyRecord | None]
Sorted = tuple[Record, ...]

Cell = tuple[Id | None, Id | None, int]
"""Where a stage lies: (actor, phase, column)."""


class Pathway(Mapping[Id, AnyRecord]):
    """All records of one pathway. A value: changing it means building the next one.

    The order of the table means nothing; every sequence that it answers with is sorted by what
    the records say, so that equal pathways answer alike.
    """

    def __init__(self, records: Iterable[AnyRecord] = ()) -> None:
        self._table: dict[Id, AnyRecord] = {record.id: record for record in records}
        self._by_kind: dict[type[Record], tuple[Record, ...]] = {}

    def replacing(self, changed: Changed) -> "Pathway":
        """Return this pathway with the records given put in; None takes a record out."""
        following = Pathway()
        following._table = {**self._table, **cast("Mapping[Id, AnyRecord]", changed)}
        for id, record in changed.items():
            if record is None:
                del following._table[id]
        pairs = [(self._table.get(id), after) for id, after in changed.items()]
        following._by_kind = self._kinds_kept(changed, pairs)
        vars(following).update(self._order_kept(changed, pairs))
        return following

    # What was sorted is taken over where the changed records keep their places in it: most edits
    # are of texts, and asking a large pathway for its order anew costs more than they do.

    def _kinds_kept(self, changed: Changed, pairs: Sequence[Pair]) -> dict[type[Record], Sorted]:
        touched, resorted = _kinds(pairs), _kinds(each for each in pairs if _differ(each, "order"))
        return {
            kind: _put_in(known, changed) if kind in touched else known
            for kind, known in self._by_kind.items()
            if kind not in resorted
        }

    def _order_kept(self, changed: Changed, pairs: Sequence[Pair]) -> dict[str, Any]:
        moved = _kinds(each for each in pairs if _differ(each, *_PLACED_BY))
        if not moved.isdisjoint((Phase, Actor, Stage)):
            return {}
        touched, known = _kinds(pairs), vars(self)
        kept: dict[str, Any] = {name: known[name] for name in _KEPT_IN_ORDER & known.keys()}
        if Stage in touched and "stages" in kept:
            kept["stages"] = _put_in(kept["stages"], changed)
        if Handover in touched:
            if "handovers" in kept:
                kept["handovers"] = self._with_arrows(kept["handovers"], changed, changed.values())
            for name, end in (("_leaving", "source"), ("_arriving", "target")):
                if name in kept:
                    kept[name] = self._regrouped(kept[name], end, pairs, changed)
        return kept

    def _regrouped(
        self,
        known: Mapping[Id, tuple[Handover, ...]],
        end: str,
        pairs: Iterable[Pair],
        changed: Changed,
    ) -> Mapping[Id, tuple[Handover, ...]]:
        """Return the handovers by one of their ends, anew at the stages of those changed."""
        arrows = [arrow for pair in pairs for arrow in pair if isinstance(arrow, Handover)]
        groups = dict(known)
        for stage in {getattr(arrow, end) for arrow in arrows}:
            here = [arrow for arrow in changed.values() if getattr(arrow, end, None) == stage]
            groups[stage] = self._with_arrows(groups.get(stage, ()), changed, here)
        return groups

    def _with_arrows(
        self, known: Sequence[Handover], without: Container[Id], added: Iterable[AnyRecord | None]
    ) -> tuple[Handover, ...]:
        """Return handovers in their order without some, and with those among the added."""
        arrows = [arrow for arrow in known if arrow.id not in without]
        for arrow in added:
            if isinstance(arrow, Handover):
                insort(arrows, arrow, key=self._place_of_arrow)
        return tuple(arrows)

    def __getitem__(self, id: Id) -> AnyRecord:
        return self._table[id]

    def __iter__(self) -> Iterator[Id]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)

    def __contains__(self, id: object) -> bool:
        return id in self._table

    # As from any mapping, but not asked for one by one: each edit goes through all of them.

    @overload
    def get(self, key: Id, /) -> AnyRecord | None: ...

    @overload
    def get(self, key: Id, /, default: AnyRecord | V) -> AnyRecord | V: ...

    def get(self, key: Id, /, default: object = None) -> object:
        return self._table.get(key, default)

    def items(self) -> ItemsView[Id, AnyRecord]:
        return self._table.items()

    def values(self) -> ValuesView[AnyRecord]:
        return self._table.values()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pathway) and self._table == other._table

    __hash__ = None  # type: ignore[assignment] # texts are mappings, and those have no hash

    def __repr__(self) -> str:
        return f"<Pathway of {len(self)} records>"

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """Return all records of one kind by their `order`, then id."""
        if kind not in self._by_kind:
            found = (record for record in self._table.values() if type(record) is kind)
            self._by_kind[kind] = tuple(sorted(found, key=_order))
        return cast("tuple[R, ...]", self._by_kind[kind])

    def find(self, kind: type[R], id: Id | None) -> R | None:
        """Return the record of that kind and id, None when there is none such."""
        record = self._table.get(id) if id is not None else None
        return record if isinstance(record, kind) else None

    @cached_property
    def info(self) -> PathwayInfo:
        return self.of(PathwayInfo)[0]

    @property
    def phases(self) -> tuple[Phase, ...]:
        return self.of(Phase)

    @property
    def actors(self) -> tuple[Actor, ...]:
        return self.of(Actor)

    @property
    def channels(self) -> tuple[Channel, ...]:
        return self.of(Channel)

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """All stages in reading order: phase, column, lane, order within the cell."""
        phases = {phase.id: place for place, phase in enumerate(self.phases)}
        actors = {actor.id: place for place, actor in enumerate(self.actors)}

        def place(stage: Stage) -> tuple[int, int, int, str, Id]:
            return (
                phases.get(stage.phase or "", len(phases)),
                stage.column,
                actors.get(stage.actor or "", len(actors)),
                stage.order,
                stage.id,
            )

        return tuple(sorted(self.of(Stage), key=place))

    @cached_property
    def handovers(self) -> tuple[Handover, ...]:
        """All handovers in the reading order of their sources, then of their targets."""
        return tuple(sorted(self.of(Handover), key=self._place_of_arrow))

    def _place_of_arrow(self, arrow: Handover) -> tuple[int, int, Id]:
        places = self._places
        last = len(places)
        return places.get(arrow.source, last), places.get(arrow.target, last), arrow.id

    @cached_property
    def _places(self) -> Mapping[Id, int]:
        return {stage.id: place for place, stage in enumerate(self.stages)}

    @cached_property
    def _leaving(self) -> Mapping[Id, tuple[Handover, ...]]:
        return _grouped((arrow.source, arrow) for arrow in self.handovers)

    @cached_property
    def _arriving(self) -> Mapping[Id, tuple[Handover, ...]]:
        return _grouped((arrow.target, arrow) for arrow in self.handovers)

    def leaving(self, stage: Id) -> tuple[Handover, ...]:
        """Return the handovers out of a stage."""
        return self._leaving.get(stage, ())

    def arriving(self, stage: Id) -> tuple[Handover, ...]:
        """Return the handovers into a stage."""
        return self._arriving.get(stage, ())

    @cached_property
    def _cells(self) -> Mapping[Cell, tuple[Stage, ...]]:
        return _grouped(((stage.actor, stage.phase, stage.column), stage) for stage in self.stages)

    def in_cell(self, actor: Id | None, phase: Id | None, column: int) -> tuple[Stage, ...]:
        """Return the stages of one cell, top to bottom."""
        return self._cells.get((actor, phase, column), ())

    @cached_property
    def columns(self) -> Mapping[Id | None, int]:
        """How many columns each phase needs: up to its last stage, at least one."""
        widths: dict[Id | None, int] = {phase.id: 1 for phase in self.phases}
        for stage in self.stages:
            widths[stage.phase] = max(widths.get(stage.phase, 1), stage.column + 1)
        return widths


_KEPT_IN_ORDER = {"stages", "_places", "columns", "handovers", "_leaving", "_arriving"}

_PLACED_BY = ("order", "phase", "column", "actor", "source", "target")
"""Fields that decide on where a record comes in `stages` and `handovers`."""


def _kinds(pairs: Iterable[Pair]) -> set[type[object]]:
    return {type(record) for pair in pairs for record in pair}


def _differ(pair: Pair, *fields: str) -> bool:
    before, after = pair
    return type(before) is not type(after) or any(
        getattr(before, field, None) != getattr(after, field, None) for field in fields
    )


def _put_in(known: tuple[R, ...], changed: Changed) -> tuple[R, ...]:
    """Return the records in their order, the changed ones in the place of what they were."""
    return tuple(cast("R", changed.get(record.id, record)) for record in known)


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _order(record: Record) -> tuple[str, Id]:
    return getattr(record, "order", ""), record.id
