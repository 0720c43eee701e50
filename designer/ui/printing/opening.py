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
    pathway, path = file.document.pathway, file.path
    settings = window.program.settings.folder

    def page_of(language: str) -> str:
        return page_address(pathway, language, path, settings)

    PrintingDialog(window, PosterForm(page_of), file, language).open()


def show_cards(window: "MainWindow") -> None:
    window.finish_typing()
    file, language = window.workspace.file, window.board.language
    PrintingDialog(window, CardsForm(file.document.pathway), file, language).open()
