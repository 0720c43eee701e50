"""Actors and phases that the rows of a plain table name: known ones, and those that come to be."""

import re
from collections.abc import Callable
from typing import Final

from exporters.excel.adding import FIRST_ORDER, new_id
from exporters.excel.kinds import CellError, Link, as_typed
from exporters.excel.labels import folded
from exporters.excel.opening import Place
from exporters.excel.reading import Reader
from exporters.table.mapping import PARTICIPANTS
from exporters.table.rows import Table
from model.entry.names import LONGEST_NAME, one_line
from model.messages import _
from model.records import Actor, Phase
from model.text import quoted

MOST_NEW: Final = 200
"""Actors and phases that one table makes: more are a wrong column."""

Lane = type[Actor] | type[Phase]


class Lanes:
    """Makes the actors and phases that are not there yet, where a mapping lets them come to be.

    Else such a name is a fault: a slip of the pen makes no lane.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._made = 0

    def learn(self, table: Table) -> None:
        """Make what a table's rows name; tell in which cells a name is not known."""
        for at, heading in table.found.columns.items():
            kind = heading.column.kind
            if type(kind) is not Link or len(kind.kinds) != 1:
                continue
            if (lane := kind.kinds[0]) in (Actor, Phase):
                self._learn_column(table, at, lane)
        if others := table.more.get(PARTICIPANTS):
            for place in self._places(table, others):
                for words in names_in(str(table.page.cells[place]), self._is_actor):
                    self._learn(table, place, Actor, words)

    def _is_actor(self, words: str) -> bool:
        return bool(self._reader.labels.find(words, (Actor,)))

    def _places(self, table: Table, at: int) -> list[Place]:
        return [(row, at) for row in table.rows if table.page.cells.get((row, at)) is not None]

    def _learn_column(self, table: Table, at: int, kind: Lane) -> None:
        cells = table.page.cells
        named = {folded(str(cells[place])) for place in self._places(table, at)}
        for place in self._places(table, at):
            try:
                words = one_line(as_typed(cells[place]))
            except CellError:
                continue  # told where the cell is read
            parts = names_in(words, lambda _words: False)
            if (
                len(parts) > 1
                and not self._reader.labels.find(words, (kind,))
                and any(folded(p) in named or self._reader.labels.find(p, (kind,)) for p in parts)
            ):
                self._fault(table, place, _("one name is wanted here; this names several."))
            else:
                self._learn(table, place, kind, words)

    def _learn(self, table: Table, place: Place, kind: Lane, words: str) -> None:
        labels = self._reader.labels
        if labels.find(words, (kind,)):
            return
        near = labels.near(words, (kind,))
        if not (table.mapping.new_actors if kind is Actor else table.mapping.new_phases):
            self._fault(table, place, _unknown(words, near))
        elif len(words) > LONGEST_NAME:
            self._fault(table, place, _("this is too long for a name."))
        elif self._made == MOST_NEW:
            words = _("more than {most} new actors and phases; this is hardly the right column.")
            self._fault(table, place, words.format(most=MOST_NEW))
        else:
            if near:
                self._reader.remarks.remark(
                    table.page.title,
                    place,
                    _("“{words}” is new; is it the same as “{name}”?").format(
                        words=quoted(words), name=quoted(near)
                    ),
                )
            self._made += 1
            self._make(kind, words)

    def _fault(self, table: Table, place: Place, words: str) -> None:
        """Tell a fault; nobody else reads the cell then."""
        self._reader.remarks.fault(table.page.title, place, words)
        table.silence(place)

    def _make(self, kind: Lane, words: str) -> None:
        base = self._reader.base
        id = new_id(f"{base.info.id} {kind.__name__}\n{folded(words)}", base)
        name = {self._reader.labels.language: words}
        record = (
            Actor(id=id, order=FIRST_ORDER, name=name)
            if kind is Actor
            else Phase(id=id, order=FIRST_ORDER, title=name)
        )
        self._reader.labels.bring(kind, words, id)
        self._reader.edits.added.append(record)


def names_in(words: str, is_known: Callable[[str], bool]) -> list[str]:
    """Return the names in a cell: one a line, or with semicolons, commas or slashes between.

    What is known as a whole is one name, whatever signs it holds.
    """
    found: list[str] = []
    for line in re.split(r"[\n;]", words):
        whole = one_line(re.sub(r"^\s*(?:[-–•*→]|->)\s*(?=\S)", "", line))
        parts = [whole] if is_known(whole) else re.split(r",|\s/\s", whole)
        found += [name for part in parts if (name := part.strip()) and name not in "-–—"]
    return list(dict.fromkeys(found))


def _unknown(words: str, near: str) -> str:
    if near:
        return _("there is nothing called “{words}”; did you mean “{name}”?").format(
            words=quoted(words), name=quoted(near)
        )
    return _(
        "there is nothing called “{words}” on the board; correct the name, or let new ones come "
        "to be."
    ).format(words=quoted(words))
