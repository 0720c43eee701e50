"""The outline and the list of notes in the window: their keys, what they remember, their place."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from designer.ui.canvas.editor import NameEditor
from designer.ui.canvas.notes.showing import Wanted
from designer.ui.main_window import MainWindow
from designer.ui.notes.table import Column
from designer.ui.panel_switch import Below
from model import notes
from model.codes import NoteKind
from model.file import save
from model.ids import Id
from model.notes import Anchor
from model.pathway import Pathway
from model.records import Note, Workshop
from tests.designer.ui.conftest import let_saves_end, two_stages


def noted() -> Pathway:
    """Return two stages with a question and an idea about the first, and a settled risk."""
    kinds = (NoteKind.QUESTION, NoteKind.IDEA, NoteKind.RISK)
    return two_stages().replacing(
        {
            "w0": Workshop(id="w0", order="a0", title={"fi": "Työpaja 1"}),
            **{
                f"n{place}": Note(
                    id=f"n{place}",
                    order=f"a{place}",
                    kind=kind,
                    text={"fi": f"Lappu {place}"},
                    about="s0",
                    workshop="w0",
                    done=kind is NoteKind.RISK,
                )
                for place, kind in enumerate(kinds)
            },
        }
    )


@pytest.fixture
def workshop(start: MainWindow, tmp_path: Path) -> MainWindow:
    save(noted(), tmp_path / "noted.ketju")
    start.filing.open(tmp_path / "noted.ketju")
    return start


def listed(window: MainWindow) -> list[Id]:
    return [line.note.id for line in window.workspace.notes.table.lines]


def note(window: MainWindow, id: Id) -> Note | None:
    return window.workspace.file.document.pathway.find(Note, id)


def focused() -> object:
    return QApplication.focusWidget()


def test_f7_shows_the_outline_with_the_keys_in_it_and_hides_it(window: MainWindow) -> None:
    outline = window.workspace.outline
    assert outline.isHidden()
    QTest.keySequence(window, "F7")
    assert not outline.isHidden()
    assert focused() is outline.tree
    QTest.keySequence(window, "F7")
    assert outline.isHidden()
    assert focused() is window.board


def test_escape_leads_from_the_outline_to_the_board(window: MainWindow) -> None:
    QTest.keySequence(window, "F7")
    QTest.keyClick(window.workspace.outline.tree, Qt.Key.Key_Escape)
    assert focused() is window.board


def test_whether_the_outline_is_shown_is_remembered(window: MainWindow) -> None:
    QTest.keySequence(window, "F7")
    window.rebuild()
    assert not window.workspace.outline.isHidden()
    assert window.workspace.outline.model.rowCount() == 2
    QTest.keySequence(window, "F7")
    window.rebuild()
    assert window.workspace.outline.isHidden()


def test_what_is_written_in_the_outline_is_kept_by_saving(window: MainWindow, file: Path) -> None:
    QTest.keySequence(window, "F7")
    window.workspace.outline.go_to("s0")
    QTest.keyClick(window.workspace.outline.tree, Qt.Key.Key_F2)
    field = focused()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Soitto")
    QTest.keySequence(window, "Ctrl+S")
    let_saves_end(window)
    assert "Soitto" in file.read_text(encoding="utf-8")


def test_the_outline_says_what_was_found(window: MainWindow) -> None:
    QTest.keySequence(window, "F7")
    window.workspace.findings.refresh()
    model = window.workspace.outline.model
    marked = [id for id in window.workspace.findings.marks if model.index_of(id).isValid()]
    assert marked
    assert all(model.line(model.index_of(id)).mark for id in marked)


def test_the_notes_take_the_place_of_the_findings(workshop: MainWindow) -> None:
    workspace = workshop.workspace
    QTest.keySequence(workshop, "Ctrl+Shift+M")
    assert not workspace.notes.isHidden()
    assert workspace.findings.isHidden()
    assert focused() is workspace.notes.view
    QTest.mouseClick(workspace.notes.switch.segments[Below.FINDINGS], Qt.MouseButton.LeftButton)
    assert workspace.notes.isHidden()
    assert not workspace.findings.isHidden()
    QTest.keySequence(workshop, "Ctrl+Shift+M")
    QTest.keySequence(workshop, "Ctrl+Shift+M")
    assert workspace.notes.isHidden()
    assert workspace.findings.isHidden()
    QTest.keySequence(workshop, "F8")
    assert not workspace.findings.isHidden()


def test_the_list_says_kind_words_subject_and_workshop(workshop: MainWindow) -> None:
    workshop.workspace.toggle_below(Below.NOTES)
    table = workshop.workspace.notes.table
    row = [table.data(table.index(0, column)) for column in Column]
    assert row == ["", "Question", "Lappu 0", "Stage “Yhteydenotto”", "Työpaja 1"]


def test_open_notes_are_listed_and_all_on_demand(workshop: MainWindow) -> None:
    workshop.workspace.toggle_below(Below.NOTES)
    panel = workshop.workspace.notes
    assert listed(workshop) == ["n0", "n1"]
    QTest.mouseClick(panel.all, Qt.MouseButton.LeftButton)
    assert listed(workshop) == ["n0", "n1", "n2"]
    assert set(workshop.board.board.notes) == {"n0", "n1", "n2"}
    QTest.mouseClick(panel.chips[NoteKind.IDEA], Qt.MouseButton.LeftButton)
    assert listed(workshop) == ["n0", "n2"]
    assert set(workshop.board.board.notes) == {"n0", "n2"}
    panel.on_board.click()
    assert listed(workshop) == ["n0", "n2"]
    assert not workshop.board.board.notes


def test_a_click_reveals_the_note_on_the_board(workshop: MainWindow) -> None:
    workshop.workspace.toggle_below(Below.NOTES)
    workshop.board.showing.want(Wanted(on_board=False))
    view, table = workshop.workspace.notes.view, workshop.workspace.notes.table
    at = view.visualRect(table.index(1, Column.TEXT)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert workshop.board.selection.ids == ("n1",)
    assert "n1" in workshop.board.board.notes
    assert workshop.workspace.inspector.record == "n1"


def test_by_keys_a_note_is_settled_edited_and_removed(workshop: MainWindow) -> None:
    workshop.workspace.toggle_below(Below.NOTES)
    view = workshop.workspace.notes.view
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_X)
    settled = note(workshop, "n0")
    assert settled is not None
    assert settled.done
    assert listed(workshop) == ["n1"]
    assert view.note == "n1"
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = focused()
    assert isinstance(editor, NameEditor)
    QTest.keyClicks(editor, "= Sovittu")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    edited = note(workshop, "n1")
    assert edited is not None
    assert (edited.kind, edited.text) == (NoteKind.DECISION, {"fi": "Sovittu"})
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert note(workshop, "n1") is None
    assert listed(workshop) == []
    assert not workshop.workspace.notes.nothing.isHidden()


def test_the_box_in_the_list_settles(workshop: MainWindow) -> None:
    workshop.workspace.toggle_below(Below.NOTES)
    table = workshop.workspace.notes.table
    box = table.index(0, Column.DONE)
    assert table.setData(box, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    settled = note(workshop, "n0")
    assert settled is not None
    assert settled.done


def test_the_list_follows_and_its_line_is_that_of_the_board(workshop: MainWindow) -> None:
    workshop.workspace.toggle_below(Below.NOTES)
    document = workshop.workspace.file.document
    document.do(notes.add_note(document.pathway, Anchor("s1"), "Uusi", "fi"))
    assert len(listed(workshop)) == 3
    workshop.board.select(("n1",))
    assert workshop.workspace.notes.view.note == "n1"


def test_the_menu_shows_and_changes_what_is_shown(workshop: MainWindow) -> None:
    menu = next(
        menu
        for menu in workshop.menuBar().findChildren(QMenu)
        if menu.title().replace("&", "") == "Notes on the board"
    )
    menu.aboutToShow.emit()
    ticked = [action.text() for action in menu.actions() if action.isChecked()]
    assert ticked[0] == "&Open notes"
    next(action for action in menu.actions() if action.text() == "&No notes").trigger()
    assert not workshop.board.board.notes
    next(action for action in menu.actions() if action.text() == "Ideas").trigger()
    assert workshop.board.showing.wanted.on_board
    assert NoteKind.IDEA not in workshop.board.showing.wanted.kinds


def test_headings_fit_a_narrow_window_and_screen_readers_hear_them_whole(
    workshop: MainWindow, qtbot: QtBot
) -> None:
    workshop.workspace.toggle_below(Below.NOTES)
    chip = workshop.workspace.notes.chips[NoteKind.QUESTION]
    workshop.resize(1900, 900)
    qtbot.waitUntil(lambda: chip.text() == " Questions 1")
    workshop.resize(960, 700)
    qtbot.waitUntil(lambda: chip.text() == " 1")
    assert chip.accessibleName() == "Questions 1"
    assert workshop.width() <= 960


def test_m_in_the_window_writes_a_note_about_the_selected_stage(workshop: MainWindow) -> None:
    workshop.board.setFocus()
    workshop.board.select(("s1",))
    QTest.keyClick(workshop.board, Qt.Key.Key_M)
    editor = focused()
    assert isinstance(editor, NameEditor)
    QTest.keyClicks(editor, "! Ruuhka")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    made = note(workshop, workshop.board.selection.ids[0])
    assert made is not None
    assert (made.about, made.kind) == ("s1", NoteKind.RISK)
    assert workshop.workspace.inspector.record == made.id
