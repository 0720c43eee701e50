"""The outline as a Qt model that follows the pathway by the rows that really change.

Views keep what is unfolded, current and in sight by persistent indexes: rows that stay must
never be taken out and put back.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from designer.ui.labels import as_tooltip
from designer.ui.outline.lines import ROOT, Kind, Line, Outline
from designer.ui.outline.signs import sign_of
from designer.ui.outline.words import Words, name_to_edit, sentence_of, words_of
from model.ids import Id

Index = QModelIndex | QPersistentModelIndex

_NO_INDEX = QModelIndex()
_ANSWERS: Final[Mapping[int, Callable[[Line, str], Any]]] = {
    Qt.ItemDataRole.DisplayRole: lambda line, language: words_of(line, language).line,
    Qt.ItemDataRole.EditRole: name_to_edit,
    Qt.ItemDataRole.AccessibleTextRole: sentence_of,
    Qt.ItemDataRole.ToolTipRole: lambda line, language: as_tooltip(sentence_of(line, language)),
    Qt.ItemDataRole.DecorationRole: lambda line, _language: sign_of(line),
}
_NO_FLAGS: Final = Qt.ItemFlag.NoItemFlags
_READ: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITED: Final = _READ | Qt.ItemFlag.ItemIsEditable  # made once: Python is slow at it
_EDITABLE = {Kind.PHASE, Kind.STAGE, Kind.HANDOVER, Kind.NOTE}


class Node:
    """A row: Qt knows it by its serial number, which is never used twice."""

    def __init__(self, key: Id, line: Line, serial: int) -> None:
        self.key = key
        self.line = line
        self.serial = serial
        self.parent: Node | None = None
        self.children: list[Node] = []
        self.row = 0


class OutlineModel(QAbstractItemModel):
    """One column. `written` tells a row's key and the words that were typed into it."""

    written = Signal(str, str)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._serials = count(1)
        self._root = Node(ROOT, Line(Kind.PHASE), 0)
        self._nodes: dict[Id, Node] = {ROOT: self._root}
        self._by_serial: dict[int, Node] = {}
        self._outline = Outline({}, {})

    # What views ask

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return len(self._node(parent).children)

    def hasChildren(self, parent: Index = _NO_INDEX) -> bool:
        return bool(self._node(parent).children)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        del parent
        return 1

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].serial)

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override] # QObject has another
        return self._index(self._node(child).parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return _NO_FLAGS
        return _EDITED if self._node(index).line.kind in _EDITABLE else _READ

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = _ANSWERS.get(role)
        return answer(self._node(index).line, self._language) if answer else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.written.emit(self._node(index).key, str(value))
        return True

    # What the panel asks

    def line(self, index: Index) -> Line:
        return self._node(index).line

    def words(self, index: Index) -> Words:
        return words_of(self._node(index).line, self._language)

    def key(self, index: Index) -> Id:
        """Return the id of a row's record, or the key of a group; '' for no row."""
        return self._node(index).key

    def index_of(self, key: Id) -> QModelIndex:
        """Return where a record stands, no index when it doesn't."""
        return self._index(self._nodes.get(key))

    def speak(self, language: str) -> None:
        """Read the texts of the pathway in another language."""
        self._language = language
        for node in self._nodes.values():
            self._tell(node.children)

    # Following

    def follow(self, outline: Outline) -> None:
        """Become this outline by taking out and putting in single rows; the others move at once."""
        before, self._outline = self._outline, outline
        gone = [self._nodes[key] for key in before.lines.keys() - outline.lines.keys()]
        self._take_out(gone, outline)
        changed = [key for key, wanted in outline.below.items() if before.below.get(key) != wanted]
        self._put_in(ROOT, outline, set(changed))
        self._arrange(changed)
        self._take_out([node for node in gone if node.key in self._nodes], outline)
        self._repaint(before)

    def _take_out(self, gone: Sequence[Node], outline: Outline) -> None:
        """Remove rows, but for those below which others still stand: these move away first."""
        doomed = {node for node in gone if not _holds_lasting(node, outline)}
        for node in doomed:
            parent = node.parent
            if parent is None or parent in doomed:
                continue
            self.beginRemoveRows(self._index(parent), node.row, node.row)
            del parent.children[node.row]
            _number(parent)
            for dropped in _with_all_below(node):
                del self._nodes[dropped.key], self._by_serial[dropped.serial]
            self.endRemoveRows()

    def _put_in(self, key: Id, outline: Outline, changed: set[Id]) -> None:
        """Insert the rows that are new, each in its place among those that are there already."""
        parent = self._nodes[key]
        if key in changed:
            for place, wanted in enumerate(outline.below[key]):
                if wanted not in self._nodes:
                    self._insert(parent, min(place, len(parent.children)), wanted)
        for wanted in outline.below.get(key, ()):
            self._put_in(wanted, outline, changed)

    def _insert(self, parent: Node, row: int, key: Id) -> None:
        node = Node(key, self._outline.lines[key], next(self._serials))
        self.beginInsertRows(self._index(parent), row, row)
        node.parent = parent
        parent.children.insert(row, node)
        _number(parent)
        self._nodes[key] = self._by_serial[node.serial] = node
        self.endInsertRows()

    def _arrange(self, changed: Iterable[Id]) -> None:
        """Bring rows into order and below their parents in one step; they stay who they are."""
        wrong = [
            (self._nodes[key], self._outline.below[key])
            for key in changed
            if [node.key for node in self._nodes[key].children] != self._outline.below[key]
        ]
        if not wrong:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        movers = {key for _parent, wanted in wrong for key in wanted}
        parents = {parent for key in movers if (parent := self._nodes[key].parent) is not None}
        for parent in parents:
            parent.children = [node for node in parent.children if node.key not in movers]
        for parent, wanted in wrong:
            parent.children = [*(self._nodes[key] for key in wanted), *parent.children]
            for node in parent.children:
                node.parent = parent
        for parent in parents | {parent for parent, _wanted in wrong}:
            _number(parent)
        new = [self._index(self._by_serial[index.internalId()]) for index in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _repaint(self, before: Outline) -> None:
        changed: dict[Node, list[Node]] = {}
        for key, line in self._outline.lines.items():
            if key in before.lines and before.lines[key] != line:
                node = self._nodes[key]
                node.line = line
                if node.parent is not None:
                    changed.setdefault(node.parent, []).append(node)
        for nodes in changed.values():
            self._tell(nodes)

    def _tell(self, nodes: Sequence[Node]) -> None:
        for first, last in _runs(sorted(node.row for node in nodes)):
            parent = nodes[0].parent
            siblings = parent.children if parent else []
            self.dataChanged.emit(self._index(siblings[first]), self._index(siblings[last]))

    def _node(self, index: Index) -> Node:
        return self._by_serial.get(index.internalId(), self._root)  # no index has number 0

    def _index(self, node: Node | None) -> QModelIndex:
        if node is None or node is self._root:
            return QModelIndex()
        return self.createIndex(node.row, 0, node.serial)


def _number(parent: Node) -> None:
    for row, node in enumerate(parent.children):
        node.row = row


def _with_all_below(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _with_all_below(child)


def _holds_lasting(node: Node, outline: Outline) -> bool:
    return any(other.key in outline.lines for other in _with_all_below(node))


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of rows that follow one another."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            yield rows[start], rows[place - 1]
            start = place
