"""The table behind a list of bars: one line per section, or per giver, with its figures."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from designer.ui.labels import as_tooltip
from model.completeness import (
    Completeness,
    Count,
    Gap,
    Giver,
    Section,
    count_in_words,
    name_of_giver,
    name_of_section,
    share_in_words,
)
from model.messages import _

Index = QModelIndex | QPersistentModelIndex

_NO_INDEX = QModelIndex()


class Column(IntEnum):
    NAME = 0
    BAR = 1
    COUNT = 2
    SHARE = 3


class Part(NamedTuple):
    """What a figure is of: a section, or all that somebody gives, or everything."""

    section: Section | None = None
    giver: Giver | None = None

    def takes(self, gap: Gap) -> bool:
        return self.section in {None, gap.requirement.section} and self.giver in {None, gap.giver}


EVERYTHING = Part()


class BarLine(NamedTuple):
    part: Part
    name: str
    figure: Count


def lines_by_section(completeness: Completeness) -> list[BarLine]:
    """Return all together, then each section."""
    return [
        BarLine(EVERYTHING, _("All together"), completeness.total),
        *(
            BarLine(Part(section=section), name_of_section(section), count)
            for section, count in completeness.by_section.items()
        ),
    ]


def lines_by_giver(completeness: Completeness) -> list[BarLine]:
    """Return a line for everyone of whom something is required."""
    return [
        BarLine(Part(giver=giver), name_of_giver(giver), count)
        for giver, count in completeness.by_giver.items()
    ]


class BarsTable(QAbstractTableModel):
    """What it is, a bar, how many of how many, and the share."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.lines: Sequence[BarLine] = ()
        self._heading = heading
        self._bold = QFont()
        self._bold.setBold(True)

    def show(self, lines: Sequence[BarLine]) -> None:
        """Show other lines; where only figures changed, nothing else moves."""
        if [line.part for line in lines] != [line.part for line in self.lines]:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
        elif lines != self.lines:
            self.lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(Column) - 1))

    def row_of(self, part: Part) -> int:
        """Return the row of a part, -1 when it is not in the list."""
        return next((row for row, line in enumerate(self.lines) if line.part == part), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return {Column.NAME: self._heading, Column.COUNT: _("In order")}.get(column, "")
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.COUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(line, column)
            case Qt.ItemDataRole.ToolTipRole:
                return as_tooltip(f"{line.name}\n{count_in_words(line.figure)}")
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.NAME:
                return f"{line.name}: {count_in_words(line.figure)}"
            case Qt.ItemDataRole.TextAlignmentRole if column in {Column.COUNT, Column.SHARE}:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if line.part == EVERYTHING:
                return self._bold
        return None

    def words(self, line: BarLine, column: Column) -> str:
        """Return what stands in a column."""
        settled, required = line.figure.settled, line.figure.required
        return {
            Column.NAME: line.name,
            Column.BAR: "",
            Column.COUNT: f"{settled} / {required}" if required else "",
            Column.SHARE: share_in_words(line.figure),
        }[column]
