"""Opening a damaged file: as far as it is whole, as a copy, with a list of what is not."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.ui.labels import plain_label
from designer.ui.open_file import OpenFile
from model.file import UnreadableFileError, contents
from model.messages import _, ngettext
from model.repair import Lost, Salvaged, salvage

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow

_WIDTH = 560

ShowEarlier = Callable[[], object]


def offer_whole_parts(
    window: "MainWindow", path: Path, fault: str, earlier: ShowEarlier | None = None
) -> bool:
    """Ask what to do about a file that could not be opened; tell whether there was a choice.

    There is none when nothing of the file is whole, or when it is not damaged but newer, too large
    or not there. `earlier` shows the file's earlier versions, where there are any.
    """
    try:
        salvaged = salvage(contents(path))
    except UnreadableFileError:
        return False
    dialog = DamagedDialog(window, fault, salvaged, earlier)
    dialog.accepted.connect(
        lambda: window.program.show(OpenFile.not_saved(salvaged.pathway), window)
    )
    dialog.open()
    return True


def lost_in_lines(lost: tuple[Lost, ...]) -> str:
    return "\n".join(
        _("Line {line}: {fault}").format(line=each.line, fault=each.words) for each in lost
    )


class DamagedDialog(QDialog):
    """Says what is whole and what is lost; accepted, what is whole is to be opened."""

    def __init__(
        self, parent: QWidget, fault: str, salvaged: Salvaged, earlier: ShowEarlier | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("The file is damaged"))
        column = QVBoxLayout(self)
        for words in (fault, _what_is_whole(salvaged)):
            label = plain_label(words)
            label.setWordWrap(True)
            column.addWidget(label)
        self.list = QPlainTextEdit(lost_in_lines(salvaged.lost))
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(_("What is left out"))
        column.addWidget(self.list)
        note = plain_label(
            _("It opens as a copy that is not saved yet. The damaged file stays as it is.")
        )
        note.setWordWrap(True)
        column.addWidget(note)
        column.addWidget(self._buttons(earlier))
        self.resize(_WIDTH, self.sizeHint().height())

    def _buttons(self, earlier: ShowEarlier | None) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        opening = box.addButton(_("Open what is whole"), QDialogButtonBox.ButtonRole.AcceptRole)
        opening.setDefault(True)
        box.accepted.connect(self.accept)
        if earlier is not None:
            versions = box.addButton(_("Earlier versions…"), QDialogButtonBox.ButtonRole.ActionRole)
            versions.clicked.connect(self.reject)
            versions.clicked.connect(earlier)
        self.copying = QPushButton(_("Copy the list"))
        self.copying.clicked.connect(self._copy)
        box.addButton(self.copying, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        return box

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.list.toPlainText())


def _what_is_whole(salvaged: Salvaged) -> str:
    stages, lost = len(salvaged.pathway.stages), len(salvaged.lost)
    whole = ngettext(
        "{count} stage is whole and can be opened.",
        "{count} stages are whole and can be opened.",
        stages,
    ).format(count=stages)
    left_out = ngettext(
        "This is left out or let go of ({count} line):",
        "This is left out or let go of ({count} lines):",
        lost,
    ).format(count=lost)
    return f"{whole} {left_out}"
