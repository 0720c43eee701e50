"""The list of actions and the menus hold together."""

from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from designer.ui.actions import ACTIONS, ICON_TOOLS, MENUS, WORD_TOOLS
from designer.ui.main_window import MainWindow
from exporters.diagram import icons
from model.messages import _


def test_names_and_keys_are_used_once() -> None:
    names = Counter(action.name for action in ACTIONS)
    keys = Counter(action.shortcut or action.board_key or action.name for action in ACTIONS)
    assert max(names.values()) == 1
    assert max(keys.values()) == 1


def test_every_action_is_in_a_menu_once_and_every_entry_is_an_action() -> None:
    entries = [entry for menu in MENUS for entry in menu.entries if entry and entry[0] != ">"]
    assert sorted(entries) == sorted(action.name for action in ACTIONS)
    assert {*ICON_TOOLS, *WORD_TOOLS} <= set(entries)


def test_keys_are_keys_and_icons_are_there() -> None:
    for action in ACTIONS:
        for key in (action.shortcut, action.board_key):
            assert not key or not QKeySequence(key).isEmpty()
        assert not action.icon or action.icon in icons.names()


def test_on_the_start_screen_only_what_needs_no_pathway_can_be_done(start: MainWindow) -> None:
    usable = {name for name, action in start.actions_by_name.items() if action.isEnabled()}
    assert usable == {
        "open",
        "start",
        "close",
        "quit",
        "keys",
        "about",
        "palette",
        "portfolio",
        "import",
    }


def test_every_action_of_an_open_pathway_runs(window: MainWindow, qtbot: QtBot) -> None:
    leaves = {"close", "quit", "start", "open", "save_as", "keys", "about"}
    for action in ACTIONS:
        if action.name not in leaves:
            window.board.select(("s0",))
            window.actions_by_name[action.name].trigger()
            window.board.finish_editing()
    qtbot.wait(0)


def test_the_keys_are_listed(window: MainWindow) -> None:
    window.actions_by_name["keys"].trigger()
    dialog = next(
        dialog
        for dialog in window.findChildren(QDialog)
        if dialog.windowTitle() == _("Keyboard shortcuts")
    )
    assert dialog.isVisible()
    dialog.reject()


def test_about_names_the_version(window: MainWindow) -> None:
    window.actions_by_name["about"].trigger()
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "Ketjupaja 0." in box.text()
    box.close()
