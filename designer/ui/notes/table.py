"""The table behind the list of notes: one line per note."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from designer.ui.canvas.descriptions import place_of_note
from designer.ui.canvas.notes.showing import Wanted
from designer.ui.labels import as_tooltip
from designer.ui.signs import icon
from exporters.diagram.look import NOTE_ICONS
from model.codes.names import name_of_code
from model.edits import name_of
from model.ids import Id
from model.messages import _
from model.notes import anchor_of
from model.pathway import Pathway
from model.records import Note, Workshop

Index = QModelIndex | QPersistentModelIndex

_NO_INDEX = QModelIndex()


class Column(IntEnum):
    DONE = 0
    KIND = 1
    TEXT = 2
    ABOUT = 3
    WORKSHOP = 4


class NoteLine(NamedTuple):
    note: Note
    text: str
    about: str
    workshop: str


def lines_of(pathway: Pathway, wanted: Wanted, language: str) -> list[NoteLine]:
    """Return the notes wanted, in their order."""
    return [
        NoteLine(
            note,
            " ".join(name_of(note, language).split()) or _("(no name)"),
            place_of_note(pathway, anchor_of(note), language),
            name_of(workshop, language) if (workshop := _workshop(pathway, note)) else "",
        )
        for note in pathway.of(Note)
        if wanted.takes(note)
    ]


def _workshop(pathway: Pathway, note: Note) -> Workshop | None:
    return pathway.find(Workshop, note.workshop)


class NotesTable(QAbstractTableModel):
    """Whether it is settled, what it is, what it says, about what, from which workshop.

    `ticked` asks for a note to be settled or opened again.
    """

    ticked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[NoteLine] = ()

    def show(self, lines: Sequence[NoteLine]) -> None:
        """Show other lines; single ones that changed are repainted, and nothing else moves."""
        if [line.note.id for line in lines] != [line.note.id for line in self.lines]:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
            return
        before, self.lines = self.lines, lines
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def row_of(self, id: Id | None) -> int:
        """Return a note's row, -1 when it isn't in the list."""
        return next((row for row, line in enumerate(self.lines) if line.note.id == id), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == Column.DONE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return {
            Column.DONE: _("Settled"),
            Column.KIND: _("Kind"),
            Column.TEXT: _("Note"),
            Column.ABOUT: _("About"),
            Column.WORKSHOP: _("Workshop"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(line, column)
            case Qt.ItemDataRole.ToolTipRole:
                return as_tooltip(self._words(line, column))
            case Qt.ItemDataRole.DecorationRole if column is Column.KIND:
                return icon(NOTE_ICONS[line.note.kind])
            case Qt.ItemDataRole.CheckStateRole if column is Column.DONE:
                return Qt.CheckState.Checked if line.note.done else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.DONE:
                return _("settled") if line.note.done else _("not settled")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        del value
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.ticked.emit(self.lines[index.row()].note.id)
        return True

    def _words(self, line: NoteLine, column: Column) -> str:
        return {
            Column.DONE: "",
            Column.KIND: _capital(name_of_code(line.note.kind)),
            Column.TEXT: line.text,
            Column.ABOUT: _capital(line.about),
            Column.WORKSHOP: line.workshop,
        }[column]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
