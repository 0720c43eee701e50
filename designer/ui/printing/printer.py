"""Sheets on a printer: each as large as its paper, from edge to edge, never scaled."""

import sys
import threading
from collections.abc import Sequence
from contextvars import copy_context
from itertools import groupby
from typing import Final

from PySide6.QtCore import QMarginsF, QSizeF, QThread
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from designer.ui.crash import crash_log, note_fault
from exporters.diagram.paper_pdf import SheetOfPaper
from exporters.poster.paper import Paper
from model.messages import _

_TOLERANCE: Final = 1.0  # mm
_MM_PER_INCH: Final = 25.4


def printer_for(sheets: Sequence[SheetOfPaper], title: str) -> QPrinter:
    """Return a printer set to the paper of the first sheet, without margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Ketjupaja")
    printer.setFullPage(True)
    _set_paper(printer, sheets[0].paper)
    return printer


def jobs(sheets: Sequence[SheetOfPaper]) -> list[tuple[SheetOfPaper, ...]]:
    """Return the sheets in turn, those of other paper as a job of their own.

    No printer is asked to change its paper within a job, and the test page is measured first.
    """
    return [tuple(some) for _paper, some in groupby(sheets, key=lambda sheet: sheet.paper)]


def wrong_paper(printer: QPrinter, sheets: Sequence[SheetOfPaper]) -> str:
    """Return why the printer's paper does not do, as a sentence; "" when it does."""
    set_to = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    wrong = (
        sheet.paper
        for sheet in sheets
        if abs(set_to.width() - sheet.paper.width) > _TOLERANCE
        or abs(set_to.height() - sheet.paper.height) > _TOLERANCE
    )
    if (paper := next(wrong, None)) is None:
        return ""
    return _(
        "Nothing was printed: the printer is set to paper of {there} mm, and these sheets are "
        "{wanted} mm. Choose that paper in the printer’s settings, or save a PDF."
    ).format(
        there=f"{set_to.width():.0f} × {set_to.height():.0f}",
        wanted=f"{paper.width:.0f} × {paper.height:.0f}",
    )


def _set_paper(printer: QPrinter, paper: Paper) -> None:
    short, long = sorted((paper.width, paper.height))
    lies = paper.width > paper.height
    orientation = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter, "")
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0)))


class PrintingThread(QThread):
    """`finished` tells that all is with the printer, or `fault`, a sentence, or `is_stopped`."""

    def __init__(self, sheets: Sequence[SheetOfPaper], printer: QPrinter) -> None:
        super().__init__()
        self.sheets = sheets
        self._printer = printer
        self._stop = threading.Event()
        self._context = copy_context()  # the language in force goes along
        self.fault = ""
        self.is_stopped = False

    def stop(self) -> None:
        """Ask the printing to stop before the next sheet."""
        self._stop.set()

    def run(self) -> None:
        self._context.run(self._print)

    def _print(self) -> None:
        painter = QPainter()
        if not painter.begin(self._printer):
            self.fault = _("The printer does not take the sheets: is it switched on and at hand?")
            return
        try:
            self._paint(painter)
        except Exception as error:  # noqa: BLE001 - a fault of ours is told, the window lives
            note_fault(type(error), sys.exc_info()[2], crash_log())
            self._printer.abort()
            self.fault = _("Printing failed. The error was noted in {file}.").format(
                file=crash_log()
            )
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        for number, sheet in enumerate(self.sheets):
            if self._stop.is_set():
                self._printer.abort()
                self.is_stopped = True
                return
            if number:
                self._printer.newPage()
            dots = self._printer.resolution() / _MM_PER_INCH
            painter.save()
            painter.scale(dots, dots)
            sheet.paint(painter)
            painter.restore()
