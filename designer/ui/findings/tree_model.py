"""The findings as a Qt model that follows a new report by the rows that really change.

Views keep what is unfolded, current and in sight by persistent indexes: rows that stay must not
be taken out and put back. What rows below others say is composed when it is looked at.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from designer.ui import theme
from designer.ui.findings.grouping import Leaves, Row, key_of
from designer.ui.findings.lines import FindingLine, sign_of
from designer.ui.findings.turning import Many, Turn, runs
from designer.ui.labels import as_tooltip
from designer.ui.signs import icon

Index = QModelIndex | QPersistentModelIndex

_NO_INDEX: Final = QModelIndex()
_MOST_STEPS: Final = 40
_ANSWERS: Final[Sequence[Mapping[int, Callable[[Row], Any]]]] = (
    {
        Qt.ItemDataRole.DisplayRole: lambda row: row.title,
        Qt.ItemDataRole.ToolTipRole: lambda row: as_tooltip(row.title),
        Qt.ItemDataRole.AccessibleTextRole: lambda row: row.sentence,
        Qt.ItemDataRole.DecorationRole: lambda row: sign_of(row.group),
    },
    {
        Qt.ItemDataRole.DisplayRole: lambda row: " ".join(row.text.split()),
        Qt.ItemDataRole.ToolTipRole: lambda row: as_tooltip(
            f"{row.text}\n{row.given}" if row.given else row.text
        ),
        Qt.ItemDataRole.DecorationRole: lambda row: (
            icon("clipboard-list", "muted") if row.given else None
        ),
        Qt.ItemDataRole.ForegroundRole: lambda row: (
            None if row.line is not None else QColor(theme.colours().muted)
        ),
    },
)


class _Top:
    """A row at the top: its rows below carry its serial number, which is never used twice."""

    def __init__(self, row: Row, serial: int) -> None:
        self.row = row
        self.serial = serial
        self.place = 0

    @property
    def told(self) -> Many:
        """What the rows below tell."""
        return _told_below(self.row)

    def show(self, told: Many) -> None:
        """Let something else be told below."""
        below = self.row.below
        if isinstance(below, Leaves):
            self.row = self.row._replace(below=below.of(told))


class FindingsModel(QAbstractItemModel):
    """Two columns: what was found, or about what; and what it says."""

    def __init__(self) -> None:
        super().__init__()
        self._serials = count(1)  # number 0 is that of the rows at the top
        self._tops: list[_Top] = []
        self._by_serial: dict[int, _Top] = {}
        self._bold = QFont()
        self._bold.setBold(True)

    # What views ask

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        if not parent.isValid():
            return len(self._tops)
        is_top = parent.internalId() == 0 and parent.column() == 0
        return len(self._tops[parent.row()].row.below) if is_top else 0

    def hasChildren(self, parent: Index = _NO_INDEX) -> bool:
        return self.rowCount(parent) > 0

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        del parent
        return len(_ANSWERS)

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        if not (0 <= column < len(_ANSWERS) and 0 <= row < self.rowCount(parent)):
            return QModelIndex()
        serial = self._tops[parent.row()].serial if parent.isValid() else 0
        return self.createIndex(row, column, serial)

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override] # QObject has another
        top = self._by_serial.get(child.internalId()) if child.isValid() else None
        return QModelIndex() if top is None else self._index(top)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.FontRole:
            is_bold = index.isValid() and index.internalId() == 0 and index.column() == 0
            return self._bold if is_bold else None
        answer = _ANSWERS[index.column()].get(role) if index.isValid() else None
        row = self.row(index) if answer else None
        return answer(row) if answer and row is not None else None

    # What the panel asks

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows at the top."""
        return tuple(top.row for top in self._tops)

    def row(self, index: Index) -> Row | None:
        """Return what stands in a row, None for no row."""
        if not index.isValid():
            return None
        top = self._by_serial.get(index.internalId())
        return self._tops[index.row()].row if top is None else top.row.below[index.row()]

    def line(self, index: Index) -> FindingLine | None:
        """Return what line a row is about, None when there is none or several are below it."""
        top = self._by_serial.get(index.internalId()) if index.isValid() else None
        if top is not None and isinstance(top.row.below, Leaves):
            return top.row.below.line(index.row())
        return self._tops[index.row()].row.line if index.isValid() else None

    def above(self) -> list[QModelIndex]:
        """Return the rows that have rows below them."""
        return [self._index(top) for top in self._tops if top.told]

    def leaves(self) -> Iterator[QModelIndex]:
        """Yield the rows of findings from top to bottom, also those that are folded."""
        for top in self._tops:
            if top.row.below:
                for place in range(len(top.row.below)):
                    yield self.createIndex(place, 0, top.serial)
            else:
                yield self._index(top)

    def lines(self) -> Iterator[FindingLine]:
        """Yield the lines of all leaves."""
        for top in self._tops:
            below = top.row.below
            if isinstance(below, Leaves):
                yield from map(below.line, range(len(below)))
            elif top.row.line is not None:
                yield top.row.line

    def find(self, key: Hashable) -> QModelIndex:
        """Return where the row of that key stands, no index when it doesn't."""
        for top in self._tops:
            if top.row.key == key:
                return self._index(top)
        about = key[:-1] if isinstance(key, tuple) else ()
        for top in self._tops:
            if any(key_of(line) == about for line in top.told):
                for place, row in enumerate(top.row.below):
                    if row.key == key:
                        return self.createIndex(place, 0, top.serial)
        return QModelIndex()

    # Following

    def show(self, rows: Sequence[Row]) -> None:
        """Become these rows; where nothing has changed, nothing happens."""
        tops = {top.row.key: top for top in self._tops}
        wanted = {row.key: row for row in rows}
        turns: dict[int, Turn] = {}
        for key in tops.keys() & wanted.keys():
            before, after = tops[key].told, _told_below(wanted[key])
            if before != after:
                turns[tops[key].serial] = Turn(before, after)
        gone = [top.place for top in self._tops if top.row.key not in wanted]
        fresh = [place for place, row in enumerate(rows) if row.key not in tops]
        steps = sum(1 for _run in (*runs(gone), *runs(fresh)))
        if steps + sum(turn.steps for turn in turns.values()) > _MOST_STEPS:
            self._show_anew(rows)
            return
        self._take_out(gone, turns)
        self._arrange({key: place for place, key in enumerate(wanted)}, turns)
        self._renew(wanted, turns)
        self._put_in(rows, fresh, turns)

    def _show_anew(self, rows: Iterable[Row]) -> None:
        self.beginResetModel()  # a view needs longer for many steps than to look at all anew
        self._by_serial.clear()
        self._tops = [self._made(row) for row in rows]
        _number(self._tops)
        self.endResetModel()

    def _take_out(self, gone: Sequence[int], turns: Mapping[int, Turn]) -> None:
        for first, last in reversed(list(runs(gone))):
            self.beginRemoveRows(QModelIndex(), first, last)
            for top in self._tops[first : last + 1]:
                del self._by_serial[top.serial]
            del self._tops[first : last + 1]
            _number(self._tops)
            self.endRemoveRows()
        for serial, turn in turns.items():
            top = self._by_serial[serial]
            for first, last in reversed(list(runs(turn.gone))):
                self.beginRemoveRows(self._index(top), first, last)
                top.show(top.told[:first] + top.told[last + 1 :])
                self.endRemoveRows()

    def _arrange(self, places: Mapping[Hashable, int], turns: Mapping[int, Turn]) -> None:
        """Bring the rows that stay into order in one step."""
        ordered = sorted(self._tops, key=lambda top: places[top.row.key])
        moved = {serial: turn.moved for serial, turn in turns.items() if turn.moved}
        if ordered == self._tops and not moved:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        stood = [self._tops[index.row()] if not index.internalId() else None for index in old]
        self._tops = ordered
        _number(self._tops)
        new = [
            self.createIndex(
                moved.get(index.internalId(), {}).get(index.row(), index.row())
                if top is None
                else top.place,
                index.column(),
                index.internalId(),
            )
            for index, top in zip(old, stood, strict=True)
        ]
        for serial in moved:
            self._by_serial[serial].show(turns[serial].stay)
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _renew(self, wanted: Mapping[Hashable, Row], turns: Mapping[int, Turn]) -> None:
        """Say which of the rows that stay say something else now."""
        changed = []
        for top in self._tops:
            row, before = wanted[top.row.key], top.row
            turn = turns.get(top.serial)
            top.row = row
            if turn is not None:
                top.show(turn.stay)
                for first, last in runs(turn.changed):
                    self.dataChanged.emit(
                        self.createIndex(first, 0, top.serial),
                        self.createIndex(last, 1, top.serial),
                    )
            if row._replace(below=()) != before._replace(below=()):
                changed.append(top.place)
        for first, last in runs(changed):
            self.dataChanged.emit(self.createIndex(first, 0, 0), self.createIndex(last, 1, 0))

    def _put_in(self, rows: Sequence[Row], fresh: Sequence[int], turns: Mapping[int, Turn]) -> None:
        for serial, turn in turns.items():
            top = self._by_serial[serial]
            for first, last in runs(turn.fresh):
                self.beginInsertRows(self._index(top), first, last)
                new = turn.after[first : last + 1]
                top.show(top.told[:first] + new + top.told[first:])
                self.endInsertRows()
        for first, last in runs(fresh):
            self.beginInsertRows(QModelIndex(), first, last)
            self._tops[first:first] = [self._made(row) for row in rows[first : last + 1]]
            _number(self._tops)
            self.endInsertRows()

    def _made(self, row: Row) -> _Top:
        top = _Top(row, next(self._serials))
        self._by_serial[top.serial] = top
        return top

    def _index(self, top: _Top) -> QModelIndex:
        return self.createIndex(top.place, 0, 0)


def _told_below(row: Row) -> Many:
    return row.below.told if isinstance(row.below, Leaves) else ()


def _number(tops: Iterable[_Top]) -> None:
    for place, top in enumerate(tops):
        top.place = place
