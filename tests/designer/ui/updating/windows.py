"""What the tests of bringing workbooks in do to its window, and the files for it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QWidget

from designer.ui.main_window import MainWindow
from designer.ui.updating import show_books
from designer.ui.updating.columns_dialog import ColumnsDialog
from designer.ui.updating.window import UpdatingWindow
from model import edits
from model.document import Document
from model.pathway import Pathway
from tests.designer.ui.conftest import wait_until
from tests.exporters.excel.books import edited, write
from tests.exporters.excel.small_board import board_bytes

Edit = Callable[[Workbook], object]


def book(tmp_path: Path, edit: Edit, name: str = "ryhmä.xlsx") -> Path:
    path = tmp_path / name
    path.write_bytes(_edited(edit))
    return path


@cache
def _edited(edit: Edit) -> bytes:
    return edited(board_bytes(), edit)


@cache
def renaming(id: str, words: str) -> Edit:
    return lambda opened: write(opened, "stages", id, "title", words)


def faulty(opened: Workbook) -> None:
    write(opened, "stages", "s1", "title", "Oikein")
    write(opened, "stages", "s2", "phase", "Loppu")


def document_of(window: MainWindow) -> Document:
    return window.workspace.file.document


def pathway_of(window: MainWindow) -> Pathway:
    return document_of(window).pathway


def name(window: MainWindow, id: str) -> str:
    return edits.name_of(pathway_of(window)[id])


def the_window(window: MainWindow) -> UpdatingWindow:
    (there,) = [each for each in window.findChildren(UpdatingWindow) if each.isVisible()]
    return there


def shown(window: MainWindow, *books: Path) -> UpdatingWindow:
    show_books(window, books)
    there = the_window(window)
    looked_at(there)
    return there


def looked_at(dialog: UpdatingWindow) -> None:
    wait_until(lambda: not dialog.is_reading)


def click(button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def lines(items: QListWidget) -> list[str]:
    return [items.item(row).text() for row in range(items.count())]


def table(tmp_path: Path, *rows: tuple[str, ...], name: str = "taulukko.xlsx") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    path = tmp_path / name
    book.save(path)
    return path


def columns_of(dialog: UpdatingWindow) -> ColumnsDialog:
    click(dialog.parts.mapping)
    asking = dialog.findChild(ColumnsDialog)
    assert isinstance(asking, ColumnsDialog)
    return asking


STEPS = (
    ("Askel", "Tekijä", "Muuta"),
    ("Kotikäynti", "Hoitaja", "klo 9"),
    ("Soitto", "Asiakas", ""),
)
