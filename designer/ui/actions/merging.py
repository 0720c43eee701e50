"""Other versions of the pathway: compared, joined, kept as milestones."""

from typing import TYPE_CHECKING, Final

from designer.ui.actions.action import Action
from designer.ui.merging import showing
from designer.ui.merging.session import Page
from designer.ui.updating import ask_for_books
from model.messages import N_

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow


def _join_files(window: "MainWindow") -> None:
    from designer.ui.merging.joining_files import ask_for_files

    ask_for_files(window.workspace)


def _keep_milestone(window: "MainWindow") -> None:
    from designer.ui.merging.keeping import ask_name

    ask_name(window.workspace)


ACTIONS: Final = (
    Action("compare", N_("What has &changed?"),
           lambda window: showing.toggle(window.workspace, Page.CHANGES),
           shortcut="Ctrl+Shift+D", icon="history"),
    Action("join_files", N_("&Join files…"),
           _join_files, icon="users-round"),
    Action("bring_in_workbooks", N_("Bring in work&books…"), ask_for_books,
           shortcut="Ctrl+Shift+B", icon="log-in"),
    Action("settle_questions", N_("&Settle what differs"),
           lambda window: showing.toggle(window.workspace, Page.QUESTIONS),
           shortcut="Ctrl+Shift+J", icon="circle-question-mark"),
    Action("keep_milestone", N_("&Keep a milestone…"), _keep_milestone,
           shortcut="Ctrl+Shift+E", icon="flag"),
    Action("milestones", N_("&Milestones"),
           lambda window: showing.toggle(window.workspace, Page.MILESTONES), icon="milestone"),
)  # fmt: skip
