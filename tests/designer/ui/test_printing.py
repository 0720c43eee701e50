"""Posters and cards from the window: previewed, saved, printed without being scaled."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from designer.ui.main_window import MainWindow
from designer.ui.printing.cards_form import CardsForm
from designer.ui.printing.dialog import PrintingDialog
from designer.ui.printing.form import LayOut
from designer.ui.printing.poster_form import PosterForm
from designer.ui.printing.printer import PrintingThread, jobs, printer_for, wrong_paper
from exporters.exporter import Options
from exporters.poster import no_page
from exporters.poster.sheets import Printed
from model.cards import stages_by_card
from model.file import read
from model.pathway import Pathway
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
    assert [label.text() for label in poster.side.facts][
        1
    ] in poster.preview.accessibleDescription()


def test_on_a_low_screen_no_choice_is_squeezed(poster: PrintingDialog, qtbot: QtBot) -> None:
    poster.resize(900, 420)
    settle(poster, qtbot)
    least = poster.language.minimumSizeHint().height()
    assert poster.language.height() >= least
    assert poster.form.height() >= poster.form.sizeHint().height()


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


def test_cards_that_were_not_saved_change_nothing(
    window: MainWindow, cards: PrintingDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    cards.write(tmp_path / "none" / "kortit.pdf")
    settle(cards, qtbot)
    assert window.file is not None
    assert not window.file.document.is_modified


def test_it_is_told_which_numbers_stages_get(cards: PrintingDialog, qtbot: QtBot) -> None:
    form = cards.form
    assert isinstance(form, CardsForm)
    assert "Stages get the numbers 1–2." in cards.preview.accessibleDescription()
    form.stages.setChecked(False)
    settle(cards, qtbot)
    assert "1–2" not in cards.preview.accessibleDescription()


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


def test_the_code_leads_to_the_page_in_the_language_of_the_poster(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.file is not None
    form = PosterForm(lambda language: f"https://ketjut.example/{language}/a.html")
    dialog = PrintingDialog(window, form, window.file, "fi")
    dialog.language.addItem("Svenska", "sv")
    dialog.draw()
    settle(dialog, qtbot)
    assert "https://ketjut.example/fi/a.html" in dialog.preview.accessibleDescription()
    dialog.language.setCurrentIndex(dialog.language.findData("sv"))
    settle(dialog, qtbot)
    assert "https://ketjut.example/sv/a.html" in dialog.preview.accessibleDescription()
    out = tmp_path / "juliste.pdf"
    dialog.write(out)
    settle(dialog, qtbot)
    text = pdfplumber.open(BytesIO(out.read_bytes())).pages[0].extract_text()
    assert "https://ketjut.example/sv/a.html" in text
    dialog.reject()


def test_closing_while_it_writes_stops_and_says_so(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    poster = opened(window, "poster", qtbot)
    out = tmp_path / "juliste.pdf"
    poster.write(out)
    assert poster.close_button.text() == "Stop"
    poster.reject()
    assert poster.isVisible()
    settle(poster, qtbot)
    assert poster.state.text() == "Stopped."
    assert not poster.folder.isVisible()
    assert not out.exists()
    assert poster.close_button.text() == "Close"
    poster.reject()
    assert not poster.isVisible()


def test_a_fault_of_the_layout_is_told(window: MainWindow, qtbot: QtBot) -> None:
    class Broken(PosterForm):
        def lay_out(self) -> LayOut:
            def fail(pathway: Pathway, options: Options) -> Printed:
                raise ValueError(pathway, options)

            return fail

    assert window.file is not None
    dialog = PrintingDialog(window, Broken(no_page), window.file, "fi")
    dialog.draw()
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=20_000)
    assert "The error was noted in" in dialog.preview.accessibleDescription()
    assert not dialog.save.isEnabled()
    dialog.reject()


def test_the_test_page_is_printed_before_sheets_of_other_paper(
    poster: PrintingDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = poster.form
    assert isinstance(form, PosterForm)
    form.ruler.setChecked(True)
    settle(poster, qtbot)
    assert poster.printed is not None
    sheets = poster.printed.sheets
    assert [len(some) for some in jobs(sheets)] == [1, 1]
    for some in jobs(sheets):  # the paper of either is that of one sheet alone
        assert wrong_paper(printer_for(some, "Poster"), sheets)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Tulostin"])
    poster.ask_for_printer()
    outs = [tmp_path / "testi.pdf", tmp_path / "juliste.pdf"]
    for out in outs:
        asked = poster.findChildren(QPrintDialog)[-1]
        asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        asked.printer().setOutputFileName(str(out))
        asked.accepted.emit(asked.printer())
        asked.close()
        settle(poster, qtbot)
        assert ("Measure its lines" in poster.state.text()) == (out is outs[0])
    widths = [
        [round(page.width * MM) for page in pdfplumber.open(BytesIO(out.read_bytes())).pages]
        for out in outs
    ]
    assert widths == [[420], [841]]


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
