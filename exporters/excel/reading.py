"""From the cells of a workbook to edits: which cells say something else, and what they mean."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

import msgspec

from exporters.excel.columns import Column, Need, blank_value
from exporters.excel.edits import Edit, Edits, Missing
from exporters.excel.kinds import CellError, as_words
from exporters.excel.labels import Labels
from exporters.excel.layout import Cell, Row
from exporters.excel.opening import ErrorValue, Place, cleaned
from exporters.excel.part_columns import TIME_COLUMNS
from exporters.excel.recognising import Recognised
from exporters.excel.remarks import Remarks
from exporters.excel.responsibility import NO_PART, RESPONSIBILITY, RESPONSIBILITY_KIND
from exporters.excel.tables import Value
from exporters.excel.workbook import as_written, is_whole
from model.ids import Id
from model.messages import _
from model.parts import OmasoteUse, TimeTarget
from model.pathway import Pathway
from model.records import Actor, Stage
from model.text import quoted


class _Faulty:
    """What a value is that could not be read; the fault is told already."""


FAULTY: Final = _Faulty()


class Matched(NamedTuple):
    """The rows of a sheet: those written, with what stood there, new ones, and missing ones."""

    known: dict[int, Row]
    new: tuple[int, ...]
    missing: tuple[Row, ...]


def says_same(read: Value, written: Value) -> bool:
    """Whether a cell still says what was written in it, whatever program saved it since."""
    if (read is None and not written and written != 0) or (
        isinstance(read, str) and read == written
    ):
        return True  # most cells
    if isinstance(written, str):
        if not is_whole(written):  # what follows where it was cut depends on the language
            return as_words(read)[:30_000] == cleaned(as_written(written))[:30_000].strip()
        return as_words(read).strip() == cleaned(as_written(written))
    if isinstance(written, bool) or isinstance(read, bool):
        return read is written
    return read == written or (written is not None and as_words(read) == as_words(written))


_MANY: Final = 3
_PLACE: Final = re.compile("[0-9]{1,4}")


class Reader:
    """Reads the recognised sheets of one workbook against the pathway it was made of."""

    def __init__(self, base: Pathway, labels: Labels, remarks: Remarks) -> None:
        self.base = base
        self.labels = labels
        self.remarks = remarks
        self.edits = Edits(remarks)
        self._told: set[tuple[str, str]] = set()
        self._labels_changed: dict[int, list[Place]] = {}

    def read_rows(self, found: Recognised, rows: Matched) -> None:
        """Take in what the rows that were there say otherwise now."""
        places = {heading.key: place for place, heading in enumerate(found.sheet.headings)}
        columns = [(column, places[heading.key]) for column, heading in found.columns.items()]
        for number, row in rows.known.items():
            for column, index in columns:
                cell = row.cells[index]
                if not self.is_merged(found, number, (column,)):
                    self.read_cell(found, (number, column), cell)
        self._tell_changed_labels(found.page.title)
        if found.sheet.key == "matrix":
            self.read_new_lanes(found, {number: row.record for number, row in rows.known.items()})

    def read_cell(self, found: Recognised, place: Place, cell: Cell) -> None:
        """Take in a cell that says something else than was written in it."""
        read = found.page.cells.get(place)
        unknown = place in found.page.formulas and read is None
        if says_same(read, cell.value) and not unknown:
            return
        if not cell.owner or cell.column is None:
            self._labels_changed.setdefault(place[1], []).append(place)
            return
        column = cell.column
        value = self.value_of(found, place, column, _struct_of(cell, self.base), cell)
        if value is not FAULTY:
            edit = Edit(cell.owner, cell.path, value, column.part, found.page.title, place)
            if cell.path[0] == RESPONSIBILITY:
                self.edits.take_part(str(cell.path[1]), edit)
            else:
                self.edits.write(edit)

    def _tell_changed_labels(self, title: str) -> None:
        """Tell of cells that nobody fills in, of many in a column at once.

        The program may call things otherwise than when the workbook was made.
        """
        for places in self._labels_changed.values():
            if len(places) > _MANY:
                words = _("{count} cells of this column are only for reading; they are not taken.")
                self.remarks.remark(title, places[0], words.format(count=len(places)))
                continue
            for place in places:
                words = _("this cell is only for reading; what it says is not taken.")
                self.remarks.remark(title, place, words)
        self._labels_changed.clear()

    def value_of(
        self,
        found: Recognised,
        place: Place,
        column: Column,
        struct: type[msgspec.Struct],
        cell: Cell | None = None,
    ) -> Any:
        """Return what a cell means, `FAULTY` (told already) when that is not understood."""
        read = found.page.cells.get(place)
        title = found.page.title
        if place in found.page.formulas:
            if read is None:
                self.remarks.fault(
                    title, place, _("a formula without a value; write the value itself.")
                )
                return FAULTY
            self.remarks.remark(title, place, _("a formula; what it came to is taken."))
        if isinstance(read, ErrorValue):
            self.remarks.fault(
                title, place, _("“{words}” is an error of a formula.").format(words=quoted(read))
            )
            return FAULTY
        if cell is not None and isinstance(cell.value, str) and not is_whole(cell.value):
            self.remarks.fault(
                title, place, _("the text is longer than a cell can hold; edit it in the program.")
            )
            return FAULTY
        if read is None or as_words(read) == "":
            return self._blank(title, place, column, struct, cell)
        try:
            return column.kind.read(read, self.labels)
        except CellError as error:
            self.remarks.fault(title, place, str(error))
            return FAULTY

    def _blank(
        self,
        title: str,
        place: Place,
        column: Column,
        struct: type[msgspec.Struct],
        cell: Cell | None,
    ) -> Any:
        if column.kind is RESPONSIBILITY_KIND:
            return NO_PART
        value = blank_value(column, struct)
        leads = cell is None or not column.is_text or cell.path[-1] == self.labels.language
        if value is msgspec.NODEFAULT or (column.need is Need.REQUIRED and leads):
            self.remarks.fault(title, place, _("this must be filled in."))
            return FAULTY
        return value

    def is_merged(self, found: Recognised, row: int, columns: Iterable[int]) -> bool:
        """Whether cells of a row are merged with others; each merged area is told once."""
        title = found.page.title
        areas = [
            (place, area)
            for place in ((row, column) for column in columns)
            if (area := found.page.merged.get(place))
        ]
        for place, area in areas:
            if (title, area) in self._told:
                continue
            self._told.add((title, area))
            self.remarks.fault(
                title,
                place,
                _("the cells {area} are merged; unmerge them, so that each says its own.").format(
                    area=area
                ),
            )
        return bool(areas)

    # A column of the matrix for an actor who was not there yet

    def read_new_lanes(self, found: Recognised, stages: Mapping[int, Id]) -> None:
        """Take in what new columns of the matrix say of the stages in some of its rows."""
        for column, words in found.others.items():
            actors = self.labels.find(words, (Actor,))
            if len(actors) != 1:
                continue
            for number, stage in stages.items():
                if not found.is_blank(number, column):
                    self.read_part(found, (number, column), stage, actors[0])

    def knows_actor(self, words: str) -> bool:
        """Whether there is one actor of that name, in the pathway or the workbook."""
        return len(self.labels.find(words, (Actor,))) == 1

    def read_part(self, found: Recognised, place: Place, stage: Id, actor: Id) -> None:
        """Take in a cell of the matrix that was blank before."""
        if self.is_merged(found, place[0], place[1:]):
            return
        column = Column("", "", 0, (RESPONSIBILITY, actor), RESPONSIBILITY_KIND)
        value = self.value_of(found, place, column, Stage)
        if value is not FAULTY:
            path = (RESPONSIBILITY, actor)
            self.edits.take_part(actor, Edit(stage, path, value, None, found.page.title, place))


def _struct_of(cell: Cell, base: Pathway) -> type[msgspec.Struct]:
    """Return what holds the value that a column's own path begins in."""
    match cell.path[0]:
        case "omasote":
            return OmasoteUse
        case field if cell.column in TIME_COLUMNS and field != RESPONSIBILITY:
            return TimeTarget
    return type(base[cell.owner])


def missing_of(found: Recognised, rows: Matched) -> Iterator[Missing]:
    """Yield what a sheet had rows for and has none any more."""
    if not found.sheet.new:
        return
    names = [h.key for h in found.sheet.headings]
    for row in rows.missing:
        path = row.id.split(".")[1:]
        place = (
            names.index("title")
            if "title" in names
            else names.index("name")
            if "name" in names
            else 0
        )
        words = as_words(row.cells[place].value)
        if found.sheet.key == "handovers":
            words = f"{words} → {as_words(row.cells[1].value)}"
        steps = tuple(int(step) if _PLACE.fullmatch(step) else step for step in path)
        yield Missing(found.page.title, row.record, steps, words or row.id)
