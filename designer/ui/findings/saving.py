"""Saving what the panel shows as a report for people who have no Ketjupaja."""

from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from designer.ui.dialogs import inform, name_labels, tell
from designer.ui.filing import suggested_name
from designer.ui.links import open_own
from exporters.findings import HTML, XLSX, CheckedFile, CheckRun, ReportFormat
from model.file import SUFFIX
from model.messages import _
from model.storage import reason_of, write_atomically

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow

FORMATS = (HTML, XLSX)


def ask_where_to_save(window: "MainWindow") -> QFileDialog:
    """Let the user choose a place and whether it becomes a web page or a workbook."""
    window.finish_typing()
    path = window.workspace.file.path
    folder = path.parent if path else Path.home()
    dialog = name_labels(QFileDialog(window, _("Save the findings as a report"), str(folder)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    filters = {f"{_(each.title)} (*{each.suffix})": each for each in FORMATS}
    dialog.setNameFilters(list(filters))
    dialog.setDefaultSuffix(HTML.suffix)
    dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(filters[words].suffix))
    dialog.selectFile(_name(window) + HTML.suffix)
    dialog.fileSelected.connect(
        lambda chosen: save(window, Path(chosen), filters[dialog.selectedNameFilter()])
    )
    dialog.open()
    return dialog


def save(window: "MainWindow", path: Path, format: ReportFormat) -> None:
    """Write what the checks say now, by the profile chosen; tell where it is, or why not.

    The ending of the name decides on the format; without one of the two, what was chosen does.
    """
    format = next((each for each in FORMATS if each.suffix == path.suffix.lower()), format)
    if path.suffix.lower() != format.suffix:  # a pathway's own name is never taken
        path = path.with_name(path.name + format.suffix)
        if path.exists():  # the dialog has asked about another name
            tell(window, _("“{file}” exists already.").format(file=path))
            return
    findings = window.workspace.findings
    findings.refresh()
    file = window.workspace.file
    # Whoever gets the report by mail need not know the sender's folders.
    name = PurePath(file.path.name) if file.path else None
    checked = CheckedFile(name, file.document.pathway, findings.report, findings.profile)
    try:
        write_atomically(path, format.make(CheckRun(datetime.now().astimezone(), (checked,))))
    except OSError as error:
        tell(
            window,
            _("“{file}” cannot be written: {reason}.").format(file=path, reason=reason_of(error)),
        )
        return
    box = inform(window, _("The report was saved: {place}").format(place=path))
    box.addButton(_("Open the report"), QMessageBox.ButtonRole.ActionRole).clicked.connect(
        lambda: open_own(path)
    )


def _name(window: "MainWindow") -> str:
    file = window.workspace.file
    own = file.path.stem if file.path else suggested_name(file.document.pathway)
    return _("{pathway}-findings").format(pathway=own.removesuffix(SUFFIX))
