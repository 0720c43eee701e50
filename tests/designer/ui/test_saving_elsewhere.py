"""What others made of the open file: found, said, merged; never overwritten, never dropped."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

from designer.ui.main_window import MainWindow
from designer.ui.saving.differences import DifferencesDialog
from model import edits
from model.codes import NoteKind
from model.file import read, save
from model.merge import Side
from model.pathway import Pathway
from model.records import Note
from model.versions import read as read_version
from tests.designer.ui.conftest import answer, let_saves_end, question, two_stages, wait_until


def rename(window: MainWindow, words: str, id: str = "") -> None:
    document = window.workspace.file.document
    document.do(edits.rename(document.pathway, id or document.pathway.info.id, "fi", words))


def renamed(id: str, words: str) -> Pathway:
    start = two_stages()
    return edits.rename(start, id, "fi", words).applied_to(start)[0]


def name(window: MainWindow, id: str) -> str:
    return edits.name_of(window.workspace.file.document.pathway[id])


def come_forward(window: MainWindow) -> None:
    """Bring the window to the front, as after a while in another program."""
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    let_saves_end(window)


def said(window: MainWindow) -> str:
    strip = window.workspace.elsewhere
    return "" if strip.isHidden() else strip.words.text()


def press(window: MainWindow, words: str) -> None:
    button = next(each for each in window.workspace.elsewhere.buttons if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def save_now(window: MainWindow) -> None:
    window.actions_by_name["save"].trigger()
    let_saves_end(window)


def test_a_change_is_noticed_without_being_asked_and_taken_in(
    window: MainWindow, file: Path
) -> None:
    let_saves_end(window)
    save(renamed("s0", "Heidän"), file)
    wait_until(lambda: bool(said(window)))
    assert said(window) == "“two.ketju” has been changed elsewhere since you opened it."
    press(window, "Take the changes in")
    assert name(window, "s0") == "Heidän"
    assert not window.isWindowModified()
    assert said(window) == ""
    window.undo()
    assert name(window, "s0") == "Yhteydenotto"
    save_now(window)
    assert read(file) == two_stages()
    assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_both_sides_work_is_kept_as_one_change(window: MainWindow, file: Path) -> None:
    rename(window, "Meidän", "s1")
    save(renamed("s0", "Heidän"), file)
    come_forward(window)
    press(window, "Merge")
    assert (name(window, "s0"), name(window, "s1")) == ("Heidän", "Meidän")
    assert window.isWindowModified()
    window.undo()
    assert (name(window, "s0"), name(window, "s1")) == ("Yhteydenotto", "Meidän")
    window.redo()
    save_now(window)
    assert read(file) == window.workspace.file.document.pathway


def test_what_both_changed_stands_as_a_question(window: MainWindow, file: Path) -> None:
    rename(window, "Meidän", "s0")
    save(renamed("s0", "Heidän"), file)
    come_forward(window)
    press(window, "Merge")
    assert name(window, "s0") == "Meidän"
    notes = window.workspace.file.document.pathway.of(Note)
    assert len(notes) == 1
    assert "Heidän" in notes[0].text["fi"]
    assert "1 to settle" in window.workspace.status.hint.accessibleName()


def test_what_both_changed_is_settled_at_once_by_a_key(window: MainWindow, file: Path) -> None:
    rename(window, "Meidän", "s0")
    save(renamed("s0", "Heidän"), file)
    come_forward(window)
    press(window, "Merge")
    panel = window.workspace.merging.panel
    assert panel is not None
    assert panel.isVisible()
    assert panel.questions.theirs.toPlainText() == "Heidän"
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keySequence(focused, "2")
    assert name(window, "s0") == "Heidän"
    assert panel.open_questions == ()


def test_what_is_not_settled_is_asked_again_when_the_file_is_opened_again(
    window: MainWindow, file: Path
) -> None:
    rename(window, "Meidän", "s0")
    save(renamed("s0", "Heidän"), file)
    come_forward(window)
    press(window, "Merge")
    save_now(window)
    window.close()
    again = window.program.open_window()
    again.filing.open(file)
    again.actions_by_name["settle_questions"].trigger()
    panel = again.workspace.merging.panel
    assert panel is not None
    assert panel.questions.place.text() == "Question 1 of 1"
    assert panel.questions.there.text() == "In two.ketju"
    QTest.mouseClick(panel.questions.buttons[Side.THEIRS], Qt.MouseButton.LeftButton)
    assert name(again, "s0") == "Heidän"
    assert again.workspace.file.document.pathway.of(Note) == ()
    assert "Everything is settled." in panel.questions.nothing.text()


@pytest.mark.parametrize("answered", ["Merge", "Cancel"])
def test_a_save_never_goes_over_what_others_wrote(
    window: MainWindow, file: Path, answered: str
) -> None:
    rename(window, "Meidän", "s1")
    theirs = renamed("s0", "Heidän")
    save(theirs, file)
    save_now(window)
    assert "has been changed elsewhere" in question(window).text()
    assert "Nothing was saved yet." in question(window).text()
    answer(window, answered)
    let_saves_end(window)
    assert read(file) == theirs
    assert window.isWindowModified()
    save_now(window)
    if answered == "Merge":
        merged = read(file)
        assert [edits.name_of(merged[id]) for id in ("s0", "s1")] == ["Heidän", "Meidän"]
        kept = [read_version(each) for each in window.filing.saver.versions.of(file)]
        assert theirs in kept
    else:
        assert read(file) == theirs
        answer(window, "Cancel")


def test_a_change_that_keeps_size_and_date_is_not_saved_over(
    window: MainWindow, file: Path
) -> None:
    let_saves_end(window)
    before = file.stat()
    theirs = renamed("s0", "yHTEYDENOTTO")
    save(theirs, file)
    os.utime(file, ns=(before.st_mtime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    rename(window, "Meidän", "s1")
    save_now(window)
    answer(window, "Cancel")
    assert read(file) == theirs


def test_a_change_in_the_very_last_moment_is_not_saved_over(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = renamed("s0", "Heidän")
    fsync = os.fsync

    def meanwhile(handle: int) -> None:
        fsync(handle)
        if any(file.parent.glob(".~ketju-*")):
            monkeypatch.undo()
            save(theirs, file)

    rename(window, "Meidän", "s1")
    monkeypatch.setattr(os, "fsync", meanwhile)
    save_now(window)
    answer(window, "Cancel")
    assert read(file) == theirs


def test_an_earlier_version_put_back_undoes_nothing_here(window: MainWindow, file: Path) -> None:
    first = two_stages()
    rename(window, "Toinen")
    save_now(window)
    save(first, file)
    come_forward(window)
    assert "holds an earlier version again" in said(window)
    press(window, "Keep what is open here")
    assert window.isWindowModified()
    save_now(window)
    assert read(file).info.title == {"fi": "Toinen"}
    save(first, file)
    come_forward(window)
    press(window, "Take the earlier version")
    assert window.workspace.file.document.pathway == first
    window.undo()
    assert window.title_of_pathway() == "Toinen"


def test_a_file_that_was_deleted_is_said_and_can_be_saved_again(
    window: MainWindow, file: Path
) -> None:
    rename(window, "Meidän")
    file.unlink()
    save_now(window)
    assert "no longer in its folder" in question(window).text()
    answer(window, "Save it there again")
    let_saves_end(window)
    assert read(file).info.title == {"fi": "Meidän"}
    assert said(window) == ""


def test_a_file_that_was_renamed_is_found(window: MainWindow, file: Path) -> None:
    let_saves_end(window)
    moved = file.rename(file.with_name("uusi nimi.ketju"))
    wait_until(lambda: bool(said(window)))
    assert "seems to be called “uusi nimi.ketju” now" in said(window)
    press(window, "Go on with that file")
    rename(window, "Meidän")
    save_now(window)
    assert read(moved).info.title == {"fi": "Meidän"}
    assert not file.exists()


def test_a_file_half_written_by_others_stays_as_it_is(window: MainWindow, file: Path) -> None:
    rename(window, "Meidän")
    half = file.read_bytes()[:-30]
    file.write_bytes(half)
    come_forward(window)
    assert "cannot be read now" in said(window)
    save_now(window)
    answer(window, "Save under another name…")
    window.findChildren(QFileDialog)[0].reject()
    assert file.read_bytes() == half
    save(two_stages(), file)
    press(window, "Look again")
    let_saves_end(window)
    assert said(window) == ""


def test_another_pathway_in_its_place_is_neither_merged_nor_overwritten(
    window: MainWindow, file: Path
) -> None:
    other = edits.with_new_identity(two_stages())
    save(other, file)
    come_forward(window)
    assert "holds another pathway" in said(window)
    rename(window, "Meidän")
    save_now(window)
    answer(window, "Cancel")
    assert read(file) == other


def test_a_copy_of_a_sync_client_is_offered_and_merged(window: MainWindow, file: Path) -> None:
    let_saves_end(window)
    copy = file.with_stem(file.stem + " (conflicted copy 2026-11-22 101530)")
    added = edits.add(
        two_stages(), Note(id="n1", order="a0", kind=NoteKind.QUESTION, text={"fi": "Kysymys"})
    ).applied_to(two_stages())[0]
    save(added, copy)
    wait_until(lambda: bool(said(window)))
    assert f"“{copy.name}”" in said(window)
    press(window, "Merge")
    let_saves_end(window)
    assert "n1" in window.workspace.file.document.pathway
    assert said(window) == ""
    assert copy.exists()
    save_now(window)
    window.close()
    again = window.program.open_window()
    again.filing.open(file)
    let_saves_end(again)
    assert said(again) == "", "what was merged is not asked about again"


def test_a_copy_that_is_left_is_said_no_more(window: MainWindow, file: Path) -> None:
    save(renamed("s0", "Heidän"), file.with_stem("two-LAPTOP-7QK2"))
    come_forward(window)
    press(window, "Leave it")
    come_forward(window)
    assert said(window) == ""


def test_a_copy_with_nothing_new_is_not_mentioned(window: MainWindow, file: Path) -> None:
    save(two_stages(), file.with_stem("two (1)"))
    save(edits.with_new_identity(two_stages()), file.with_stem("two (2)"))
    come_forward(window)
    assert said(window) == ""


def test_what_others_changed_is_shown_in_words(window: MainWindow, file: Path) -> None:
    rename(window, "Meidän", "s1")
    save(renamed("s0", "Heidän <b>oma</b>"), file)
    come_forward(window)
    press(window, "Show the differences")
    dialog = window.findChildren(DifferencesDialog)[0]
    assert "“Yhteydenotto” → “Heidän <b>oma</b>”" in dialog.view.toPlainText()
    assert "Meidän" not in dialog.view.toPlainText(), "what was changed here is not theirs"
    closing = dialog.findChildren(QPushButton)[-1]
    QTest.mouseClick(closing, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_the_strip_stays_when_the_program_speaks_another_language(
    window: MainWindow, file: Path
) -> None:
    save(renamed("s0", "Heidän"), file)
    come_forward(window)
    window.program.speak("sv")
    assert said(window)
    window.program.speak("en")
    press(window, "Take the changes in")
    assert name(window, "s0") == "Heidän"
