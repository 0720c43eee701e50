"""Selecting, moving, folding, tidying, removing."""

from typing import Final

from designer.ui.actions.action import Action
from designer.ui.canvas import Direction, choosing, folding, inserting
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
    Action("select_stages_of_actor", N_("Select the stages of this a&ctor"),
           lambda window: choosing.choose_stages_of_actor(window.board)),
    Action("select_stages_of_phase", N_("Select the stages of this &phase"),
           lambda window: choosing.choose_stages_of_phase(window.board)),
    Action("insert", N_("Add a stage &between two stages"),
           lambda window: inserting.insert(window.board), board_key="I"),
    Action("fold", N_("&Fold or unfold"), lambda window: folding.toggle_selected(window.board),
           board_key="F"),
    Action("unfold_all", N_("&Unfold all"), lambda window: folding.unfold_all(window.board)),
    Action("tidy", N_("&Tidy…"), lambda window: window.board.tidying.start(), board_key="T"),
    Action("open_subpathway", N_("&Open the sub-pathway"),
           lambda window: window.subpathways.open(), board_key="Ctrl+Return", icon="workflow"),
    Action("choose_subpathway", N_("&Choose the sub-pathway…"),
           lambda window: window.subpathways.choose()),
    Action("leave_subpathway", N_("&Back to the main pathway"),
           lambda window: window.subpathways.go_back(), shortcut="Ctrl+Shift+Return"),
)  # fmt: skip
