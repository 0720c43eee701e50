"""Filled-in workbooks brought into the open pathway, by mouse and keys, in a real window."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListWidget

from designer.ui.main_window import MainWindow
from designer.ui.merging.session import Page
from designer.ui.updating import outcome
from designer.ui.updating.window import UpdatingWindow
from designer.updating import UnreadableBookError
from model import edits
from model.records import Note, Stage
from tests.designer.ui.updating.windows import (
    book,
    click,
    document_of,
    faulty,
    lines,
    looked_at,
    name,
    pathway_of,
    renaming,
    shown,
    the_window,
)
from tests.exporters.excel.books import add_row, row_of, sheet_of
from tests.exporters.excel.small_board import board


def without_last_stage(opened: Workbook) -> None:
    sheet_of(opened, "stages").delete_rows(row_of(opened, "stages", "s3"))


def tick(items: QListWidget, row: int) -> None:
    """Click on the box before a line."""
    items.scrollToItem(items.item(row))
    box = items.visualItemRect(items.item(row))
    before = items.item(row).checkState()
    at = QPoint(box.left() + 12, box.center().y())
    QTest.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert items.item(row).checkState() is not before


def pages(dialog: UpdatingWindow) -> list[str]:
    tabs = dialog.parts.tabs
    return [tabs.tabText(place) for place in range(tabs.count()) if tabs.isTabVisible(place)]


def drop_on(widget: MainWindow | UpdatingWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    widget.dropEvent(drop)


def test_books_are_asked_for_and_what_they_change_is_told_before_it_is_done(
    window: MainWindow, tmp_path: Path
) -> None:
    first = book(tmp_path, renaming("s2", "Kartoitus"))
    second = book(tmp_path, lambda o: add_row(o, "stages", {"title": "Uusi"}), "toinen.xlsx")
    QTest.keySequence(window.board, "Ctrl+Shift+B")
    asking = window.findChild(QFileDialog)
    assert isinstance(asking, QFileDialog)
    asking.filesSelected.emit([str(first), str(second)])
    asking.reject()
    dialog = the_window(window)
    looked_at(dialog)
    assert pathway_of(window) == board()
    told = lines(dialog.parts.changes)
    assert any("Kartoitus" in line for line in told)
    assert any("Uusi" in line for line in told)
    assert lines(dialog.parts.books) == ["ryhmä.xlsx: 1 changed", "toinen.xlsx: 1 added"]
    assert dialog.parts.state.text() == "Brings: 1 added, 1 changed."
    click(dialog.parts.go)
    assert name(window, "s2") == "Kartoitus"
    assert len(pathway_of(window).of(Stage)) == 4
    step = document_of(window).next_undo
    assert step is not None
    assert step.label == "Bring in “ryhmä.xlsx, toinen.xlsx”"
    document_of(window).undo()
    assert pathway_of(window) == board()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Return, pytest.param(Qt.Key.Key_Space, marks=pytest.mark.every)]
)
def test_by_keys_alone(window: MainWindow, tmp_path: Path, key: Qt.Key) -> None:
    dialog = shown(window, book(tmp_path, renaming("s2", "Kartoitus")))
    assert dialog.parts.go.hasFocus()
    dialog.parts.books.setFocus()
    QTest.keyClick(dialog.parts.books, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.parts.go.setFocus()
    QTest.keyClick(dialog.parts.go, key)
    assert name(window, "s2") == "Kartoitus"


def test_a_refused_book_shows_its_cells_and_takes_nothing_in(
    window: MainWindow, tmp_path: Path
) -> None:
    dialog = shown(window, book(tmp_path, faulty))
    page = dialog.parts.faults
    assert dialog.parts.tabs.currentWidget() is page
    assert "Vaiheet!" in page.words.toPlainText()
    assert "Loppu" in page.words.toPlainText()
    click(page.copy)
    assert "Loppu" in QGuiApplication.clipboard().text()
    assert not dialog.parts.go.isEnabled()
    assert "nothing is changed" in dialog.parts.state.text()
    assert pathway_of(window) == board()


def test_the_others_are_brought_in_without_a_refused_book_and_the_button_says_so(
    window: MainWindow, tmp_path: Path
) -> None:
    good = book(tmp_path, renaming("s3", "Tuki"))
    dialog = shown(window, book(tmp_path, faulty, "rikki.xlsx"), good)
    assert lines(dialog.parts.books) == ["rikki.xlsx: not taken in", "ryhmä.xlsx: 1 changed"]
    assert "1 workbook is not taken in" in dialog.parts.state.text()
    assert dialog.parts.go.text() == "Bring in the others"
    assert not dialog.parts.go.hasFocus()
    click(dialog.parts.go)
    assert name(window, "s3") == "Tuki"
    assert name(window, "s1") == "Yhteydenotto"


@pytest.mark.every
def test_a_book_that_is_unticked_stays_out(window: MainWindow, tmp_path: Path) -> None:
    first = book(tmp_path, renaming("s2", "Kartoitus"))
    second = book(tmp_path, renaming("s3", "Tuki"), "toinen.xlsx")
    dialog = shown(window, first, second)
    tick(dialog.parts.books, 1)
    assert lines(dialog.parts.books)[1] == "toinen.xlsx: left out"
    assert not any("Tuki" in line for line in lines(dialog.parts.changes))
    click(dialog.parts.go)
    assert (name(window, "s2"), name(window, "s3")) == ("Kartoitus", "Hoito")


@pytest.mark.every
def test_a_book_is_forgotten_by_a_key(window: MainWindow, tmp_path: Path) -> None:
    dialog = shown(window, book(tmp_path, renaming("s2", "Kartoitus")))
    QTest.keyClick(dialog.parts.books, Qt.Key.Key_Delete)
    looked_at(dialog)
    assert lines(dialog.parts.books) == []
    assert dialog.parts.state.text() == "No workbook is chosen."
    assert not dialog.parts.go.isEnabled()


def test_rows_that_are_gone_go_only_when_ticked(window: MainWindow, tmp_path: Path) -> None:
    dialog = shown(window, book(tmp_path, without_last_stage))
    parts = dialog.parts
    assert pages(dialog) == ["Changes", "Rows that are gone (1)"]
    assert not parts.go.isEnabled()
    assert parts.state.text().startswith("The workbook changes nothing in the pathway.")
    parts.tabs.setCurrentWidget(parts.missing)
    assert parts.missing.list.item(0).checkState() is Qt.CheckState.Unchecked
    tick(parts.missing.list, 0)
    assert any("Hoito" in line for line in lines(parts.changes))
    click(parts.go)
    assert set(board()) - set(pathway_of(window)) == {"s3", "h2"}


def test_what_no_book_that_is_ticked_lacks_cannot_be_ticked_to_go(
    window: MainWindow, tmp_path: Path
) -> None:
    other = book(tmp_path, renaming("s2", "Kartoitus"), "toinen.xlsx")
    dialog = shown(window, book(tmp_path, without_last_stage), other)
    parts = dialog.parts
    assert pages(dialog) == ["Changes (1)", "Rows that are gone (1)"]
    tick(parts.books, 0)
    assert pages(dialog) == ["Changes (1)"]
    assert parts.missing.removing == frozenset()
    tick(parts.books, 0)
    assert pages(dialog) == ["Changes (1)", "Rows that are gone (1)"]


def test_what_the_pathway_cannot_be_without_is_told_and_not_removed(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(window, book(tmp_path, without_last_stage))

    def refuse(*_arguments: object) -> None:
        raise UnreadableBookError(("ryhmä.xlsx: cannot go",))

    monkeypatch.setattr(outcome, "steps", refuse)
    dialog.parts.tabs.setCurrentWidget(dialog.parts.missing)
    tick(dialog.parts.missing.list, 0)
    assert dialog.parts.missing.refusal.text() == "ryhmä.xlsx: cannot go"
    assert not dialog.parts.go.isEnabled()
    monkeypatch.undo()
    tick(dialog.parts.missing.list, 0)
    assert dialog.parts.missing.refusal.isHidden()


def test_what_both_changed_is_asked_and_stands_on_a_note(
    window: MainWindow, tmp_path: Path
) -> None:
    document = document_of(window)
    document.do(edits.rename(document.pathway, "s2", "fi", "Meidän"))
    dialog = shown(window, book(tmp_path, renaming("s2", "Heidän")))
    assert any("Meidän" in line and "Heidän" in line for line in lines(dialog.parts.changes))
    assert "1 to settle" in dialog.parts.state.text()
    click(dialog.parts.go)
    assert name(window, "s2") == "Meidän"
    (note,) = pathway_of(window).of(Note)
    assert note.clash
    assert window.workspace.merging.is_shown
    assert window.workspace.merging.session.page is Page.QUESTIONS


def test_an_edit_beside_it_is_worked_out_and_never_overwritten(
    window: MainWindow, tmp_path: Path
) -> None:
    dialog = shown(window, book(tmp_path, renaming("s2", "Kartoitus")))
    document = document_of(window)
    document.do(edits.rename(document.pathway, "s2", "fi", "Meidän"))
    assert not dialog.parts.go.isEnabled()
    dialog.bring_in()
    assert name(window, "s2") == "Meidän"
    looked_at(dialog)
    assert dialog.parts.state.text().startswith("The pathway was edited in the meantime")
    assert "1 to settle" in dialog.parts.state.text()


def test_a_book_without_changes_says_so(window: MainWindow, tmp_path: Path) -> None:
    dialog = shown(window, book(tmp_path, lambda _opened: None))
    assert dialog.parts.state.text() == "The workbook changes nothing in the pathway."
    assert lines(dialog.parts.changes) == ["There is no difference."]
    assert not dialog.parts.go.isEnabled()


def test_remarks_are_told_by_book(window: MainWindow, tmp_path: Path) -> None:
    def edit(opened: Workbook) -> None:
        opened.create_sheet("Omia")["A1"] = "omia"

    dialog = shown(window, book(tmp_path, edit))
    assert pages(dialog) == ["Changes", "Remarks (1)"]
    assert dialog.parts.remarks.words.toPlainText().startswith("ryhmä.xlsx: Omia")


def test_a_change_that_one_comes_to_is_shown_on_the_board(
    window: MainWindow, tmp_path: Path
) -> None:
    dialog = shown(window, book(tmp_path, renaming("s2", "Kartoitus")))
    changes = dialog.parts.changes
    changes.setFocus()
    row = next(row for row, line in enumerate(lines(changes)) if "Kartoitus" in line)
    changes.setCurrentRow(row)
    assert window.board.selection.ids == ("s2",)
    assert changes.hasFocus()


def test_cancel_leaves_all_as_it_was(window: MainWindow, tmp_path: Path) -> None:
    dialog = shown(window, book(tmp_path, renaming("s2", "Kartoitus")))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert pathway_of(window) == board()
    assert not document_of(window).is_modified


@pytest.mark.every
def test_books_are_dropped_on_the_board_and_more_on_their_window(
    window: MainWindow, tmp_path: Path
) -> None:
    drop_on(window, book(tmp_path, renaming("s2", "Kartoitus")))
    dialog = the_window(window)
    looked_at(dialog)
    drop_on(dialog, book(tmp_path, renaming("s3", "Tuki"), "toinen.xlsx"))
    looked_at(dialog)
    assert lines(dialog.parts.books) == ["ryhmä.xlsx: 1 changed", "toinen.xlsx: 1 changed"]


@pytest.mark.every
def test_a_file_that_is_not_there_is_told(window: MainWindow, tmp_path: Path) -> None:
    dialog = shown(window, tmp_path / "poissa.xlsx")
    assert "poissa.xlsx" in dialog.parts.faults.words.toPlainText()
    assert not dialog.parts.go.isEnabled()
