"""The dialog of the portfolio: of which folder, since when, where to, how far it is."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from designer.portfolio import Wanted, gathered, reasons
from designer.ui.dialogs import name_labels
from designer.ui.labels import plain_label
from designer.ui.links import open_own
from designer.ui.task import Task
from exporters.exporter import ExportError, Progress
from exporters.portfolio import Portfolio, portfolio_bytes
from model.file import SUFFIX, UnreadableFileError
from model.messages import N_, _, ngettext
from model.storage import reason_of, write_atomically

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow

_STEPS: Final = 1000
_GATHERING: Final = 0.7
"""The share of the work that reading and checking is."""
_FAULT: Final = N_("Something went wrong; nothing was written. The error was noted in {file}.")


class PortfolioDialog(QDialog):
    """Makes the portfolio of a folder beside the window's own work."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Portfolio"))
        self.setMinimumWidth(560)
        self._settings = window.program.settings.folder
        self._out: Path | None = None
        self._task: Task | None = None
        self.words = plain_label(
            _(
                "One workbook of all pathways in a folder and the folders in it: where each one "
                "stands, open findings and tasks, metrics."
            )
        )
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder = QLineEdit(_first_folder(window))
        self.folder.setAccessibleName(_("Folder of the pathways"))
        self.folder.textChanged.connect(lambda _words: self._offer())
        self.browse = QPushButton(_("Choose…"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._ask_for_folder)
        self.tells_changes = QCheckBox(_("Tell what has changed since"))
        self.day = QDateEdit(QDate.currentDate().addMonths(-3))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d.M.yyyy")
        self.day.setAccessibleName(self.tells_changes.text())
        self.day.setEnabled(False)
        self.tells_changes.toggled.connect(self.day.setEnabled)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setFormat("%p %")
        self.bar.hide()
        self._lay_out()
        self._offer()

    @property
    def is_running(self) -> bool:
        return self._task is not None

    @property
    def wanted(self) -> Wanted:
        day = self.day.date()
        since = datetime(day.year(), day.month(), day.day()).date()  # noqa: DTZ001 - only the day
        folder = Path(self.folder.text().strip())
        return Wanted([folder], since if self.tells_changes.isChecked() else None)

    def ask_where_to(self) -> None:
        """Let the user choose the workbook's file."""
        place = Path(self.folder.text().strip()).parent
        dialog = name_labels(QFileDialog(self, self.windowTitle(), str(place)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilter(_("Excel workbook") + " (*.xlsx)")
        dialog.selectFile(_("portfolio") + ".xlsx")
        dialog.fileSelected.connect(lambda path: self.start(Path(path)))
        dialog.open()

    def start(self, out: Path) -> None:
        """Make the portfolio and write it to `out`."""
        self._out = out
        wanted, settings, now = self.wanted, self._settings, datetime.now().astimezone()

        def work(progress: Progress) -> Portfolio:
            try:
                made = gathered(wanted, settings, now, lambda share: progress(share * _GATHERING))
            except UnreadableFileError as error:  # not one of them; what is there stays
                raise ExportError(str(error)) from error
            data = portfolio_bytes(
                made, lambda share: progress(_GATHERING + share * (1 - _GATHERING))
            )
            _write(out, data)
            return made

        self._choices_shown(shown=False)
        self.words.setText(_("Writing {place} …").format(place=out))
        self.bar.setValue(0)
        self._task = Task(self, work, _(_FAULT))
        self._task.progressed.connect(lambda share: self.bar.setValue(round(share * _STEPS)))
        self._task.done.connect(self._finish)
        self._task.failed.connect(self._fail)
        self._task.stopped.connect(self._close_stopped)
        self._task.start()

    def reject(self) -> None:
        """Stop the work; the dialog closes when it has stopped, and nothing of it stays."""
        if self._task is None:
            super().reject()
            return
        self.words.setText(_("Stopping…"))
        self.cancel.setEnabled(False)
        self._task.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_running:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.go = buttons.addButton(_("Choose where to…"), role.AcceptRole)
        self.go.setDefault(True)
        self.go.clicked.connect(self.ask_where_to)
        self.opening = buttons.addButton(_("Open the workbook"), role.ActionRole)
        self.opening.clicked.connect(self._open)
        self.opening.hide()
        self.cancel = buttons.addButton(_("Cancel"), role.RejectRole)
        self.cancel.clicked.connect(self.reject)
        where, since = QHBoxLayout(), QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        since.addWidget(self.tells_changes)
        since.addWidget(self.day)
        since.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.words)
        self.label = plain_label(self.folder.accessibleName(), "label")
        self.label.setBuddy(self.folder)
        column.addWidget(self.label)
        column.addLayout(where)
        column.addLayout(since)
        column.addWidget(self.bar)
        column.addStretch(1)
        column.addWidget(buttons)

    def _choices_shown(self, *, shown: bool) -> None:
        choices = (self.label, self.folder, self.browse, self.tells_changes, self.day, self.go)
        for choice in choices:
            choice.setVisible(shown)
        self.bar.setVisible(not shown)

    def _ask_for_folder(self) -> None:
        dialog = name_labels(QFileDialog(self, self.windowTitle(), self.folder.text()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _offer(self) -> None:
        self.go.setEnabled(bool(self.folder.text().strip()))

    def _finish(self, made: Portfolio) -> None:
        self._end_task()
        self.bar.setValue(_STEPS)
        count = len(made.run.checked)
        said = [
            ngettext("{count} pathway: {place}", "{count} pathways: {place}", count).format(
                count=count, place=self._out
            ),
            *reasons(made.run.unread),
        ]
        self.opening.show()
        self._say("\n".join(said))
        self.cancel.setText(_("Close"))
        self.cancel.setDefault(True)

    def _open(self) -> None:
        if self._out is not None:
            open_own(self._out)

    def _fail(self, words: str) -> None:
        self._end_task()
        self._choices_shown(shown=True)
        self._say(words)

    def _say(self, words: str) -> None:
        """Show all of what is said: a dialog does not grow by itself for lines that wrap."""
        self.words.setText(words)
        needed = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))

    def _close_stopped(self) -> None:
        self._end_task()
        super().reject()

    def _end_task(self) -> None:
        if self._task is not None:
            self._task.wait()
            self._task.deleteLater()
            self._task = None


def show_portfolio(window: "MainWindow") -> None:
    PortfolioDialog(window).open()


def _first_folder(window: "MainWindow") -> str:
    """Return where the open file lies, else the file that was open last.

    Without either '': the user's own folder would take minutes to go through, and hold nothing.
    """
    if window.file is not None and window.file.path is not None:
        return str(window.file.path.parent)
    recent = window.program.settings.recent_files
    return str(recent[0].parent) if recent else ""


def _write(out: Path, data: bytes) -> None:
    if out.suffix.lower() == SUFFIX:  # a slip that would cost the pathway itself
        words = _("“{file}” is the name of a pathway file; give the report another name.")
        raise ExportError(words.format(file=out))
    try:
        write_atomically(out, data)
    except OSError as error:
        raise ExportError(
            _("{file}: the file cannot be written ({reason}).").format(
                file=out, reason=reason_of(error)
            )
        ) from error
