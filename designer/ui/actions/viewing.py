"""What the window shows, and how large."""

from typing import Final

from designer.ui.actions.action import Action
from model.messages import N_

ACTIONS: Final = (
    Action("fit", N_("Show the &whole board"), lambda window: window.board.fit(),
           shortcut="Ctrl+9", icon="maximize"),
    Action("zoom_in", N_("Zoom &in"), lambda window: window.board.zoom_in(),
           shortcut="Ctrl++", icon="zoom-in"),
    Action("zoom_out", N_("Zoom &out"), lambda window: window.board.zoom_out(),
           shortcut="Ctrl+-", icon="zoom-out"),
    Action("zoom_normal", N_("&100 %"), lambda window: window.board.zoom_to(1.0),
           shortcut="Ctrl+0"),
    Action("inspector", N_("Show or hide the &inspector"),
           lambda window: window.workspace.toggle_inspector(), shortcut="F9", icon="panel-right"),
    Action("outline", N_("Show or hide the &outline"),
           lambda window: window.workspace.toggle_outline(), shortcut="F7", icon="list-checks"),
    Action("next_panel", N_("Go to the &next panel"),
           lambda window: window.workspace.go_to_next_panel(), shortcut="F6"),
)  # fmt: skip
