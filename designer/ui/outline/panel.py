"""The panel beside the board: the outline, always in step with the pathway and the board."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from designer.ui.canvas.capture.drafts import Draft
from designer.ui.canvas.view import BoardView
from designer.ui.labels import plain_label
from designer.ui.outline import commands
from designer.ui.outline.lines import Line, Mark, Outline, outline_of
from designer.ui.outline.model import OutlineModel
from designer.ui.outline.targets import TargetChooser
from designer.ui.outline.tree import OutlineTree
from model.change import Change
from model.document import Changed
from model.ids import Id
from model.messages import _
from model.pathway import Pathway

_MOST_UNFOLDED = 200  # stages; in larger pathways what leaves each begins folded
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_CURRENT = QItemSelectionModel.SelectionFlag.Current
_NOTHING = QItemSelectionModel.SelectionFlag.NoUpdate


class OutlinePanel(QFrame):
    """Shows the document of a board. Hidden it costs nothing: it catches up when it is shown.

    What is being added is a draft, as on the board: a row with a field open, that the document
    hears of when its words are given.
    """

    def __init__(self, board: BoardView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.board = board
        self._marks: Mapping[Id, Mark] = {}
        self._folded: set[Id] = set()
        self._draft: Draft | None = None
        self._planned = Change("")
        self._is_following = False
        self.model = OutlineModel(board.language)
        self.tree = OutlineTree(self.model)
        self.tree.keys = commands.keys_of(self)
        self.chooser = TargetChooser()
        self.nothing = plain_label(
            _("Nothing here yet. Phases and stages appear as they are added to the board."), "muted"
        )
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(12, 4, 12, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 1)
        column.setSpacing(4)
        title = plain_label(_("Outline"), "title")
        title.setContentsMargins(12, 0, 10, 0)
        column.addWidget(title)
        column.addWidget(self.nothing)
        column.addWidget(self.chooser, 1)
        column.addWidget(self.tree, 2)
        self.setMinimumWidth(220)
        self._connect()

    def _connect(self) -> None:
        self.tree.collapsed.connect(lambda index: self._folded.add(self.model.key(index)))
        self.tree.expanded.connect(lambda index: self._folded.discard(self.model.key(index)))
        self.tree.selectionModel().selectionChanged.connect(self._tell_board)
        self.tree.asked_menu.connect(self._open_menu)
        self.tree.delegate.closeEditor.connect(self._end_draft)
        self.model.rowsInserted.connect(self._unfold)
        self.model.written.connect(self._write)
        self.chooser.chosen.connect(self._join)
        self.chooser.left.connect(self.take_focus)
        self.board.selected.connect(self.show_selected)

    # What is shown

    @property
    def pathway(self) -> Pathway:
        """The pathway as the outline shows it: with what is being added."""
        return self._planned.applied_to(self.board.document.pathway)[0]

    @property
    def outline(self) -> Outline:
        return outline_of(self.pathway, self._marks)

    @property
    def current(self) -> Id:
        """The key of the line where the keyboard is; '' for none."""
        return self.model.key(self.tree.currentIndex())

    @property
    def line(self) -> Line | None:
        """The line where the keyboard is."""
        index = self.tree.currentIndex()
        return self.model.line(index) if index.isValid() else None

    def follow(self, notice: Changed) -> None:
        """Come up to a change of the pathway."""
        del notice
        self.refresh()

    def set_marks(self, marks: Mapping[Id, Mark]) -> None:
        """Say at each line what was found about it."""
        before, self._marks = self._marks, marks
        if marks is not before and marks != before:
            self.refresh()

    def set_language(self, language: str) -> None:
        self.finish_editing()
        self.model.speak(language)

    def refresh(self) -> None:
        """Bring the rows up to the pathway; what is unfolded, current and in sight stays so."""
        if self.isHidden():
            return
        with self._following(), self.tree.held():
            self.model.follow(self.outline)
        self.nothing.setVisible(self.model.rowCount() == 0)
        if self._draft is not None:
            return
        if self.tree.hasFocus():
            self._tell_board()
        else:
            self.show_selected(self.board.selection.ids)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def take_focus(self) -> None:
        """Move the keys into the outline."""
        if not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self.model.index(0, 0))
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Selecting, in both directions

    def show_selected(self, ids: tuple[Id, ...]) -> None:
        """Select the lines of what is selected on the board, the last one as current."""
        if self.isHidden() or self._is_following or self._draft is not None:
            return
        indexes = [index for id in ids if (index := self.model.index_of(id)).isValid()]
        if [self.model.key(index) for index in indexes] == self._selected():
            return
        chosen = QItemSelection()
        for index in indexes:
            chosen.select(index, index)
        with self._following():
            if indexes:
                self.tree.selectionModel().setCurrentIndex(indexes[-1], _NOTHING)
                self.tree.scrollTo(indexes[-1])
            self.tree.selectionModel().select(chosen, _SELECT)

    def go_to(self, key: Id) -> None:
        """Put the keyboard onto a line, and the board's selection with it."""
        self.tree.setCurrentIndex(self.model.index_of(key))

    def _tell_board(self) -> None:
        if self._is_following or self._draft is not None:
            return
        ids = tuple(id for id in self._selected() if id in self.board.document.pathway)
        if ids == self.board.selection.ids:
            return
        with self._following():
            self.board.select(ids)
            if ids:
                self.board.bring_into_sight(ids[-1])

    def _selected(self) -> list[Id]:
        """Return the keys of the selected lines, the current one last."""
        current = self.tree.currentIndex()
        indexes = self.tree.selectionModel().selectedIndexes()
        keys = [self.model.key(index) for index in indexes if index != current]
        return [*keys, self.model.key(current)] if len(keys) < len(indexes) else keys

    @contextmanager
    def _following(self) -> Iterator[None]:
        before, self._is_following = self._is_following, True
        try:
            yield
        finally:
            self._is_following = before

    # Editing

    def edit(self) -> None:
        """Open the field of the current line."""
        index = self.tree.currentIndex()
        if Qt.ItemFlag.ItemIsEditable in self.model.flags(index):
            self.tree.edit(index)

    def draft(self, draft: Draft) -> None:
        """Show what is to be added as a line, and ask for its words; without, nothing is done."""
        self.finish_editing()
        planned = draft.planned(self.board.document.pathway, "", self.board.language)
        if planned:
            self._draft, self._planned = draft, planned
            self.refresh()
            self.go_to(planned.ops[0].id)
            self.edit()

    def finish_editing(self) -> None:
        """Keep the words of an open field, as before saving or undoing."""
        self.tree.delegate.finish()

    def ask_target(self, question: str, source: Id) -> None:
        """Ask for the stage that one is to be joined to."""
        self.chooser.ask(question, self.outline, source, self.board.language)

    def _join(self, target: Id) -> None:
        self.take_focus()
        commands.join(self, target)

    def _write(self, key: Id, words: str) -> None:
        document, language = self.board.document, self.board.language
        words = words.strip()
        if self._draft is None:
            document.do(commands.written(document.pathway, key, language, words))
        elif words:
            change = self._draft.made(document.pathway, words, language)
            reason = self._draft.why_nothing(document.pathway, words, language)
            self._drop_draft()
            if self.tree.isAncestorOf(self.window().focusWidget()):
                self.tree.setFocus()  # before the row of the draft goes, with its field
            done = document.do(change)
            self.refresh()
            if done:
                self.go_to(done.ops[0].id)
            elif reason:
                self.board.say(reason)

    def _end_draft(self) -> None:
        """Forget what was not given any words."""
        if self._draft is not None:
            self._drop_draft()
            self.refresh()
            self.show_selected(self.board.selection.ids)

    def _drop_draft(self) -> None:
        self._draft, self._planned = None, Change("")

    def _unfold(self, parent: QModelIndex) -> None:
        """Unfold a line that has got lines below it; leaves are left: an unfolded row costs."""
        if not parent.isValid() or self.model.key(parent) in self._folded:
            return
        is_group = not self.model.parent(parent).isValid()
        if is_group or len(self.board.document.pathway.stages) <= _MOST_UNFOLDED:
            self.tree.expand(parent)

    def _open_menu(self, at: QPoint) -> None:
        from designer.ui.outline.menu import open_menu

        open_menu(self, at)
