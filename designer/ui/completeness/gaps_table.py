"""The table behind the list of what is missing: one line per thing."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any, NamedTuple, overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from designer.ui.labels import as_tooltip
from designer.ui.signs import icon
from model.completeness import (
    Gap,
    State,
    gap_in_words,
    name_of_giver,
    name_of_section,
    name_of_state,
)
from model.describe.captions import caption, kind_of
from model.messages import _
from model.pathway import Pathway
from model.records import PathwayInfo

Index = QModelIndex | QPersistentModelIndex

_NO_INDEX = QModelIndex()


class Column(IntEnum):
    STATE = 0
    WHAT = 1
    WHERE = 2
    WHO = 3
    SECTION = 4


class GapLine(NamedTuple):
    """`rule` is the title of the rule that asks for it."""

    gap: Gap
    what: str
    where: str
    rule: str


class GapLines(Sequence[GapLine]):
    """What is missing, then what could not be evaluated, then what was accepted.

    There may be tens of thousands: a line is put into words when somebody looks at it.
    """

    def __init__(self, gaps: Iterable[Gap], pathway: Pathway, language: str) -> None:
        self.gaps = sorted(gaps, key=lambda gap: gap.state)
        self._pathway = pathway
        self._language = language

    def __len__(self) -> int:
        return len(self.gaps)

    @overload
    def __getitem__(self, place: int) -> GapLine: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[GapLine]: ...

    def __getitem__(self, place: int | slice) -> GapLine | Sequence[GapLine]:
        if isinstance(place, slice):
            return [self._line(gap) for gap in self.gaps[place]]
        return self._line(self.gaps[place])

    def _line(self, gap: Gap) -> GapLine:
        rule = gap.requirement.rule
        return GapLine(
            gap,
            gap_in_words(gap),
            _place(self._pathway, gap, self._language),
            _("{title} ({rule})").format(title=_(rule.title), rule=rule.id),
        )


def _place(pathway: Pathway, gap: Gap, language: str) -> str:
    record = pathway[gap.about]
    if isinstance(record, PathwayInfo):
        return kind_of(record)
    return " ".join(caption(record, pathway, language).split())


def sign_of(state: State) -> QIcon:
    match state:
        case State.UNKNOWN:
            return icon("circle-question-mark", "unknown")
        case State.ACCEPTED:
            return icon("circle-check", "success")
        case _:
            return icon("circle-dashed", "warning")


class GapsTable(QAbstractTableModel):
    """How it is with it, what it is, of which record, who gives it, in which section."""

    def __init__(self, lines: GapLines) -> None:
        super().__init__()
        self.lines = lines

    def show(self, lines: GapLines) -> None:
        """Show other lines; where the same things are missing, only their words may change."""
        if lines.gaps != self.lines.gaps:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
        elif lines:
            self.lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(Column) - 1))

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
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return {
            Column.STATE: "",
            Column.WHAT: _("To be recorded"),
            Column.WHERE: _("Where"),
            Column.WHO: _("Who gives it"),
            Column.SECTION: _("Section"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(line, column)
            case Qt.ItemDataRole.DecorationRole if column is Column.STATE:
                return sign_of(line.gap.state)
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.STATE:
                return f"{name_of_state(line.gap.state)}: {line.what}, {line.where}"
            case Qt.ItemDataRole.ToolTipRole:
                state = name_of_state(line.gap.state)
                return as_tooltip(f"{state}: {line.what}\n{line.where}\n{line.rule}")
        return None

    def _words(self, line: GapLine, column: Column) -> str:
        return {
            Column.STATE: "",
            Column.WHAT: _what(line),
            Column.WHERE: line.where,
            Column.WHO: name_of_giver(line.gap.giver),
            Column.SECTION: name_of_section(line.gap.requirement.section),
        }[column]


def _what(line: GapLine) -> str:
    """Say what it is; and how it is with it, where it is not simply missing."""
    if line.gap.state is State.MISSING:
        return line.what
    return _("{what} ({state})").format(what=line.what, state=name_of_state(line.gap.state).lower())
