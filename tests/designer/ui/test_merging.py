"""Other versions joined into the open pathway and what clashes settled, in a real window."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QTextEdit

from designer.ui.main_window import MainWindow
from designer.ui.merging import joining_files
from designer.ui.merging.changes_list import ChangesList
from designer.ui.merging.comparing import compare_with_file
from designer.ui.merging.joining import merge_into
from designer.ui.merging.panel import MergingPanel
from designer.ui.merging.preview import PreviewDialog
from designer.ui.merging.session import Page
from model import edits, file, milestones
from model.codes import NoteKind
from model.describe import What
from model.document import Document
from model.merge import Side
from model.pathway import Pathway
from model.records import Milestone, Note, Stage
from tests.designer.ui.conftest import answer, question


def renamed(pathway: Pathway, id: str, name: str) -> Pathway:
    document = Document(pathway)
    document.do(edits.rename(pathway, id, "fi", name))
    return document.pathway


def lacking(pathway: Pathway, id: str) -> Pathway:
    document = Document(pathway)
    document.do(edits.remove(pathway, (id,)))
    return document.pathway


def press(*keys: str) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keySequence(focused, key)


def panel_of(window: MainWindow) -> MergingPanel:
    panel = window.workspace.merging.panel
    assert panel is not None
    assert not panel.isHidden()
    return panel


def document_of(window: MainWindow) -> Document:
    return window.workspace.file.document


def notes(window: MainWindow) -> tuple[Note, ...]:
    return document_of(window).pathway.of(Note)


def name(window: MainWindow, id: str) -> str:
    return edits.name_of(document_of(window).pathway[id])


def words(changes: ChangesList) -> list[str]:
    return [changes.item(row).text() for row in range(changes.count())]


def underlined(box: QTextEdit) -> str:
    cursor = box.textCursor()
    found = ""
    for place, letter in enumerate(box.toPlainText(), 1):
        cursor.setPosition(place)
        found += letter if cursor.charFormat().fontUnderline() else ""
    return found


@pytest.fixture
def parted(window: MainWindow) -> MainWindow:
    """Return a window into which a version was joined: two names clash, one removal, one edit."""
    document = document_of(window)
    base = document.pathway
    document.do(edits.rename(base, "s0", "fi", "Soitto"))
    document.do(edits.rename(document.pathway, "s1", "fi", "Arviokäynti"))
    document.do(edits.rename(document.pathway, "a1", "fi", "Terveysasema"))
    theirs = renamed(renamed(renamed(base, "s0", "Chat"), "a1", "Keskus"), "p1", "Tuki")
    merge_into(window.workspace, lacking(theirs, "s1"), base, "B.ketju")
    return window


def test_a_version_is_joined_as_one_step_and_what_clashes_is_kept_at_once(
    window: MainWindow,
) -> None:
    document = document_of(window)
    base = document.pathway
    document.do(edits.rename(base, "s0", "fi", "Soitto"))
    ours = document.pathway
    theirs = renamed(renamed(base, "s0", "Chat"), "s1", "Arvio")
    joining = merge_into(window.workspace, theirs, base, "B.ketju")
    assert name(window, "s0") == "Soitto"
    assert name(window, "s1") == "Arvio"
    (asked,) = joining.questions
    # The question is in what would be saved, before anybody has looked at it.
    note = file.loads(file.dumps(document.pathway)).find(Note, asked.note)
    assert note is not None
    assert (note.kind, note.about) == (NoteKind.QUESTION, "s0")
    assert "Chat" in note.text["fi"]
    assert "1 changed, 1 to settle" in window.workspace.board.accessibleDescription()
    window.undo()
    assert document.pathway == ours
    assert panel_of(window).open_questions == ()
    window.redo()
    assert len(panel_of(window).open_questions) == 1


def test_questions_are_settled_by_keys_one_by_one_and_undone(parted: MainWindow) -> None:
    panel, document = panel_of(parted), document_of(parted)
    joined = document.pathway
    assert [each.conflict.id for each in panel.open_questions] == ["a1", "s0", "s1"]
    assert panel.questions.place.text() == "Question 1 of 3"
    assert parted.board.selection.ids == ("a1",)
    assert panel.questions.ours.toPlainText() == "Terveysasema"
    assert panel.questions.theirs.toPlainText() == "Keskus"
    press("2")
    assert name(parted, "a1") == "Keskus"
    assert parted.board.selection.ids == ("s0",)
    press("1")
    assert name(parted, "s0") == "Soitto"
    assert panel.questions.heading.text() == "Stage “Arviokäynti”"
    press("2")
    assert "s1" not in document.pathway
    assert notes(parted) == ()
    assert "Everything is settled." in panel.questions.nothing.text()
    for _step in range(3):
        parted.undo()
    assert document.pathway == joined
    assert len(panel.open_questions) == 3


def test_both_wordings_and_what_differs_in_them(window: MainWindow) -> None:
    document = document_of(window)
    base = document.pathway

    def writing(words: str) -> Pathway:
        return edits.write(base, "s0", "what_happens", "fi", words).applied_to(base)[0]

    document.do(edits.write(base, "s0", "what_happens", "fi", "Soita ensin terveysasemalle."))
    theirs = writing("Soita ensin päivystykseen.")
    merge_into(window.workspace, theirs, base, "B.ketju")
    box = panel_of(window).questions.theirs
    assert underlined(box) == "päivystykseen."
    assert underlined(panel_of(window).questions.ours) == "terveysasemalle."
    press("3")
    stage = document.pathway.find(Stage, "s0")
    assert stage is not None
    assert stage.what_happens["fi"] == ("Soita ensin terveysasemalle.\nSoita ensin päivystykseen.")


def test_a_question_can_be_left_as_a_note_and_asked_again(parted: MainWindow) -> None:
    panel = panel_of(parted)
    press("4")
    assert parted.board.selection.ids == ("s0",)
    assert len(panel.open_questions) == 2
    assert len(notes(parted)) == 3
    assert panel.questions.others.isVisible()
    panel.questions.others.click()
    assert len(panel.open_questions) == 3


def test_one_steps_through_questions_without_answering(parted: MainWindow) -> None:
    panel = panel_of(parted)
    press("Right")
    assert panel.questions.place.text() == "Question 2 of 3"
    press("Left", "Left")
    assert panel.questions.place.text() == "Question 3 of 3"
    assert len(notes(parted)) == 3


def test_what_was_edited_since_says_so_and_is_never_taken_back(parted: MainWindow) -> None:
    panel, document = panel_of(parted), document_of(parted)
    document.do(edits.rename(document.pathway, "a1", "fi", "Asema"))
    assert "edited since" in panel.questions.since.text()
    assert panel.questions.ours.toPlainText() == "Asema"
    press("1")
    assert name(parted, "a1") == "Asema"
    document.do(edits.rename(document.pathway, "s0", "fi", "Chat"))
    assert "as in the other version" in panel.questions.since.text()
    assert not panel.questions.buttons[Side.THEIRS].isVisible()
    document.do(edits.remove(document.pathway, ("s0",)))
    assert "removed since" in panel.questions.since.text()
    press("1")
    assert [note.about for note in notes(parted)] == ["s1"]


@pytest.mark.parametrize("side", [Side.OURS, Side.THEIRS])
def test_settling_all_one_way_gives_that_side(window: MainWindow, side: Side) -> None:
    document = document_of(window)
    base = document.pathway
    for id in ("s0", "a0", "p0"):
        document.do(edits.rename(document.pathway, id, "fi", f"Meidän {id}"))
    theirs = base
    for id in ("s0", "a0", "p0"):
        theirs = renamed(theirs, id, f"Heidän {id}")
    ours = document.pathway
    merge_into(window.workspace, theirs, base, "B.ketju")
    for _question in range(3):
        panel_of(window).questions.buttons[side].click()
    assert document.pathway == (ours if side is Side.OURS else theirs)


def test_what_is_open_goes_on_after_the_language_has_changed(parted: MainWindow) -> None:
    press("4")
    parted.program.speak("fi")
    panel = panel_of(parted)
    assert panel.session.page is Page.QUESTIONS
    assert len(panel.open_questions) == 2


def test_changes_are_listed_counted_filtered_and_marked(window: MainWindow) -> None:
    document = document_of(window)
    document.do(edits.rename(document.pathway, "s0", "fi", "Soitto"))
    document.do(edits.move_stage(document.pathway, "s1", actor="a0", phase="p0", column=3))
    document.do(edits.add_phase(document.pathway, place=2, title={"fi": "Seuranta"}))
    document.do(edits.remove(document.pathway, ("h0",)))
    window.board.setFocus()
    press("Ctrl+Shift+D")
    panel = panel_of(window)
    listed = "\n".join(words(panel.changes.list))
    assert "Added phase “Seuranta”" in listed
    assert "Taken away: handover “Yhteydenotto → Hoidon tarpeen arvio”" in listed
    assert "The responsibility moved: Sote-keskus → Asiakas" in listed
    assert panel.changes.chips[What.ADDED].accessibleName() == "1 added"
    marked = {id: item.what for id, item in window.board.differences.items.items()}
    assert marked["s0"] is marked["s1"] is What.CHANGED
    assert What.ADDED in marked.values()
    panel.changes.chips[What.CHANGED].click()
    assert "→ “Soitto”" not in "\n".join(words(panel.changes.list))
    assert set(window.board.differences.items).isdisjoint({"s0", "s1"})
    panel.changes.copy.click()
    assert "“Yhteydenotto” → “Soitto”" in QGuiApplication.clipboard().text()
    window.board.setFocus()
    press("Ctrl+Shift+D")
    assert panel.isHidden()
    assert not window.board.differences.items


def test_a_change_that_is_come_to_is_shown_on_the_board(window: MainWindow) -> None:
    document = document_of(window)
    document.do(edits.rename(document.pathway, "s0", "fi", "Soitto"))
    document.do(edits.rename(document.pathway, "s1", "fi", "Käynti"))
    window.board.setFocus()
    press("Ctrl+Shift+D", "Down", "Down")
    assert window.board.selection.ids == ("s1",)
    press("Up")
    assert window.board.selection.ids == ("s0",)


def test_what_only_lies_elsewhere_is_counted_and_folded(window: MainWindow) -> None:
    document = document_of(window)
    document.do(edits.move_stage(document.pathway, "s1", actor="a1", phase="p0", column=4))
    window.board.setFocus()
    press("Ctrl+Shift+D")
    changes = panel_of(window).changes.list
    assert words(changes) == ["1 thing only lies elsewhere on the board."]
    press("Down", "Return")
    assert words(changes)[1:] == ["Stage: Hoidon tarpeen arvio"]


def test_a_file_is_compared_with_though_it_is_no_version_of_this_one(
    window: MainWindow, tmp_path: Path
) -> None:
    other = edits.with_new_identity(renamed(document_of(window).pathway, "s0", "Chat"))
    path = tmp_path / "other.ketju"
    file.save(other, path)
    compare_with_file(window.workspace, path)
    panel = panel_of(window)
    assert panel.changes.chips[What.CHANGED].accessibleName() == "1 changed"
    assert "“Chat” → “Yhteydenotto”" in "\n".join(words(panel.changes.list))


def test_files_of_groups_are_joined_since_the_milestone_that_all_hold(
    window: MainWindow, tmp_path: Path
) -> None:
    document = document_of(window)
    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    document.do(milestones.keep(document.pathway, {"fi": "Ryhmät"}, at))
    common = document.pathway
    document.do(edits.rename(common, "p0", "fi", "Alku"))
    ours = document.pathway
    paths = [tmp_path / "a.ketju", tmp_path / "b.ketju"]
    file.save(renamed(lacking(common, "h0"), "s0", "Chat"), paths[0])
    file.save(renamed(renamed(common, "s0", "Soitto"), "p1", "Tuki"), paths[1])
    dialog = joining_files.preview(window.workspace, paths)
    assert dialog is not None
    assert dialog.past.currentText() == "Ryhmät"
    told = dialog.counts.text().splitlines()
    assert told == ["a.ketju: 1 changed, 1 removed", "b.ketju: 1 changed, 1 to settle"]
    assert "Taken away: handover" in "\n".join(words(dialog.changes))
    dialog.go.click()
    assert "h0" not in document.pathway
    assert name(window, "p0") == "Alku"
    assert name(window, "p1") == "Tuki"
    assert len(panel_of(window).open_questions) == 1
    window.undo()
    assert document.pathway == ours


def test_without_a_common_past_nothing_is_removed(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.ketju"
    file.save(lacking(document_of(window).pathway, "s1"), path)
    dialog = joining_files.preview(window.workspace, [path])
    assert dialog is not None
    assert "Not known" in dialog.past.currentText()
    assert dialog.counts.text() == "a.ketju: nothing new"
    dialog.reject()


def test_a_file_that_cannot_be_read_stops_the_joining(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.ketju"
    path.write_text("{", encoding="utf-8")
    before = document_of(window).pathway
    assert joining_files.preview(window.workspace, [path]) is None
    assert "a.ketju" in question(window).text()
    assert document_of(window).pathway == before
    question(window).close()


def test_a_file_dropped_on_a_board_is_opened_or_joined(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.ketju"
    file.save(renamed(document_of(window).pathway, "p1", "Tuki"), path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert "“a.ketju”" in question(window).text()
    answer(window, "Join into this pathway…")
    dialog = window.findChild(PreviewDialog)
    assert dialog is not None
    dialog.reject()


def test_milestones_are_kept_compared_renamed_gone_back_to_and_removed(
    window: MainWindow,
) -> None:
    document = document_of(window)
    window.board.setFocus()
    press("Ctrl+Shift+E")
    asked = window.findChild(QInputDialog)
    assert asked is not None
    assert asked.textValue().startswith("Workshop 1, ")
    asked.setTextValue("Alku")
    asked.accept()
    (kept,) = document.pathway.of(Milestone)
    assert kept.title == {"fi": "Alku"}
    first = document.pathway
    document.do(edits.rename(document.pathway, "s0", "fi", "Soitto"))
    window.actions_by_name["milestones"].trigger()
    panel = panel_of(window)
    assert words(panel.milestones.list)[0].endswith("Since then: 1 changed")  # type: ignore[arg-type]
    press("Return")
    assert panel.session.page is Page.CHANGES
    assert (
        "Changes since: Alku" in panel.changes.since.accessibleName() + panel.changes.since.text()
    )
    panel.go_to(Page.MILESTONES)
    panel.milestones.restore.click()
    dialog = window.findChild(PreviewDialog)
    assert dialog is not None
    assert "“Soitto” → “Yhteydenotto”" in "\n".join(words(dialog.findChildren(ChangesList)[0]))
    dialog.go.click()
    assert document.pathway == first
    window.undo()
    assert name(window, "s0") == "Soitto"
    panel.milestones.setFocus()
    press("F2")
    renaming = next(each for each in window.findChildren(QInputDialog) if each.isVisible())
    renaming.setTextValue("Aloitus")
    renaming.accept()
    assert edits.name_of(document.pathway[kept.id]) == "Aloitus"
    panel.milestones.setFocus()
    press("Del")
    assert "kept nowhere else" in question(window).text()
    answer(window, "Remove the milestone")
    assert document.pathway.of(Milestone) == ()


def test_the_walk_and_the_panel_take_turns_beside_the_board(window: MainWindow) -> None:
    window.board.setFocus()
    press("Ctrl+Shift+D")
    panel = panel_of(window)
    assert window.workspace.inspector.isHidden()
    window.actions_by_name["customer_walk"].trigger()
    assert panel.isHidden()
    window.actions_by_name["compare"].trigger()
    assert not window.workspace.beside.is_shown
    panel.closed.emit()
    assert not window.workspace.inspector.isHidden()
    assert window.board.hasFocus()
