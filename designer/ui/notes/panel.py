"""The notes of the workgroup as a list: what is still open, about what."""

from collections import Counter

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from designer.ui.canvas.notes.showing import Wanted
from designer.ui.canvas.view import BoardView
from designer.ui.chip_row import ChipRow
from designer.ui.labels import as_tooltip, plain_label
from designer.ui.notes.menu import several
from designer.ui.notes.table import Column, NotesTable, lines_of
from designer.ui.panel_switch import Below, PanelSwitch
from designer.ui.signs import icon
from designer.ui.tables import read_by_rows
from designer.ui.ticks import Tick
from exporters.diagram.look import NOTE_ICONS
from model import edits, notes
from model.codes import NoteKind
from model.document import Changed
from model.ids import Id
from model.messages import _
from model.records import Note

ROW_HEIGHT = 28
_SHARES = {Column.ABOUT: 0.24, Column.WORKSHOP: 0.15}  # of the width; the text takes the rest


class NotesPanel(QFrame):
    """Lists the notes of a board's document; what it leaves out, the board leaves out, too.

    `revealed` asks for a note to be shown, `edited` for its words to be edited on the board.
    """

    revealed = Signal(str)
    edited = Signal(str)
    entered = Signal()

    def __init__(self, board: BoardView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._board = board
        self.table = NotesTable()
        self.table.ticked.connect(self._tick)
        self.view = NotesView(self.table)
        self.view.clicked.connect(self._reveal)
        self.view.activated.connect(self._reveal)
        self.view.asked_settling.connect(self._tick)
        self.view.asked_editing.connect(self.edited)
        self.view.asked_removal.connect(self._remove)
        self.setFocusProxy(self.view)
        self._lay_out()
        board.showing.changed.connect(self.present)
        board.selected.connect(self._show_selected)
        self.present()

    def follow(self, notice: Changed) -> None:
        """Come up to a change of the pathway."""
        del notice
        self.present()

    def present(self) -> None:
        """Bring the list and the choices up to the pathway and to what is wanted."""
        if self.isHidden():
            return
        pathway, wanted = self._board.document.pathway, self._board.showing.wanted
        current, row = self.view.note, self.view.currentIndex().row()
        self.table.show(lines_of(pathway, wanted, self._board.language))
        if self.view.note != current:
            # The line of a note that is gone, or no longer wanted, is the next one's.
            there = self.table.row_of(current)
            self.view.selectRow(there if there >= 0 else min(row, len(self.table.lines) - 1))
        held = pathway.of(Note)
        counts = Counter(note.kind for note in held if wanted.done or not note.done)
        self._row.say(
            {
                chip: (f"{several(kind)} {counts[kind]}", str(counts[kind]))
                for kind, chip in self.chips.items()
            }
        )
        for kind, chip in self.chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(kind in wanted.kinds)
        for segment, done in ((self.open, False), (self.all, True)):
            segment.setChecked(wanted.done is done)
        with QSignalBlocker(self.on_board):
            self.on_board.setChecked(wanted.on_board)
        self.view.setVisible(bool(self.table.lines))
        self.nothing.setVisible(not self.table.lines)
        self.nothing.setText(
            _("Some notes are hidden: choose above what to show.")
            if held
            else _("There are no notes. On the board, M writes one about what is selected.")
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.present()
        self._show_selected(self._board.selection.ids)

    def _lay_out(self) -> None:
        self.switch = PanelSwitch(Below.NOTES)
        self.open = self._segment(_("Still open"), first=True)
        self.all = self._segment(_("All notes"), first=False)
        self.open.clicked.connect(lambda: self._want(self._wanted._replace(done=False)))
        self.all.clicked.connect(lambda: self._want(self._wanted._replace(done=True)))
        self.chips = {kind: self._chip(kind) for kind in NoteKind}
        self.on_board = Tick(_("On the board"))
        self.on_board.toggled.connect(self._put_on_board)
        self.nothing = plain_label("", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        top = QHBoxLayout()
        top.setContentsMargins(10, 6, 6, 2)
        top.setSpacing(6)
        top.addWidget(self.switch)
        top.addSpacing(12)
        states = QHBoxLayout()
        states.setSpacing(0)
        states.addWidget(self.open)
        states.addWidget(self.all)
        top.addLayout(states)
        self._row = ChipRow(self.chips.values())
        top.addWidget(self._row, 1)
        top.addWidget(self.on_board)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.view, 1)

    def _segment(self, words: str, *, first: bool) -> QToolButton:
        button = QToolButton()
        button.setObjectName("segment")
        button.setProperty("first", first)
        button.setText(words)
        button.setCheckable(True)
        return button

    def _chip(self, kind: NoteKind) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("chip")
        chip.setIcon(icon(NOTE_ICONS[kind]))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setCheckable(True)
        chip.setToolTip(as_tooltip(_("Show or hide: {what}").format(what=several(kind))))
        chip.toggled.connect(lambda _checked, kind=kind: self._toggle(kind))
        return chip

    @property
    def _wanted(self) -> Wanted:
        return self._board.showing.wanted

    def _want(self, wanted: Wanted) -> None:
        self._board.showing.want(wanted)

    def _put_on_board(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._want(self._wanted._replace(on_board=shown))

    def _toggle(self, kind: NoteKind) -> None:
        self._want(self._wanted._replace(kinds=self._wanted.kinds ^ {kind}))

    def _show_selected(self, ids: tuple[Id, ...]) -> None:
        row = self.table.row_of(ids[-1] if ids else None)
        if row >= 0 and not self.isHidden() and self.view.currentIndex().row() != row:
            self.view.selectRow(row)

    def _reveal(self, index: QModelIndex) -> None:
        if index.column() != Column.DONE:
            self.revealed.emit(self.table.lines[index.row()].note.id)
            self.entered.emit()

    def _tick(self, id: Id) -> None:
        document = self._board.document
        document.do(notes.settle(document.pathway, (id,)))

    def _remove(self, id: Id) -> None:
        document = self._board.document
        document.do(edits.remove(document.pathway, (id,)))


class NotesView(QTableView):
    """The list; X or the space bar settles, F2 edits, Del removes, Enter reveals."""

    asked_settling = Signal(str)
    asked_editing = Signal(str)
    asked_removal = Signal(str)

    def __init__(self, table: NotesTable) -> None:
        super().__init__()
        self._table = table
        self.setModel(table)
        self.setAccessibleName(_("Notes"))
        read_by_rows(self, ROW_HEIGHT)
        header = self.horizontalHeader()
        header.resizeSection(Column.DONE, 84)
        header.resizeSection(Column.KIND, 160)
        header.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, share in _SHARES.items():
            self.horizontalHeader().resizeSection(column, round(share * self.viewport().width()))

    @property
    def note(self) -> Id | None:
        """The id of the note in the current line."""
        row = self.currentIndex().row()
        return self._table.lines[row].note.id if 0 <= row < len(self._table.lines) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note = self.note
        acts = {
            Qt.Key.Key_X: self.asked_settling,
            Qt.Key.Key_Space: self.asked_settling,
            Qt.Key.Key_F2: self.asked_editing,
            Qt.Key.Key_Delete: self.asked_removal,
        }
        asked = acts.get(Qt.Key(event.key()))
        if note is None or asked is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            asked.emit(note)
