"""The main jobs in a real window: begin, write, undo, save, open, close, change the language."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from designer.ui.inspector.fields.words import WordsField
from designer.ui.main_window import MainWindow
from designer.ui.program import Program
from designer.ui.settings import Settings
from exporters.formats import EXPORTERS
from model import edits
from model.file import read
from model.records import Stage
from tests.designer.ui.conftest import (
    answer,
    let_saves_end,
    question,
    two_stages,
    type_into,
    type_more,
)


def title_box(window: MainWindow) -> QWidget:
    field = window.workspace.inspector.form.fields["title"]
    assert isinstance(field, WordsField)
    return field.box


def rename(window: MainWindow, name: str) -> None:
    """Change the pathway's title, from the board as it were."""
    document = window.workspace.file.document
    document.do(edits.rename(document.pathway, document.pathway.info.id, "fi", name))


def test_a_new_pathway_begins_from_a_template(start: MainWindow) -> None:
    assert start.start is not None
    start.start.new["kainuu-generic"].click()
    assert start.centralWidget() is start.workspace
    assert len(start.workspace.file.document.pathway.phases) > 3
    assert start.workspace.file.path is None
    assert not start.isWindowModified()
    assert start.workspace.status.saved.text() == "Not saved anywhere yet"


def test_a_sample_opens_as_a_copy_with_an_identity_of_its_own(
    program: Program, start: MainWindow
) -> None:
    assert start.start is not None
    start.start.new["t2d"].click()
    first = start.workspace.file.document.pathway
    start.filing.open_copy(_sample("t2d"))
    assert len(program.windows) == 2
    second = program.windows[1].workspace.file.document.pathway
    assert first.info.id != second.info.id
    assert first.info.title == second.info.title


def _sample(name: str) -> Path:
    from samples import SAMPLES

    return next(sample.path for sample in SAMPLES if sample.name == name)


def test_undo_and_redo_show_their_names(window: MainWindow) -> None:
    undo, redo = window.actions_by_name["undo"], window.actions_by_name["redo"]
    assert not undo.isEnabled()
    window.board.select(("s0",))
    type_into(title_box(window), "Soita && tule")
    undo_before = window.workspace.file.document.next_undo
    assert undo_before is None
    window.workspace.finish_typing()
    assert undo.text() == "&Undo: Edit “Yhteydenotto”"
    undo.trigger()
    assert not undo.isEnabled()
    assert redo.text() == "&Redo: Edit “Yhteydenotto”"
    redo.trigger()
    stage = window.workspace.file.document.pathway["s0"]
    assert isinstance(stage, Stage)
    assert stage.title == {"fi": "Soita && tule"}


def test_undo_takes_back_what_is_still_being_typed(window: MainWindow) -> None:
    before = window.workspace.file.document.pathway
    type_into(title_box(window), "Kesken")
    window.actions_by_name["undo"].setEnabled(True)
    window.actions_by_name["undo"].trigger()
    assert window.workspace.file.document.pathway == before
    window.redo()
    assert window.workspace.file.document.pathway.info.title == {"fi": "Kesken"}


def test_saving_keeps_what_is_still_being_typed(window: MainWindow, file: Path) -> None:
    type_into(title_box(window), "Päivystyksestä kotiin")
    window.actions_by_name["save"].trigger()
    let_saves_end(window)
    assert read(file).info.title == {"fi": "Päivystyksestä kotiin"}
    assert not window.isWindowModified()
    assert window.workspace.status.saved.text().startswith("Saved at ")


def test_what_is_saved_under_a_name_opens_again(
    program: Program, start: MainWindow, tmp_path: Path
) -> None:
    assert start.start is not None
    start.start.new["t2d"].click()
    rename(start, "Oma ketju")
    assert start.isWindowModified()
    path = tmp_path / "oma.ketju"
    start.filing.save_as(path)
    let_saves_end(start)
    assert "oma.ketju" in start.windowTitle()
    other = program.open_window()
    other.filing.open(path)
    assert other.file is None, "an open file is not opened twice"
    pathway = start.workspace.file.document.pathway
    start.close()
    other.filing.open(path)
    assert other.workspace.file.document.pathway == pathway


def test_saving_a_new_pathway_asks_for_a_place_and_suggests_a_name(start: MainWindow) -> None:
    assert start.start is not None
    start.start.new["t2d"].click()
    rename(start, "Uni: apua / unettomuuteen?")
    start.actions_by_name["save"].trigger()
    dialog = start.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "Uni-apua-unettomuuteen.ketju"
    dialog.reject()
    assert start.workspace.file.path is None


def test_a_pathway_that_cannot_be_saved_stays_open_and_the_user_is_told(
    window: MainWindow, tmp_path: Path
) -> None:
    rename(window, "Uusi")
    window.filing.save_as(tmp_path / "missing" / "x.ketju")
    let_saves_end(window)
    told = question(window)
    assert "could not be saved" in told.text()
    assert "Save it in a folder that there is." in told.text()
    answer(window, "OK")
    assert window.isWindowModified()


