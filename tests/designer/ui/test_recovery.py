"""What is done against crashes, in a real window: kept while edited, offered, restored, deleted."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from designer.ui.main_window import MainWindow
from designer.ui.program import Program
from designer.ui.recovery.window import RecoveryWindow
from designer.ui.recovery.words import when
from designer.ui.settings import Settings
from model import edits
from model.file import read
from model.journal import recoverable, replay
from model.records import Note
from tests.designer.ui.conftest import answer, question, type_into, type_more


def rename(window: MainWindow, words: str, language: str = "fi") -> None:
    document = window.workspace.file.document
    document.do(edits.rename(document.pathway, "s0", language, words))


def flush(window: MainWindow) -> bool:
    assert window.keeping is not None
    return window.keeping.journal.flush()


@pytest.fixture
def killed(program: Program, tmp_path: Path, qtbot: QtBot) -> Iterator["Killed"]:
    del qtbot
    made = Killed(program, tmp_path)
    yield made
    for window in made.windows:
        window.finish_typing()
        if window.file is not None:
            window.file.document.mark_saved(window.file.document.pathway)
        window.close()


class Killed:
    """Takes what a program has on the disk, as if it had been killed; the next one starts there."""

    def __init__(self, program: Program, folder: Path) -> None:
        self._program = program
        self._folder = folder
        self._count = 0
        self.windows: list[MainWindow] = []

    def and_started_again(self) -> tuple[Program, MainWindow]:
        self._count += 1
        state = self._folder / f"after{self._count}"
        shutil.copytree(self._program.journals, state / "journal")
        settings = Settings(self._folder / "settings.ini", state)
        self._program = Program(settings, today=self._program.today)
        window = self._program.open_window()
        self.windows.append(window)
        self._program.recovery.offer(window)
        return self._program, window


def offered(window: MainWindow) -> RecoveryWindow | None:
    shown = [each for each in window.findChildren(RecoveryWindow) if each.isVisible()]
    return shown[0] if shown else None


def click(button: QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_opening_leaves_nothing_and_closing_takes_it_away(
    window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    assert not program.journals.exists()
    rename(window, "Soitto")
    assert flush(window)
    assert list(program.journals.iterdir())
    window.filing.save()
    qtbot.waitUntil(lambda: not window.isWindowModified())
    window.close()
    assert list(program.journals.iterdir()) == []


def test_work_is_offered_once_with_what_it_holds_and_restored(
    window: MainWindow, file: Path, killed: Killed, qtbot: QtBot
) -> None:
    rename(window, "Soitto")
    rename(window, "Soitto hoitajalle")
    window.undo()
    flush(window)
    on_disk = file.read_bytes()
    program, again = killed.and_started_again()
    dialog = offered(again)
    assert dialog is not None
    edited = recoverable(program.journals)[0].edited_at
    assert f"Edited last {when(edited)}" in dialog.of_work.words.text()
    assert "3 edits that are not in the file" in dialog.of_work.words.text()
    assert str(file) in dialog.of_file.words.text()
    assert "“Yhteydenotto” → “Soitto”" in dialog.differences.toPlainText()
    with qtbot.waitSignal(dialog.finished):
        click(dialog.restore)
    assert again.file is not None
    assert again.file.path == file
    assert again.isWindowModified()
    assert file.read_bytes() == on_disk
    again.redo()
    assert again.file.document.pathway.stages[0].title["fi"] == "Soitto hoitajalle"
    again.undo()
    again.undo()
    assert again.file.document.pathway == read(file)
    again.redo()
    flush(again)
    assert len(list(program.journals.glob("*.journal"))) == 1  # that of what is open now
    again.filing.save()
    qtbot.waitUntil(lambda: not again.isWindowModified())
    flush(again)
    assert read(file).stages[0].title["fi"] == "Soitto"
    _program, third = killed.and_started_again()
    assert offered(third) is None
    assert not third.actions_by_name["recover"].isVisible()


def test_a_pathway_that_was_never_saved_comes_back(
    start: MainWindow, killed: Killed, qtbot: QtBot
) -> None:
    start.filing.open_copy(next(iter(_templates())))
    document = start.workspace.file.document
    document.do(edits.add_phase(document.pathway, place=0, title={"fi": "Eka"}))
    flush(start)
    _program, again = killed.and_started_again()
    dialog = offered(again)
    assert dialog is not None
    assert dialog.of_file.words.text() == "There is none: this work was never saved."
    assert not dialog.open_saved.isEnabled()
    with qtbot.waitSignal(dialog.finished):
        click(dialog.restore)
    assert again.file is not None
    assert again.file.path is None
    assert again.file.document.pathway == document.pathway
    assert again.filing.has_unsaved_changes


def _templates() -> list[Path]:
    from samples import TEMPLATES

    return [sample.path for sample in TEMPLATES]


def test_decided_later_it_waits_in_the_menu(
    window: MainWindow, killed: Killed, qtbot: QtBot
) -> None:
    rename(window, "Soitto")
    flush(window)
    program, again = killed.and_started_again()
    dialog = offered(again)
    assert dialog is not None
    with qtbot.waitSignal(dialog.finished):
        click(dialog.later)
    program.recovery.offer(again)
    assert offered(again) is None
    assert again.actions_by_name["recover"].isVisible()
    again.actions_by_name["recover"].trigger()
    dialog = offered(again)
    assert dialog is not None
    with qtbot.waitSignal(dialog.finished):
        click(dialog.open_saved)
    assert again.file is not None
    assert again.file.document.pathway.stages[0].title["fi"] == "Yhteydenotto"
    assert len(recoverable(program.journals)) == 1


def test_it_is_deleted_after_one_more_question(
    window: MainWindow, killed: Killed, qtbot: QtBot
) -> None:
    rename(window, "Soitto")
    flush(window)
    program, again = killed.and_started_again()
    dialog = offered(again)
    assert dialog is not None
    click(dialog.delete)
    answer(dialog, "Cancel")
    assert len(recoverable(program.journals)) == 1
    click(dialog.delete)
    with qtbot.waitSignal(dialog.finished):
        answer(dialog, "Delete")
    assert list(program.journals.iterdir()) == []
    assert not again.actions_by_name["recover"].isVisible()


def test_all_are_deleted_from_the_menu(window: MainWindow, killed: Killed) -> None:
    rename(window, "Soitto")
    flush(window)
    program, again = killed.and_started_again()
    dialog = offered(again)
    assert dialog is not None
    dialog.reject()
    again.actions_by_name["delete_recoverable"].trigger()
    answer(again, "Delete")
    assert list(program.journals.iterdir()) == []


def test_a_file_that_is_open_with_changes_is_not_put_aside(
    window: MainWindow, file: Path, killed: Killed
) -> None:
    rename(window, "Soitto")
    flush(window)
    _program, again = killed.and_started_again()
    dialog = offered(again)
    assert dialog is not None
    again.filing.open(file)
    rename(again, "Toinen")
    click(dialog.restore)
    assert "unsaved changes there" in question(dialog).text()
    question(dialog).reject()
    assert again.workspace.file.document.pathway.stages[0].title["fi"] == "Toinen"
    dialog.reject()


def test_a_damaged_journal_is_shown_as_such(start: MainWindow, program: Program) -> None:
    program.journals.mkdir(parents=True)
    (program.journals / f"v1-{'a' * 16}-0.journal").write_bytes(b"?" * 500)
    (program.journals / f"v2-{'b' * 16}-0.journal").write_bytes(b"?" * 500)
    program.recovery.offer(start)
    dialog = offered(start)
    assert dialog is not None
    told = {}
    for row in range(2):
        dialog.list.setCurrentRow(row)
        told[dialog.of_work.words.text().splitlines()[-1]] = dialog.delete.isEnabled()
        assert not dialog.restore.isEnabled()
    assert told == {
        "The recovery data is damaged, and nothing of it can be read.": True,
        "A newer Ketjupaja made this. Open it with that one; it is left as it is.": False,
    }
    dialog.reject()
    start.actions_by_name["delete_recoverable"].trigger()
    answer(start, "Delete")
    assert [path.name[:2] for path in program.journals.iterdir()] == ["v2"]


def test_words_being_typed_come_back_as_a_note(
    window: MainWindow, killed: Killed, program: Program, qtbot: QtBot
) -> None:
    window.workspace.show_record("s0")
    window.workspace.edit_selected()
    box = window.focusWidget()
    assert box is not None
    type_more(box, " puhelimessa")
    assert window.keeping is not None

    def kept() -> None:
        flush(window)
        assert "puhelimessa" in _draft_words(program, killed)

    qtbot.waitUntil(lambda: _does(kept), timeout=3000)
    _program, again = killed.and_started_again()
    dialog = offered(again)
    assert dialog is not None
    assert "Was being typed: “" in dialog.of_work.words.text()
    with qtbot.waitSignal(dialog.finished):
        click(dialog.restore)
    assert again.file is not None
    (note,) = again.file.document.pathway.of(Note)
    assert note.about == "s0"
    assert "puhelimessa" in note.text["fi"]
    again.undo()
    assert not again.file.document.pathway.of(Note)


def _draft_words(program: Program, killed: Killed) -> str:
    del killed
    clone = program.journals.with_name("look")
    shutil.rmtree(clone, ignore_errors=True)
    shutil.copytree(program.journals, clone)
    drafts = [found.draft.words for found in recoverable(clone) if found.draft is not None]
    return " ".join(drafts)


def _does(what: object) -> bool:
    try:
        what()  # type: ignore[operator]
    except (AssertionError, FileNotFoundError):
        return False
    return True


def test_words_that_became_an_edit_are_no_draft(window: MainWindow, program: Program) -> None:
    window.workspace.show_record("s0")
    window.workspace.edit_selected()
    box = window.focusWidget()
    assert box is not None
    type_into(box, "Soitto")
    assert window.keeping is not None
    window.keeping.typing._look()
    window.finish_typing()
    window.keeping.typing._look()
    flush(window)
    clone = program.journals.with_name("look")
    shutil.copytree(program.journals, clone)
    (found,) = recoverable(clone)
    assert found.draft is None
    assert replay(found).document.pathway.stages[0].title["fi"] == "Soitto"


def test_searching_is_no_work(window: MainWindow, program: Program) -> None:
    window.workspace.find_bar.open()
    type_into(window.workspace.find_bar.field, "hoito")
    assert window.keeping is not None
    window.keeping.typing._look()
    assert flush(window)
    assert not program.journals.exists()


def test_what_cannot_be_kept_is_told_until_it_can(
    window: MainWindow, program: Program, file: Path, qtbot: QtBot
) -> None:
    banner = window.workspace.unkept
    program.journals.parent.mkdir(exist_ok=True)
    program.journals.write_text("in the way")
    rename(window, "Soitto")
    qtbot.waitUntil(banner.isVisible, timeout=10_000)
    assert "what should be its folder is a file" in banner.words.text()
    window.rebuild()  # in another language, say
    banner = window.workspace.unkept
    assert not banner.isHidden()
    qtbot.waitUntil(banner.isVisible)
    click(banner.save)
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert read(file).stages[0].title["fi"] == "Soitto"
    program.journals.unlink()
    qtbot.waitUntil(banner.isHidden, timeout=10_000)


def test_a_disk_that_does_not_answer_is_told(window: MainWindow) -> None:
    keeping = window.keeping
    assert keeping is not None
    keeping.journal._waiting.append(-1000.0)  # put there long ago, and not written since
    keeping._look()
    assert "the disk does not answer" in window.workspace.unkept.words.text()
    keeping.journal._waiting.clear()
    keeping._look()
    assert window.workspace.unkept.isHidden()


def test_the_window_is_a_dialog_that_waits_for_nobody(window: MainWindow, killed: Killed) -> None:
    rename(window, "Soitto")
    flush(window)
    _program, again = killed.and_started_again()
    dialog = offered(again)
    assert isinstance(dialog, QDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert offered(again) is None
