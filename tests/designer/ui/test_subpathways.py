"""A stage's sub-pathway: opened there and back; hostile and missing files are met with words."""

import shutil
from errno import ENOSPC
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu

from designer.ui.main_window import MainWindow
from designer.ui.open_file import OpenFile
from designer.ui.program import Program
from designer.ui.subpathways import Origin
from model.document import Document
from model.edits import remove, update
from model.file import read, save
from model.parts import PathwayLink
from model.records import Stage
from tests.designer.ui.conftest import answer, let_saves_end, question
from tests.pathways import At, build

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def document(window: MainWindow) -> Document:
    return window.workspace.file.document


@pytest.fixture
def part(file: Path) -> Path:
    """Return another pathway, in the same folder."""
    path = file.parent / "arvio.ketju"
    other = build(title="Hoidon tarpeen arvio", stages=(At("Haastattelu", None, None),))
    save(other.replacing({"info": None, "other": other.info.__replace__(id="other")}), path)
    return path


def link(document: Document, place: str) -> None:
    document.do(update(document.pathway, "s1", subpathway=PathwayLink(file=place)))


def linked(document: Document) -> PathwayLink | None:
    stage = document.pathway.find(Stage, "s1")
    assert stage is not None
    return stage.subpathway


def press_ctrl_enter(window: MainWindow, id: str = "s1") -> None:
    window.board.setFocus()
    window.board.select((id,))
    QTest.keyClick(window.board, Key.Key_Return, CONTROL)


def other_window(program: Program, window: MainWindow) -> MainWindow:
    (other,) = (each for each in program.windows if each is not window)
    return other


def test_ctrl_enter_opens_it_in_a_window_that_leads_back(
    program: Program, window: MainWindow, document: Document, part: Path
) -> None:
    link(document, part.name)
    press_ctrl_enter(window)
    there = other_window(program, window)
    assert there.file is not None
    assert there.file.path == part
    strip = there.workspace.way_back
    assert not strip.isHidden()
    assert strip.place.accessibleName() == "Tyypin 2 diabetes: Hoidon tarpeen arvio"
    assert window.workspace.way_back.isHidden()
    window.board.select(("s0",))
    QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    assert window.board.selection.ids == ("s1",)
    assert window.workspace.inspector.record == "s1"


def test_opened_again_the_same_window_comes_forward(
    program: Program, window: MainWindow, document: Document, part: Path
) -> None:
    link(document, part.name)
    press_ctrl_enter(window)
    link(document, f"../{part.parent.name}/{part.name}")
    press_ctrl_enter(window)
    assert len(program.windows) == 2


def test_the_way_back_stays_when_the_program_speaks_another_language(
    program: Program, window: MainWindow, document: Document, part: Path
) -> None:
    link(document, part.name)
    press_ctrl_enter(window)
    there = other_window(program, window)
    program.speak("sv")
    assert not there.workspace.way_back.isHidden()
    program.speak("en")


def test_the_way_back_opens_a_window_that_was_closed(
    program: Program, window: MainWindow, document: Document, part: Path, file: Path
) -> None:
    link(document, part.name)
    window.filing.save()
    let_saves_end(window)
    press_ctrl_enter(window)
    there = other_window(program, window)
    window.close()
    there.actions_by_name["leave_subpathway"].trigger()
    back = other_window(program, there)
    assert back.file is not None
    assert back.file.path == file
    assert back.board.selection.ids == ("s1",)


def test_a_window_that_was_not_opened_from_a_stage_says_so(window: MainWindow) -> None:
    window.actions_by_name["leave_subpathway"].trigger()
    assert "not opened from another one" in window.workspace.status.hint.accessibleName()
    assert window.workspace.way_back.isHidden()


@pytest.mark.parametrize(
    "place",
    [
        "//palvelin/jako/arvio.ketju",
        "\\\\palvelin\\jako\\arvio.ketju",
        "/etc/arvio.ketju",
        "C:\\arvio.ketju",
        "../../../arvio.ketju",
        "https://palvelin/arvio.ketju",
        "arvio.exe",
    ],
)
def test_a_hostile_place_is_never_looked_at(
    program: Program,
    window: MainWindow,
    document: Document,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
) -> None:
    link(document, place)
    for look in ("is_file", "exists", "stat", "open", "resolve"):
        monkeypatch.setattr(Path, look, _never)
    press_ctrl_enter(window)
    monkeypatch.undo()
    box = question(window)
    assert place in box.text()
    box.reject()
    assert len(program.windows) == 1


def _never(*_arguments: object, **_more: object) -> None:
    raise AssertionError("the disk was asked")


def test_a_missing_file_is_named_and_a_new_one_can_be_made_there(
    program: Program, window: MainWindow, document: Document, part: Path
) -> None:
    link(document, "osat/uusi.ketju")
    press_ctrl_enter(window)
    assert "“uusi.ketju”, the sub-pathway of “Hoidon tarpeen arvio”" in question(window).text()
    answer(window, "Make a new one there")
    path = part.parent / "osat" / "uusi.ketju"
    made = read(path)
    assert made.info.title == {"fi": "Hoidon tarpeen arvio"}
    assert linked(document) == PathwayLink(
        title=made.info.title, file="osat/uusi.ketju", pathway=made.info.id
    )
    there = other_window(program, window)
    assert there.file is not None
    assert there.file.path == path
    assert not there.workspace.way_back.isHidden()
    document.undo()
    assert linked(document) == PathwayLink(file="osat/uusi.ketju")


