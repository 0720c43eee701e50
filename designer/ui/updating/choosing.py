"""Workbooks that are chosen: from a list of files, or dropped on a window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from designer.ui.dialogs import name_labels
from model.messages import _

SUFFIXES: Final = (".xlsx", ".csv", ".tsv")
"""As `exporters.table.opening` has them, which is slow to import, and every window needs them."""


def ask_which(
    parent: QWidget, beside: Path | None, chosen: Callable[[Sequence[Path]], object]
) -> QFileDialog:
    """Let the user choose workbooks; to begin with in the folder of the file `beside`."""
    folder = beside.parent if beside is not None else Path.home()
    dialog = name_labels(QFileDialog(parent, _("Bring in workbooks"), str(folder)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    dialog.setNameFilter(_("Workbooks and tables") + f" ({endings})")
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()
    return dialog


def dropped_books(event: QDropEvent) -> list[Path]:
    """Return the workbooks among what is dropped."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]
