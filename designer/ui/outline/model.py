"""The outline as a Qt model that follows the pathway by the rows that really change.

Views keep what is unfolded, current and in sight by persistent indexes: rows that stay must
never be taken out and put back.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
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

    # What views ask

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return len(self._node(parent).children)

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
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._node(index).line.kind in _EDITABLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

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
        """Become this outline by taking out, putting in, moving and repainting single rows."""
        self._take_out(outline)
        self._arrange(self._root, outline)
        self._take_out(outline)  # whose rows below have moved away by now
        self._repaint(outline)

    def _take_out(self, outline: Outline) -> None:
        """Remove the rows that are gone, but for those below which others still stand."""
        gone = [node for key, node in self._nodes.items() if key and key not in outline.lines]
        doomed = {node for node in gone if not self._holds_lasting(node, outline)}
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

    def _holds_lasting(self, node: Node, outline: Outline) -> bool:
        return any(other.key in outline.lines for other in _with_all_below(node))

    def _arrange(self, parent: Node, outline: Outline) -> None:
        """Bring the rows below `parent` into the outline's order, then those below them."""
        wanted = outline.below.get(parent.key, [])
        if [node.key for node in parent.children] != wanted:
            staying = _staying(parent, wanted)
            before: Node | None = None
            for key in wanted:
                node = self._nodes.get(key)
                if node is None:
                    node = self._put_in(key, outline, parent, before)
                elif node not in staying:
                    self._move(node, parent, before)
                before = node
        for key in wanted:
            self._arrange(self._nodes[key], outline)

    def _put_in(self, key: Id, outline: Outline, parent: Node, before: Node | None) -> Node:
        row = before.row + 1 if before else 0
        node = Node(key, outline.lines[key], next(self._serials))
        self.beginInsertRows(self._index(parent), row, row)
        node.parent = parent
        parent.children.insert(row, node)
        _number(parent)
        self._nodes[key] = self._by_serial[node.serial] = node
        self.endInsertRows()
        return node

    def _move(self, node: Node, parent: Node, before: Node | None) -> None:
        """Put a row after `before` below `parent`; it keeps its identity and all below it."""
        old = node.parent
        row = before.row + 1 if before else 0
        if old is None or (old is parent and row in {node.row, node.row + 1}):
            return
        self.beginMoveRows(self._index(old), node.row, node.row, self._index(parent), row)
        del old.children[node.row]
        if old is parent and node.row < row:
            row -= 1
        parent.children.insert(row, node)
        node.parent = parent
        _number(old)
        _number(parent)
        self.endMoveRows()

    def _repaint(self, outline: Outline) -> None:
        changed: dict[Node, list[Node]] = {}
        for key, line in outline.lines.items():
            node = self._nodes[key]
            if node.line != line:
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
        if not index.isValid():
            return self._root
        return self._by_serial.get(index.internalId(), self._root)

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


def _staying(parent: Node, wanted: Sequence[Id]) -> set[Node]:
    """Return the longest run of rows that are in the wanted order already: they need no move."""
    places = {key: place for place, key in enumerate(wanted)}
    here = [node for node in parent.children if node.key in places]
    tails: list[int] = []  # the smallest last place of an ascending run, by its length
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number, node in enumerate(here):
        place = places[node.key]
        length = bisect_left(tails, place)
        before[number] = ends[length - 1] if length else None
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [number]
    staying: set[Node] = set()
    step = ends[-1] if ends else None
    while step is not None:
        staying.add(here[step])
        step = before[step]
    return staying


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of rows that follow one another."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            yield rows[start], rows[place - 1]
            start = place
