"""What the checks found: where it is shown, and what one does about it."""

from typing import TYPE_CHECKING, Final

from designer.ui.actions.action import Action
from designer.ui.customer_walk import commands as customer_walk
from designer.ui.findings import commands as settling
from designer.ui.panel_switch import Below
from model.messages import N_

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow


def _save_findings(window: "MainWindow") -> None:
    from designer.ui.findings.saving import ask_where_to_save

    ask_where_to_save(window)


ACTIONS: Final = (
    Action("findings", N_("Show or hide the &findings"),
           lambda window: window.workspace.toggle_findings(), shortcut="F8",
           icon="panel-bottom"),
    Action("completeness", N_("Show or hide the c&ompleteness"),
           lambda window: window.workspace.toggle_below(Below.COMPLETENESS), shortcut="Shift+F8",
           icon="list-checks"),
    Action("next_finding", N_("&Next finding"),
           lambda window: window.workspace.step_finding(1), shortcut="F12", icon="arrow-down"),
    Action("previous_finding", N_("&Previous finding"),
           lambda window: window.workspace.step_finding(-1), shortcut="Shift+F12",
           icon="arrow-up"),
    Action("fix_finding", N_("&Fix the finding"),
           lambda window: settling.fix_current(window.workspace), shortcut="Ctrl+.",
           icon="check"),
    Action("fix_all_alike", N_("Fix &all findings like it"),
           lambda window: settling.fix_all_alike(window.workspace), shortcut="Ctrl+Shift+F"),
    Action("accept_finding", N_("A&ccept the finding as it is…"),
           lambda window: settling.accept_current(window.workspace), shortcut="Ctrl+Shift+H",
           icon="circle-check"),
    Action("give_finding", N_("&Give the finding as a task…"),
           lambda window: settling.give_current(window.workspace), shortcut="Ctrl+Shift+T"),
    Action("save_findings", N_("&Save the findings as a report…"), _save_findings,
           icon="file-text"),
    Action("customer_walk", N_("&Walk as the customer"),
           lambda window: customer_walk.toggle(window.workspace), shortcut="Ctrl+Shift+K",
           icon="user-round"),
    Action("times", N_("&Times along a way"), lambda window: window.workspace.show_times(),
           shortcut="Ctrl+T", icon="clock"),
)  # fmt: skip
