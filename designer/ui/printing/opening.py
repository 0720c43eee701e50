"""Opens the dialogs of the poster and of the paper cards."""

from typing import TYPE_CHECKING

from designer.publishing.address import page_address
from designer.ui.printing.cards_form import CardsForm
from designer.ui.printing.dialog import PrintingDialog
from designer.ui.printing.poster_form import PosterForm

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow


def show_poster(window: "MainWindow") -> None:
    window.finish_typing()
    file, language = window.workspace.file, window.board.language
    pathway = file.document.pathway
    address = page_address(pathway, language, file.path, window.program.settings.folder)
    PrintingDialog(window, PosterForm(address), file, language).open()


def show_cards(window: "MainWindow") -> None:
    window.finish_typing()
    file, language = window.workspace.file, window.board.language
    PrintingDialog(window, CardsForm(file.document.pathway), file, language).open()
