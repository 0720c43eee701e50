"""Choosing another file, to compare with it or to join it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from designer.ui.dialogs import name_labels, tell
from designer.ui.merging.session import Compared
from designer.ui.merging.showing import bring
from model.file import SUFFIX, UnreadableFileError, read
from model.merge import without_base
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.workspace import Workspace


def ask_for_file(workspace: "Workspace") -> None:
    """Ask for a file to compare with."""
    dialog = file_dialog(workspace, _("Compare with another file"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: compare_with_file(workspace, Path(path)))
    dialog.open()


def compare_with_file(workspace: "Workspace", path: Path) -> None:
    """Show what has changed since a file, or tell why it cannot be read."""
    workspace.finish_typing()
    try:
        theirs = read(path)
    except UnreadableFileError as error:
        tell(workspace.window(), str(error))
        return
    _base, theirs = without_base(workspace.file.document.pathway, theirs)
    bring(workspace).compare_with(Compared(path.name, theirs))


def file_dialog(workspace: "Workspace", title: str) -> QFileDialog:
    """Return a dialog for choosing pathways, which begins beside the open one."""
    path = workspace.file.path
    folder = path.parent if path is not None else Path.home()
    dialog = name_labels(QFileDialog(workspace.window(), title, str(folder)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setNameFilters([_("Pathways") + f" (*{SUFFIX})", _("All files") + " (*)"])
    return dialog
