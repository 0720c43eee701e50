"""Opening, saving and closing: nothing typed is lost, nothing of others is overwritten unasked."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from designer.ui.dialogs import Answer, ask, name_labels, tell
from designer.ui.open_file import OpenFile
from model.file import SUFFIX, UnreadableFileError
from model.messages import _
from model.pathway import Pathway
from model.storage import reason_of
from model.text import in_language
from samples import ships

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow

LONGEST_NAME = 60

Then = Callable[[], object]


def _nothing() -> None:
    pass


class Filing:
    """The file side of one window. Dialogs are shown, never waited for; `then` is what follows."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def open(self, path: Path) -> None:
        """Open a file, in this window when it shows none yet; one that ships as a copy."""
        if ships(path):
            self.open_copy(path)
            return
        try:
            file = OpenFile.at(path)
        except UnreadableFileError as error:
            tell(self._window, str(error))
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
        elif file.is_changed_on_disk():
            self._ask_before_overwriting(file.path, then)
        else:
            self.save_as(file.path, then)

    def save_as(self, path: Path, then: Then = _nothing) -> None:
        """Save to `path`; what cannot be written stays open, and the user is told."""
        self._window.finish_typing()
        try:
            self._file().save(path, datetime.now().astimezone())
        except (OSError, UnreadableFileError) as error:
            tell(
                self._window,
                _(
                    "“{file}” could not be saved ({reason}). Your work is still open here: save "
                    "it under another name or in another folder."
                ).format(file=path, reason=_reason(error)),
            )
            return
        self._window.program.settings.remember_file(path)
        self._window.show_state()
        then()

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
        """Do `then` at once when nothing would be lost, else when the user says so."""
        self._window.finish_typing()
        if self._unread:
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
                Answer(_("Save"), QMessageBox.ButtonRole.AcceptRole, lambda: self.save(then)),
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
        """Whether leaving would lose changes, a walk, or words that could not be read."""
        return self.has_unsaved_changes or self._has_unkept_walk or bool(self._unread)

    @property
    def _unread(self) -> list[str]:
        if self._window.file is None:
            return []
        return list(self._window.workspace.inspector.unread.values())

    def _ask_before_overwriting(self, path: Path, then: Then) -> None:
        question = _(
            "“{file}” has been changed by somebody else since you opened it. If you overwrite it, "
            "their changes are lost."
        ).format(file=path.name)
        ask(
            self._window,
            question,
            (
                Answer(
                    _("Save under another name…"),
                    QMessageBox.ButtonRole.AcceptRole,
                    lambda: self.ask_where_to_save(then),
                ),
                Answer(
                    _("Overwrite"),
                    QMessageBox.ButtonRole.DestructiveRole,
                    lambda: self.save_as(path, then),
                ),
            ),
        )

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


def _reason(error: OSError | UnreadableFileError) -> str:
    return reason_of(error) if isinstance(error, OSError) else str(error).rstrip(".")


def suggested_name(pathway: Pathway) -> str:
    """Return a file name from the pathway's title that every system takes."""
    title = in_language(pathway.info.title, "fi")
    words = re.sub(r"[^\w]+", "-", title).strip("-_")[:LONGEST_NAME].strip("-_")
    return (words or _("pathway")) + SUFFIX
