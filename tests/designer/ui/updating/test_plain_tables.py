"""Plain tables brought into the open pathway, in a real window."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.mappings import remember, remembered
from designer.ui.main_window import MainWindow
from designer.ui.updating import choosing, columns_dialog
from exporters.excel.opening import Page as TablePage
from exporters.table import proposing
from exporters.table.mapping import MappedColumn, TableMapping
from exporters.table.opening import SUFFIXES
from model import edits
from model.file import save
from model.records import Note, Stage
from tests.designer.ui.conftest import wait_until
from tests.designer.ui.updating.windows import (
    STEPS,
    book,
    click,
    columns_of,
    document_of,
    lines,
    looked_at,
    pathway_of,
    renaming,
    shown,
    table,
)
from tests.exporters.excel.small_board import board


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


def press_tab() -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Tab)


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
