"""Opening, saving and closing: nothing typed is lost, nothing of others is overwritten unasked."""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from designer.ui.dialogs import Answer, ask, inform, name_labels, tell
from designer.ui.open_file import OpenFile
from designer.ui.saving.elsewhere import Elsewhere, Ways
from designer.ui.saving.saver import Saver
from designer.ui.saving.writing import NotSaved, OthersWrote, Outcome, Saved, Wish
from model.file import SUFFIX, UnreadableFileError
from model.messages import _
from model.on_disk import State
from model.pathway import Pathway
from model.text import in_language
from model.versions import Versions
from samples import ships

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow

LONGEST_NAME = 60
MOST_BYTES = 200  # of 255 that systems take: letters may have four each, and endings come after
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[\d¹²³]", re.IGNORECASE)  # on Windows

Then = Callable[[], object]


def _nothing() -> None:
    pass


class Filing:
    """The file side of one window. Dialogs are shown, never waited for; `then` is what follows."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.saver = Saver(window, Versions(window.program.settings.state / "versions"))
        self.saver.changed.connect(window.show_state)
        self.saver.busy.connect(self._say_busy)
        self.saver.not_kept.connect(self._say_not_kept)
        self._has_said_not_kept = False
        self.elsewhere = Elsewhere(
            window,
            self.saver,
            Ways(self._save_again, self.ask_where_to_save, self.open, self.show_versions),
        )

    def open(self, path: Path) -> None:
        """Open a file, in this window when it shows none yet; one that ships as a copy."""
        if ships(path):
            self.open_copy(path)
            return
        try:
            file = OpenFile.at(path)
        except UnreadableFileError as error:
            self._refuse(path, str(error))
            return
        self._window.program.settings.remember_file(path)
        self._window.program.show(file, self._window)

    def open_copy(self, path: Path) -> None:
        """Begin a pathway from a template or a sample."""
        try:
            file = OpenFile.copy_of(path)
        except UnreadableFileError as error:
            tell(self._window, str(error))
            return
        self._window.program.show(file, self._window)

    def show_versions(self) -> None:
        """Show the earlier versions of the file that is open."""
        from designer.ui.saving.versions_dialog import VersionsDialog

        file = self._window.file
        if file is None or file.path is None:
            inform(
                self._window,
                _("There are no earlier versions yet: they are kept from the first save on."),
            )
            return
        self._window.finish_typing()
        VersionsDialog(self._window, file.path, file.document).open()

    def _refuse(self, path: Path, fault: str) -> None:
        """Say why a file cannot be opened; offer what is whole of it, and its earlier versions."""
        from designer.ui.damaged import offer_whole_parts

        earlier = self._showing_earlier(path) if self.saver.versions.of(path) else None
        if offer_whole_parts(self._window, path, fault, earlier):
            return
        if earlier is None:
            tell(self._window, fault)
            return
        answer = Answer(_("Earlier versions…"), QMessageBox.ButtonRole.AcceptRole, earlier)
        ask(self._window, fault, (answer,))

    def _showing_earlier(self, path: Path) -> Callable[[], object]:
        from designer.ui.saving.versions_dialog import VersionsDialog

        return lambda: VersionsDialog(self._window, path, None).open()

    def ask_what_to_open(self) -> None:
        dialog = self._dialog(_("Open a pathway"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.open(Path(path)))
        dialog.open()

    def save(self, then: Then = _nothing) -> None:
        """Save where the pathway is stored; ask for a place when that is nowhere yet."""
        file = self._file()
        self._window.finish_typing()
        if file.path is None:
            self.ask_where_to_save(then)
        else:
            self._write(file, file.path, then)

    def save_as(self, path: Path, then: Then = _nothing) -> None:
        """Save to `path`; what cannot be written stays open, and the user is told."""
        self._window.finish_typing()
        if self._window.program.window_of(path) not in (None, self._window):
            tell(
                self._window,
                _("“{file}” is open in another window. Choose another name.").format(file=path),
            )
            return
        self._write(self._file(), path, then)

    def _save_again(self) -> None:
        """Save a file that has gone from its place."""
        file = self._file()
        self._window.finish_typing()
        if file.path is not None:
            self._write(file, file.path, _nothing, frozenset({State.SAME, State.DELETED}))

    def _write(
        self,
        file: OpenFile,
        path: Path,
        then: Then,
        may_be: frozenset[State] = frozenset({State.SAME}),
    ) -> None:
        """Save beside the window; what follows, follows only what is safe on the disk."""
        outcomes: list[Outcome] = []

        def wish() -> Wish:
            file.is_being_saved = True
            pathway = file.document.pathway
            if file.path != path or file.known is None:
                return Wish(pathway, path)
            return Wish(pathway, path, file.known, file.document.state.saved, may_be)

        def hear(outcome: Outcome) -> None:
            file.is_being_saved = False
            outcomes.append(outcome)
            self._hear(file, outcome)

        def go_on() -> None:
            if outcomes and isinstance(outcomes[0], Saved):
                then()

        self.saver.save(wish, hear, go_on)

    def _hear(self, file: OpenFile, outcome: Outcome) -> None:
        """Take note of what came of a save, and tell the user what went wrong."""
        from designer.ui.saving.look import Look

        match outcome:
            case Saved():
                moved = file.path != outcome.path
                file.has_saved(
                    outcome.pathway, outcome.path, outcome.known, datetime.now().astimezone()
                )
                self._window.program.settings.remember_file(outcome.path)
                self.elsewhere.take(Look(State.SAME))
                if moved:
                    self.elsewhere.watching.follow(outcome.path)
            case NotSaved():
                if outcome.known is not None:
                    file.known = outcome.known
                tell(self._window, outcome.words)
            case OthersWrote():
                self.elsewhere.take(outcome.look)
                self._ask_about_others()
        self._window.show_state()

    def _ask_about_others(self) -> None:
        """Say that nothing was saved, since the file is not what it was; offer what can be done."""
        situation = self.elsewhere.situation
        if situation is None:  # it is again what it was
            self.save()
            return
        ask(
            self._window,
            situation.words + " " + _("Nothing was saved yet."),
            [
                Answer(offer.words, QMessageBox.ButtonRole.AcceptRole, offer.does)
                for offer in situation.offers
            ],
        )

    def _say_busy(self) -> None:
        self._window.board.say(_("Another program has the file open; trying again…"))

    def _say_not_kept(self, words: str) -> None:
        if not self._has_said_not_kept:  # once a window: saving itself has succeeded
            self._has_said_not_kept = True
            self._window.board.say(words)

    def ask_where_to_save(self, then: Then = _nothing) -> None:
        self._window.finish_typing()
        file = self._file()
        dialog = self._dialog(_("Save the pathway"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(file.path.name if file.path else suggested_name(file.document.pathway))
        dialog.fileSelected.connect(lambda path: self.save_as(Path(path), then))
        dialog.open()

    def ask_before_leaving(self, then: Then) -> None:
        """Do `then` at once when nothing would be lost, else when the user says so.

        What is being saved is waited for first.
        """
        from designer.ui.saving.waiting import Waiting

        self._window.finish_typing()
        if self.saver.is_saving:
            Waiting(self._window, self.saver, lambda: self.ask_before_leaving(then))
        elif self._unread:
            self._ask_about_unread(lambda: self._ask_about_walk(then))
        else:
            self._ask_about_walk(then)

    @property
    def _has_unkept_walk(self) -> bool:
        return self._window.has_unkept_walk

    def _ask_about_walk(self, then: Then) -> None:
        if not self._has_unkept_walk:
            self._ask_about_changes(then)
            return

        def keep() -> None:
            self._window.workspace.beside.keep()
            self._ask_about_changes(then)

        ask(
            self._window,
            _("Keep the walk as a story? Its steps are in no story yet."),
            (
                Answer(_("Keep as a story"), QMessageBox.ButtonRole.AcceptRole, keep),
                Answer(
                    _("Don’t keep"),
                    QMessageBox.ButtonRole.DestructiveRole,
                    lambda: self._ask_about_changes(then),
                ),
            ),
        )

    def _ask_about_unread(self, then: Then) -> None:
        question = _(
            "“{words}” could not be read and is not part of the pathway. Put it right, or leave "
            "it out."
        ).format(words=self._unread[0])
        back = self._window.workspace.go_to_unread
        ask(
            self._window,
            question,
            (
                Answer(_("Go to the field"), QMessageBox.ButtonRole.AcceptRole, back),
                Answer(_("Leave it out"), QMessageBox.ButtonRole.DestructiveRole, then),
            ),
        )

    def _ask_about_changes(self, then: Then) -> None:
        if not self.has_unsaved_changes:
            then()
            return
        question = _("Save the changes to “{title}”? Without saving they are lost.").format(
            title=self._window.title_of_pathway()
        )
        ask(
            self._window,
            question,
            (
                Answer(
                    _("Save"),
                    QMessageBox.ButtonRole.AcceptRole,
                    # What was edited while it was being saved is asked about again.
                    lambda: self.save(lambda: self._ask_about_changes(then)),
                ),
                Answer(_("Don’t save"), QMessageBox.ButtonRole.DestructiveRole, then),
            ),
        )

    @property
    def has_unsaved_changes(self) -> bool:
        """Whether work would be lost, what is still being typed included."""
        self._window.finish_typing()
        return self._window.file is not None and self._window.file.document.is_modified

    @property
    def would_lose_work(self) -> bool:
        """Whether leaving would lose changes, a save, a walk, or words that could not be read."""
        return (
            self.saver.is_saving
            or self.has_unsaved_changes
            or self._has_unkept_walk
            or bool(self._unread)
        )

    @property
    def _unread(self) -> list[str]:
        if self._window.file is None:
            return []
        return list(self._window.workspace.inspector.unread.values())

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = name_labels(QFileDialog(self._window, title, str(self._folder())))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        dialog.setNameFilters([_("Pathways") + f" (*{SUFFIX})", _("All files") + " (*)"])
        return dialog

    def _folder(self) -> Path:
        """Return where the user keeps pathways: beside this one, beside the last one, at home."""
        file = self._window.file
        if file is not None and file.path is not None:
            return file.path.parent
        recent = self._window.program.settings.recent_files
        if recent:
            return recent[0].parent
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents) or Path.home())

    def _file(self) -> OpenFile:
        file = self._window.file
        if file is None:
            raise RuntimeError("no pathway is open")
        return file


def suggested_name(pathway: Pathway) -> str:
    """Return a file name from the pathway's title that every system takes."""
    title = unicodedata.normalize("NFC", in_language(pathway.info.title, "fi"))
    words = re.sub(r"[^\w]+", "-", title).strip("-_")[:LONGEST_NAME]
    words = words.encode()[:MOST_BYTES].decode(errors="ignore").strip("-_") or _("pathway")
    return f"{words}-1{SUFFIX}" if _DEVICE.fullmatch(words) else words + SUFFIX
