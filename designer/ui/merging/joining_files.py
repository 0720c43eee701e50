"""Joining files: which ones, since what common past, and what that will do."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QComboBox, QFileDialog, QMessageBox

from designer.merging import Version, common_past, joined_all
from designer.ui.dialogs import Answer, ask, tell
from designer.ui.labels import plain_label
from designer.ui.merging.comparing import file_dialog
from designer.ui.merging.joining import merge_all
from designer.ui.merging.preview import PreviewDialog
from designer.ui.merging.rows import questions_as_rows, rows_of
from designer.ui.merging.words import (
    called,
    counts_in_words,
    known_versions,
    to_settle,
    what_came,
)
from model.describe import What
from model.file import UnreadableFileError, read
from model.messages import _, ngettext

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow
    from designer.ui.workspace import Workspace
    from model.pathway import Pathway


def ask_for_files(workspace: "Workspace") -> None:
    """Ask which files to join into the open pathway."""
    workspace.finish_typing()
    dialog = file_dialog(workspace, _("Join files into this pathway"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: preview(workspace, [Path(name) for name in names]))
    dialog.open()


def ask_what_to_do_with(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Ask whether files that were dropped on a board are to be opened or joined into it."""

    def open_all() -> None:
        for path in paths:
            window.filing.open(path)

    names = ", ".join(f"“{path.name}”" for path in paths)
    question = ngettext(
        "Open {files} by itself, or join it into this pathway?",
        "Open {files} by themselves, or join them into this pathway?",
        len(paths),
    ).format(files=names)
    ask(
        window,
        question,
        (
            Answer(_("Open"), QMessageBox.ButtonRole.AcceptRole, open_all),
            Answer(
                _("Join into this pathway…"),
                QMessageBox.ButtonRole.ActionRole,
                lambda: preview(window.workspace, paths),
            ),
        ),
    )


def preview(workspace: "Workspace", paths: Sequence[Path]) -> "JoiningDialog | None":
    """Show what joining these files does, and do it when that is wanted.

    None when one of them cannot be read: the user is told which, and nothing is done.
    """
    workspace.finish_typing()
    versions: list[Version] = []
    for path in paths:
        try:
            versions.append(Version(read(path), path.name))
        except UnreadableFileError as error:
            tell(workspace.window(), str(error))
            return None
    dialog = JoiningDialog(workspace, versions)
    dialog.open()
    return dialog


class _Past(NamedTuple):
    """A common past that can be chosen; None: nobody knows it."""

    words: str
    pathway: "Pathway | None"


class JoiningDialog(PreviewDialog):
    """Says per file, and for all of them, what joining brings since the chosen common past."""

    def __init__(self, workspace: "Workspace", versions: Sequence[Version]) -> None:
        super().__init__(
            workspace.window(),
            _("Join files"),
            _("The versions become one. It is one step, and can be undone."),
            _("Join"),
        )
        self._workspace = workspace
        self._versions = versions
        self._before = workspace.file.document.pathway
        self._pasts = self._known_pasts()
        self.past = QComboBox()
        self.past.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.past.addItems([each.words for each in self._pasts])
        self.past.setAccessibleName(_("Where the versions parted"))
        label = plain_label(_("Where the versions parted"), "label")
        label.setBuddy(self.past)
        self.hint = plain_label("", "muted")
        self.hint.setWordWrap(True)
        self.counts = plain_label("", "strong")
        self.counts.setWordWrap(True)
        self.column.addWidget(label)
        self.column.addWidget(self.past)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.counts)
        self.changes = self.add_changes([])
        self.past.currentIndexChanged.connect(lambda _place: self._show())
        self.accepted.connect(self._join)
        self._show()

    def _known_pasts(self) -> list[_Past]:
        """Return what can be chosen, the best guess first."""
        language = self._workspace.language
        found = common_past(self._before, [version.pathway for version in self._versions])
        saved = self._workspace.file.document.state.saved
        pasts = [
            _Past(_("Not known: nothing is removed, and all that differs is asked"), None),
            _Past(_("This pathway as it is now: the files were made from it"), self._before),
            *(
                _Past(version.name, version.pathway)
                for version in known_versions(self._before, saved, language)
            ),
        ]
        name = called(found, language) if found is not None else ""
        best = [each for each in pasts[2:] if found is not None and each.words == name][:1]
        return [*best, *(each for each in pasts if each not in best)]

    def _base(self) -> "Pathway | None":
        return self._pasts[self.past.currentIndex()].pathway

    def _show(self) -> None:
        base = self._base()
        is_found = self.past.currentIndex() == 0 and base is not None
        self.hint.setText(
            _("Found in all of the files: what has happened since then is joined.")
            if is_found
            else ""
        )
        self.hint.setVisible(is_found)
        self._show_counts(base)
        joining = joined_all(self._before, self._versions, base)
        after, _done = joining.change.applied_to(self._before)
        came = what_came(self._before, after, joining.questions)
        language = self._workspace.language
        asked = questions_as_rows(joining.questions, after, language)
        self.changes.show_rows([*asked, *rows_of(came, [*What], after, language)])

    def _show_counts(self, base: "Pathway | None") -> None:
        pathway, lines = self._before, list[str]()
        for version in self._versions:
            joining = joined_all(pathway, [version], base)
            after, _done = joining.change.applied_to(pathway)
            words = counts_in_words(what_came(pathway, after, joining.questions))
            if joining.questions:
                words.append(to_settle(len(joining.questions)))
            what = ", ".join(words) or _("nothing new")
            lines.append(_("{file}: {what}").format(file=version.name, what=what))
            pathway = after
        self.counts.setText("\n".join(lines))

    def _join(self) -> None:
        merge_all(self._workspace, self._versions, self._base())
