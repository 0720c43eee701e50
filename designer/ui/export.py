"""The dialog of an export: which languages, what to know, where to, how far it is, where it went.

What a file gives away or leaves out is told before it is written: one that was sent is not undone.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.ui.dialogs import name_labels
from designer.ui.filing import suggested_name
from designer.ui.labels import plain_label
from designer.ui.language_choices import LanguageChoices
from designer.ui.languages import content_languages
from designer.ui.links import open_own
from designer.ui.open_file import OpenFile
from designer.ui.picture_choices import AtHand, PictureChoices
from designer.ui.task import Task
from exporters.exporter import Exporter, Options, Progress
from exporters.writing import export, is_published
from model.file import SUFFIX, UnreadableFileError
from model.messages import _

_STEPS = 1000
_WIDTH = 600  # px
_ROOM_FOR_LOSSES = 280  # px: a dozen sentences can be read without scrolling
_AROUND = 40  # px: what the list of losses has around its words


class ExportDialog(QDialog):
    """Exports the pathway as it was when the dialog opened."""

    def __init__(
        self, parent: QWidget, exporter: Exporter, file: OpenFile, at_hand: AtHand
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Export: {format}").format(format=_(exporter.title)))
        self.setMinimumWidth(_WIDTH)
        self._exporter = exporter
        self._file = file
        self._pathway = file.document.pathway
        self._out: Path | None = None
        self._looking: Task | None = None
        self._task: Task | None = None
        self.words = _wrapped("")
        self.words.hide()
        self.languages = LanguageChoices(
            exporter, content_languages(self._pathway), self._pathway.info.languages
        )
        self.forms = _forms_box(exporter)
        self.picture = PictureChoices(exporter, self._pathway, at_hand)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setFormat("%p %")
        self.bar.hide()
        self.losses = QPlainTextEdit()
        self.losses.setReadOnly(True)
        self.losses.setTabChangesFocus(True)
        self.losses.setAccessibleName(_("What to know of this export"))
        self.losses.hide()
        self.buttons = QDialogButtonBox()
        self.go = self._button(_("Choose where to…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.go.clicked.connect(self.ask_where_to)
        self.folder = self._button(_("Open the folder"), QDialogButtonBox.ButtonRole.ActionRole)
        self.folder.clicked.connect(self._open_folder)
        self.folder.hide()
        self.cancel = self._button(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.cancel.clicked.connect(self.reject)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.languages)
        column.addWidget(self.forms)
        column.addWidget(self.picture)
        column.addWidget(self.bar)
        column.addWidget(self.losses)
        column.addSpacing(8)
        column.addWidget(self.buttons)
        self.languages.changed.connect(self._offer)
        self.forms.currentIndexChanged.connect(self._offer)
        self.picture.parts.currentIndexChanged.connect(self._offer)
        self._offer()

    @property
    def is_running(self) -> bool:
        return self._task is not None

    @property
    def is_looking(self) -> bool:
        """Whether it is still being worked out what to know of the export."""
        return self._looking is not None

    def ask_where_to(self) -> None:
        """Let the user choose the file, or the folder that a folder of files is put into."""
        home = self._file.path.parent if self._file.path else Path.home()
        dialog = name_labels(QFileDialog(self, self.windowTitle(), str(home)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._exporter.suffix:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(self._exporter.suffix.removeprefix("."))
            dialog.setNameFilter(f"{_(self._exporter.title)} (*{self._exporter.suffix})")
            dialog.selectFile(self._name() + self._exporter.suffix)
            dialog.fileSelected.connect(lambda path: self.start(Path(path)))
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.fileSelected.connect(lambda path: self.start(self._folder_in(Path(path))))
        dialog.open()

    def start(self, out: Path) -> None:
        """Export to `out`, a file or a folder, beside the window's own work."""
        self._out = out
        try:
            options = self._options()
        except UnreadableFileError as error:  # a milestone that is damaged
            self._say(str(error))
            return
        exporter, pathway = self._exporter, self._pathway

        def work(progress: Progress) -> None:
            export(exporter, pathway, options, out, progress)

        for choice in (self.languages, self.forms, self.picture):
            choice.hide()
        self._say(_("Writing {place} …").format(place=out))
        self.bar.setValue(0)
        self.bar.show()
        self.go.hide()
        went_wrong = _(
            "The format could not be made; nothing was written. The error was noted in {file}."
        )
        self._task = Task(self, work, went_wrong)
        self._task.progressed.connect(self._show_progress)
        self._task.done.connect(self._finish)
        self._task.failed.connect(self._fail)
        self._task.stopped.connect(self._close_stopped)
        self._task.start()

    def reject(self) -> None:
        """Stop the export; the dialog closes when it has stopped, and nothing of it stays."""
        if self._task is None:
            self._leave_looking()
            super().reject()
            return
        self._say(_("Stopping…"))
        self.cancel.setEnabled(False)
        self._task.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_running:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _button(self, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = QPushButton(words)
        self.buttons.addButton(button, role)
        return button

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.words.show()

    def _offer(self) -> None:
        self.go.setEnabled(bool(self.languages.chosen()))
        self._look()

    def _options(self) -> Options:
        """Return what is chosen; raises UnreadableFileError where a milestone is damaged."""
        return Options(
            languages=self.languages.chosen(),
            made_at=datetime.now().astimezone(),
            form=self.forms.currentData() or "",
            part=self.picture.part(),
            pixels=self.picture.pixels(),
        )

    def _look(self) -> None:
        """Work out beside the window what to know of the export that is chosen now."""
        self._leave_looking()
        try:
            options = self._options()
        except UnreadableFileError:  # said when it is to be written
            return
        losses, pathway = self._exporter.losses, self._pathway
        went_wrong = _(
            "What this export leaves out could not be worked out. The error was noted in {file}."
        )
        self._looking = Task(self, lambda _progress: tuple(losses(pathway, options)), went_wrong)
        self._looking.done.connect(self._take_losses)
        self._looking.failed.connect(self._take_fault)
        self._looking.start()

    def _leave_looking(self) -> None:
        if self._looking is not None:
            self._looking.disconnect(self)
            self._looking.let_go()
            self._looking = None

    def _take_losses(self, losses: tuple[str, ...]) -> None:
        self._leave_looking()
        self._tell(losses)

    def _take_fault(self, words: str) -> None:
        self._take_losses((words,))

    def _name(self) -> str:
        if self._file.path is not None:
            return self._file.path.stem
        return suggested_name(self._pathway).removesuffix(SUFFIX)

    def _folder_in(self, chosen: Path) -> Path:
        """Write to the folder itself where an earlier export lies, else to a new one in it.

        Where a site was published, neither: writing there is refused with a sentence.
        """
        if is_published(chosen):
            return chosen
        earlier = chosen / f".ketjupaja-{self._exporter.name}.json"
        return chosen if earlier.exists() else chosen / f"{self._name()}-{self._exporter.name}"

    def _show_progress(self, share: float) -> None:
        self.bar.setValue(round(share * _STEPS))

    def _finish(self) -> None:
        self._end_task()
        self.bar.setValue(_STEPS)
        self._say(_("Ready: {place}").format(place=self._out))
        self.folder.show()
        self.cancel.setText(_("Close"))
        self.cancel.setDefault(True)

    def _tell(self, losses: Sequence[str]) -> None:
        self.losses.setVisible(bool(losses))
        heading = self.losses.accessibleName() + ":"
        words = "\n".join([heading, *(f"– {loss}" for loss in losses)])
        self.losses.setPlainText(words)
        width = self.width() - 2 * _AROUND
        needed = self.losses.fontMetrics().boundingRect(
            QRect(0, 0, width, 0), Qt.TextFlag.TextWordWrap, words
        )
        self.losses.setFixedHeight(min(needed.height() + _AROUND, _ROOM_FOR_LOSSES))
        self._column.activate()
        self.resize(self.width(), self.sizeHint().height())

    def _fail(self, words: str) -> None:
        self._end_task()
        self.bar.hide()
        self._say(words)
        self.languages.show()
        self.forms.setVisible(self.forms.count() > 0)
        self.picture.setVisible(self.picture.asks_anything)
        self.go.show()

    def _close_stopped(self) -> None:
        self._end_task()
        self._leave_looking()
        super().reject()

    def _end_task(self) -> None:
        if self._task is not None:
            self._task.wait()
            self._task.deleteLater()
            self._task = None

    def _open_folder(self) -> None:
        if self._out is not None:
            folder = self._out.parent if self._exporter.suffix else self._out
            open_own(folder)


def _forms_box(exporter: Exporter) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(_("Form"))
    for form in exporter.forms:
        box.addItem(_(form.title), form.name)
    if not exporter.forms:
        box.hide()
    return box


def _wrapped(words: str) -> QLabel:
    label = plain_label(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