def test_a_file_written_anew_with_the_same_content_is_not_asked_about(
    window: MainWindow, file: Path
) -> None:
    file.write_bytes(file.read_bytes())
    rename(window, "Meidän")
    window.filing.save()
    let_saves_end(window)
    assert read(file).info.title == {"fi": "Meidän"}


def test_a_damaged_file_is_refused_in_one_sentence(start: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "bad.ketju"
    path.write_text('{"format": 1, "records": [\n{"record":"goal"}\n]}\n')
    start.filing.open(path)
    assert "Line 2" in question(start).text()
    answer(start, "OK")
    assert start.start is not None


@pytest.mark.parametrize(
    ("words", "title"), [("Save", {"fi": "Muutettu"}), ("Don’t save", None), ("Cancel", None)]
)
def test_closing_asks_what_to_do_with_changes(
    window: MainWindow, file: Path, words: str, title: dict[str, str] | None
) -> None:
    before = read(file).info.title
    windows = window.program.windows
    type_into(title_box(window), "Muutettu")
    window.close()
    assert window.isVisible()
    assert "Save the changes to" in question(window).text()
    answer(window, words)
    let_saves_end(window)
    assert (window in windows) is (words == "Cancel")
    assert read(file).info.title == (title or before)


def test_closing_without_changes_asks_nothing(program: Program, window: MainWindow) -> None:
    window.close()
    assert not program.windows


def test_the_language_changes_at_once_and_work_goes_on(
    program: Program, window: MainWindow
) -> None:
    rename(window, "Muutettu")
    document = window.workspace.file.document
    program.speak("sv")
    assert window.workspace.file.document is document
    assert document.next_undo is not None
    assert program.settings.language == "sv"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.actions_by_name["undo"].trigger()
    assert document.pathway == two_stages()
    program.speak("en")


def test_names_of_keys_are_those_of_the_language_spoken_last(
    program: Program, window: MainWindow, settings: Settings
) -> None:
    settings.language = "fi"
    earlier = Program(settings)
    assert _key_of_bringing_in(window) == "Ctrl+Vaihto+B"
    program.speak("en")
    assert _key_of_bringing_in(window) == "Ctrl+Shift+B"
    del earlier


def _key_of_bringing_in(window: MainWindow) -> str:
    shortcut = window.actions_by_name["bring_in_workbooks"].shortcut()
    return shortcut.toString(QKeySequence.SequenceFormat.NativeText)


def test_texts_are_written_in_a_language_of_the_pathway_unless_chosen(
    window: MainWindow, program: Program
) -> None:
    assert window.workspace.language == "fi"
    document = window.workspace.file.document
    document.do(edits.update(document.pathway, document.pathway.info.id, languages=("fi", "sv")))
    program.speak("sv")
    assert window.workspace.language == "sv"
    program.speak("en")
    assert window.workspace.language == "fi"


def test_the_boards_language_changes_all_texts(window: MainWindow) -> None:
    window.workspace.bar.languages.buttons["sv"].click()
    assert window.board.language == "sv"
    type_into(title_box(window), "Två steg")
    window.workspace.finish_typing()
    assert window.workspace.file.document.pathway.info.title["sv"] == "Två steg"


def test_files_opened_are_offered_on_the_start_screen(
    program: Program, window: MainWindow, file: Path
) -> None:
    other = program.open_window()
    assert other.start is not None
    assert list(other.start.recent) == [file]
    window.close()
    other.start.recent[file].click()
    assert other.workspace.file.path == file


def test_a_file_dropped_on_the_window_opens(start: MainWindow, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://example.org/x.ketju")])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    start.dropEvent(event)
    assert start.workspace.file.path == file


def test_undo_from_the_menu_takes_back_what_is_being_typed(window: MainWindow) -> None:
    document = window.workspace.file.document
    document.do(edits.rename(document.pathway, "s1", "fi", "Ennen"))
    window.board.select(("s0",))
    type_into(title_box(window), "Kesken")
    window.actions_by_name["undo"].trigger()
    assert [edits.name_of(document.pathway[id]) for id in ("s0", "s1")] == ["Yhteydenotto", "Ennen"]
    window.actions_by_name["redo"].trigger()
    assert edits.name_of(document.pathway["s0"]) == "Kesken"


def test_no_label_takes_words_for_markup(window: MainWindow) -> None:
    document = window.workspace.file.document
    for id in (document.pathway.info.id, "s0", "a0", "h0"):
        window.workspace.show_record(id)
        window.workspace.inspector.form.unfold_all()
    window.show_keys()
    window.export(EXPORTERS[0])
    labels = window.findChildren(QLabel)
    assert len(labels) > 100
    taken = {label.text() for label in labels if label.textFormat() != Qt.TextFormat.PlainText}
    assert taken == set()
    for dialog in window.findChildren(QDialog):
        dialog.reject()


def test_a_file_saved_is_among_the_recent_ones(
    window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    window.filing.save_as(tmp_path / "uusi.ketju")
    let_saves_end(window)
    assert settings.recent_files[0] == tmp_path / "uusi.ketju"


def test_a_first_window_is_no_larger_than_the_screen(start: MainWindow) -> None:
    assert start.screen().availableGeometry().contains(start.geometry())


def test_closing_asks_about_words_that_could_not_be_read(window: MainWindow) -> None:
    window.workspace.inspector.form.unfold_all()
    day = window.workspace.inspector.form.fields["next_review"]
    assert isinstance(day, WordsField)
    type_into(day.box, "ensi viikolla")
    window.board.select(("s0",))
    window.close()
    assert "“ensi viikolla” could not be read" in question(window).text()
    answer(window, "Go to the field")
    assert window.isVisible()
    assert day.box.hasFocus()
    window.close()
    answer(window, "Leave it out")
    assert not window.isVisible()


def test_what_is_selected_on_the_board_is_shown_in_the_inspector(window: MainWindow) -> None:
    inspector = window.workspace.inspector
    window.board.select(("s1",))
    assert inspector.record == "s1"
    window.board.select(("h0",))
    assert inspector.record == "h0"
    window.board.select(())
    assert inspector.record == window.workspace.file.document.pathway.info.id


def test_of_several_selected_the_inspector_shows_the_last_and_says_so(window: MainWindow) -> None:
    inspector = window.workspace.inspector
    window.board.select(("h0", "s0"))
    assert inspector.record == "s0"
    assert inspector.among.isVisible()
    window.board.select(("s0", "h0"))
    assert inspector.among.text().startswith("2 items selected.")
    document = window.workspace.file.document
    document.do(edits.remove(document.pathway, ("h0",)))
    assert inspector.record == "s0"
    assert not inspector.among.isVisible()


def test_a_handover_chosen_in_a_form_is_selected_on_the_board(window: MainWindow) -> None:
    window.workspace.inspector.opened.emit("h0")
    assert window.board.selection.ids == ("h0",)
    assert window.workspace.inspector.record == "h0"


def test_a_condition_is_written_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.board.setFocus()
    qtbot.waitUntil(window.board.hasFocus)
    window.board.select(("h0",))
    QTest.keyClick(window.board, Qt.Key.Key_F2)
    condition = window.workspace.inspector.form.fields["condition"]
    assert isinstance(condition, WordsField)
    assert condition.box.hasFocus()
    type_more(condition.box, "hoito tarvitaan")
    QTest.keyClick(condition.box, Qt.Key.Key_Return)
    QTest.keyClick(condition.box, Qt.Key.Key_Escape)
    assert window.board.hasFocus()
    assert window.board.selection.ids == ("h0",)
    assert window.board.board.arrows["h0"].label is not None


def test_f6_walks_through_the_panels(window: MainWindow, qtbot: QtBot) -> None:
    window.board.setFocus()
    qtbot.waitUntil(window.board.hasFocus)
    workspace = window.workspace
    QTest.keySequence(window, "F6")
    assert workspace.inspector.isAncestorOf(window.focusWidget())
    QTest.keySequence(window, "F6")
    assert workspace.findings.isAncestorOf(window.focusWidget())
    QTest.keySequence(window, "F6")
    assert window.board.hasFocus()


def test_panels_can_be_hidden_and_shown(window: MainWindow) -> None:
    QTest.keySequence(window, "F9")
    assert window.workspace.inspector.isHidden()
    QTest.keySequence(window, "F8")
    assert window.workspace.findings.isHidden()
    window.actions_by_name["edit"].trigger()
    assert not window.workspace.inspector.isHidden()


def test_deleting_in_a_field_deletes_letters_not_stages(window: MainWindow) -> None:
    window.board.select(("s0",))
    box = title_box(window)
    box.setFocus()
    QTest.keySequence(box, "Del")
    assert "s0" in window.workspace.file.document.pathway


def test_status_line_counts_and_tells_where_one_is(window: MainWindow) -> None:
    status = window.workspace.status
    assert status.counts.text() == "2 stages · 1 handover"
    window.board.select(("s0",))
    assert "Yhteydenotto" in status.hint.toolTip() + status.hint.text()
    window.board.zoom_to(2.0)
    assert status.zoom.text() == "zoom 200 %"


class Shown(QObject):
    """Collects the windows that appear."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


def test_no_other_window_flashes_up(
    qapp: QApplication, start: MainWindow, settings: Settings
) -> None:
    del settings
    shown = Shown()
    qapp.installEventFilter(shown)
    try:
        start.filing.open_copy(_sample("t2d"))
        start.workspace.inspector.form.unfold_all()
        handover = start.workspace.file.document.pathway.handovers[0]
        start.board.select((handover.id,))
        start.workspace.inspector.form.unfold_all()
        qapp.processEvents()
    finally:
        qapp.removeEventFilter(shown)
    assert shown.windows == []


def test_a_sample_opened_as_a_file_is_a_copy_that_saving_cannot_overwrite(
    start: MainWindow,
) -> None:
    start.filing.open(_sample("t2d"))
    (window,) = start.program.windows
    assert window.file is not None
    assert window.file.path is None
    window.close()
