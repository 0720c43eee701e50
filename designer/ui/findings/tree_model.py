"""The findings as a Qt model that follows a new report by the rows that really change.

Views keep what is unfolded, current and in sight by persistent indexes: rows that stay must not
be taken out and put back.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from designer.ui import theme
from designer.ui.findings.grouping import Row
from designer.ui.findings.lines import Group, sign_of
from designer.ui.labels import as_tooltip
from designer.ui.signs import icon

Index = QModelIndex | QPersistentModelIndex

_NO_INDEX: Final = QModelIndex()
_MOST_STEPS: Final = 40
_ROOT: Final = Row((), Group.INFO, "", "")
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


class Node:
    """A row: Qt knows it by its serial number, which is never used twice."""

    def __init__(self, row: Row, serial: int, parent: "Node | None") -> None:
        self.row = row
        self.serial = serial
        self.parent = parent
        self.below: list[Node] = []
        self.place = 0


class FindingsModel(QAbstractItemModel):
    """Two columns: what was found, or about what; and what it says."""

    def __init__(self) -> None:
        super().__init__()
        self._serials = count(1)
        self._root = Node(_ROOT, 0, None)
        self._nodes: dict[int, Node] = {}
        self._bold = QFont()
        self._bold.setBold(True)

    # What views ask

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return len(self._node(parent).below) if parent.column() <= 0 else 0

    def hasChildren(self, parent: Index = _NO_INDEX) -> bool:
        return self.rowCount(parent) > 0

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        del parent
        return len(_ANSWERS)

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        below = self._node(parent).below if parent.column() <= 0 else []
        if not (0 <= column < len(_ANSWERS) and 0 <= row < len(below)):
            return QModelIndex()
        return self.createIndex(row, column, below[row].serial)

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override] # QObject has another
        return self._index(self._node(child).parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self._node(index)
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if node.parent is self._root and index.column() == 0 else None
        answer = _ANSWERS[index.column()].get(role)
        return answer(node.row) if answer else None

    # What the panel asks

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows at the top."""
        return tuple(node.row for node in self._root.below)

    def row(self, index: Index) -> Row | None:
        """Return what stands in a row, None for no row."""
        return self._node(index).row if index.isValid() else None

    def leaves(self) -> Iterator[QModelIndex]:
        """Yield the rows of findings from top to bottom, also those that are folded."""
        for node in self._root.below:
            for leaf in node.below or (node,):
                yield self._index(leaf)

    def find(self, key: Hashable) -> QModelIndex:
        """Return where the row of that key stands, no index when it doesn't."""
        for node in self._root.below:
            for one in (node, *node.below):
                if one.row.key == key:
                    return self._index(one)
        return QModelIndex()

    # Following

    def show(self, rows: Sequence[Row]) -> None:
        """Become these rows; where nothing has changed, nothing happens."""
        if _steps(self._root, rows) <= _MOST_STEPS:
            self._follow(self._root, rows)
            return
        self.beginResetModel()  # a view needs longer for many steps than to look at all anew
        self._nodes.clear()
        self._root.below = [self._made(row, self._root) for row in rows]
        _number(self._root)
        self.endResetModel()

    def _follow(self, parent: Node, rows: Sequence[Row]) -> None:
        wanted = {row.key: row for row in rows}
        self._take_out(parent, wanted.keys())
        self._arrange(parent, list(wanted))
        self._repaint(parent, wanted)
        self._put_in(parent, rows)

    def _take_out(self, parent: Node, wanted: Any) -> None:
        gone = [node.place for node in parent.below if node.row.key not in wanted]
        for first, last in reversed(list(_runs(gone))):
            self.beginRemoveRows(self._index(parent), first, last)
            for node in parent.below[first : last + 1]:
                self._forget(node)
            del parent.below[first : last + 1]
            _number(parent)
            self.endRemoveRows()

    def _forget(self, node: Node) -> None:
        del self._nodes[node.serial]
        for below in node.below:
            self._forget(below)

    def _arrange(self, parent: Node, keys: Sequence[Hashable]) -> None:
        """Bring the rows that stay into order in one step."""
        places = {key: place for place, key in enumerate(keys)}
        ordered = sorted(parent.below, key=lambda node: places[node.row.key])
        if ordered == parent.below:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        parent.below = ordered
        _number(parent)
        new = [
            self.createIndex(node.place, index.column(), node.serial)
            for index in old
            for node in (self._nodes[index.internalId()],)
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _repaint(self, parent: Node, wanted: dict[Hashable, Row]) -> None:
        """Say which of the rows that stay say something else now, and follow below them."""
        changed = []
        for node in parent.below:
            row = wanted[node.row.key]
            if row != node.row:
                before, node.row = node.row, row
                if row._replace(below=()) != before._replace(below=()):
                    changed.append(node.place)
                if row.below != before.below:
                    self._follow(node, row.below)
        for first, last in _runs(changed):
            self.dataChanged.emit(
                self._index(parent.below[first]), self._index(parent.below[last], 1)
            )

    def _put_in(self, parent: Node, rows: Sequence[Row]) -> None:
        known = {node.row.key for node in parent.below}
        fresh = [place for place, row in enumerate(rows) if row.key not in known]
        for first, last in _runs(fresh):
            self.beginInsertRows(self._index(parent), first, last)
            parent.below[first:first] = [self._made(row, parent) for row in rows[first : last + 1]]
            _number(parent)
            self.endInsertRows()

    def _made(self, row: Row, parent: Node) -> Node:
        node = Node(row, next(self._serials), parent)
        self._nodes[node.serial] = node
        node.below = [self._made(below, node) for below in row.below]
        _number(node)
        return node

    def _node(self, index: Index) -> Node:
        return self._nodes.get(index.internalId(), self._root)  # no index has number 0

    def _index(self, node: Node | None, column: int = 0) -> QModelIndex:
        if node is None or node is self._root:
            return QModelIndex()
        return self.createIndex(node.place, column, node.serial)


def _steps(parent: Node, rows: Sequence[Row]) -> int:
    """Return in how many steps rows would be taken out and put in."""
    nodes = {node.row.key: node for node in parent.below}
    wanted = {row.key for row in rows}
    gone = [node.place for node in parent.below if node.row.key not in wanted]
    fresh = [place for place, row in enumerate(rows) if row.key not in nodes]
    steps = sum(1 for _run in (*_runs(gone), *_runs(fresh)))
    return steps + sum(
        _steps(nodes[row.key], row.below)
        for row in rows
        if row.key in nodes and row.below != nodes[row.key].row.below
    )


def _number(parent: Node) -> None:
    for place, node in enumerate(parent.below):
        node.place = place


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of places that follow one another."""
    start = 0
    for place in range(1, len(places) + 1):
        if place == len(places) or places[place] != places[place - 1] + 1:
            yield places[start], places[place - 1]
            start = place
