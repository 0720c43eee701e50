"""Reading the books beside the window: stopped, begun anew, done once."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from designer import updating
from designer.merging import Joined, joined
from designer.ui.main_window import MainWindow
from designer.ui.task import Task
from designer.ui.updating import outcome, show_books
from designer.ui.updating.reading import Source, look
from designer.ui.updating.window import UpdatingWindow
from exporters.exporter import CancelledError
from model import edits
from model.pathway import Pathway
from tests.designer.ui.conftest import wait_until
from tests.designer.ui.updating.windows import (
    STEPS,
    _edited,
    book,
    click,
    columns_of,
    document_of,
    faulty,
    lines,
    looked_at,
    name,
    pathway_of,
    renaming,
    shown,
    table,
    the_window,
)
from tests.exporters.excel.books import saved
from tests.exporters.excel.small_board import board


@cache
def large_table() -> bytes:
    """Return a workbook that takes a while to be opened, and nobody's pathway has made."""
    opened = Workbook(write_only=True)
    sheet = opened.create_sheet("Laaja")
    for row in range(400):
        sheet.append([f"{words} {row}" for words in ("Vaihe", "Toimija") * 20])
    return saved(opened)


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
    at_once = Qt.ConnectionType.DirectConnection  # what waits for a task goes when the task does
    task.done.connect(lambda _looked: ends.append("done"), at_once)
    task.stopped.connect(lambda: ends.append("stopped"), at_once)
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
