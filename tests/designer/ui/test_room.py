"""Nothing is cut off, in any language of the program, from a small laptop to a large screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from designer.ui.canvas import tidying
from designer.ui.guidance import show_about, show_keys
from designer.ui.main_window import MainWindow
from designer.ui.open_file import OpenFile
from designer.ui.palette.palette import toggle_palette
from designer.ui.panel_switch import Below
from designer.ui.paste_preview import preview_list
from designer.ui.program import Program
from exporters.formats import EXPORTERS
from model import edits
from model.checks import COORDINATION
from model.messages import speak, spoken_language
from model.records import Actor, Channel, Handover, Phase, Stage
from samples import SAMPLES
from tests.designer.ui.room import without_room
from tests.sparing import one_in

LANGUAGES = ("fi", *(pytest.param(code, marks=pytest.mark.every) for code in ("sv", "en")))
WIDTHS = (853, 1280, 1920)
"""1280 pixels at 150 % and at 100 %, and a projector."""
LIST = "# Hoito\nSote-keskus: Arvio\n- Hoitosuunnitelma\n  - Seuranta\n"


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = spoken_language()
    yield str(request.param)
    speak(before)


@pytest.fixture
def opened(program: Program, language: str) -> Iterator[MainWindow]:
    """Return a window with a large sample, in the language."""
    program.speak(language)
    window = program.open_window()
    window.showNormal()
    sample = next(sample for sample in SAMPLES if sample.name == "t2d")
    window.show_file(OpenFile.at(sample.path))
    settle()
    yield window
    for dialog in window.findChildren(QDialog):
        dialog.close()
    settle()


def settle() -> None:
    for _round in range(5):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def resized(window: QWidget, width: int) -> None:
    settle()
    window.resize(width, 720)
    settle()
    assert window.width() == width


@pytest.mark.parametrize("width", WIDTHS)
def test_the_start_screen(program: Program, language: str, width: int) -> None:
    program.speak(language)
    window = program.open_window()
    window.showNormal()
    resized(window, width)
    assert without_room(window) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_window_with_every_panel(opened: MainWindow, width: int) -> None:
    workspace, document = opened.workspace, opened.workspace.file.document
    workspace.findings.choose_profile(COORDINATION)
    resized(opened, width)
    assert without_room(opened) == []
    workspace.toggle_outline()
    workspace.toggle_below(Below.NOTES)
    resized(opened, max(width, opened.minimumSizeHint().width()))
    assert without_room(opened) == []
    assert document.next_undo is None


@pytest.mark.parametrize("kind", one_in(2, [None, Stage, Handover, Actor, Phase, Channel]))
def test_every_section_of_the_forms(opened: MainWindow, kind: type | None) -> None:
    resized(opened, WIDTHS[0])
    workspace = opened.workspace
    pathway = workspace.file.document.pathway
    record = pathway.info if kind is None else next(iter(pathway.of(kind)))
    workspace.show_record(record.id)
    for section in workspace.inspector.form.sections:
        section.unfold()
    settle()
    assert without_room(opened) == []


def test_many_stages_at_once(opened: MainWindow) -> None:
    resized(opened, WIDTHS[0])
    opened.board.select_all()
    settle()
    assert without_room(opened) == []


def test_what_lies_over_the_board(opened: MainWindow) -> None:
    resized(opened, WIDTHS[0])
    opened.board.select((opened.board.pathway.stages[0].id,))
    opened.board.quick_add.open()
    settle()
    assert without_room(opened) == []
    opened.board.connect_from_selected()
    settle()
    assert without_room(opened) == []
    opened.board.escape()
    opened.actions_by_name["find"].trigger()
    settle()
    assert without_room(opened) == []
    toggle_palette(opened)
    settle()
    assert without_room(opened) == []
    toggle_palette(opened)
    opened.actions_by_name["tidy"].trigger()
    settle()
    assert without_room(opened) == []


def test_what_is_said_of_a_long_search(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidying, "AT_ONCE", 0)
    resized(opened, WIDTHS[0])
    said: list[list[str]] = []
    bar = opened.board.tidying.bar
    monkeypatch.setattr(bar, "raise_", lambda: said.append(without_room(opened)))
    opened.actions_by_name["tidy"].trigger()
    opened.board.tidying.leave()
    assert said == [[]]


def shown_dialogs(window: MainWindow) -> list[QDialog]:
    settle()
    dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert dialogs
    return dialogs


def test_the_dialogs(opened: MainWindow) -> None:
    show_keys(opened)
    show_about(opened)
    preview_list(opened.board, LIST)
    opened.board.select((opened.board.pathway.actors[0].id,))
    opened.board.remove_selected()
    opened.board.select((opened.board.pathway.actors[0].id, opened.board.pathway.phases[0].id))
    opened.board.remove_selected()
    for dialog in shown_dialogs(opened):
        assert without_room(dialog) == [], type(dialog).__name__


@pytest.mark.parametrize("exporter", one_in(4, EXPORTERS), ids=lambda exporter: exporter.name)
def test_the_exports(opened: MainWindow, exporter: object) -> None:
    opened.export(exporter)  # type: ignore[arg-type]
    for dialog in shown_dialogs(opened):
        assert without_room(dialog) == []


def test_the_questions(opened: MainWindow) -> None:
    stage = opened.board.pathway.stages[0].id
    opened.workspace.file.document.do(edits.remove(opened.board.pathway, (stage,)))
    opened.close()
    for dialog in shown_dialogs(opened):
        assert without_room(dialog) == []
