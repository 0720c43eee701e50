"""The publishing window: what would go out, what not and why; approval, preview, publishing.

It stays while one works on the board: what is edited there is looked at anew here.
"""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog

from designer.organisation import OrganisationFileError
from designer.publishing.choices import Choices
from designer.publishing.outgoing import publish
from designer.publishing.plan import Entry
from designer.publishing.works import publishing_choices
from designer.ui.inspector.fields import Around
from designer.ui.links import open_own
from designer.ui.publishing.approving import ApprovingDialog
from designer.ui.publishing.browsing import Browsing
from designer.ui.publishing.jobs import Doing, Job, Jobs
from designer.ui.publishing.looking import Looked, Subject, look, preview
from designer.ui.publishing.parts import Parts
from designer.ui.publishing.places import Place
from designer.ui.publishing.saying import what_is_next, what_was_written
from exporters.exporter import ExportError, Progress
from model.approval import Approver, approve
from model.document import Changed
from model.messages import _
from model.pathway import Pathway

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow
    from model.ids import Id

_CALM: Final = 400
"""Milliseconds without an edit, after which the pathway is looked at anew."""
_LOOK: Final = 0.2
"""The share of publishing that goes to looking once more at what goes out."""


class PublishingWindow(QDialog):
    """Publishes the pathway that is open in a window, or all in its folder."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Publish as a website"))
        self._window = window
        self._workspace = window.workspace
        self._file = window.workspace.file
        self._document = self._file.document
        self._looked: Looked | None = None
        self._withdraw: frozenset[Id] = frozenset()
        self._written: Path | None = None
        self._said = ""
        self.is_over = False
        self._browsing = Browsing()
        home = self._file.path.parent if self._file.path is not None else None
        self.parts = Parts(self, window.program.settings, Choices(), home)
        self.jobs = Jobs(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_CALM)
        self._connect()
        self.look()

    @property
    def preview_address(self) -> str:
        """Where the newest preview is served, '' while there is none."""
        return self._browsing.address

    def look(self) -> None:
        """Look anew at what would go out."""
        self._later.stop()
        if self.jobs.doing is Doing.PUBLISHING or not self._takes_organisation():
            return
        subject, choices, withdraw = self._subject(), self.parts.form.choices, self._withdraw
        self.jobs.begin(
            Job(
                Doing.LOOKING,
                lambda progress: look(subject, choices, withdraw, progress),
                self._present,
            )
        )

    def ask_to_approve(self) -> None:
        """Ask who approves the pathway as it is now."""
        self._window.finish_typing()
        looked = self._looked
        if looked is None or self._is_stale:
            self._look_again()
            return
        around = Around(looked.pathway, self._workspace.language)
        today = self._window.program.today()
        approve_seen = partial(self._approve, looked.pathway)
        ApprovingDialog(self, around, looked.ready, today, approve_seen).open()

    def show_preview(self) -> None:
        """Make the site of the pathways as they are now, and show it in the user's browser."""
        self._window.finish_typing()
        if not self._takes_organisation():
            return
        subject, choices = self._subject(), self.parts.form.choices
        self.jobs.begin(
            Job(
                Doing.PREVIEWING,
                lambda progress: preview(subject, choices, progress),
                self._browse,
            )
        )

    def publish(self) -> None:
        """Write the site; a pathway that is not saved yet is saved first, with its approval."""
        self._window.finish_typing()
        if self._document.is_modified or self._file.path is None:
            self._window.filing.save(then=self._publish_now)
        else:
            self._publish_now()

    def go_to(self, place: Place) -> None:
        """Go to where something is put right; the action's key leads back."""
        entry, info = self.parts.list.entry, self._document.pathway.info
        if entry is None or entry.id != info.id:
            self.open_entry()
            return
        self.hide()
        self._window.activateWindow()
        about = place.about if place.about in self._document.pathway else info.id
        if place.field:
            self._workspace.edit_field(about or info.id, place.field)
        else:
            self._workspace.show_record(about or info.id)
        key = self._window.actions_by_name["publish"].shortcut().toString()
        self._workspace.status.hint.put(
            _("{key} leads back to the publishing window.").format(key=key)
        )

    def open_entry(self) -> None:
        """Open the file of the pathway that is shown, in a window of its own."""
        entry = self.parts.list.entry
        if entry is not None and entry.file is not None:
            self._window.filing.open(entry.file)

    def open_folder(self) -> None:
        """Show what was written."""
        if self._written is not None:
            open_own(self._written)

    def reject(self) -> None:
        """Stop what is being written; else close."""
        if self.jobs.doing is Doing.PUBLISHING:
            self.parts.say(_("Stopping…"))
            self.jobs.stop()
        else:
            self.end()
            super().reject()

    def end(self) -> None:
        """Let go of the pathway: it is shown here no longer."""
        self.is_over = True
        if self._follow in self._document.watchers:
            self._document.watchers.remove(self._follow)
        self._later.stop()
        self.jobs.end()
        self._browsing.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.jobs.doing is Doing.PUBLISHING:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _approve(self, seen: Pathway, by: Approver) -> None:
        """Approve what was seen when it was asked; not what others have made of it since."""
        if seen is not self._document.pathway:
            self._look_again()
            return
        self._document.do(approve(self._document.pathway, by, datetime.now().astimezone()))
        self.look()

    @property
    def _is_stale(self) -> bool:
        """Whether the pathway was edited since it was looked at, here or elsewhere."""
        return self._looked is None or self._looked.pathway is not self._document.pathway

    def _look_again(self) -> None:
        self._said = _("The pathway was edited in the meantime: look again at what changes.")
        self.look()

    def _publish_now(self) -> None:
        """Write what was seen; time has passed since, and what is another by now is shown first."""
        looked = self._looked
        is_writing = self.jobs.doing is Doing.PUBLISHING
        if self.is_over or is_writing or looked is None or not self._takes_organisation():
            return
        if self._is_stale:
            self._look_again()
            return
        subject, choices, withdraw = self._subject(), self.parts.form.choices, self._withdraw
        folder = choices.folder
        if folder is None or (choices, withdraw) != (looked.choices, looked.withdraw):
            self._say_other()
            self.look()
            return

        def work(progress: Progress) -> Path | Looked:
            now = look(subject, choices, withdraw, lambda share: progress(_LOOK * share))
            if not now.publishes_as(looked):
                return now
            publish(
                now.plan, now.site, folder, lambda share: progress(_LOOK + share - _LOOK * share)
            )
            return folder

        self.jobs.begin(Job(Doing.PUBLISHING, work, self._tell_written))

    def _tell_written(self, written: object) -> None:
        if isinstance(written, Looked):
            self._say_other()
            self._present(written)
        elif isinstance(written, Path):
            self._written = written
            self._said = what_was_written(self.parts.form.choices, written)
            self.parts.folder.show()
            self._withdraw = frozenset()
            self.look()

    def _say_other(self) -> None:
        self._said = _(
            "Nothing was published: something else would go out by now. Look again at what changes."
        )

    def _browse(self, files: object) -> None:
        self._offer()
        if not isinstance(files, dict):
            return
        try:
            self._browsing.show(files)
        except ExportError as error:
            self._fail(Doing.PREVIEWING, str(error))
            return
        words = _(
            "The preview is open in your browser until this window is closed. It shows "
            "the pathways as they are now, what is not approved included."
        )
        self._keep_said(words)
        self.parts.say(words)

    def _keep_said(self, words: str) -> None:
        """Let a look that follows at once say it again: nobody has read it by then."""
        if self.jobs.is_waited_for:
            self._said = words

    def _present(self, looked: object) -> None:
        if not isinstance(looked, Looked):
            return
        self._looked = looked
        self.parts.list.present(looked.plan, self._document.pathway.info.id)
        self._offer()
        self._say_state(looked)

    def _say_state(self, looked: Looked) -> None:
        """Say what publishing would do, or why it cannot be done yet."""
        words = [self._said or what_is_next(looked, self.parts.form.choices)]
        words += [unread.reason for unread in looked.plan.unread]
        self._said = ""
        self.parts.say(" ".join(words))

    def _offer(self) -> None:
        """Let that be begun which can be."""
        self.parts.be_busy(Doing.NOTHING)
        folder, looked = self.parts.form.choices.folder, self._looked
        self.parts.offer_publishing(
            can=folder is not None and looked is not None and bool(looked.plan.site),
            needed=looked is not None and looked.plan.changes_something,
        )

    def _show_entry(self, entry: object) -> None:
        """Show the details of the entry that one has come to."""
        looked = self._looked
        if looked is None or not isinstance(entry, Entry):
            self.parts.details.clear()
            return
        is_open = entry.id == self._document.pathway.info.id
        self.parts.details.present(entry, looked.ready if is_open else None)

    def _withdraw_shown(self, is_wanted: object) -> None:
        entry = self.parts.list.entry
        if entry is not None:
            ids = {entry.id}
            self._withdraw = self._withdraw | ids if is_wanted else self._withdraw - ids
            self.look()

    def _fail(self, doing: Doing, words: str) -> None:
        if doing is Doing.LOOKING:
            self._looked = None
            self._said = ""
            self.parts.details.clear()
            self.parts.list.clear()
        else:
            self._keep_said(words)
        self._offer()
        self.parts.say_fault(words)

    def _halted(self, doing: Doing) -> None:
        self._offer()
        if doing is Doing.PUBLISHING:
            self.parts.say(_("Stopped. What was published before is as it was."))

    def _follow(self, notice: Changed) -> None:
        del notice
        self._later.start()

    def _subject(self) -> Subject:
        return Subject(
            self._document.pathway,
            self._file.path,
            self.parts.form.publishes_folder,
            self._window.program.settings.folder,
            self._window.program.today(),
        )

    def _takes_organisation(self) -> bool:
        """Take how the organisation publishes now; say what is wrong when that is not known."""
        targets = (self._file.path,) if self._file.path is not None else ()
        try:
            organisation = publishing_choices(targets, self._window.program.settings.folder)
        except OrganisationFileError as error:
            self.jobs.stop()
            self._fail(Doing.LOOKING, str(error))
            return False
        self.parts.form.take_organisation(organisation)
        return True

    def _connect(self) -> None:
        parts, jobs = self.parts, self.jobs
        parts.form.changed.connect(self.look)
        parts.list.chosen.connect(self._show_entry)
        parts.details.approved.connect(self.ask_to_approve)
        parts.details.gone_to.connect(self.go_to)
        parts.details.opened.connect(self.open_entry)
        parts.details.withdrawn.connect(self._withdraw_shown)
        parts.previewing.clicked.connect(self.show_preview)
        parts.publishing.clicked.connect(self.publish)
        parts.folder.clicked.connect(self.open_folder)
        parts.closing.clicked.connect(self.reject)
        jobs.began.connect(parts.be_busy)
        jobs.progressed.connect(parts.show_progress)
        jobs.failed.connect(self._fail)
        jobs.stopped.connect(self._halted)
        self._later.timeout.connect(self.look)
        self._document.watchers.append(self._follow)
        self._workspace.left.connect(self._leave)

    def _leave(self) -> None:
        """Go with the pathway: what was being written is stopped, nothing of it stays."""
        self.end()
        super().reject()
