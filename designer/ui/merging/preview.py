"""A dialog that says in words what is about to be done, before it is done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from designer.ui.labels import plain_label
from designer.ui.merging.changes_list import ChangesList
from designer.ui.merging.rows import Row
from designer.ui.theme import TEXT_SIZE
from model.messages import _

_WIDTH, _HEIGHT = 680, 460  # pixels, of the dialog and of its list at least
_LEAST_LIST = 160


class PreviewDialog(QDialog):
    """Remarks and a list of changes; one button goes on, Esc leaves everything as it is."""

    def __init__(self, parent: QWidget, title: str, about: str, go: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(_WIDTH, _HEIGHT)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        self.add_remark(about, "strong")
        self.buttons = QDialogButtonBox()
        self.go = QPushButton(go)
        cancel = QPushButton(_("Cancel"))
        self.buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.go.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        around = QVBoxLayout(self)
        around.setContentsMargins(18, 16, 18, 14)
        around.setSpacing(12)
        around.addLayout(self.column, 1)
        around.addWidget(self.buttons)

    def add_remark(self, words: str, voice: str = "") -> None:
        """Add a line or two of text."""
        label = plain_label(words, voice)
        label.setWordWrap(True)
        self.column.addWidget(label)

    def add_changes(self, rows: Sequence[Row]) -> ChangesList:
        """Add the list of what will differ, and return it."""
        changes = ChangesList(lambda _width: TEXT_SIZE)
        changes.setMinimumHeight(_LEAST_LIST)
        changes.show_rows(rows)
        self.column.addWidget(changes, 1)
        return changes
