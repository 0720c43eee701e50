"""The dialog of everything on paper: choices, preview, “Save PDF” and “Print”."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.ui.dialogs import name_labels
from designer.ui.filing import suggested_name
from designer.ui.inspector.fields import SPOKEN
from designer.ui.labels import plain_label
from designer.ui.languages import content_languages
from designer.ui.links import open_own
from designer.ui.open_file import OpenFile
from designer.ui.printing.form import PrintingForm, Said
from designer.ui.printing.preview import Preview, PreviewThread, Wanted
from designer.ui.printing.printer import PrintingThread, jobs, printer_for, wrong_paper
from designer.ui.printing.side import Side
from designer.ui.task import Task
from exporters.exporter import Options
from exporters.writing import export
from model.file import SUFFIX
from model.messages import _

if TYPE_CHECKING:
    from exporters.diagram.paper_pdf import SheetOfPaper
    from exporters.poster.sheets import Printed

_CALM: Final = 120
"""Milliseconds after the last change until the preview is drawn anew."""
_BEGIN: Final = QSize(1180, 760)
_SHARE: Final = 0.92  # of the screen, at most


class PrintingDialog(QDialog):
    """Prints the pathway as it was when the dialog opened."""

    def __init__(self, parent: QWidget, form: PrintingForm, file: OpenFile, language: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(form.title)
        self.form = form
        self._file = file
        self._pathway = file.document.pathway
        self._made_at = datetime.now().astimezone()
        self.printed: Printed | None = None
        self._drawing: PreviewThread | None = None
        self._stale = False
        self._out: Path | None = None
        self._writing: Task | None = None
        self._printing: PrintingThread | None = None
        self._jobs: list[tuple[SheetOfPaper, ...]] = []  # that follow the one being printed
        self.preview = Preview()
        self.preview.setAccessibleName(_("Preview"))
        self.language = QComboBox()
        for code in content_languages(self._pathway):
            self.language.addItem(_(SPOKEN.get(code, code)), code)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        form.add(_("Language of the texts"), self.language)
        self.state = plain_label("", "label")
        self.state.setWordWrap(True)
        self.side = Side(form, self.state)
        self.buttons = QDialogButtonBox()
        self.save = self._button(_("Save PDF…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.print = self._button(_("Print…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.folder = self._button(_("Open the folder"), QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button = self._button(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.folder.hide()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._lay_out()
        self._connect()
        self._begin_size()
        self._offer()

    @property
    def options(self) -> Options:
        return Options(languages=(self.language.currentData(),), made_at=self._made_at)

    @property
    def is_busy(self) -> bool:
        """Whether the preview is behind the choices, or something is written or printed."""
        return bool(self._drawing or self._writing or self._printing or self._calm.isActive())

    # The preview

    def draw(self) -> None:
        """Draw the preview beside the window; what is chosen meanwhile is drawn next."""
        self._calm.stop()
        if self._drawing is not None:
            self._stale = True
            return
        self._stale = False
        wanted = Wanted(
            self.form.lay_out(),
            self._pathway,
            self.options,
            self.preview.size(),
            self.preview.devicePixelRatioF(),
        )
        self._drawing = PreviewThread(wanted)
        self._drawing.finished.connect(self._show_drawn)
        self._drawing.start()
        self._offer()

    def _show_drawn(self) -> None:
        drawn, self._drawing = self._drawing, None
        if drawn is None:
            return
        drawn.wait()  # it has told its end, but may not have ended yet
        self.printed = drawn.printed
        self.preview.show_picture(drawn.image)
        if drawn.printed is None:
            self._say_facts((Said(drawn.fault, "fault"),))
        else:
            self._say_facts(self.form.said(drawn.printed))
        if self._stale:
            self.draw()
        self._offer()

    def _say_facts(self, facts: tuple[Said, ...]) -> None:
        self.side.say(facts)
        self.preview.setAccessibleDescription(" ".join(fact.words for fact in facts if fact.words))

    # Saving

    def ask_where_to(self) -> None:
        home = self._file.path.parent if self._file.path else Path.home()
        dialog = name_labels(QFileDialog(self, self.windowTitle(), str(home)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.selectFile(f"{self._name()}-{self.form.file_name}.pdf")
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.open()

    def write(self, out: Path) -> None:
        """Write the PDF beside the window's own work."""
        self._out = out
        self._say(_("Writing {place} …").format(place=out))
        work = partial(export, self.form.exporter(), self._pathway, self.options, out)
        went_wrong = _(
            "The format could not be made; nothing was written. The error was noted in {file}."
        )
        self._writing = Task(self, work, went_wrong)
        self._writing.done.connect(lambda _nothing: self._end_written())
        self._writing.failed.connect(lambda words: self._end_writing(words, "fault"))
        self._writing.stopped.connect(lambda: self._end_writing(_("Stopped.")))
        self._writing.start()
        self._offer()

    def _end_written(self) -> None:
        self._keep()
        self._end_writing(_("Ready: {place}").format(place=self._out))
        self.folder.show()

    def _end_writing(self, words: str, voice: str = "label") -> None:
        if self._writing is not None:
            self._writing.let_go()
            self._writing = None
        self._say(words, voice)
        self._offer()

    def _open_folder(self) -> None:
        if self._out is not None:
            open_own(self._out.parent)

    def _name(self) -> str:
        if self._file.path is not None:
            return self._file.path.stem
        return suggested_name(self._pathway).removesuffix(SUFFIX)

    # Printing

    def ask_for_printer(self) -> None:
        """Open the system's own print dialog, set to this paper."""
        if self.printed is None:
            return
        if not QPrinterInfo.availablePrinterNames():
            self._say(
                _(
                    "This computer has no printer. Save a PDF, and print it where there is one, at "
                    "100 % (“Actual size”)."
                ),
                "fault",
            )
            return
        self._jobs = jobs(self.printed.sheets)
        self._ask_for_next()

    def _ask_for_next(self) -> None:
        sheets = self._jobs.pop(0)
        title = self.printed.about.title if self.printed is not None else self._name()
        printer = printer_for(sheets, title)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.accepted.connect(lambda: self.print_on(PrintingThread(sheets, printer), printer))
        QDialog.open(dialog)  # its own wants a slot's name

    def print_on(self, thread: PrintingThread, printer: QPrinter) -> None:
        """Print beside the window's own work, unless the printer has other paper."""
        if refused := wrong_paper(printer, thread.sheets):
            self._say(refused, "fault")
            return
        self._keep()  # whatever becomes of the job, sheets may come out
        self._say(_("Printing…"))
        self._printing = thread
        thread.finished.connect(self._end_printing)
        thread.start()
        self._offer()

    def _end_printing(self) -> None:
        done, self._printing = self._printing, None
        if done is None:
            return
        done.wait()
        if done.fault or done.is_stopped:
            self._say(done.fault or _("Stopped."), _voice(done.fault))
        elif self._jobs:
            self._say(
                _("The test page is with the printer. Measure its lines, then print the rest.")
            )
            self._ask_for_next()
        else:
            self._say(_("The sheets are with the printer."))
        self._offer()

    # The rest

    def reject(self) -> None:
        """Close; while something is written or printed, stop that first, and say so."""
        if self._stop():
            self._say(_("Stopping…"))
            return
        self._calm.stop()
        if self._drawing is not None:
            self._drawing.end()
            self._drawing = None
        super().reject()

    def _stop(self) -> bool:
        """Ask what is under way to stop; False when nothing is."""
        self._jobs.clear()
        for work in (self._writing, self._printing):
            if work is not None:
                work.stop()
        return self._at_work

    @property
    def _at_work(self) -> bool:
        return self._writing is not None or self._printing is not None

    def _keep(self) -> None:
        """Let the open pathway keep what stands on paper."""
        change = self.form.keeping(self._file.document.pathway)
        if change:
            self._file.document.do(change)

    def _say(self, words: str, voice: str = "label") -> None:
        self.state.setText(words)
        self.state.setProperty("voice", voice)
        self.state.style().polish(self.state)
        self.folder.hide()

    def _offer(self) -> None:
        ready = self.printed is not None and not self._at_work
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)
        self.form.setEnabled(not self._at_work)
        self.close_button.setText(_("Stop") if self._at_work else _("Close"))

    def _button(self, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = QPushButton(words)
        self.buttons.addButton(button, role)
        return button

    def _connect(self) -> None:
        self.form.changed.connect(self._calm.start)
        self.language.currentIndexChanged.connect(lambda _place: self._calm.start())
        self.preview.resized.connect(self._calm.start)
        self._calm.timeout.connect(self.draw)
        self.save.clicked.connect(self.ask_where_to)
        self.print.clicked.connect(self.ask_for_printer)
        self.folder.clicked.connect(self._open_folder)
        self.close_button.clicked.connect(self.reject)
        self.save.setDefault(True)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.side)
        row.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(self.buttons)

    def _begin_size(self) -> None:
        room = self.screen().availableSize() * _SHARE
        self.resize(_BEGIN.boundedTo(room))


def _voice(fault: str) -> str:
    return "fault" if fault else "label"
