"""Which row of a plain table is about which record: by our id, else by names.

Where several are called alike, the actor and the phase that a row names tell them apart.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from exporters.excel.kinds import Link, as_words
from exporters.excel.labels import Kinds, Labels, folded
from exporters.excel.reading import Matched
from exporters.excel.remarks import Remarks
from exporters.table.mapping import ROWS
from exporters.table.rows import Table
from exporters.table.twins import name_of, place_of_name
from model.ids import Id
from model.messages import _
from model.records import Handover, Stage
from model.text import quoted

if TYPE_CHECKING:
    from exporters.excel.layout import Row

_ENDS = ("source", "target")


def matched(table: Table, labels: Labels, remarks: Remarks) -> Matched:
    """Match the rows of a table with the records that are there; nothing counts as missing."""
    return _Matching(table, labels, remarks).matched()


class _Matching:
    def __init__(self, table: Table, labels: Labels, remarks: Remarks) -> None:
        self._table = table
        self._labels = labels
        self._remarks = remarks
        self._kind = next(each.kind for each in ROWS if each.key == table.mapping.rows)
        self._written = {row.id: row for row in table.found.sheet.rows}
        self._known: dict[int, Row] = {}
        self._rows_of: dict[Id, int] = {}
        self._new: list[int] = []
        self._with_id: set[int] = set()
        self._links = [
            (at, heading.column.key, heading.column.kind.kinds)
            for at, heading in table.found.columns.items()
            if type(heading.column.kind) is Link
        ]

    def matched(self) -> Matched:
        without_id = [number for number in self._table.rows if not self._by_id(number)]
        meant = {number: self._meant(number) for number in without_id}
        for number in without_id:  # first where all that is said fits
            fitting = [id for id in meant[number] if self._says_same_links(number, id)]
            free = [id for id in fitting if id not in self._rows_of]
            if len(free) == 1:
                self._take(number, free[0])
        for number in without_id:
            if number not in self._known:
                self._take_what_is_left(number, meant[number])
        self._refuse_twins()
        return Matched(self._known, tuple(self._new), ())

    def _by_id(self, number: int) -> bool:
        found = self._table.found
        id = as_words(found.value(number, found.id_column)) if found.id_column else ""
        id = id.strip("[]")
        if not id:
            return False
        self._with_id.add(number)
        if id not in self._written:
            self._fault(
                number,
                _("there is nothing with the id “{id}”; a new row has a blank id.").format(
                    id=quoted(id)
                ),
            )
        elif id in self._rows_of:
            self._fault_twice(number, self._rows_of[id])
        else:
            self._take(number, id)
        return True

    def _take(self, number: int, id: Id) -> None:
        self._known[number] = self._written[id]
        self._rows_of[id] = number

    def _meant(self, number: int) -> Sequence[Id]:
        """Return the records that a row can be about by its names."""
        if self._kind is Handover:
            return list(self._between(*(self._ends(number, key) for key in _ENDS)))
        at = self._name_column()
        words = as_words(self._table.found.value(number, at)) if at else ""
        kinds: Kinds = (self._kind,)
        found = self._labels.find(words, kinds) if words else []
        return [id for id in found if id in self._written]

    def _name_column(self) -> int | None:
        return self._table.found.place_of("title") or self._table.found.place_of("name")

    def _ends(self, number: int, key: str) -> Sequence[Id]:
        at = self._table.found.place_of(key)
        words = as_words(self._table.found.value(number, at)) if at else ""
        return self._labels.find(words, (Stage,)) if words else []

    def _between(self, sources: Sequence[Id], targets: Sequence[Id]) -> Iterator[Id]:
        for source in sources:
            for arrow in self._labels.pathway.leaving(source):
                if arrow.target in targets:
                    yield arrow.id

    def _says_same_links(self, number: int, id: Id) -> bool:
        record: Any = self._labels.pathway[id]
        for at, key, kinds in self._links:
            words = as_words(self._table.found.value(number, at))
            if words and self._labels.find(words, kinds) != [getattr(record, key)]:
                return False
        return True

    def _take_what_is_left(self, number: int, meant: Sequence[Id]) -> None:
        free = [id for id in meant if id not in self._rows_of]
        if len(free) == 1:
            self._take(number, free[0])
        elif free:
            ids = ", ".join(f"[{id}]" for id in free[:8])
            self._fault(
                number,
                _("“{words}” is the name of several; write which by its id: {ids}.").format(
                    words=quoted(name_of(self._table, number)), ids=ids
                ),
            )
        else:
            self._new.append(number)

    def _refuse_twins(self) -> None:
        """Fault rows that say the same as one above about what they are about."""
        seen: dict[tuple[object, ...], int] = {}
        places = [at for at, _key, _kinds in self._links]
        for number in sorted({*self._known, *self._new} - self._with_id):
            if (name := folded(name_of(self._table, number))) == "":
                continue
            said = (name, *(folded(as_words(self._table.found.value(number, at))) for at in places))
            if self._kind not in (Stage, Handover):
                said = (name,)
            if (before := seen.setdefault(said, number)) != number:
                self._fault_twice(number, before)

    def _fault_twice(self, number: int, before: int) -> None:
        self._fault(
            number,
            _("row {row} is about the same; put them together or give them other names.").format(
                row=before
            ),
        )

    def _fault(self, number: int, words: str) -> None:
        self._remarks.fault(self._table.page.title, place_of_name(self._table, number), words)
