"""Which fields rules about the whole read, and which of them an edit changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from model.ids import Id
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, Phase, Record, Stage, TimePromise

Reads = Mapping[type[Record], AbstractSet[str]]
"""Fields by kind of record. Whoever reads any of a kind reads which records of it there are."""


def reading(*parts: Reads) -> Reads:
    """Join what is read for several reasons."""
    joined: defaultdict[type[Record], set[str]] = defaultdict(set)
    for part in parts:
        for kind, fields in part.items():
            joined[kind] |= fields
    return dict(joined)


# What `Pathway.stages`, `Pathway.handovers`, `Review.ways`, `.starts` and `.waiting` are made from.
AXES: Reads = {Phase: {"order"}, Actor: {"order"}}
CELLS: Reads = {Stage: {"phase", "column", "actor", "order"}}
READING_ORDER = reading(AXES, CELLS)
HANDOVERS = reading(READING_ORDER, {Handover: {"source", "target"}})
JOINED: Reads = {Stage: {"id"}, Handover: {"source", "target", "if_not_accepted"}}
"""What says which stages ways join, whichever is read first."""
WAYS = reading(HANDOVERS, JOINED)
PROMISED = reading(
    WAYS,
    {
        TimePromise: {"order", "target", "from_stage", "to_stage"},
        Stage: {"time_targets", "duration", "kind", "visit_group"},
        Handover: {"send_within", "accept_within", "answer_within", "see_within"},
    },
)
"""What `Review.promised` is made from."""
STARTS = reading(WAYS, {Stage: {"start"}})
BRANCHES = reading(STARTS, {Handover: {"flow"}, Stage: {"kind"}})

NAMES = {"title", "name", "text"}  # see `model.edits.name_of`


class Edit(NamedTuple):
    """What an edit changed: fields by kind of record, and records by what they are called."""

    fields: Reads
    renamed: AbstractSet[Id]

    def reaches(self, reads: Reads) -> bool:
        """Whether any field that is read was changed."""
        return any(
            not fields.isdisjoint(self.fields.get(kind, ())) for kind, fields in reads.items()
        )

    def besides(self, reads: Reads) -> "Edit":
        """Return what was changed besides the fields that are read."""
        fields = {kind: changed - reads.get(kind, set()) for kind, changed in self.fields.items()}
        return Edit(fields, self.renamed)


def edit_between(before: Pathway, after: Pathway, touched: Iterable[Id]) -> Edit:
    """Compare the records `touched`; one that is added or taken away changes all its fields."""
    fields: defaultdict[type[Record], set[str]] = defaultdict(set)
    renamed: set[Id] = set()
    for id in touched:
        records = before.get(id), after.get(id)
        changed = _changed_fields(*records)
        for kind in {type(record) for record in records if record is not None}:
            fields[kind] |= changed
        if not changed.isdisjoint(NAMES):
            renamed.add(id)
    return Edit(fields, renamed)


def _changed_fields(before: AnyRecord | None, after: AnyRecord | None) -> set[str]:
    if before is not None and type(before) is type(after):
        return {
            field
            for field in before.__struct_fields__
            if getattr(before, field) != getattr(after, field)
        }
    records = (record for record in (before, after) if record is not None)
    return {field for record in records for field in record.__struct_fields__}
