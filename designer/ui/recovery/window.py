"""The window that offers what was open when the program ended without warning."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.ui.labels import plain_label
from designer.ui.recovery.words import Sides, Work, sides, title_of, when, where
from model.journal import Fault
from model.messages import _, ngettext


class RecoveryWindow(QDialog):
    """`restored`, `opened` (the file as it was saved) and `deleted` carry the work in view.

    To leave it decides nothing: the works stay where they are.
    """

    restored = Signal(object)
    opened = Signal(object)
    deleted = Signal(object)

    def __init__(self, parent: QWidget, works: Sequence[Work]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Recover work"))
        self._works = list(works)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Works that can be recovered"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        self.list.setFixedWidth(240)
        self.heading = plain_label("", "title")
        self.heading.setWordWrap(True)
        self.of_work = _Side(_("Recovered work"))
        self.of_file = _Side(_("Saved file"))
        self.differs = plain_label(_("What the recovered work has differently"), "strong")
        self.differences = QPlainTextEdit()
        self.differences.setReadOnly(True)
        self.differences.setTabChangesFocus(True)
        self.differences.setAccessibleName(self.differs.text())
        self.restore = QPushButton(_("Restore the work"))
        self.open_saved = QPushButton(_("Open the saved file"))
        self.delete = QPushButton(_("Delete the work…"))
        self.later = QPushButton(_("Decide later"))
        self._lay_out(len(works))
        self.restore.clicked.connect(lambda: self.restored.emit(self.work))
        self.open_saved.clicked.connect(lambda: self.opened.emit(self.work))
        self.delete.clicked.connect(lambda: self.deleted.emit(self.work))
        self.later.clicked.connect(self.reject)
        self.list.currentRowChanged.connect(self._present)
        self._fill()
        self.restore.setFocus()

    @property
    def work(self) -> Work:
        """The work in view."""
        return self._works[max(self.list.currentRow(), 0)]

    def take_out(self, work: Work) -> None:
        """Show a work no longer; with the last one the window goes."""
        self._works = [other for other in self._works if other.found.file != work.found.file]
        if self._works:
            self._fill()
        else:
            self.accept()

    def _lay_out(self, count: int) -> None:
        lead = plain_label(
            ngettext(
                "Ketjupaja ended without warning. This work was kept; look at it and decide "
                "what becomes of it.",
                "Ketjupaja ended without warning. These works were kept; look at each and decide "
                "what becomes of it.",
                count,
            )
        )
        lead.setWordWrap(True)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.of_work, 1)
        beside.addWidget(self.of_file, 1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.heading)
        right.addLayout(beside)
        right.addWidget(self.differs)
        right.addWidget(self.differences, 1)
        across = QHBoxLayout()
        across.setSpacing(14)
        across.addWidget(self.list)
        across.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.delete)
        buttons.addStretch()
        for button in (self.later, self.open_saved, self.restore):
            buttons.addWidget(button)
        self.restore.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(lead)
        column.addLayout(across, 1)
        column.addLayout(buttons)
        room = self.screen().availableGeometry().size()
        self.resize(min(900, room.width() - 40), min(560, room.height() - 60))

    def _fill(self) -> None:
        self.list.clear()
        for work in self._works:
            lines = (title_of(work.document), where(work.found), when(work.found.edited_at))
            self.list.addItem("\n".join(lines))
        self.list.setVisible(len(self._works) > 1)
        self.list.setCurrentRow(0)

    def _present(self, row: int) -> None:
        if row < 0:
            return
        work = self.work
        told: Sides = sides(work)
        self.heading.setText(title_of(work.document))
        self.of_work.present(told.work)
        self.of_file.present(told.file)
        self.differences.setPlainText("\n".join(told.differences))
        for part in (self.differs, self.differences):
            part.setVisible(bool(told.differences))
        self.restore.setEnabled(work.document is not None)
        path = work.found.stored.path
        self.open_saved.setEnabled(path is not None and path.exists())
        self.delete.setEnabled(work.found.fault is not Fault.NEWER)


class _Side(QFrame):
    """One of the two that stand beside each other."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.words: QLabel = plain_label("")
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(4)
        column.addWidget(plain_label(title, "strong"))
        column.addWidget(self.words)
        column.addStretch()
        self.setAccessibleName(title)

    def present(self, lines: Sequence[str]) -> None:
        self.words.setText("\n".join(lines))
        self.setAccessibleDescription(self.words.text())
