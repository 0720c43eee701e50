"""Saving the findings as a report, from the menu: the same report as at the command line."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from designer.ui.findings import saving
from designer.ui.main_window import MainWindow
from exporters.findings import HTML, XLSX


def box(window: QWidget) -> QMessageBox:
    (found,) = window.findChildren(QMessageBox)
    return found


def test_the_place_is_asked_for_beside_the_pathway(window: MainWindow) -> None:
    window.actions_by_name["save_findings"].trigger()
    (dialog,) = window.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "two-findings.html"
    assert dialog.defaultSuffix() == "html"
    dialog.selectNameFilter(dialog.nameFilters()[1])
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "xlsx"
    dialog.reject()


def test_the_page_holds_what_the_panel_shows(window: MainWindow, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    saving.save(window, out, XLSX)
    page = out.read_text("utf-8")
    report = window.workspace.findings.report
    assert report.findings
    assert all(finding.rule in page for finding in report.findings)
    assert str(tmp_path) not in page
    assert str(out) in box(window).text()


def test_the_workbook_gets_its_ending_and_never_takes_a_pathways_name(
    window: MainWindow, tmp_path: Path
) -> None:
    own = window.workspace.file.path
    assert own is not None
    before = own.read_bytes()
    saving.save(window, own, XLSX)
    assert own.read_bytes() == before
    assert load_workbook(tmp_path / (own.name + ".xlsx")).sheetnames[:2] == ["Overview", "Findings"]


def test_what_cannot_be_written_is_told(window: MainWindow, tmp_path: Path) -> None:
    saving.save(window, tmp_path / "missing" / "a.html", HTML)
    assert "cannot be written" in box(window).text()
