"""Filled-in workbooks brought into the open pathway, by mouse and keys, in a real window."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QWidget
from shiboken6 import isValid

from designer import updating
from designer.mappings import remember, remembered
from designer.merging import Joined, joined
from designer.ui.main_window import MainWindow
from designer.ui.merging.session import Page
from designer.ui.task import Task
from designer.ui.updating import choosing, columns_dialog, outcome, show_books
from designer.ui.updating.columns_dialog import ColumnsDialog
from designer.ui.updating.reading import Source, look
from designer.ui.updating.window import UpdatingWindow
from designer.updating import UnreadableBookError
from exporters.excel.opening import Page as TablePage
from exporters.exporter import CancelledError
from exporters.table import proposing
from exporters.table.mapping import MappedColumn, TableMapping
from exporters.table.opening import SUFFIXES
from model import edits
from model.document import Document
from model.file import save
from model.pathway import Pathway
from model.records import Note, Stage
from tests.designer.ui.conftest import wait_until
from tests.exporters.excel.books import add_row, edited, row_of, saved, sheet_of, write
from tests.exporters.excel.small_board import board, board_bytes

Edit = Callable[[Workbook], object]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "uni.ketju"
    save(board(), path)
    return path


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


def without_last_stage(opened: Workbook) -> None:
    sheet_of(opened, "stages").delete_rows(row_of(opened, "stages", "s3"))


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


def tick(items: QListWidget, row: int) -> None:
    """Click on the box before a line."""
    items.scrollToItem(items.item(row))
    box = items.visualItemRect(items.item(row))
    before = items.item(row).checkState()
    at = QPoint(box.left() + 12, box.center().y())
    QTest.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert items.item(row).checkState() is not before


def lines(items: QListWidget) -> list[str]:
    return [items.item(row).text() for row in range(items.count())]


def pages(dialog: UpdatingWindow) -> list[str]:
    tabs = dialog.parts.tabs
    return [tabs.tabText(place) for place in range(tabs.count()) if tabs.isTabVisible(place)]


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


def test_a_book_that_was_put_right_is_read_again(window: MainWindow, tmp_path: Path) -> None:
    path = book(tmp_path, faulty)
    dialog = shown(window, path)
    book(tmp_path, renaming("s2", "Kartoitus"))
    click(dialog.parts.reading)
    looked_at(dialog)
    assert dialog.parts.tabs.currentWidget() is dialog.parts.changes
    click(dialog.parts.go)
    assert name(window, "s2") == "Kartoitus"


def test_what_is_shown_is_what_is_brought_in_even_if_the_file_is_another_by_then(
    window: MainWindow, tmp_path: Path
) -> None:
    dialog = shown(window, book(tmp_path, renaming("s2", "Kartoitus")))
    book(tmp_path, renaming("s2", "Muu"))
    document = document_of(window)
    document.do(edits.rename(document.pathway, "s3", "fi", "Tuki"))
    looked_at(dialog)
    click(dialog.parts.go)
    assert name(window, "s2") == "Kartoitus"
    assert name(window, "s3") == "Tuki"


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


def test_what_each_of_several_books_does_is_worked_out_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names: list[str] = []

    def counted(ours: Pathway, theirs: Pathway, base: Pathway | None, name: str) -> Joined:
        names.append(name)
        return joined(ours, theirs, base, name)

    monkeypatch.setattr(updating, "joined", counted)
    books = [
        updating.taken(board(), updating.Book(words, _edited(renaming("s2", words))))
        for words in ("Kartoitus", "Tutkimus")
    ]
    done = outcome.outcome(board(), books, ())
    assert names == ["Kartoitus", "Tutkimus"]
    assert done.per_book == ("1 changed", "1 to settle")
    assert [question.name for question in done.updated.questions] == ["Tutkimus"]


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


@cache
def large_table() -> bytes:
    """Return a workbook that takes a while to be opened, and nobody's pathway has made."""
    opened = Workbook(write_only=True)
    sheet = opened.create_sheet("Laaja")
    for row in range(400):
        sheet.append([f"{words} {row}" for words in ("Vaihe", "Toimija") * 20])
    return saved(opened)


