"""A table copied from Excel or Word: a stage a row, with its actor and phase."""

import csv
import re
from collections.abc import Sequence
from io import StringIO
from typing import NamedTuple

from model.entry.line import Entry
from model.entry.listed import Listed, ListedKind
from model.entry.names import LONGEST_NAME, Found, Known, Names, NewName, as_name, one_line
from model.messages import _

# Headings of columns, in Finnish, Swedish and English.
STAGE_WORDS = {"vaihe", "vaiheet", "vaiheen nimi", "steg", "stegets namn", "stage", "step", "nimi"}
STAGE_WORDS |= {"namn", "name", "otsikko", "rubrik", "title", "tehtävä", "uppgift", "task"}
ACTOR_WORDS = {"toimija", "toimijat", "vastuutaho", "vastuu", "vastuutoimija", "aktör", "aktörer"}
ACTOR_WORDS |= {"ansvarig", "ansvar", "actor", "actors", "responsible", "kuka", "vem", "who"}
PHASE_WORDS = {"päävaihe", "päävaiheet", "huvudfas", "huvudfaser", "fas", "phase", "phases"}


_MOST_COLUMNS = 100  # the stage, its actor and its phase stand among the first ones


class _Columns(NamedTuple):
    stage: int
    actor: int | None
    phase: int | None


class _Row(NamedTuple):
    line: int
    cells: tuple[str, ...]

    @property
    def words(self) -> str:
        return one_line(" · ".join(filter(None, self.cells)))

    def cell(self, place: int | None) -> str:
        return self.cells[place] if place is not None and place < len(self.cells) else ""


def read_table(known: Known, text: str) -> list[Listed]:
    """Read a table with or without a row of headings; the rows follow one another."""
    rows = _rows(text)
    named = _by_headings(rows[0]) if rows else None
    columns = named or _by_content(known, rows)
    listed: list[Listed] = []
    if named is not None:
        listed.append(_headings(rows[0], named))
    last, above = None, _Row(0, ())
    for each in rows[1:] if named else rows:
        row = _filled(each, above, columns)
        item = _stage(known, row, columns, () if last is None else (last,))
        if item.kind is ListedKind.STAGE:
            last, above = len(listed), row
        listed.append(item)
    return listed


def _rows(text: str) -> list[_Row]:
    """Split as spreadsheets do: cells in quotes may hold line breaks."""
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter="\t", strict=True)
        cells = [(reader.line_num, row) for row in reader]
    except csv.Error:  # the quotes belong to the words
        cells = list(enumerate((line.split("\t") for line in text.splitlines()), start=1))
    rows = [_Row(line, tuple(map(one_line, row[:_MOST_COLUMNS]))) for line, row in cells]
    return [row for row in rows if any(row.cells)]


def _by_headings(row: _Row) -> _Columns | None:
    keys = [cell.casefold() for cell in row.cells]

    def place(headings: set[str]) -> int | None:
        return next((at for at, key in enumerate(keys) if key in headings), None)

    stage, actor, phase = place(STAGE_WORDS), place(ACTOR_WORDS), place(PHASE_WORDS)
    if stage is None or (actor is None and phase is None and len(keys) > 1):
        return None
    return _Columns(stage, actor, phase)


def _by_content(known: Known, rows: Sequence[_Row]) -> _Columns:
    """Find out which column is which by the names in it; else stage, actor, phase in turn."""
    width = max((len(row.cells) for row in rows), default=1)
    free = [
        place
        for place in range(width)
        if not all(re.fullmatch(r"[\d.]*", row.cell(place)) for row in rows)
    ] or [0]
    actor = _column_of(known.actors, rows, free) if len(free) > 1 else None
    free = [place for place in free if place != actor]
    phase = _column_of(known.phases, rows, free) if len(free) > 1 else None
    free = [place for place in free if place != phase]
    stage, *rest = free
    if actor is None and rest:
        actor = rest.pop(0)
    if phase is None and rest:
        phase = rest.pop(0)
    return _Columns(stage, actor, phase)


def _column_of(names: Names, rows: Sequence[_Row], free: Sequence[int]) -> int | None:
    counts = {place: sum(bool(names.whole(row.cell(place))) for row in rows) for place in free}
    best = max(free, key=lambda place: counts[place])
    return best if counts[best] else None


def _headings(row: _Row, columns: _Columns) -> Listed:
    others = [cell for place, cell in enumerate(row.cells) if cell and place not in set(columns)]
    reason = _("These are the headings of the columns.")
    if others:
        reason = _("These columns are not entered: {names}.").format(names=", ".join(others))
    return Listed(row.line, row.words, 0, ListedKind.LEFT_OUT, Entry(), left_out=reason)


def _filled(row: _Row, above: _Row, columns: _Columns) -> _Row:
    """Fill the empty cells left of the stage as the row above: joined cells are copied so."""
    places = {place for place in columns[1:] if place is not None and place < columns.stage}
    cells = tuple(
        above.cell(place) if place in places and not cell else cell
        for place, cell in enumerate(row.cells)
    )
    return row._replace(cells=cells)


def _stage(known: Known, row: _Row, columns: _Columns, follows: tuple[int, ...]) -> Listed:
    title = as_name(row.cell(columns.stage))
    if not re.search(r"\w", title):
        reason = _("The stage has no name on this row.")
        return Listed(row.line, row.words, 0, ListedKind.LEFT_OUT, Entry(), left_out=reason)
    actor, phase = (
        _called(known.actors, row.cell(columns.actor)),
        _called(known.phases, row.cell(columns.phase)),
    )
    return Listed(
        row.line,
        row.words,
        0,
        ListedKind.STAGE,
        Entry(title, actor, phase),
        follows,
        _cut(row, columns),
    )


def _called(names: Names, words: str) -> Found | None:
    if not words:
        return None
    found = names.whole(words)
    return found[0] if found else NewName(as_name(words))


def _cut(row: _Row, columns: _Columns) -> str:
    if any(len(row.cell(column)) > LONGEST_NAME for column in columns):
        return _("Only the first {count} letters become the name.").format(count=LONGEST_NAME)
    return ""
