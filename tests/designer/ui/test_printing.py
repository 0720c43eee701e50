"""Posters and cards from the window: previewed, saved, printed without being scaled."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from designer.ui.main_window import MainWindow
from designer.ui.printing.cards_form import CardsForm
from designer.ui.printing.dialog import PrintingDialog
from designer.ui.printing.poster_form import PosterForm
from designer.ui.printing.printer import PrintingThread, printer_for, wrong_paper
from model.cards import stages_by_card
from model.file import read
from tests.designer.ui.conftest import let_saver_end

MM = 25.4 / 72


def opened(window: MainWindow, action: str, qtbot: QtBot) -> PrintingDialog:
    window.actions_by_name[action].trigger()
    dialog = window.findChild(PrintingDialog)
    assert isinstance(dialog, PrintingDialog)
    settle(dialog, qtbot)
    return dialog


def settle(dialog: PrintingDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.is_busy and dialog.printed is not None, timeout=20_000)


@pytest.fixture
def poster(window: MainWindow, qtbot: QtBot) -> Iterator[PrintingDialog]:
    dialog = opened(window, "poster", qtbot)
    yield dialog
    dialog.reject()


@pytest.fixture
def cards(window: MainWindow, qtbot: QtBot) -> Iterator[PrintingDialog]:
    dialog = opened(window, "cards", qtbot)
    yield dialog
    dialog.reject()


def test_ctrl_p_opens_the_poster(window: MainWindow) -> None:
    assert window.actions_by_name["poster"].shortcut().toString() == "Ctrl+P"


def test_the_preview_follows_what_is_chosen(poster: PrintingDialog, qtbot: QtBot) -> None:
    form = poster.form
    assert isinstance(form, PosterForm)
    assert not form.overlap.isEnabled()
    form.across.setValue(3)
    form.ruler.setChecked(True)
    assert form.overlap.isEnabled()
    settle(poster, qtbot)
    assert poster.printed is not None
    papers = [(sheet.paper.width, sheet.paper.height) for sheet in poster.printed.sheets]
    assert papers == [(420, 297), *[(841, 594)] * 3]
    assert poster.printed.first == 1


def test_the_size_of_the_letters_is_told(poster: PrintingDialog, qtbot: QtBot) -> None:
    form = poster.form
    assert isinstance(form, PosterForm)
    form.paper.setCurrentText("A4")
    settle(poster, qtbot)
    assert "28 × 19 cm" in poster.preview.accessibleDescription()
    assert "3.2 mm" in poster.preview.accessibleDescription()
    assert [label.text() for label in poster.facts][1] in poster.preview.accessibleDescription()


def test_a_poster_is_saved(poster: PrintingDialog, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "juliste.pdf"
    poster.write(out)
    settle(poster, qtbot)
    assert poster.state.text() == f"Ready: {out}"
    (page,) = pdfplumber.open(BytesIO(out.read_bytes())).pages
    assert (page.width * MM, page.height * MM) == pytest.approx((841, 594), abs=0.1)


def test_what_cannot_be_written_is_told(
    poster: PrintingDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    poster.write(tmp_path / "none" / "juliste.pdf")
    settle(poster, qtbot)
    assert "does not exist" in poster.state.text()
    assert poster.save.isEnabled()


def test_without_a_printer_it_says_so(
    poster: PrintingDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    poster.ask_for_printer()
    assert "no printer" in poster.state.text()


def test_what_is_printed_is_not_scaled(
    poster: PrintingDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    form = poster.form
    assert isinstance(form, PosterForm)
    form.paper.setCurrentText("A3")
    form.ruler.setChecked(True)
    settle(poster, qtbot)
    assert poster.printed is not None
    out = tmp_path / "printed.pdf"
    printer = printer_for(poster.printed.sheets, "Poster")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    poster.print_on(PrintingThread(poster.printed.sheets, printer), printer)
    settle(poster, qtbot)
    assert poster.state.text() == "The sheets are with the printer."
    pages = pdfplumber.open(BytesIO(out.read_bytes())).pages
    assert len(pages) == 2
    for page in pages:
        assert (page.width * MM, page.height * MM) == pytest.approx((420, 297), abs=0.2)
    long = [line for line in pages[0].lines if line["width"] * MM > 50]
    assert [line["width"] * MM for line in long] == [pytest.approx(100, abs=0.1)]


def test_other_paper_in_the_printer_is_refused(poster: PrintingDialog, tmp_path: Path) -> None:
    assert poster.printed is not None
    sheets = poster.printed.sheets
    printer = printer_for(sheets, "Poster")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert not wrong_paper(printer, sheets)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    poster.print_on(PrintingThread(sheets, printer), printer)
    assert "841 × 594" in poster.state.text()
    assert not (tmp_path / "printed.pdf").exists()


def test_the_pathway_keeps_the_numbers_of_saved_cards(
    window: MainWindow, cards: PrintingDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    form = cards.form
    assert isinstance(form, CardsForm)
    assert (form.blank.value(), form.first.value()) == (16, 3)
    assert window.file is not None
    assert not stages_by_card(window.file.document.pathway)
    out = tmp_path / "kortit.pdf"
    cards.write(out)
    settle(cards, qtbot)
    assert stages_by_card(window.file.document.pathway) == {1: "s0", 2: "s1"}
    text = pdfplumber.open(BytesIO(out.read_bytes())).pages[0].extract_text()
    assert "Hoidon tarpeen arvio" in text
    window.file.document.undo()
    assert not stages_by_card(window.file.document.pathway)


def test_only_blank_cards_change_nothing(
    window: MainWindow, cards: PrintingDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    form = cards.form
    assert isinstance(form, CardsForm)
    form.stages.setChecked(False)
    settle(cards, qtbot)
    cards.write(tmp_path / "kortit.pdf")
    settle(cards, qtbot)
    assert window.file is not None
    assert not window.file.document.is_modified


def test_a_closed_dialog_leaves_nothing_running(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, "poster", qtbot)
    dialog.draw()
    dialog.draw()
    dialog.reject()
    assert not dialog.is_busy


def test_cards_typed_from_the_wall_are_found_again(window: MainWindow, qtbot: QtBot) -> None:
    """The whole bridge: printed, written on by hand, typed in by number."""
    dialog = opened(window, "cards", qtbot)
    assert window.file is not None
    assert window.file.path is not None
    dialog.write(window.file.path.with_name("kortit.pdf"))
    settle(dialog, qtbot)
    dialog.reject()
    bar = window.board.quick_add
    bar.open()
    for line in ("3: Hoitajan puhelu @Sote-keskus", "1 -> 3"):
        bar.field.setPlainText(line)
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    window.filing.save()
    let_saver_end(window)
    saved = read(window.file.path)
    numbers = stages_by_card(saved)
    ways = {(arrow.source, arrow.target) for arrow in saved.handovers}
    assert ways == {(numbers[1], numbers[2]), (numbers[1], numbers[3])}
