"""Which column of a plain table fills which field: a proposal, for people to correct.

Headers come first, by their words in any of the program's languages; then what stands in the
columns: names of actors, phases and stages that the pathway has. A guess is made only where it can
mean one thing alone.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from openpyxl.utils import get_column_letter

from exporters.excel.columns import Column
from exporters.excel.description import STAGES
from exporters.excel.kinds import CellError, Code, Day, Link, Whole, YesOrNo, as_words
from exporters.excel.labels import Labels
from exporters.excel.opening import Page
from exporters.table import persons
from exporters.table.guessing import Guess, best_guess, guess_as
from exporters.table.headers import columns_of, first_row, fitted, headers
from exporters.table.lanes import names_in
from exporters.table.mapping import (
    ID,
    NEXT,
    PARTICIPANTS,
    MappedColumn,
    TableMapping,
    fields_of,
    names_of,
)
from exporters.table.words import own_words, plain
from model.messages import _
from model.pathway import Pathway
from model.records import Actor, Phase, Record, Stage
from model.text import quoted

_LOOKED_AT: Final = 300
"""Rows from which it is known what a column holds."""
_CONTENT: Final[tuple[tuple[str, type[Record]], ...]] = (
    ("actor", Actor),
    ("phase", Phase),
    ("title", Stage),
)
_LANES: Final = ("actor", PARTICIPANTS)
"""What names actors, who come to be where there are none yet."""


class Proposal(NamedTuple):
    """How a table may be read. `remarks` tell what people should look at, a sentence each.

    `remembered` tells that people have read a table with these headers before.
    """

    mapping: TableMapping
    remarks: tuple[str, ...] = ()
    remembered: bool = False


def proposed(
    page: Page, pathway: Pathway, language: str, known: Sequence[TableMapping] = ()
) -> Proposal:
    """Return how a sheet may be read, first as tables with its headers were before.

    `language` is that of the table's texts, if nothing is known of it.
    """
    for mapping in known:
        if (again := fitted(mapping, page)) is not None:
            return Proposal(again, remembered=True)
    guess = best_guess(page)
    return _Proposing(page, pathway, language, guess).proposal()


def proposed_as(page: Page, pathway: Pathway, mapping: TableMapping) -> Proposal:
    """Return how a sheet may be read when people say what its rows are, and where the headers."""
    guess = guess_as(page, mapping.header_row, mapping.rows)
    return _Proposing(page, pathway, mapping.language, guess).proposal()


class _Proposing:
    """Makes one proposal out of what the headers say and what stands below them."""

    def __init__(self, page: Page, pathway: Pathway, language: str, guess: Guess) -> None:
        self._page = page
        self._pathway = pathway
        self._language = language
        self._rows = guess.rows
        self._labels = Labels(pathway, language)
        self._words = dict(headers(page, guess.header_row))
        self._header = guess.header_row
        self._fields = dict(guess.fields)
        self._remarks: list[str] = []
        self._persons: set[int] = set()
        self._below = self._values(first_row(page, guess.header_row))

    def _values(self, first: int) -> dict[int, list[str]]:
        last = first + _LOOKED_AT
        found: dict[int, list[str]] = {column: [] for column in columns_of(self._page)}
        for (row, column), value in sorted(self._page.cells.items(), key=lambda each: each[0]):
            if first <= row < last and column in found and (words := as_words(value)):
                found[column].append(words)
        return found

    def proposal(self) -> Proposal:
        self._leave_out_what_cannot_be()
        if self._rows == STAGES.key:
            self._fill_by_content()
        self._find_ids()
        self._tell_headers()
        return Proposal(self._mapping(), tuple(self._remarks))

    def _leave_out_what_cannot_be(self) -> None:
        columns = {field.key: field.column for field in fields_of(self._rows)}
        for place, key in list(self._fields.items()):
            values, column = self._below.get(place, []), columns[key]
            if key in _LANES and self._names_persons(place, values):
                del self._fields[place]
                continue
            if column is None or not values:
                continue
            if (
                key in names_of(self._rows)
                and all(_is_number(words) for words in values)
                and len(values) > 1
            ):
                del self._fields[place]
            elif self._is_mostly_foreign(column, values):
                del self._fields[place]
                self._remarks.append(
                    _(
                        "The column “{words}” says other things than “{field}” in Ketjupaja can; "
                        "it is not read."
                    ).format(words=quoted(self._words[place]), field=_(column.header))
                )

    def _names_persons(self, place: int, values: Sequence[str]) -> bool:
        """Tell of a column that would make lanes of persons; whether it is left unread for that.

        It is read where its names are known actors, and where its header is our own word.
        """
        if self._fields[place] == PARTICIPANTS:
            values = [name for words in values for name in names_in(words, self._is_actor)]
        asks = persons.are_asked_for(self._words[place])
        if not asks and not persons.are_named(values):
            return False
        if sum(map(self._is_actor, values)) * 2 >= max(1, len(values)):
            return False
        is_ours = plain(self._words[place]) in own_words(self._rows)
        words = (
            _("The names in “{words}” look like persons’; actors are published. Use roles instead.")
            if is_ours
            else _(
                "The column “{words}” seems to name persons; it is not read, since actors are "
                "published. Read it as actors only if it holds roles or units."
            )
        )
        self._remarks.append(words.format(words=quoted(self._words[place])))
        if not is_ours:
            self._persons.add(place)
        return not is_ours

    def _is_actor(self, words: str) -> bool:
        return bool(self._labels.find(words, (Actor,)))

    def _is_mostly_foreign(self, column: Column, values: Sequence[str]) -> bool:
        if isinstance(column.kind, Link):
            # New actors and phases may come of a table; stages that it names stand in it, too.
            if column.key in ("actor", "phase") or Stage in column.kind.kinds:
                return False
        elif not isinstance(column.kind, Code | YesOrNo | Day | Whole):
            return False
        return sum(self._is_read(column, words) for words in values) * 2 < len(values)

    def _is_read(self, column: Column, words: str) -> bool:
        try:
            column.kind.read(words, self._labels)
        except CellError:
            return False
        return True

    def _fill_by_content(self) -> None:
        for key, kind in _CONTENT:
            if key not in self._fields.values() and (place := self._column_of(kind)):
                self._fields[place] = key
                if self._is_row_of_names(kind, place):
                    self._without_headers()
        if "title" not in self._fields.values():
            names = (at for at in self._free() if self._may_be_names(self._below[at]))
            place = next((at for at in names if not persons.are_asked_for(self._words[at])), None)
            if place is not None:
                self._fields[place] = "title"
        self._find_next()

    def _free(self) -> list[int]:
        taken = {*self._fields, *self._persons}
        return [place for place in self._below if place not in taken]

    def _column_of(self, kind: type[Record]) -> int | None:
        """Return the one free column at least half of which are names of such records."""
        found = []
        for place in self._free():
            values = self._below[place]
            known = sum(bool(self._labels.find(words, (kind,))) for words in values)
            if known and known * 2 >= len(values):
                found.append(place)
        return found[0] if len(found) == 1 else None

    def _is_row_of_names(self, kind: type[Record], place: int) -> bool:
        """Whether the words over a column are a name themselves: there are no headers."""
        words = self._words.get(place, "")
        return self._header > 0 and bool(words and self._labels.find(words, (kind,)))

    def _without_headers(self) -> None:
        self._below = self._values(self._header)
        self._header = 0
        self._words = dict.fromkeys(self._words, "")

    @staticmethod
    def _may_be_names(values: Sequence[str]) -> bool:
        distinct = {" ".join(words.split()).casefold() for words in values}
        return (
            bool(values)
            and not all(map(_is_number, values))
            and len(distinct) * 5 >= len(values) * 4
        )

    def _find_next(self) -> None:
        """Take for what follows a stage the one free column that names stages of the table."""
        title = next((at for at, key in self._fields.items() if key == "title"), None)
        if title is None or NEXT in self._fields.values():
            return
        names = {" ".join(words.split()).casefold() for words in self._below[title]}
        found = [
            place
            for place in self._free()
            if (values := self._below[place])
            and sum(" ".join(words.split()).casefold() in names for words in values) * 2
            >= len(values)
        ]
        if len(found) == 1:
            self._fields[found[0]] = NEXT

    def _find_ids(self) -> None:
        for place in self._free():
            values = self._below[place]
            known = sum(words.strip("[]") in self._pathway for words in values)
            if known and known * 2 > len(values):
                self._fields[place] = ID
                return

    def _tell_headers(self) -> None:
        counts = Counter(plain(words) for words in self._words.values() if words)
        read = {plain(words): words for at in self._fields if (words := self._words.get(at, ""))}
        for plain_words, words in read.items():
            if counts[plain_words] > 1:
                self._remarks.append(
                    _("Several columns are called “{words}”; the first is taken.").format(
                        words=quoted(words)
                    )
                )
        above = [at for at in self._words if (self._header - 1, at) in self._page.cells]
        if len(above) > 1:
            self._remarks.append(
                _("The headers stand on two rows; those of row {row} are taken.").format(
                    row=self._header
                )
            )

    def _mapping(self) -> TableMapping:
        columns = tuple(
            MappedColumn(get_column_letter(at), words, self._fields.get(at, ""))
            for at, words in self._words.items()
        )
        fill_down = self._groups_rows()
        if fill_down:
            self._remarks.append(_("An empty phase or actor is taken to be that of the row above."))
        return TableMapping(
            sheet=self._page.title,
            rows=self._rows,
            header_row=self._header,
            language=self._language,
            new_actors=not self._pathway.actors,
            new_phases=not self._pathway.phases,
            fill_down=fill_down,
            columns=columns,
        )

    def _groups_rows(self) -> bool:
        """Whether phases or actors stand only on the first of their rows, left of the names."""
        title = next((at for at, key in self._fields.items() if key == "title"), None)
        if title is None or self._rows != STAGES.key:
            return False
        first = first_row(self._page, self._header)
        rows = sorted(row for row, at in self._page.cells if at == title and row >= first)
        groups = [at for at, key in self._fields.items() if key in ("actor", "phase")]
        return any(at < title and self._stands_on_first(at, rows) for at in groups)

    def _stands_on_first(self, column: int, rows: Sequence[int]) -> bool:
        places = [(row, column) for row in rows]
        named = [as_words(self._page.cells[place]) for place in places if place in self._page.cells]
        blank = [place for place in places if place not in self._page.cells]
        return (
            bool(blank)
            and places[0] in self._page.cells
            and len(set(named)) == len(named)
            and not any(place in self._page.merged for place in blank)
        )


def _is_number(words: str) -> bool:
    return words.strip(".,%)( ").replace(".", "").replace(",", "").isdigit()
