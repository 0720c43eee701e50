"""What the checks found: where it is shown, and what one does about it."""

from typing import Final

from designer.ui.actions.action import Action
from designer.ui.customer_walk import commands as customer_walk
from model.messages import N_

ACTIONS: Final = (
    Action("findings", N_("Show or hide the &findings"),
           lambda window: window.workspace.toggle_findings(), shortcut="F8",
           icon="panel-bottom"),
    Action("next_finding", N_("&Next finding"),
           lambda window: window.workspace.step_finding(1), shortcut="F12", icon="arrow-down"),
    Action("previous_finding", N_("&Previous finding"),
           lambda window: window.workspace.step_finding(-1), shortcut="Shift+F12",
           icon="arrow-up"),
    Action("customer_walk", N_("&Walk as the customer"),
           lambda window: customer_walk.toggle(window.workspace), shortcut="Ctrl+Shift+K",
           icon="user-round"),
)  # fmt: skip
