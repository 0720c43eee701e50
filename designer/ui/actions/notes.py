"""Sticky notes."""

from typing import Final

from designer.ui.actions.action import Action
from designer.ui.canvas.notes import commands
from designer.ui.panel_switch import Below
from model.messages import N_

ACTIONS: Final = (
    Action("add_note", N_("Add a n&ote"), lambda window: commands.add_note(window.board),
           board_key="M", icon="sticky-note"),
    Action("settle_note", N_("Settle the note or &open it again"),
           lambda window: commands.settle_selected(window.board), board_key="X",
           icon="circle-check"),
    Action("notes", N_("Show or hide the list of &notes"),
           lambda window: window.workspace.toggle_below(Below.NOTES), shortcut="Ctrl+Shift+M",
           icon="sticky-note"),
)  # fmt: skip