@pytest.mark.parametrize(
    "leave",
    [
        lambda dialog, _window: click(dialog.parts.closing),
        lambda dialog, _window: dialog.close(),
        lambda _dialog, window: window.rebuild(),
    ],
)
def test_reading_is_stopped_midway_and_nobody_waits_for_it(
    window: MainWindow, tmp_path: Path, leave: Callable[[UpdatingWindow, MainWindow], object]
) -> None:
    path = tmp_path / "laaja.xlsx"
    path.write_bytes(large_table())
    show_books(window, [path])
    dialog = the_window(window)
    program = QApplication.instance()
    assert program is not None
    (task,) = [each for each in program.findChildren(Task) if each.isRunning()]
    ends: list[str] = []
    task.done.connect(lambda _looked: ends.append("done"))
    task.stopped.connect(lambda: ends.append("stopped"))
    wait_until(lambda: dialog.parts.bar.value() > 0)
    assert dialog.parts.bar.isVisible()
    assert not dialog.parts.go.isEnabled()
    leave(dialog, window)
    assert dialog.is_over
    assert isValid(task)  # its end was not waited for
    wait_until(lambda: not isValid(dialog) and not isValid(task))
    assert ends == ["stopped"]
    assert pathway_of(window) == board()


def test_reading_can_be_stopped_at_each_step(tmp_path: Path) -> None:
    path = table(tmp_path, *STEPS)
    opened = load_workbook(path)
    assert opened.active is not None
    opened.active["D2"] = "=1+1"
    opened.save(path)
    told: list[float] = []
    looked = look(board(), [Source(path)], (), told.append)
    assert looked.readings[0].is_table
    assert len(told) > 20
    assert told == sorted(told)
    for last in range(len(told)):
        left = iter(range(last))

        def stop(_share: float, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise CancelledError

        with pytest.raises(CancelledError):
            look(board(), [Source(path)], (), stop)


def test_a_file_is_opened_once_until_it_is_to_be_read_again(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[object] = []

    def counted(*arguments: Any, **options: Any) -> Workbook:
        loaded.append(arguments)
        return load_workbook(*arguments, **options)

    monkeypatch.setattr("exporters.excel.opening.load_workbook", counted)
    dialog = shown(window, table(tmp_path, ("Vaihe", "Toimija"), ("Kotikäynti", "Hoitaja")))
    click(columns_of(dialog).go)
    looked_at(dialog)
    document = document_of(window)
    document.do(edits.rename(document.pathway, "s3", "fi", "Tuki"))
    looked_at(dialog)
    assert lines(dialog.parts.books) == ["taulukko.xlsx: 1 added (read by its columns)"]
    assert len(loaded) == 1
    click(dialog.parts.reading)
    looked_at(dialog)
    assert len(loaded) == 2


def test_when_it_is_gone_its_pathway_may_go(window: MainWindow, tmp_path: Path) -> None:
    dialog = shown(window, book(tmp_path, renaming("s2", "Kartoitus")))
    click(dialog.parts.go)
    wait_until(lambda: not isValid(dialog))
    window.rebuild()
    assert dialog.is_over


@pytest.mark.every
def test_it_goes_with_its_pathway(window: MainWindow, tmp_path: Path) -> None:
    dialog = shown(window, book(tmp_path, renaming("s2", "Kartoitus")))
    window.rebuild()
    assert dialog.is_over
    QApplication.processEvents()
    assert [each for each in window.findChildren(UpdatingWindow) if each.isVisible()] == []


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


# Plain tables


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


def test_a_plain_table_is_read_as_people_say(window: MainWindow, tmp_path: Path) -> None:
    dialog = shown(window, table(tmp_path, *STEPS))
    assert lines(dialog.parts.books) == ["taulukko.xlsx: columns to be chosen"]
    assert dialog.parts.mapping.hasFocus()
    assert not dialog.parts.go.isEnabled()
    asking = columns_of(dialog)
    choices = asking.grid.choices
    for choice, field in zip(choices, ("title", "actor", ""), strict=True):
        choice.setCurrentIndex(choice.findData(field))
    assert asking.state.text() == "2 rows are read. Not read: C · Muuta."
    click(asking.go)
    looked_at(dialog)
    assert lines(dialog.parts.books) == ["taulukko.xlsx: 2 added (read by its columns)"]
    click(dialog.parts.go)
    added = [each for each in pathway_of(window).of(Stage) if each.id not in board()]
    assert [(edits.name_of(each), each.actor) for each in added] == [
        ("Kotikäynti", "a2"),
        ("Soitto", "a1"),
    ]


def test_a_table_with_the_headers_of_another_is_read_as_that_one(
    window: MainWindow, tmp_path: Path
) -> None:
    dialog = shown(window, table(tmp_path, *STEPS))
    asking = columns_of(dialog)
    for choice, field in zip(asking.grid.choices, ("title", "actor", ""), strict=True):
        choice.setCurrentIndex(choice.findData(field))
    click(asking.go)
    looked_at(dialog)
    click(dialog.parts.go)
    following = table(tmp_path, STEPS[0], ("Arviokäynti", "Hoitaja", ""), name="toinen.xlsx")
    again = shown(window, following)
    assert lines(again.parts.books) == ["toinen.xlsx: 1 added (read by its columns)"]
    assert [choice.currentData() for choice in columns_of(again).grid.choices] == [
        "title",
        "actor",
        "",
    ]


def sheets(tmp_path: Path, *titles: str, headers: tuple[str, ...]) -> Path:
    """Write a table of one row for each sheet; its headers are the same on all."""
    opened = Workbook()
    del opened["Sheet"]
    for title in titles:
        sheet = opened.create_sheet(title)
        sheet.append(headers)
        sheet.append([f"{words} {title}" if at else "Hoitaja" for at, words in enumerate(headers)])
    path = tmp_path / "taulukko.xlsx"
    opened.save(path)
    return path


HEADERS = ("Toimija", "Vaihe")


def test_a_sheet_that_was_renamed_meanwhile_is_read_once(
    window: MainWindow, tmp_path: Path
) -> None:
    dialog = shown(window, sheets(tmp_path, "Yksi", "Muu", headers=HEADERS))
    click(columns_of(dialog).go)
    looked_at(dialog)
    opened = load_workbook(tmp_path / "taulukko.xlsx")
    opened["Yksi"].title = "Kaksi"
    del opened["Muu"]
    opened.save(tmp_path / "taulukko.xlsx")
    click(dialog.parts.reading)
    looked_at(dialog)
    asking = columns_of(dialog)
    assert [each.sheet for each in asking.mappings] == ["Kaksi"]
    click(asking.go)
    looked_at(dialog)
    assert lines(dialog.parts.books) == ["taulukko.xlsx: 1 added (read by its columns)"]


def test_a_table_that_is_another_by_now_can_be_read_by_other_columns(
    window: MainWindow, tmp_path: Path
) -> None:
    dialog = shown(window, sheets(tmp_path, "Yksi", headers=HEADERS))
    click(columns_of(dialog).go)
    looked_at(dialog)
    sheets(tmp_path, "Kaksi", "Muu", headers=("Kuka", "Toimenpide"))
    click(dialog.parts.reading)
    looked_at(dialog)
    assert dialog.parts.tabs.currentWidget() is dialog.parts.faults
    asking = columns_of(dialog)
    asking.rows.setCurrentIndex(asking.rows.findData("stages"))
    for choice, field in zip(asking.grid.choices, ("actor", "title"), strict=True):
        choice.setCurrentIndex(choice.findData(field))
    click(asking.go)
    looked_at(dialog)
    assert lines(dialog.parts.books) == ["taulukko.xlsx: 1 added (read by its columns)"]


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (("Huom", "Toimija", "Vaihe"), ["", "actor", "title"]),
        (("Vaihe", "Uutta"), ["title", ""]),
    ],
)
def test_columns_that_came_or_went_are_shown_over_what_they_hold_now(
    window: MainWindow, tmp_path: Path, headers: tuple[str, ...], fields: list[str]
) -> None:
    dialog = shown(window, sheets(tmp_path, "Yksi", headers=HEADERS))
    click(columns_of(dialog).go)
    looked_at(dialog)
    sheets(tmp_path, "Yksi", headers=headers)
    click(dialog.parts.reading)
    looked_at(dialog)
    grid = columns_of(dialog).grid
    assert [column.words for column in grid.columns] == list(headers)
    assert [choice.currentData() for choice in grid.choices] == fields
    shown_below = [grid.item(1, place) for place in range(grid.columnCount())]
    assert [item.text() if item else "" for item in shown_below] == [
        f"{words} Yksi" if at else "Hoitaja" for at, words in enumerate(headers)
    ]


