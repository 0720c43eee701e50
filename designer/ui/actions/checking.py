"""What the checks found: where it is shown, and what one does about it."""

from typing import Final

from designer.ui.actions.action import Action
from model.messages import N_

ACTIONS: Final = (
    Action("findings", N_("Show or hide the &findings"),
           lambda window: window.workspace.toggle_findings(), shortcut="F8",
           icon="panel-bottom"),
)  # fmt: skip