def test_a_stage_without_one_gets_a_new_one_that_overwrites_nothing(
    program: Program, window: MainWindow, document: Document, file: Path
) -> None:
    taken = file.parent / "Hoidon-tarpeen-arvio.ketju"
    taken.write_text("jonkun muun")
    press_ctrl_enter(window)
    answer(window, "Make a new one")
    assert taken.read_text() == "jonkun muun"
    found = linked(document)
    assert found is not None
    assert found.file == "Hoidon-tarpeen-arvio-2.ketju"
    assert len(program.windows) == 2


def test_a_file_that_came_meanwhile_is_not_overwritten(
    program: Program, window: MainWindow, document: Document, file: Path
) -> None:
    press_ctrl_enter(window)
    taken = file.parent / "Hoidon-tarpeen-arvio.ketju"
    taken.write_text("jonkun muun")
    answer(window, "Make a new one")
    assert taken.read_text() == "jonkun muun"
    assert "could not be made" in question(window).text()
    question(window).reject()
    assert linked(document) is None
    assert len(program.windows) == 1


def test_a_pathway_not_saved_yet_is_to_be_saved_first(
    window: MainWindow, document: Document
) -> None:
    window.workspace.file.path = None
    press_ctrl_enter(window)
    assert "Save this pathway first" in question(window).text()
    question(window).reject()
    assert linked(document) is None


def test_a_damaged_file_is_told_and_nothing_opens(
    program: Program, window: MainWindow, document: Document, part: Path
) -> None:
    part.write_text("{")
    link(document, part.name)
    press_ctrl_enter(window)
    question(window).reject()
    assert len(program.windows) == 1


def test_a_pathway_cannot_be_its_own(
    program: Program, window: MainWindow, document: Document, file: Path
) -> None:
    link(document, file.name)
    press_ctrl_enter(window)
    assert "its own sub-pathway" in question(window).text()
    question(window).reject()
    copy = file.parent / "kopio.ketju"
    shutil.copy(file, copy)
    window.subpathways.link("s1", copy)
    assert "its own sub-pathway" in question(window).text()
    question(window).reject()
    assert len(program.windows) == 1


def test_the_inspector_chooses_and_opens(
    program: Program, window: MainWindow, document: Document, part: Path
) -> None:
    window.board.select(("s1",))
    form = window.workspace.inspector.form
    form.unfold_all()
    field = form.fields["subpathway"]
    assert not field.open.isEnabled()  # type: ignore[attr-defined]
    field.choose.click()  # type: ignore[attr-defined]
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(part))
    dialog.reject()
    assert linked(document) == PathwayLink(
        title={"fi": "Hoidon tarpeen arvio"}, file="arvio.ketju", pathway="other"
    )
    field.open.click()  # type: ignore[attr-defined]
    assert other_window(program, window).file.path == part  # type: ignore[union-attr]


def test_a_file_from_elsewhere_is_refused_with_what_to_do(
    window: MainWindow, document: Document, part: Path
) -> None:
    deep = part.parent / "a" / "b" / "two.ketju"
    deep.parent.mkdir(parents=True)
    window.filing.save_as(deep)
    let_saves_end(window)
    window.subpathways.link("s1", part)
    assert "same folder" in question(window).text()
    question(window).reject()
    assert linked(document) is None


def test_the_menu_of_a_card_opens_it(
    program: Program, window: MainWindow, document: Document, part: Path
) -> None:
    link(document, part.name)
    window.board.select(("s1",))
    from designer.ui.canvas.menu import open_menu

    open_menu(window.board, window.board.mapToGlobal(window.board.rect().center()))
    menu = window.board.findChild(QMenu)
    assert isinstance(menu, QMenu)
    entries = {entry.text(): entry for entry in menu.actions()}
    entries["Open the sub-pathway"].trigger()
    menu.close()
    assert len(program.windows) == 2


def test_the_way_back_names_what_has_no_name(window: MainWindow, document: Document) -> None:
    document.do(update(document.pathway, "s1", title={}))
    words = Origin(window.workspace.file, "s1").words("fi")
    assert words == "Tyypin 2 diabetes: (no name)"


def test_a_new_one_that_cannot_be_saved_leaves_no_empty_file(
    window: MainWindow, document: Document, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_what: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    press_ctrl_enter(window)
    monkeypatch.setattr(OpenFile, "save", full)
    answer(window, "Make a new one")
    assert not (file.parent / "Hoidon-tarpeen-arvio.ketju").exists()
    assert "could not be made" in question(window).text()
    assert linked(document) is None


def test_the_way_back_leads_to_the_pathway_when_its_stage_has_gone(
    program: Program, window: MainWindow, document: Document, part: Path
) -> None:
    link(document, part.name)
    press_ctrl_enter(window)
    other = other_window(program, window)
    document.do(remove(document.pathway, ("s1",)))
    other.subpathways.go_back()
    assert window.board.hasFocus()
    assert "s1" not in window.board.selection.ids
