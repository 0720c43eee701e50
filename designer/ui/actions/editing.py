"""Undo, and editing what is selected."""

from typing import Final

from designer.ui.actions.action import Action, When
from model.messages import N_

ACTIONS: Final = (
    Action("undo", N_("&Undo"), lambda window: window.undo(), When.UNDO, "Ctrl+Z", icon="undo-2"),
    Action("redo", N_("&Redo"), lambda window: window.redo(), When.REDO, "Ctrl+Y", icon="redo-2"),
    Action("rename", N_("Re&name"), lambda window: window.board.rename_selected(),
           board_key="F2", icon="pencil"),
    Action("edit", N_("&Edit in the inspector"), lambda window: window.workspace.edit_selected(),
           shortcut="Ctrl+E", icon="panel-right"),
)  # fmt: skip
