"""The dialog of an export: which languages, where to, how far it is, where it went."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
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
from designer.ui.export_thread import ExportThread
from designer.ui.filing import suggested_name
from designer.ui.inspector.fields import SPOKEN
from designer.ui.labels import plain_label
from designer.ui.languages import content_languages
from designer.ui.links import open_own
from designer.ui.open_file import OpenFile
from designer.ui.picture_choices import AtHand, PictureChoices
from exporters.exporter import Exporter, Options
from exporters.writing import is_published
from model.file import SUFFIX, UnreadableFileError
from model.messages import _

_STEPS = 1000
_ROOM_FOR_LOSSES = (600, 280)  # px: a dozen sentences can be read without scrolling


class ExportDialog(QDialog):
    """Exports the pathway as it was when the dialog opened."""

    def __init__(
        self, parent: QWidget, exporter: Exporter, file: OpenFile, at_hand: AtHand
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Export: {format}").format(format=_(exporter.title)))
        self.setMinimumWidth(460)
        self._exporter = exporter
        self._file = file
        self._pathway = file.document.pathway
        self._out: Path | None = None
        self._thread: ExportThread | None = None
        self.words = _wrapped(_("Choose the languages to write in. The first one leads."))
        self.languages = {
            code: QCheckBox(_(SPOKEN.get(code, code))) for code in content_languages(self._pathway)
        }
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
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.words)
        for code, box in self.languages.items():
            box.setChecked(code in self._pathway.info.languages)
            box.toggled.connect(self._offer)
            column.addWidget(box)
        column.addWidget(self.forms)
        column.addWidget(self.picture)
        column.addWidget(self.bar)
        column.addWidget(self.losses)
        column.addSpacing(8)
        column.addWidget(self.buttons)
        self._offer()

    @property
    def is_running(self) -> bool:
        return self._thread is not None

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
        languages = tuple(code for code, box in self.languages.items() if box.isChecked())
        try:
            options = Options(
                languages=languages,
                made_at=datetime.now().astimezone(),
                form=self.forms.currentData() or "",
                part=self.picture.part(),
                pixels=self.picture.pixels(),
            )
        except UnreadableFileError as error:  # a milestone that is damaged
            self.words.setText(str(error))
            return
        for box in self.languages.values():
            box.hide()
        self.forms.hide()
        self.picture.hide()
        self.words.setText(_("Writing {place} …").format(place=out))
        self.bar.setValue(0)
        self.bar.show()
        self.go.hide()
        self._thread = ExportThread(self._exporter, self._pathway, options, out)
        self._thread.setParent(self)
        self._thread.progressed.connect(self._show_progress)
        self._thread.done.connect(self._finish)
        self._thread.failed.connect(self._fail)
        self._thread.stopped.connect(self._close_stopped)
        self._thread.start()

    def reject(self) -> None:
        """Stop the export; the dialog closes when it has stopped, and nothing of it stays."""
        if self._thread is None:
            super().reject()
            return
        self.words.setText(_("Stopping…"))
        self.cancel.setEnabled(False)
        self._thread.stop()

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

    def _offer(self) -> None:
        self.go.setEnabled(any(box.isChecked() for box in self.languages.values()))

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
        losses = self._thread.losses if self._thread is not None else ()
        self._end_thread()
        self.bar.setValue(_STEPS)
        self.words.setText(_("Ready: {place}").format(place=self._out))
        self._tell(losses)
        self.folder.show()
        self.cancel.setText(_("Close"))
        self.cancel.setDefault(True)

    def _tell(self, losses: Sequence[str]) -> None:
        if losses:
            heading = self.losses.accessibleName() + ":"
            self.losses.setPlainText("\n".join([heading, *(f"– {loss}" for loss in losses)]))
            self.losses.setMinimumSize(*_ROOM_FOR_LOSSES)
            self.losses.show()
            self.resize(self.sizeHint().expandedTo(self.size()))

    def _fail(self, words: str) -> None:
        self._end_thread()
        self.bar.hide()
        self.words.setText(words)
        for box in self.languages.values():
            box.show()
        self.forms.setVisible(self.forms.count() > 0)
        self.picture.setVisible(self.picture.asks_anything)
        self.go.show()

    def _close_stopped(self) -> None:
        self._end_thread()
        super().reject()

    def _end_thread(self) -> None:
        if self._thread is not None:
            self._thread.wait()
            self._thread.deleteLater()
            self._thread = None

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
