"""The pathway: an immutable table of records by id, and the questions asked of it."""

from collections import defaultdict
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar, cast, overload

from model.ids import Id
from model.links import links_of
from model.reading_order import ReadingOrder, are_many, by_order, followed, grouped, regrouped
from model.records import Actor, AnyRecord, Channel, Handover, PathwayInfo, Phase, Record, Stage

R = TypeVar("R", bound=Record)
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
        pairs = [(self._table.get(id), after) for id, after in changed.items()]
        following = Pathway()
        table = following._table = self._table.copy()
        for id, after in changed.items():
            if after is None:
                table.pop(id, None)
            else:
                table[id] = after
        following._by_kind = self._kinds_after(pairs)
        vars(following).update(self._order_after(pairs, following))
        if "_linking" in vars(self):
            vars(following)["_linking"] = self._links_after(changed)
        return following

    # What was sorted is taken over, and the changed records are put where they belong in it:
    # asking a large pathway for its order anew costs more than most edits do.

    def _kinds_after(self, pairs: Sequence[Pair]) -> dict[type[Record], Sorted]:
        touched = {type(record) for pair in pairs for record in pair}
        kept = {}
        for kind, known in self._by_kind.copy().items():  # other threads may ask meanwhile
            if kind not in touched:
                kept[kind] = known
            elif not are_many(len(pairs), len(known)):
                before, after = _of_kind(kind, pairs)
                kept[kind] = followed(known, before, after, by_order, by_order)
        return kept

    def _order_after(self, pairs: Sequence[Pair], following: "Pathway") -> dict[str, Any]:
        known, kept = vars(self), dict[str, Any]()
        if are_many(len(pairs), len(self)) or any(map(_moves_frame, pairs)):
            return kept
        was, now = self.reading_order, following.reading_order
        before, after = _of_kind(Stage, pairs)
        if "stages" in known:
            kept["stages"] = followed(self.stages, before, after, was.of_stage, now.of_stage)
        if "_cells" in known:
            kept["_cells"] = regrouped(self._cells, _cell, before, after, now.of_stage)
        if "handovers" in known:
            gone, come = self._arrows_moved(pairs)
            kept["handovers"] = followed(self.handovers, gone, come, was.of_arrow, now.of_arrow)
            for name, end in (("_leaving", "source"), ("_arriving", "target")):
                if name in known:
                    kept[name] = regrouped(known[name], attrgetter(end), gone, come, now.of_arrow)
        return kept

    def _links_after(self, changed: Changed) -> Mapping[Id, frozenset[Id]]:
        linking = dict(self._linking)
        for id, after in changed.items():
            were, are = _linked_ids(self._table.get(id)), _linked_ids(after)
            for lost in were - are:
                linking[lost] -= {id}
                if not linking[lost]:
                    del linking[lost]
            for linked in are - were:
                linking[linked] = linking.get(linked, frozenset()) | {id}
        return linking

    def _arrows_moved(self, pairs: Sequence[Pair]) -> tuple[list[Handover], list[Handover]]:
        """Return the handovers changed, and those at stages that move: as they were and are."""
        before, after = _of_kind(Handover, pairs)
        known = {arrow.id for arrow in (*before, *after)}
        for pair in pairs:
            if Stage in map(type, pair) and _differ(pair, "phase", "column", "actor", "order"):
                id = next(record.id for record in pair if record is not None)
                at_it = {arrow.id: arrow for arrow in (*self.leaving(id), *self.arriving(id))}
                carried = [arrow for arrow in at_it.values() if arrow.id not in known]
                known.update(at_it)
                before += carried
                after += carried
        return before, after

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
            found = [record for record in self._table.values() if type(record) is kind]
            self._by_kind[kind] = tuple(sorted(found, key=by_order))
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
    def reading_order(self) -> ReadingOrder:
        return ReadingOrder(self.phases, self.actors, self._table)

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """All stages in reading order: phase, column, lane, order within the cell."""
        return tuple(sorted(self.of(Stage), key=self.reading_order.of_stage))

    @cached_property
    def handovers(self) -> tuple[Handover, ...]:
        """All handovers in the reading order of their sources, then of their targets."""
        # The same order as of ReadingOrder.of_arrow, by numbers: quicker for all of them.
        places = {stage.id: place for place, stage in enumerate(self.stages)}
        last = len(places)

        def place(arrow: Handover) -> tuple[int, int, Id]:
            return places.get(arrow.source, last), places.get(arrow.target, last), arrow.id

        return tuple(sorted(self.of(Handover), key=place))

    @cached_property
    def _leaving(self) -> Mapping[Id, tuple[Handover, ...]]:
        return grouped(self.handovers, attrgetter("source"))

    @cached_property
    def _arriving(self) -> Mapping[Id, tuple[Handover, ...]]:
        return grouped(self.handovers, attrgetter("target"))

    def leaving(self, stage: Id) -> tuple[Handover, ...]:
        """Return the handovers out of a stage."""
        return self._leaving.get(stage, ())

    def arriving(self, stage: Id) -> tuple[Handover, ...]:
        """Return the handovers into a stage."""
        return self._arriving.get(stage, ())

    @cached_property
    def _cells(self) -> Mapping[Cell, tuple[Stage, ...]]:
        return grouped(self.stages, _cell)

    def in_cell(self, actor: Id | None, phase: Id | None, column: int) -> tuple[Stage, ...]:
        """Return the stages of one cell, top to bottom."""
        return self._cells.get((actor, phase, column), ())

    @cached_property
    def _linking(self) -> Mapping[Id, frozenset[Id]]:
        linking: defaultdict[Id, set[Id]] = defaultdict(set)
        for record in self._table.values():
            for _link, id in links_of(record):
                linking[id].add(record.id)
        return {id: frozenset(ids) for id, ids in linking.items()}

    def linking(self, id: Id) -> frozenset[Id]:
        """Return the ids of the records that link to `id`, whether or not it is there."""
        return self._linking.get(id, frozenset())

    @cached_property
    def columns(self) -> Mapping[Id | None, int]:
        """How many columns each phase needs: up to its last stage, at least one."""
        widths: dict[Id | None, int] = {}
        behind = 0
        for place, phase in enumerate(self.phases):
            start, behind = behind, self.reading_order.behind_phase(self.stages, place)
            widths[phase.id] = self.stages[behind - 1].column + 1 if behind > start else 1
        for stage in self.stages[behind:]:
            widths[stage.phase] = max(widths.get(stage.phase, 1), stage.column + 1)
        return widths


_cell: Callable[[Stage], Cell] = attrgetter("actor", "phase", "column")


def _of_kind(kind: type[R], pairs: Sequence[Pair]) -> tuple[list[R], list[R]]:
    """Return the records of that kind that are changed, as they were and as they are."""
    return (
        [before for before, _after in pairs if isinstance(before, kind)],
        [after for _before, after in pairs if isinstance(after, kind)],
    )


def _linked_ids(record: AnyRecord | None) -> set[Id]:
    return {id for _link, id in links_of(record)} if record is not None else set()


def _moves_frame(pair: Pair) -> bool:
    """Whether a lane or a phase comes, goes or moves."""
    return any(isinstance(record, Phase | Actor) for record in pair) and _differ(pair, "order")


def _differ(pair: Pair, *fields: str) -> bool:
    before, after = pair
    return type(before) is not type(after) or any(
        getattr(before, field, None) != getattr(after, field, None) for field in fields
    )
