"""Selecting, moving, folding, tidying, removing."""

from typing import Final

from designer.ui.actions.action import Action
from designer.ui.canvas import Direction
from model.messages import N_

ACTIONS: Final = (
    Action("move_left", N_("Move left"), lambda window: window.board.move_selected(Direction.LEFT),
           board_key="Alt+Left", icon="arrow-left"),
    Action("move_right", N_("Move right"),
           lambda window: window.board.move_selected(Direction.RIGHT),
           board_key="Alt+Right", icon="arrow-right"),
    Action("move_up", N_("Move up"), lambda window: window.board.move_selected(Direction.UP),
           board_key="Alt+Up", icon="arrow-up"),
    Action("move_down", N_("Move down"), lambda window: window.board.move_selected(Direction.DOWN),
           board_key="Alt+Down", icon="arrow-down"),
    Action("remove", N_("Re&move"), lambda window: window.board.remove_selected(),
           board_key="Del", icon="trash-2"),
    Action("select_all", N_("Select &all stages"), lambda window: window.board.select_all(),
           shortcut="Ctrl+A"),
)  # fmt: skip
