"""The window of workbooks: what they would change, in words, and bringing them in as one step.

It stays while one works on the board: what is edited there is worked out anew here.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton

from designer.mappings import UnreadableMappingsError, remember, remembered
from designer.merging import Joined
from designer.tables import for_pathway
from designer.ui.dialogs import tell
from designer.ui.merging.joining import take_in
from designer.ui.task import Task
from designer.ui.updating.choosing import ask_which, dropped_books
from designer.ui.updating.columns_dialog import ColumnsDialog
from designer.ui.updating.outcome import Outcome, outcome
from designer.ui.updating.parts import Parts
from designer.ui.updating.presenting import (
    go_to_first,
    present_books,
    present_missing,
    present_outcome,
)
from designer.ui.updating.reading import Looked, Reading, Source, look
from designer.ui.updating.saying import what_is_next
from designer.updating import UnreadableBookError
from exporters.table.mapping import TableMapping
from model.document import Changed
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow

_CALM: Final = 400
"""Milliseconds without an edit, after which workbooks are worked out anew."""


class UpdatingWindow(QDialog):
    """Brings workbooks into the pathway that is open in a window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Bring in workbooks"))
        self.setAcceptDrops(True)
        self._window = window
        self._workspace = window.workspace
        self._document = window.workspace.file.document
        self._sources: tuple[Source, ...] = ()
        self._looked: Looked | None = None
        self._outcome: Outcome | None = None
        self._task: Task | None = None
        self._is_again = False
        self._is_other = False
        self._said = ""
        self.is_over = False
        self.parts = Parts(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_CALM)
        self._connect()

    @property
    def is_reading(self) -> bool:
        """Whether workbooks are being read, or are about to be."""
        return self._task is not None or self._later.isActive()

    def add(self, paths: Sequence[Path]) -> None:
        """Read workbooks, beside those that are here already; one that is here is read anew."""
        known = {source.path: source for source in self._sources}
        known.update((path, Source(path)) for path in paths)
        self._read(known.values())

    def ask_for_more(self) -> None:
        """Ask for more workbooks."""
        ask_which(self, self._workspace.file.path, self.add)

    def read_again(self) -> None:
        """Read the files anew: they were put right in the meantime."""
        self._read(source._replace(pages=()) for source in self._sources)

    def choose_columns(self) -> None:
        """Ask which column of the plain table that one has come to is which."""
        reading = self.parts.books.current
        if reading is not None and reading.is_table:
            dialog = ColumnsDialog(
                self,
                reading,
                self._document.pathway,
                self._workspace.language,
                self._known_mappings(),
            )
            dialog.chosen.connect(lambda mappings: self._read_by(reading, mappings))
            dialog.open()

    def forget(self, reading: Reading) -> None:
        """Leave a workbook away."""
        self._read(each for each in self._sources if each.path != reading.source.path)

    def look(self) -> None:
        """Work out what the workbooks do to the pathway as it is now."""
        self._later.stop()
        self._outcome = None
        if self._task is not None:
            self._is_again = True
            self._task.stop()
            return
        pathway, sources, known = self._document.pathway, self._sources, self._known_mappings()
        went_wrong = _("Something went wrong; nothing was changed. The error was noted in {file}.")
        self._task = Task(
            self, lambda progress: look(pathway, sources, known, progress), went_wrong
        )
        self._task.progressed.connect(self._show_progress)
        self._task.done.connect(self._present)
        self._task.failed.connect(self._fail)
        self._task.stopped.connect(self._end_task)
        self.parts.be_busy(is_busy=True)
        self._task.start()

    def bring_in(self) -> None:
        """Do what is shown, if the pathway is still the one that it was worked out for."""
        self._window.finish_typing()
        shown = self._outcome
        if shown is None or shown.before is not self._document.pathway:
            self._say_edited()
            self.look()
            return
        self._let_go()
        updated = shown.updated
        names = ", ".join(reading.name for reading in self.parts.books.ticked)
        joining = Joined(updated.change, updated.questions, updated.places)
        before_it = _("before bringing in “{name}”").format(name=names)
        take_in(self._workspace, joining, names, before_it)
        self._remember_mappings()
        # What is done is done, whatever becomes of remembering how it was read.
        self.accept()
        self._remember_mappings()

    def reject(self) -> None:
        """Close; a workbook that is being read is let go of."""
        self._let_go()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that it is on, and none from afar."""
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_books(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(dropped_books(event))
        event.acceptProposedAction()

    # What was read

    def _present(self, looked: object) -> None:
        if not self._end_task() or not isinstance(looked, Looked):
            return
        self._looked = looked
        self._sources = tuple(reading.source for reading in looked.readings)
        present_books(self.parts, looked)
        self._offer_columns()
        self._work_out()
        if self._is_other:
            self._is_other = False
            go_to_first(self.parts, looked)

    def _work_out(self) -> None:
        """Show what the workbooks that are ticked do, with what is ticked to go."""
        looked = self._looked
        if looked is None or self.is_reading:
            return
        self.parts.missing.refuse("")
        ticked = self.parts.books.ticked
        books = [reading.taken for reading in ticked if reading.taken is not None]
        present_missing(self.parts, books)
        try:
            self._outcome = outcome(looked.pathway, books, self.parts.missing.removing)
        except UnreadableBookError as error:
            self._outcome = None
            self.parts.hold()
            self.parts.missing.refuse("\n".join(error.lines))
            self.parts.say(_("What is ticked cannot be removed."), "fault")
        else:
            present_outcome(self.parts, looked, self._outcome, self._workspace.language)
            words = (self._said, what_is_next(looked, self._outcome))
            self.parts.say(" ".join(filter(None, words)))
            self._said = ""

    def _offer_columns(self) -> None:
        current = self.parts.books.current
        self.parts.mapping.setVisible(current is not None and current.is_table)

    # What happens beside it

    def _read(self, sources: Iterable[Source]) -> None:
        """Go on with other workbooks."""
        self._sources = tuple(sources)
        self._is_other = True
        self.look()

    def _read_by(self, reading: Reading, mappings: tuple[TableMapping, ...]) -> None:
        """Read a plain table as people have said."""
        self._read(
            source._replace(mappings=mappings) if source.path == reading.source.path else source
            for source in self._sources
        )

    def _known_mappings(self) -> tuple[TableMapping, ...]:
        """Return how plain tables were read before; say so when that cannot be known."""
        try:
            known = remembered(self._window.program.settings.folder)
        except UnreadableMappingsError as error:
            self._said = str(error)
            return ()
        return for_pathway(known, self._document.pathway, self._workspace.language)

    def _remember_mappings(self) -> None:
        """Keep how the tables were read that were brought in."""
        ticked = self.parts.books.ticked
        mappings = [mapping for reading in ticked for mapping in reading.source.mappings]
        try:
            remember(self._window.program.settings.folder, mappings)
        except UnreadableMappingsError as error:
            tell(self._window, str(error))

    def _show_progress(self, share: float) -> None:
        if self._task is not None:
            self.parts.show_progress(share)

    def _fail(self, words: str) -> None:
        if self._end_task():
            self.parts.say(words, "fault")

    def _end_task(self) -> bool:
        """End what was read; whether its result is still wanted."""
        if self._task is None:  # it was let go of
            return False
        task, self._task = self._task, None
        task.wait()
        task.deleteLater()
        is_again, self._is_again = self._is_again, False
        if is_again:
            self.look()
        else:
            self.parts.be_busy(is_busy=False)
        return not is_again

    def _follow(self, notice: Changed) -> None:
        """Bring nothing in that was worked out for another state than the one there is now."""
        del notice
        self._outcome = None
        self.parts.hold()
        self._say_edited()
        self._later.start()

    def _say_edited(self) -> None:
        self._said = _("The pathway was edited in the meantime: look again at what changes.")

    def _reveal(self, id: str) -> None:
        """Show on the board what one has come to; what is new is not there yet."""
        if id in self._document.pathway:
            self._workspace.show_record(id)

    def _let_go(self) -> None:
        """Leave the pathway: it is worked out here no longer."""
        if not self.is_over:
            self.is_over = True
            self._document.watchers.remove(self._follow)
            self._workspace.left.disconnect(self.reject)
            self._later.stop()
            if self._task is not None:
                self._task.disconnect(self)
                self._task.let_go()
                self._task = None

    def _connect(self) -> None:
        parts = self.parts
        parts.books.left_out.connect(self._work_out)
        parts.books.removed.connect(self.forget)
        parts.books.currentRowChanged.connect(lambda _row: self._offer_columns())
        parts.mapping.clicked.connect(self.choose_columns)
        parts.missing.ticked.connect(self._work_out)
        parts.missing.chosen.connect(self._reveal)
        parts.changes.chosen.connect(self._reveal)
        parts.adding.clicked.connect(self.ask_for_more)
        parts.reading.clicked.connect(self.read_again)
        parts.go.clicked.connect(self.bring_in)
        parts.closing.clicked.connect(self.reject)
        self._later.timeout.connect(self.look)
        self._document.watchers.append(self._follow)
        self._workspace.left.connect(self.reject)
