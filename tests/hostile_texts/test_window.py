"""The window: no widget takes users' words for markup, a mnemonic, a link or a picture."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QGroupBox,
    QLabel,
    QListWidget,
    QMenu,
    QTabBar,
    QTextEdit,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from designer.ui.actions import ACTIONS
from designer.ui.app import make_application
from designer.ui.canvas.header_strip import HeaderStrip
from designer.ui.labels import plain_label
from designer.ui.main_window import MainWindow
from designer.ui.open_file import OpenFile
from designer.ui.picture_scenes import GUIDE, REVIEW, Picture
from designer.ui.program import Program
from designer.ui.settings import Settings
from model import edits
from model.document import Document
from model.file import dumps, loads, save
from model.records import RECORD_KINDS, Note
from tests.hostile_texts.poisoned import WORDS, poisoned
from tests.hostile_texts.seen import faults

ENDING = {"close", "quit", "start"}
"""Actions after which nothing is left to look at."""
QUICK = {"findings", "customer-walk", "removing-both"}


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    del qtbot
    make_application()
    settings = Settings(tmp_path / "settings.ini")
    settings.language = "fi"
    running = Program(settings)
    yield running
    window: MainWindow | None = None
    for window in tuple(running.windows):
        for dialog in window.findChildren(QDialog):
            dialog.close()
        window.finish_typing()
        if window.file is not None:
            window.file.document.mark_saved(window.file.document.pathway)
        window._close_now()  # what is not kept is nobody's work
    del window
    settle()
    gc.collect()


def settle() -> None:
    for _round in range(10):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def opened(program: Program, sample: str, folder: Path) -> MainWindow:
    """Open a poisoned sample from a file whose name is hostile too."""
    path = folder / f"{WORDS.replace('/', '')}.ketju"
    save(poisoned(sample), path)
    program.settings.remember_file(path)
    window = program.open_window()
    window.showNormal()
    window.resize(1600, 900)
    window.show_file(OpenFile.at(path))
    settle()
    return window


def test_samples_are_poisoned_and_stay_pathways() -> None:
    pathway = poisoned("t2d")
    assert loads(dumps(pathway)) == pathway
    assert pathway.stages[0].title["fi"] == WORDS
    assert len({stage.title["fi"] for stage in pathway.stages}) == 1


@pytest.mark.parametrize(
    "scene",
    [
        pytest.param(scene, marks=() if scene.name in QUICK else pytest.mark.every, id=scene.name)
        for scene in (*GUIDE, *REVIEW)
        if scene.sample is not None
    ],
)
def test_the_states_that_the_guide_shows(program: Program, scene: Picture, tmp_path: Path) -> None:
    window = opened(program, scene.sample or "", tmp_path)
    scene.arrange(window)
    settle()
    assert faults() == []


@pytest.mark.every
def test_every_form_with_every_part_of_it(program: Program, tmp_path: Path) -> None:
    window = opened(program, "t2d", tmp_path)
    inspector = window.workspace.inspector
    for kind in RECORD_KINDS:
        for record in window.board.pathway.of(kind)[:1]:
            window.workspace.show_record(record.id)
            for section in inspector.form.sections:
                section.unfold()
            for button in inspector.form.findChildren(QToolButton):
                if button.isCheckable() and not button.isChecked():
                    button.click()
            settle()
            assert faults(inspector) == [], record.id
    inspector.set_language("sv")
    settle()
    assert faults() == []


def test_the_menus_open(program: Program, tmp_path: Path) -> None:
    window = opened(program, "t2d", tmp_path)
    window.workspace.toggle_outline()
    pathway = window.board.pathway
    note = pathway.of(Note)[0]
    for record in (pathway.stages[0], pathway.handovers[0], pathway.actors[0], note):
        window.board.select((record.id,))
        context_menu(window.board.viewport(), QPoint(5, 5))
        assert faults() == []
    context_menu(window.workspace.outline.tree.viewport(), QPoint(20, 20))
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    settle()
    assert faults() == []


def context_menu(widget: QWidget, at: QPoint) -> None:
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at), Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)
    settle()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        found = faults()
        popup.close()
        settle()
        assert found == []


@pytest.mark.every
@pytest.mark.parametrize("name", [action.name for action in ACTIONS if action.name not in ENDING])
def test_every_action_of_the_window(program: Program, name: str, tmp_path: Path) -> None:
    """Whatever it opens, says or asks: with a changed pathway and a stage selected."""
    window = opened(program, "unettomuus", tmp_path)
    changed = edits.update(window.board.pathway, window.board.pathway.info.id, version="2")
    document(window).do(changed)
    window.board.select_and_show(window.board.pathway.stages[2].id)
    window.board.setFocus()
    window.actions_by_name[name].trigger()
    settle()
    found = faults()
    leave_everything(window)
    assert found == []


def document(window: MainWindow) -> Document:
    assert window.file is not None
    return window.file.document


def leave_everything(window: MainWindow) -> None:
    popup = QApplication.activePopupWidget()
    while popup is not None:
        popup.close()
        popup = QApplication.activePopupWidget()
    window.board.escape()
    settle()


def test_tips_of_the_board_say_what_was_typed(program: Program, tmp_path: Path) -> None:
    window = opened(program, "t2d", tmp_path)
    window.board.fit()
    strips = window.board.findChildren(HeaderStrip)  # type: ignore[type-abstract]
    assert strips
    said = set()
    for widget in (window.board.viewport(), *strips):
        for at in (QPoint(60, 60), QPoint(widget.width() // 2, widget.height() // 2)):
            help_asked = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
            QApplication.sendEvent(widget, help_asked)
            read = QTextDocument()
            read.setHtml(QToolTip.text())
            said.add(read.toPlainText())
            assert QToolTip.text() == "" or QToolTip.text().startswith("<p")
    QToolTip.hideText()
    assert any(WORDS in words for words in said)
    assert not any("&amp;" in words for words in said)


def test_what_would_be_wrong_is_seen(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    column = QVBoxLayout(panel)
    rich, box, edit = QLabel(WORDS), QCheckBox(WORDS), QTextEdit()
    tipped = plain_label(WORDS)
    tipped.setToolTip(WORDS)
    listed = QListWidget()
    listed.addItem("x")
    listed.item(0).setToolTip("T&amp;T")
    tabs = QTabBar()
    tabs.addTab(WORDS)
    group = QGroupBox(WORDS)
    for widget in (rich, box, edit, tipped, listed, tabs, group):
        column.addWidget(widget)
    assert {fault.partition(" in ")[0] for fault in faults(panel)} == {
        *("QLabel", "QCheckBox", "QTextEdit", "QListWidget", "QTabBar", "QGroupBox"),
    }
