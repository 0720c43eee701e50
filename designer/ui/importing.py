"""Files of other tools brought in: read beside the window, looked at, opened as a new pathway.

Nothing is saved by it, and what is open stays as it is, unless the file was made of it and the user
joins what was changed in the other tool.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)
from shiboken6 import isValid

from designer.importing import LANGUAGES, endings, imported
from designer.ui.dialogs import name_labels
from designer.ui.inspector.fields import SPOKEN
from designer.ui.labels import plain_label
from designer.ui.merging.joining import merge_into
from designer.ui.open_file import OpenFile
from designer.ui.task import Task
from exporters.formats import IMPORTERS, importer_of
from exporters.importer import Imported
from model.edits import with_new_identity
from model.file import UnreadableFileError
from model.messages import _, ngettext
from model.pathway import Pathway
from model.text import in_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from designer.ui.main_window import MainWindow
    from exporters.exporter import Progress

_WIDTH: Final = 560
_ROOM_FOR_LIST: Final = 220


def ask_what_to_bring_in(window: "MainWindow") -> QFileDialog:
    """Let the user choose a file of another tool, in the folder where the open pathway lies."""
    folder = Path.home()
    if window.file is not None and window.file.path is not None:
        folder = window.file.path.parent
    dialog = name_labels(QFileDialog(window, _("Bring in from another format"), str(folder)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    every = (_("All that can be brought in"), endings())
    each = ((_(importer.title), importer.suffixes) for importer in IMPORTERS)
    dialog.setNameFilters(
        [
            f"{title} ({' '.join(f'*{suffix}' for suffix in known)})"
            for title, known in (every, *each)
        ]
    )
    dialog.fileSelected.connect(lambda path: bring_in(window, Path(path)))
    dialog.open()
    return dialog


def bring_in(window: "MainWindow", path: Path) -> "ImportDialog":
    """Read a file of another tool and show what comes of it."""
    dialog = ImportDialog(window, path)
    dialog.open()
    return dialog


def bring_in_all(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Bring in files one after the other: each dialog opens when the one before has closed."""
    if not paths or not isValid(window):
        return
    first, *others = paths
    dialog = bring_in(window, first)
    # A moment later, when what was brought in has been shown.
    dialog.finished.connect(lambda: QTimer.singleShot(0, lambda: bring_in_all(window, others)))


