"""Showing the pathway to the room."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen

from designer.ui.actions.action import Action
from model.messages import N_

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow
    from model.ids import Id


def present(window: "MainWindow") -> None:
    """Show the pathway full screen; on another screen than this when there is one."""
    from designer.ui.presentation import Presentation

    board = window.board
    running = board.findChild(Presentation)
    if running is not None:
        running.leave()
        return
    window.finish_typing()
    screen = other_screen(window.screen())
    presentation = Presentation(board.document, board.language, board)
    presentation.follows_editor = screen is not window.screen()
    board.selected.connect(presentation.select)
    presentation.left.connect(lambda stage: _come_back(window, stage))
    presentation.begin(screen, board.selection.ids)


def other_screen(screen: QScreen) -> QScreen:
    """Return a screen besides this one, else this one."""
    return next((other for other in QGuiApplication.screens() if other is not screen), screen)


def _come_back(window: "MainWindow", stage: "Id | None") -> None:
    if stage is not None:
        window.board.select_and_show(stage)
    window.activateWindow()
    window.board.setFocus(Qt.FocusReason.OtherFocusReason)


ACTIONS: Final = (
    Action("present", N_("&Present full screen"), present, shortcut="F5", icon="presentation",
           short=N_("Present")),
)  # fmt: skip
