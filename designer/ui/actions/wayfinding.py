"""Finding one's way: the palette, searching, back and forward, what part of the board is seen."""

from typing import Final

from designer.ui.actions.action import Action, When
from designer.ui.canvas import walk
from designer.ui.canvas.grid import Direction
from designer.ui.palette import toggle_palette
from model.messages import N_

ACTIONS: Final = (
    Action("palette", N_("&Do or find anything…"), toggle_palette, When.ALWAYS, "Ctrl+K",
           icon="text-cursor-input"),
    Action("find", N_("&Find on the board"), lambda window: window.workspace.find_bar.open(),
           shortcut="Ctrl+F", icon="search"),
    Action("find_next", N_("&Next match"), lambda window: window.workspace.find_bar.step(1),
           shortcut="F3"),
    Action("find_previous", N_("&Previous match"),
           lambda window: window.workspace.find_bar.step(-1), shortcut="Shift+F3"),
    Action("back", N_("&Back to what was looked at"), lambda window: window.board.trail.back(),
           board_key="Backspace", icon="history"),
    Action("forward", N_("F&orward again"), lambda window: window.board.trail.forward(),
           board_key="Shift+Backspace"),
    Action("go_onward", N_("Along the &handover"),
           lambda window: walk.to_neighbour(window.board, Direction.RIGHT), board_key="Right"),
    Action("go_backward", N_("Back along the han&dover"),
           lambda window: walk.to_neighbour(window.board, Direction.LEFT), board_key="Left"),
    Action("minimap", N_("Show or hide the &minimap"),
           lambda window: window.workspace.toggle_minimap(), shortcut="F4"),
    Action("fit_selection", N_("Show the &selection"),
           lambda window: walk.fit_selection(window.board), shortcut="Ctrl+8", icon="target"),
)  # fmt: skip
