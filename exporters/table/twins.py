"""New rows of several tables that are about the same: they would come to be twice."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, combinations
from typing import Final

from exporters.excel.description import HANDOVERS, STAGES
from exporters.excel.kinds import as_words
from exporters.excel.labels import folded
from exporters.excel.opening import Place, coordinate
from exporters.excel.reading import Matched
from exporters.excel.remarks import Remarks
from exporters.table.rows import Table
from model.messages import _

_TELLING: Final = ("actor", "phase")
"""What tells stages apart that are called alike."""

_Said = tuple[object, ...]


def refuse_twins(tables: Sequence[tuple[Table, Matched]], remarks: Remarks) -> None:
    """Fault new rows that are about the same as a new row of another table.

    Stages called alike are the same where actor and phase are, as far as both tables have them.
    """
    seen: dict[_Said, tuple[Table, int]] = {}
    earlier: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for table, match in tables:
        rows = table.mapping.rows
        telling = _telling(table)
        for number in match.new:
            for theirs in earlier[rows]:
                both = tuple(key for key in theirs if key in telling)
                if twin := seen.get((rows, theirs, *_said(table, number, both))):
                    _tell(table, number, twin, remarks)
        earlier[rows].add(telling)
        for number in match.new:
            for some in chain.from_iterable(
                combinations(telling, count) for count in range(len(telling) + 1)
            ):
                seen.setdefault((rows, telling, *_said(table, number, some)), (table, number))


def name_of(table: Table, number: int) -> str:
    """Return what a row calls the record that it is about."""
    keys = ("source", "target") if table.mapping.rows == HANDOVERS.key else ("title", "name")
    places = [at for key in keys if (at := table.found.place_of(key))]
    return " → ".join(as_words(table.found.value(number, at)) for at in places)


def place_of_name(table: Table, number: int) -> Place:
    """Return the cell in which a row says what it is about."""
    found = table.found
    keys = ("title", "name", "source")
    at = next((at for key in keys if (at := found.place_of(key))), found.id_column or 1)
    return number, at


def _telling(table: Table) -> tuple[str, ...]:
    if table.mapping.rows != STAGES.key:
        return ()
    return tuple(key for key in _TELLING if table.found.place_of(key))


def _said(table: Table, number: int, keys: tuple[str, ...]) -> _Said:
    words = (as_words(table.found.value(number, table.found.place_of(key) or 0)) for key in keys)
    return keys, folded(name_of(table, number)), *map(folded, words)


def _tell(table: Table, number: int, twin: tuple[Table, int], remarks: Remarks) -> None:
    other = coordinate(twin[0].page.title, place_of_name(*twin))
    remarks.fault(
        table.page.title,
        place_of_name(table, number),
        _("{other} is about the same; put them together or give them other names.").format(
            other=other
        ),
    )
