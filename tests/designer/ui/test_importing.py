"""Files of other tools brought in through the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from designer.ui.importing import ImportDialog, dropped_foreign
from designer.ui.main_window import MainWindow
from designer.ui.task import Task
from exporters.bpmn import BPMN
from exporters.formats import IMPORTERS
from model import edits
from model.codes import NoteKind
from model.file import read
from model.pathway import Pathway
from model.records import Note, Stage
from model.text import in_language
from tests.exporters.diagram.drawn import OPTIONS

MERMAID = """flowchart LR
  subgraph Asema
    A([Alku]) -->|Hätä| B{Kiire?}
  end
  style A fill:#fff
  B --> C
  B --> Asema
"""


def foreign(folder: Path, text: str = MERMAID) -> Path:
    path = folder / "kaavio.mmd"
    path.write_text(text, "utf-8")
    return path


def brought_in(window: MainWindow, path: Path, qtbot: QtBot) -> ImportDialog:
    dialog = ImportDialog(window, path)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.is_reading, timeout=20_000)
    return dialog


def test_a_file_opens_as_a_new_pathway_that_is_not_saved(
    start: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = brought_in(start, foreign(tmp_path), qtbot)
    assert "3 stages" in dialog.words.text()
    dialog.go.click()
    assert start.file is not None
    assert start.file.path is None
    pathway = start.file.document.pathway
    assert [in_language(stage.title, "fi") for stage in pathway.stages] == ["Alku", "Kiire?", "C"]


def test_closing_what_was_brought_in_asks_about_saving(
    start: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    brought_in(start, foreign(tmp_path), qtbot).go.click()
    assert start.filing.would_lose_work
    assert not start.close()


def in_bpmn(pathway: Pathway, folder: Path, before: str, after: str) -> Path:
    """Return a file of ours for process tools with something changed there."""
    [(_name, data)] = BPMN.build(pathway, OPTIONS, lambda _share: None)
    assert data.count(before.encode())
    path = folder / "two.bpmn"
    path.write_bytes(data.replace(f'name="{before}"'.encode(), f'name="{after}"'.encode()))
    return path


def test_what_another_tool_changed_is_joined_into_the_open_pathway(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert window.file is not None
    document = window.file.document
    before = document.pathway
    stage = before.stages[0]
    title = in_language(stage.title, "fi")
    path = in_bpmn(before, tmp_path, title, "Muualla muutettu")
    document.do(
        edits.add(before, Note(id="n", order="a0", kind=NoteKind.IDEA, text={"fi": "Muistilappu"}))
    )
    dialog = brought_in(window, path, qtbot)
    assert "made of the pathway that is open" in dialog.words.text()
    dialog.join.click()
    changed = document.pathway.find(Stage, stage.id)
    assert changed is not None
    assert in_language(changed.title, "fi") == "Muualla muutettu"
    assert [note.id for note in document.pathway.of(Note)] == ["n"]
    document.undo()
    assert document.pathway.find(Stage, stage.id) == stage


def test_a_pathway_of_ours_stays_that_pathway(
    start: MainWindow, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    before = read(file)
    path = in_bpmn(before, tmp_path, in_language(before.stages[0].title, "fi"), "Uusi")
    dialog = brought_in(start, path, qtbot)
    assert not dialog.join.isVisible()
    assert "without its notes and milestones" in dialog.words.text()
    dialog.go.click()
    assert start.file is not None
    assert start.file.document.pathway.info.id == before.info.id
    assert {s.id for s in start.file.document.pathway.stages} == {s.id for s in before.stages}


def test_what_is_open_stays_and_the_new_one_gets_a_window(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert window.file is not None
    before = window.file.document.pathway
    brought_in(window, foreign(tmp_path), qtbot).go.click()
    assert window.file.document.pathway is before
    assert len(window.program.windows) == 2


def test_what_does_not_come_along_is_listed_and_can_be_copied(
    start: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = brought_in(start, foreign(tmp_path), qtbot)
    assert dialog.left_out_title.text() == "2 things in the file do not come along:"
    lines = dialog.left_out.toPlainText().splitlines()
    assert [line[:7] for line in lines] == ["Line 5:", "Line 7:"]
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "\n".join(lines)
    dialog.reject()
    assert start.file is None


def test_the_language_of_the_texts_is_chosen(
    start: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = brought_in(start, foreign(tmp_path), qtbot)
    dialog.languages.setCurrentIndex(dialog.languages.findData("sv"))
    qtbot.waitUntil(lambda: not dialog.is_reading, timeout=20_000)
    dialog.go.click()
    assert start.file is not None
    assert start.file.document.pathway.info.languages == ("sv",)
    assert all(set(stage.title) == {"sv"} for stage in start.file.document.pathway.stages)


@pytest.mark.parametrize("text", ["sequenceDiagram\nA->>B: x", ""])
def test_what_cannot_be_read_is_said_and_nothing_opens(
    start: MainWindow, tmp_path: Path, qtbot: QtBot, text: str
) -> None:
    dialog = brought_in(start, foreign(tmp_path, text), qtbot)
    assert dialog.words.text().startswith("Line 1: ")
    assert not dialog.go.isEnabled()
    assert not dialog.left_out.isVisible()
    dialog.cancel.click()
    assert start.file is None


SLOW = "flowchart LR\n" + "a[\n" * 40_000


@pytest.mark.parametrize("is_rejected", [True, False])
def test_closing_while_it_reads_forgets_it(
    start: MainWindow, tmp_path: Path, qtbot: QtBot, *, is_rejected: bool
) -> None:
    """What reads a file is a thread: the program would abort if it went with its window."""
    dialog = ImportDialog(start, foreign(tmp_path, SLOW))
    dialog.open()
    program = QGuiApplication.instance()
    assert program is not None
    [reading] = program.findChildren(Task)
    assert reading.isRunning()
    with (
        qtbot.waitSignal(reading.destroyed, timeout=20_000),
        qtbot.waitSignal(start.destroyed, timeout=20_000),
    ):
        if is_rejected:
            dialog.reject()
            assert reading.isRunning()
        start.close()
    assert start.program.windows == []


def test_the_menu_asks_for_all_that_can_be_read(start: MainWindow) -> None:
    start.actions_by_name["import"].trigger()
    dialog = start.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    first, *each = dialog.nameFilters()
    assert len(each) == len(IMPORTERS)
    assert all(f"*{suffix}" in first for importer in IMPORTERS for suffix in importer.suffixes)
    dialog.reject()


def dropped(*paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(1, 1),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.kept = data  # type: ignore[attr-defined] # or it is gone before it is looked at
    return event


def test_a_dropped_file_is_brought_in(start: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    event = dropped(foreign(tmp_path))
    assert dropped_foreign(event) == [tmp_path / "kaavio.mmd"]
    start.dropEvent(event)
    dialog = start.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: not dialog.is_reading, timeout=20_000)
    dialog.reject()
    assert dropped_foreign(dropped(tmp_path / "x.ketju")) == []


def test_several_dropped_files_are_brought_in_one_after_the_other(
    start: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    second = tmp_path / "toinen.mmd"
    second.write_text(MERMAID, "utf-8")
    start.dropEvent(dropped(foreign(tmp_path), second))
    [dialog] = start.findChildren(ImportDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
    qtbot.waitUntil(lambda: len(start.findChildren(ImportDialog)) == 1)
    [other] = start.findChildren(ImportDialog)
    assert other._path == second
    other.reject()
    qtbot.waitUntil(lambda: not isValid(other))
    assert start.findChildren(ImportDialog) == []
