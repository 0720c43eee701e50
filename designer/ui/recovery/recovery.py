"""The work that was open when the program was killed: found, offered, restored or deleted."""

import sqlite3
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from designer.ui.dialogs import Answer, ask, tell
from designer.ui.open_file import OpenFile
from model import journal
from model.change import Change
from model.document import Document
from model.journal import DamagedJournalError, Draft, Fault, Found
from model.messages import _, ngettext
from model.notes import Anchor, add_note
from model.on_disk import State, state_of
from model.storage import reason_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from designer.ui.main_window import MainWindow
    from designer.ui.program import Program
    from designer.ui.recovery.window import RecoveryWindow
    from designer.ui.recovery.words import Work


class Recovery:
    """One for the program; its windows ask it."""

    def __init__(self, program: "Program") -> None:
        self._program = program
        self._found: list[Found] = []

    @property
    def is_there_any(self) -> bool:
        return bool(self._found)

    def look(self) -> None:
        """Find what was left behind; what is wholly in its file is deleted."""
        self._found = []
        for found in journal.recoverable(self._program.journals):
            if _is_in_its_file(found):
                _delete(found)
            else:
                self._found.append(found)
        for window in self._program.windows:
            window.show_state()

    def offer(self, window: "MainWindow") -> None:
        """Show what was left behind, once: what the user has been told of waits in the menu."""
        self.look()
        if any(not found.offered for found in self._found):
            self.show(window)

    def show(self, window: "MainWindow") -> None:
        """Show all works that can be recovered."""
        from designer.ui.recovery.window import RecoveryWindow

        self.look()
        if not self._found:
            tell(window, _("There is no work to recover."))
            return
        works = [_work(found) for found in self._found]
        for found in self._found:
            journal.mark_offered(found)
        dialog = RecoveryWindow(window, works)
        dialog.restored.connect(lambda work: self._restore(work, window, dialog))
        dialog.opened.connect(lambda work: self._open_saved(work, window, dialog))
        dialog.deleted.connect(lambda work: self._ask_to_delete((work,), dialog))
        dialog.open()

    def ask_to_delete_all(self, window: "MainWindow") -> None:
        """Delete all works that can be recovered, after asking; those of newer programs stay."""
        self.look()
        works = [_work(found) for found in self._found if found.fault is not Fault.NEWER]
        if works:
            self._ask_to_delete(works, window)
        else:
            tell(window, _("There is no work to recover."))

    def _restore(self, work: "Work", window: "MainWindow", dialog: "RecoveryWindow") -> None:
        document, stored = work.document, work.found.stored
        if document is None:
            return
        there = self._program.window_of(stored.path) if stored.path is not None else None
        if there is not None and there.filing.has_unsaved_changes:
            tell(
                dialog,
                _(
                    "“{file}” is open in another window and has unsaved changes there. Save or "
                    "close it first, then restore this work."
                ).format(file=stored.path),
            )
            return
        place = there or (window if window.file is None else self._program.open_window())
        place.show_file(OpenFile(document, stored.path, stored.known))
        if work.found.draft is not None:
            document.do(note_of(work.found.draft, document))
        kept = place.keeping
        if kept is not None:
            kept.journal.keep_all(work.found.unsaved)
            if kept.journal.flush():
                _delete(work.found)
        place.show_state()
        self._done_with(work, dialog)

    def _open_saved(self, work: "Work", window: "MainWindow", dialog: "RecoveryWindow") -> None:
        """Open the file as it was saved; the work that was not stays in the menu."""
        dialog.reject()
        if work.found.stored.path is not None:
            window.filing.open(work.found.stored.path)

    def _ask_to_delete(self, works: "Sequence[Work]", parent: QWidget) -> None:
        from designer.ui.recovery.window import RecoveryWindow
        from designer.ui.recovery.words import title_of

        first = works[0]
        question = ngettext(
            "Delete the recovered work “{title}”? It cannot be brought back after that.",
            "Delete {count} recovered works? They cannot be brought back after that.",
            len(works),
        ).format(title=title_of(first.document), count=len(works))

        def delete() -> None:
            for work in works:
                try:
                    journal.delete(work.found)
                except OSError as error:
                    tell(
                        parent,
                        _("The recovered work could not be deleted ({reason}).").format(
                            reason=reason_of(error)
                        ),
                    )
                    return
                if isinstance(parent, RecoveryWindow):
                    parent.take_out(work)
            self.look()

        ask(
            parent, question, (Answer(_("Delete"), QMessageBox.ButtonRole.DestructiveRole, delete),)
        )

    def _done_with(self, work: "Work", dialog: "RecoveryWindow") -> None:
        dialog.take_out(work)
        self.look()


def note_of(draft: Draft, document: Document) -> Change:
    """Return the change that hangs up what was still being typed as a note."""
    pathway = document.pathway
    words = (
        _("Was being typed ({field}): {words}") if draft.field else _("Was being typed: {words}")
    ).format(field=draft.field, words=draft.words.strip())
    languages = pathway.info.languages
    return add_note(pathway, Anchor(about=draft.about), words, languages[0] if languages else "fi")


def _work(found: Found) -> "Work":
    from designer.ui.recovery.words import Work

    try:
        recovered = journal.replay(found)
    except DamagedJournalError:
        return Work(found, None, 0)
    return Work(found, recovered.document, recovered.lost)


def _is_in_its_file(found: Found) -> bool:
    """Whether the file holds all that the journal does, still."""
    stored = found.stored
    if found.fault is not None or found.draft is not None or found.unsaved > 0:
        return False
    if stored.path is None or stored.known is None:
        return False
    return state_of(stored.path, stored.known) is State.SAME


def _delete(found: Found) -> None:
    try:
        journal.delete(found)
    except (OSError, sqlite3.Error):  # it is offered once more then, and nothing is lost
        return
