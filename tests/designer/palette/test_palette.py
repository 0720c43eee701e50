"""The palette, by keys and mouse, in a real window."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from designer.ui.actions import ACTIONS
from designer.ui.main_window import MainWindow
from designer.ui.palette.entry import Kind
from designer.ui.palette.palette import Palette
from model.checks import PROFILES
from model.codes import NoteKind, Sector
from model.file import save
from model.pathway import Pathway
from model.records import Note
from tests.pathways import At, build, crowded

Key = Qt.Key
HOSTILE = "<img src=file:///etc/passwd>\n<b>"


def small() -> Pathway:
    return build(
        Note(id="n0", order="a0", kind=NoteKind.RISK, text={"fi": "Jono kasvaa"}, about="s1"),
        phases=("Yhteys", "Hoito"),
        actors=(("Äitiysneuvola", Sector.PRIMARY), "Päivystys"),
        stages=(At("Soitto", 0, 0), At("Hoidon tarpeen arvio", 0, 1), At(HOSTILE, 1, 1)),
        arrows=((0, 1), (1, 2, "oireet pahenevat")),
    )


@pytest.fixture
def window(start: MainWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "small.ketju"
    save(small(), path)
    start.filing.open(path)
    return start


def opened(window: MainWindow) -> Palette:
    """Press Ctrl+K where the keys are, and return the palette."""
    QTest.keyClick(focus() or window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    return shown(window)


def shown(window: MainWindow) -> Palette:
    (palette,) = [found for found in window.findChildren(Palette) if not found.isHidden()]
    return palette


def is_shown(window: MainWindow) -> bool:
    return any(not palette.isHidden() for palette in window.findChildren(Palette))


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def titles(palette: Palette) -> list[str]:
    return [entry.title for entry in palette.results.entries]


def write(palette: Palette, words: str) -> None:
    QTest.keyClicks(palette.field, words)


def press(key: Qt.Key) -> None:
    widget = focus()
    assert widget is not None
    QTest.keyClick(widget, key)


def test_every_action_is_in_the_palette_with_its_keys(window: MainWindow) -> None:
    palette = opened(window)
    entries = {entry.name: entry for entry in palette.results.entries}
    assert {action.name for action in ACTIONS} - entries.keys() == {"palette"}
    assert entries["fit"].keys == "Ctrl+9"
    assert entries["add_stage"].keys
    assert not entries["undo"].usable


def test_on_the_start_screen_there_are_actions_and_files(start: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "earlier.ketju"
    save(small(), path)
    start.program.settings.remember_file(path)
    palette = opened(start)
    assert not next(entry for entry in palette.results.entries if entry.name == "save").usable
    write(palette, "earlier")
    assert titles(palette)[0] == "earlier.ketju"
    press(Key.Key_Return)
    assert start.file is not None
    assert start.file.path == path
    assert start.board.hasFocus()


@pytest.mark.parametrize(
    ("typed", "kind", "title", "beside"),
    [
        ("arv tar", Kind.STAGE, "Hoidon tarpeen arvio", "Äitiysneuvola · Hoito"),
        ("aiti", Kind.ACTOR, "Äitiysneuvola", "primary health care"),
        ("yht", Kind.PHASE, "Yhteys", ""),
        ("oireet", Kind.HANDOVER, "oireet pahenevat", None),
        ("jono", Kind.NOTE, "Jono kasvaa", "risk · Hoidon tarpeen arvio"),
        ("publishing", Kind.SETTING, "Profile of the checks: Publishing", None),
        ("suomi", Kind.SETTING, "Language of the program: Suomi", ""),
        ("zoom in", Kind.ACTION, "Zoom in", "View"),
    ],
)
def test_things_of_every_kind_are_found(
    window: MainWindow, typed: str, kind: Kind, title: str, beside: str | None
) -> None:
    palette = opened(window)
    write(palette, typed)
    found = palette.results.entries[0]
    assert (found.kind, found.title) == (kind, title)
    assert beside is None or found.beside.lower() == beside.lower()


def test_findings_lead_to_their_record(window: MainWindow) -> None:
    palette = opened(window)
    line = window.workspace.findings.lines[0]
    write(palette, line.title.encode("ascii", "ignore").decode())
    found = [entry for entry in palette.results.entries if entry.kind is Kind.FINDING]
    assert found[0].title == line.title


def test_enter_reveals_a_stage_and_the_keys_are_on_the_board(window: MainWindow) -> None:
    palette = opened(window)
    write(palette, "soitto")
    press(Key.Key_Return)
    assert window.board.selection.ids == ("s0",)
    assert window.board.hasFocus()
    assert not is_shown(window)


def test_enter_runs_an_action(window: MainWindow) -> None:
    window.board.zoom_to(2)
    palette = opened(window)
    write(palette, "100")
    press(Key.Key_Return)
    assert window.board.camera.zoom == 1


def test_what_cannot_be_used_now_is_shown_but_does_nothing(window: MainWindow) -> None:
    palette = opened(window)
    write(palette, "undo")
    assert titles(palette)[0] == "Undo"
    press(Key.Key_Return)
    assert is_shown(window)
    assert "cannot be used now" in palette.results.entries[0].in_words


def test_esc_gives_the_focus_back_to_where_it_was(window: MainWindow) -> None:
    window.board.select(("s0",))
    window.workspace.edit_selected()
    before = focus()
    assert before is not None
    assert window.workspace.inspector.isAncestorOf(before)
    opened(window)
    press(Key.Key_Escape)
    assert focus() is before
    window.board.setFocus()
    opened(window)
    press(Key.Key_Escape)
    assert window.board.hasFocus()
    assert window.board.selection.ids == ("s0",)


def test_its_own_key_closes_it(window: MainWindow) -> None:
    palette = opened(window)
    QTest.keyClick(palette.field, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not is_shown(window)
    assert window.board.hasFocus()


def test_a_click_elsewhere_closes_it(window: MainWindow) -> None:
    opened(window)
    window.workspace.findings.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not is_shown(window)
    assert window.workspace.findings.view.hasFocus()


def test_a_name_being_written_is_kept(window: MainWindow) -> None:
    window.board.select(("s0",))
    window.board.rename_selected()
    editor = focus()
    assert editor is not None
    QTest.keyClicks(editor, "Yhteydenotto")
    opened(window)
    stage = window.workspace.file.document.pathway["s0"]
    assert stage.title == {"fi": "Yhteydenotto"}  # type: ignore[union-attr]
    press(Key.Key_Escape)
    assert window.board.hasFocus()


def test_arrows_and_page_keys_choose_a_line(window: MainWindow) -> None:
    palette = opened(window)

    def row() -> int:
        return palette.view.currentIndex().row()

    last = len(palette.results.entries) - 1
    assert row() == 0
    press(Key.Key_Up)
    assert row() == last
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert row() == 1
    press(Key.Key_PageDown)
    assert row() > 8
    press(Key.Key_PageUp)
    assert row() == 1
    press(Key.Key_Tab)
    assert row() == 2
    assert palette.field.hasFocus()


def test_lines_that_move_under_a_mouse_that_rests_are_not_chosen(window: MainWindow) -> None:
    palette = opened(window)

    def place(row: int) -> QPoint:
        return QPoint(palette.view.visualRect(palette.results.index(row)).center())

    QTest.mouseMove(palette.view.viewport(), place(3))
    assert palette.view.currentIndex().row() == 3
    press(Key.Key_Down)
    palette.view.entered.emit(palette.results.index(3))  # as Qt tells of lines that scroll
    assert palette.view.currentIndex().row() == 4
    QTest.mouseMove(palette.view.viewport(), place(1))
    assert palette.view.currentIndex().row() == 1


def test_the_mouse_chooses_too(window: MainWindow) -> None:
    palette = opened(window)
    write(palette, "soitto")
    place = palette.view.visualRect(palette.results.index(0)).center()
    QTest.mouseClick(palette.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert window.board.selection.ids == ("s0",)
    assert not is_shown(window)


def test_what_was_used_last_comes_first(window: MainWindow) -> None:
    palette = opened(window)
    assert titles(palette)[0] != "Zoom out"
    write(palette, "zoom")
    assert titles(palette)[:2] == ["Zoom in", "Zoom out"]
    press(Key.Key_Down)
    press(Key.Key_Return)
    palette = opened(window)
    assert titles(palette)[0] == "Zoom out"
    write(palette, "zoom")
    assert titles(palette)[:2] == ["Zoom out", "Zoom in"]


def test_words_that_fit_nothing_become_a_stage(window: MainWindow) -> None:
    window.board.select(("s1",))
    palette = opened(window)
    write(palette, "Kotikuntoutus  alkaa")
    assert titles(palette) == ["Add the stage “Kotikuntoutus alkaa”"]
    press(Key.Key_Return)
    pathway = window.workspace.file.document.pathway
    (made,) = [stage for stage in pathway.stages if stage.id.startswith("new")]
    assert made.title == {"fi": "Kotikuntoutus alkaa"}
    assert made.actor == "a0"
    assert [arrow.source for arrow in pathway.arriving(made.id)] == ["s1"]
    assert window.board.selection.ids == (made.id,)
    window.undo()
    assert len(window.workspace.file.document.pathway.stages) == 3


def test_a_typed_line_means_in_the_palette_what_it_means_on_the_board(window: MainWindow) -> None:
    window.board.select(("s1",))
    palette = opened(window)
    write(palette, "Kotikuntoutus @Fysio #Hoito")
    assert titles(palette) == ["Add the stage “Kotikuntoutus”"]
    assert "new actor Fysio" in palette.results.entries[0].beside
    press(Key.Key_Return)
    pathway = window.workspace.file.document.pathway
    (actor,) = [actor for actor in pathway.actors if actor.name == {"fi": "Fysio"}]
    (made,) = [stage for stage in pathway.stages if stage.id.startswith("new")]
    assert (made.title, made.actor) == ({"fi": "Kotikuntoutus"}, actor.id)
    assert window.board.selection.ids == (made.id,)
    window.undo()
    assert window.workspace.file.document.next_undo is None


def test_an_actor_alone_and_what_adds_nothing(window: MainWindow) -> None:
    document = window.workspace.file.document
    palette = opened(window)
    write(palette, "@Fysioterapeutti")
    assert titles(palette) == ["Add: new actor Fysioterapeutti"]
    press(Key.Key_Return)
    assert document.pathway.actors[-1].name == {"fi": "Fysioterapeutti"}
    before = document.pathway
    palette = opened(window)
    write(palette, "@Fysioterapeutti")
    assert titles(palette)[-1] == "Nothing to add"
    assert "is there already" in palette.results.entries[-1].beside
    press(Key.Key_Up)
    press(Key.Key_Return)
    assert is_shown(window)
    assert document.pathway is before


def test_the_line_may_name_the_actor_as_elsewhere(window: MainWindow) -> None:
    palette = opened(window)
    QTest.keyClicks(palette.field, "Kotisairaala jatkaa @")
    commit(palette.field, "Päivystys")
    press(Key.Key_Return)
    (made,) = [
        stage
        for stage in window.workspace.file.document.pathway.stages
        if stage.id.startswith("new")
    ]
    assert (made.title, made.actor) == ({"fi": "Kotisairaala jatkaa"}, "a1")


def commit(field: QWidget, words: str) -> None:
    """Type as an input method does: QTest knows no “ä”."""
    typed = QInputMethodEvent()
    typed.setCommitString(words)
    QApplication.sendEvent(field, typed)


def test_on_the_start_screen_nothing_can_be_added(start: MainWindow) -> None:
    palette = opened(start)
    write(palette, "qqqq")
    assert titles(palette) == []
    assert palette.nothing.isVisible()
    press(Key.Key_Return)
    assert is_shown(start)


def test_hostile_titles_are_only_text(window: MainWindow) -> None:
    palette = opened(window)
    write(palette, "passwd")
    found = palette.results.entries[0]
    assert found.title == "<img src=file:///etc/passwd> <b>"
    tip = palette.results.data(palette.results.index(0), Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    window.grab()


def test_each_line_says_what_it_is(window: MainWindow) -> None:
    palette = opened(window)
    write(palette, "aiti")
    said = palette.results.data(palette.results.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Äitiysneuvola, Actor, primary health care"


def test_a_setting_is_chosen(window: MainWindow) -> None:
    palette = opened(window)
    write(palette, f"checks {PROFILES[2].title}")
    press(Key.Key_Return)
    names = [profile.name for profile in PROFILES]
    assert window.program.settings.profile(names) == names[2]


def test_it_lies_inside_the_window_whatever_its_size(window: MainWindow) -> None:
    palette = opened(window)
    for width, height in ((1600, 1000), (760, 520)):
        window.resize(width, height)
        assert window.rect().contains(palette.geometry())
        assert abs(palette.geometry().center().x() - window.rect().center().x()) <= 1


def test_a_letter_takes_less_than_a_frame_at_1000_stages(start: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "large.ketju"
    save(crowded(1, stages=1000, actors=40, phases=10, columns=4), path)
    start.filing.open(path)
    palette = opened(start)
    took = []
    for letter in "hoito arv":
        begun = time.process_time()
        write(palette, letter)
        took.append(time.process_time() - begun)
    assert sorted(took)[len(took) // 2] < 0.016
