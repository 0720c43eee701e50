"""The top bar in narrow windows: its tools shrink, the title keeps room."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QToolButton

from designer.ui.main_window import MainWindow
from designer.ui.top_bar import TITLE_ROOM, Room, ShortenedLabel, TopBar


def bar_of(window: MainWindow, width: int) -> TopBar:
    window.showNormal()
    QApplication.processEvents()  # the window knows what its parts need at least
    window.resize(width, 700)
    QApplication.processEvents()
    assert window.width() == width
    bar = window.findChild(TopBar)
    assert bar is not None
    return bar


def shown(bar: TopBar) -> list[QToolButton]:
    return [button for button in bar.findChildren(QToolButton) if button.isVisible()]


@pytest.mark.parametrize(
    ("width", "room"),
    [(1920, Room.WORDS), (1280, Room.WORDS), (853, Room.SIGNS), (640, Room.MENU)],
)
def test_the_tools_take_the_room_that_there_is(window: MainWindow, width: int, room: Room) -> None:
    window.workspace.inspector.hide()  # asks for room of its own
    window.workspace.findings.hide()
    bar = bar_of(window, width)
    assert bar.room is room
    title = bar.findChild(ShortenedLabel)
    assert title is not None
    assert title.width() >= (80 if room is Room.MENU else TITLE_ROOM)
    edges = sorted((button.x(), button.geometry().right()) for button in shown(bar))
    for (_left, right), (left, _right) in pairwise(edges):
        assert right < left
    assert edges[-1][1] < bar.width()


def test_tools_come_back_with_the_room(window: MainWindow) -> None:
    window.workspace.inspector.hide()
    window.workspace.findings.hide()
    assert bar_of(window, 640).room is Room.MENU
    assert bar_of(window, 1600).room is Room.WORDS


def test_the_menu_of_tools_does_what_the_buttons_do(window: MainWindow) -> None:
    window.workspace.inspector.hide()
    window.workspace.findings.hide()
    bar = bar_of(window, 640)
    tools = next(button for button in shown(bar) if button.accessibleName() == "Tools")
    actors = len(window.board.pathway.actors)
    entry = next(e for e in tools.menu().actions() if e is window.actions_by_name["add_actor"])
    entry.trigger()
    assert len(window.board.pathway.actors) == actors + 1