def test_only_the_columns_are_remembered_from_one_pathway_to_another(
    window: MainWindow, tmp_path: Path
) -> None:
    columns = (MappedColumn("A", "Vaihe", "title"), MappedColumn("B", "Tekijä", "actor"))
    way = TableMapping(sheet="x", language="en", new_actors=True, columns=columns)
    remember(window.program.settings.folder, [way])
    good = table(tmp_path, ("Vaihe", "Tekijä"), ("Kotikäynti", "Hoitaja"))
    dialog = shown(window, good)
    misspelt = table(tmp_path, ("Vaihe", "Tekijä"), ("Soitto", "Hoitjaa"), name="väärin.xlsx")
    dialog.add([misspelt])
    looked_at(dialog)
    assert lines(dialog.parts.books) == [
        "taulukko.xlsx: 1 added (read by its columns)",
        "väärin.xlsx: not taken in",
    ]
    click(dialog.parts.go)
    [added] = [each for each in pathway_of(window).of(Stage) if each.id not in board()]
    assert added.title == {"fi": "Kotikäynti"}


def test_a_file_whose_name_holds_no_letters_is_brought_in_and_can_be_saved(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "lista\udcff.csv"
    path.write_text("Vaihe;Toimija\nKotikäynti;Hoitaja\n", encoding="utf-8")
    dialog = shown(window, path)
    click(columns_of(dialog).go)
    looked_at(dialog)
    click(dialog.parts.go)
    assert not dialog.isVisible()
    assert len(pathway_of(window).of(Stage)) == len(board().of(Stage)) + 1
    assert [each.sheet for each in remembered(window.program.settings.folder)] == ["lista\ufffd"]
    save(pathway_of(window), tmp_path / "uusi.ketju")


def test_a_question_of_a_file_whose_name_holds_no_letters_can_be_saved(
    window: MainWindow, tmp_path: Path
) -> None:
    document = document_of(window)
    document.do(edits.rename(document.pathway, "s2", "fi", "Meidän"))
    dialog = shown(window, book(tmp_path, renaming("s2", "Heidän"), "ryhmä\udcff.xlsx"))
    click(dialog.parts.go)
    [note] = pathway_of(window).of(Note)
    assert any("ryhmä\ufffd.xlsx" in words for words in note.text.values())
    save(pathway_of(window), tmp_path / "uusi.ketju")


@pytest.mark.parametrize(("headers", "proposals"), [(HEADERS, 1), (("7",), 20)])
def test_sheets_are_looked_through_only_as_far_as_is_needed(
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    headers: tuple[str, ...],
    proposals: int,
) -> None:
    seen: list[str] = []
    propose = proposing.proposed

    def counted(page: TablePage, *others: Any) -> proposing.Proposal:
        seen.append(page.title)
        return propose(page, *others)

    monkeypatch.setattr(columns_dialog, "proposed", counted)
    dialog = shown(window, sheets(tmp_path, *(f"S{at}" for at in range(24)), headers=headers))
    asking = columns_of(dialog)
    assert asking.sheet.currentText() == "S0"
    assert seen == [f"S{at}" for at in range(proposals)]


@pytest.mark.every
def test_a_field_that_two_columns_fill_is_told_at_once(window: MainWindow, tmp_path: Path) -> None:
    asking = columns_of(shown(window, table(tmp_path, *STEPS)))
    for choice in asking.grid.choices:
        choice.setCurrentIndex(choice.findData("title"))
    assert asking.state.text().startswith("Columns A and B both fill")
    assert not asking.go.isEnabled()


def press_tab() -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Tab)