def dropped_foreign(event: QDropEvent) -> list[Path]:
    """Return the files among what is dropped that can be brought in."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if importer_of(path.name) is not None]


class ImportDialog(QDialog):
    """Reads a file as soon as it opens, and anew in each language that is chosen for its texts."""

    def __init__(self, window: "MainWindow", path: Path) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Bring in from another format"))
        self.setMinimumWidth(_WIDTH)
        self._window = window
        self._path = path
        self._imported: Imported | None = None
        self._task: Task | None = None
        self._then: Callable[[], object] = self._read
        self.words = _wrapped("")
        self.languages = QComboBox()
        for code in LANGUAGES:
            self.languages.addItem(_(SPOKEN.get(code, code)), code)
        self.languages.setCurrentIndex(
            max(self.languages.findData(window.program.settings.language), 0)
        )
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.left_out_title = _wrapped("")
        self.left_out = QPlainTextEdit()
        self.left_out.setReadOnly(True)
        self.left_out.setTabChangesFocus(True)
        self.left_out.setMinimumHeight(_ROOM_FOR_LIST)
        self.left_out.setAccessibleName(_("What is left out"))
        self.buttons = QDialogButtonBox()
        self.go = self._button(_("Open as a new pathway"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.join = self._button(
            _("Join into the open pathway"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.copy = self._button(_("Copy the list"), QDialogButtonBox.ButtonRole.ActionRole)
        self.cancel = self._button(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.go.clicked.connect(self._open)
        self.join.clicked.connect(self._join)
        self.copy.clicked.connect(self._copy)
        self.cancel.clicked.connect(self.reject)
        self.languages.currentIndexChanged.connect(self._read)
        self._lay_out()
        self._read()

    @property
    def is_reading(self) -> bool:
        return self._task is not None

    def reject(self) -> None:
        """Close at once; what is being read ends by itself and is forgotten."""
        if self._task is not None:
            self._task.disconnect(self)
            self._task.let_go()
            self._task = None
        super().reject()

    def _lay_out(self) -> None:
        importer = importer_of(self._path.name)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.addRow(_("File"), _wrapped(self._path.name))
        form.addRow(_("Format"), _wrapped(_(importer.title) if importer else "–"))
        form.addRow(_("Language of the texts"), self.languages)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self.bar)
        column.addWidget(self.words)
        column.addWidget(self.left_out_title)
        column.addWidget(self.left_out, 1)
        column.addStretch(0)
        column.addWidget(self.buttons)

    def _button(self, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)  # Enter opens the pathway, whatever was read meanwhile
        self.buttons.addButton(button, role)
        return button

    def _read(self) -> None:
        """Read the file; once more, when another language was chosen while it was read."""
        self._imported = None
        self._show()
        if self._task is not None:
            self._then = self._read
            return
        self._then = self._show
        path, language = self._path, self.languages.currentData()

        def work(_progress: "Progress") -> Imported | UnreadableFileError:
            try:
                return imported(path, language)
            except UnreadableFileError as error:
                return error

        went_wrong = _("Something went wrong; nothing was changed. The error was noted in {file}.")
        self._task = Task(self, work, went_wrong)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)
        self._show()
        self._task.start()

    def _take(self, read: object) -> None:
        self._end_task()
        if isinstance(read, Imported):
            self._imported = read
            self.words.setText("\n\n".join([_in_words(read), *self._about_ours()]))
        else:
            self.words.setText(str(read))
        self._then()

    @property
    def _open_one(self) -> Pathway | None:
        """Return the pathway that is open in the window, if the file was made of it."""
        file, base = self._window.file, self._imported.base if self._imported else None
        if file is None or base is None or file.document.pathway.info.id != base.info.id:
            return None
        return file.document.pathway

    def _about_ours(self) -> list[str]:
        """Say what to do with a file that was made of a pathway of ours."""
        base = self._imported.base if self._imported else None
        if base is None:
            return []
        if self._open_one is not None:
            return [
                _(
                    "The file was made of the pathway that is open. Joining brings in what was "
                    "changed in the other tool, as one step that can be undone; notes and "
                    "milestones stay as they are."
                )
            ]
        title = in_language(base.info.title, self._window.program.settings.language)
        return [
            _(
                "The file was made of the pathway “{title}”, without its notes and milestones. To "
                "keep those, open that pathway and bring this file in there: what was changed in "
                "the other tool can then be joined into it."
            ).format(title=title or _("Pathway without a name"))
        ]

    def _fail(self, words: str) -> None:
        self._end_task()
        self.words.setText(words)
        self._then()

    def _end_task(self) -> None:
        if self._task is not None:
            self._task.wait()
            self._task.deleteLater()
            self._task = None

    def _show(self) -> None:
        left_out = self._imported.left_out if self._imported else ()
        self.bar.setVisible(self.is_reading)
        self.words.setVisible(not self.is_reading)
        joins = self._open_one is not None
        self.go.setEnabled(self._imported is not None)
        self.join.setVisible(joins)
        (self.join if joins else self.go).setDefault(True)
        for widget in (self.left_out_title, self.left_out, self.copy):
            widget.setVisible(bool(left_out))
        self.left_out_title.setText(
            ngettext(
                "{count} thing in the file does not come along:",
                "{count} things in the file do not come along:",
                len(left_out),
            ).format(count=len(left_out))
        )
        self.left_out.setPlainText("\n".join(left_out))
        self.resize(self.size().expandedTo(self.sizeHint()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.left_out.toPlainText())

    def _open(self) -> None:
        """Show what was read; what was made of a pathway of ours stays that pathway."""
        if self._imported is not None:
            window, read = self._window, self._imported
            pathway = with_new_identity(read.pathway) if read.base is None else read.pathway
            self.accept()
            window.program.show(OpenFile.not_saved(pathway), window)

    def _join(self) -> None:
        """Join what was changed in the other tool into the pathway that is open."""
        if self._imported is not None and self._open_one is not None:
            window, read = self._window, self._imported
            self.accept()
            merge_into(window.workspace, read.pathway, read.base, self._path.name)


def _in_words(read: Imported) -> str:
    """Say how much the new pathway has."""
    pathway = read.pathway
    stages, arrows = len(pathway.stages), len(pathway.handovers)
    actors, phases = len(pathway.actors), len(pathway.phases)
    counted = (
        ngettext("{count} phase", "{count} phases", phases).format(count=phases),
        ngettext("{count} actor", "{count} actors", actors).format(count=actors),
        ngettext("{count} stage", "{count} stages", stages).format(count=stages),
        ngettext("{count} handover", "{count} handovers", arrows).format(count=arrows),
    )
    return _("The new pathway has: {parts}.").format(parts=", ".join(counted))


def _wrapped(words: str) -> QLabel:
    label = plain_label(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