def test_columns_are_chosen_by_keys_and_those_out_of_sight_come_into_it(
    window: MainWindow, tmp_path: Path
) -> None:
    headers = tuple(f"Sarake {number}" for number in range(12))
    asking = columns_of(shown(window, table(tmp_path, headers, headers)))
    wait_until(lambda: QApplication.activeWindow() is asking)
    asking.grid.setFocus()
    for choice in asking.grid.choices:
        assert choice.hasFocus()
        seen = asking.grid.viewport().rect()
        assert seen.contains(choice.geometry().center())
        press_tab()
    assert asking.go.hasFocus()


def test_sheets_are_read_that_are_ticked_the_first_that_can_be_to_begin_with(
    window: MainWindow, tmp_path: Path
) -> None:
    path = table(tmp_path, ("Täyttäkää perjantaihin mennessä",))
    opened = load_workbook(path)
    for title, rows in (
        ("Lista", (("Vaihe", "Kuka vastaa"), ("Kotikäynti", "Hoitaja"))),
        ("Muut", (("Vaihe", "Kuka vastaa"), ("Soitto", "Asiakas"))),
    ):
        sheet = opened.create_sheet(title)
        for row in rows:
            sheet.append(row)
    opened.save(path)
    dialog = shown(window, path)
    asking = columns_of(dialog)
    assert asking.sheet.currentText() == "Lista"
    assert asking.go.isEnabled()
    click(asking.reads)
    assert asking.state.text() == "Choose the sheet to read."
    assert not asking.go.isEnabled()
    click(asking.reads)
    asking.sheet.setCurrentIndex(2)
    assert asking.state.text() == "Read: Lista."
    click(asking.reads)
    assert asking.state.text() == "1 row is read. Also read: Lista."
    click(asking.go)
    looked_at(dialog)
    told = "\n".join(lines(dialog.parts.changes))
    assert "Kotikäynti" in told
    assert "Soitto" in told


@pytest.mark.every
def test_what_the_rows_are_can_be_said(window: MainWindow, tmp_path: Path) -> None:
    rows = (("Nimi", "Rooli"), ("Fysioterapeutti", "kuntoutus"))
    dialog = shown(window, table(tmp_path, *rows))
    asking = columns_of(dialog)
    asking.rows.setCurrentIndex(asking.rows.findData("actors"))
    assert asking.mapping.rows == "actors"
    assert asking.grid.choices[0].currentData() == "name"
    click(asking.go)
    looked_at(dialog)
    assert any("Fysioterapeutti" in line for line in lines(dialog.parts.changes))


def test_a_table_of_text_is_a_table(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_text("Vaihe;Toimija\nKotikäynti;Hoitaja\n", encoding="utf-8")
    dialog = shown(window, path)
    assert [choice.currentData() for choice in columns_of(dialog).grid.choices] == [
        "title",
        "actor",
    ]


def test_all_forms_of_tables_can_be_chosen_and_dropped() -> None:
    assert choosing.SUFFIXES == SUFFIXES
