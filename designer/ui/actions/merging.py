"""Other versions of the pathway: compared, joined, kept as milestones."""

from typing import Final

from designer.ui.actions.action import Action
from designer.ui.merging import joining_files, keeping, showing
from designer.ui.merging.session import Page
from designer.ui.updating import ask_for_books
from model.messages import N_

ACTIONS: Final = (
    Action("compare", N_("What has &changed?"),
           lambda window: showing.toggle(window.workspace, Page.CHANGES),
           shortcut="Ctrl+Shift+D", icon="history"),
    Action("join_files", N_("&Join files…"),
           lambda window: joining_files.ask_for_files(window.workspace), icon="users-round"),
    Action("bring_in_workbooks", N_("Bring in work&books…"), ask_for_books,
           shortcut="Ctrl+Shift+B", icon="log-in"),
    Action("settle_questions", N_("&Settle what differs"),
           lambda window: showing.toggle(window.workspace, Page.QUESTIONS),
           shortcut="Ctrl+Shift+J", icon="circle-question-mark"),
    Action("keep_milestone", N_("&Keep a milestone…"),
           lambda window: keeping.ask_name(window.workspace),
           shortcut="Ctrl+Shift+E", icon="flag"),
    Action("milestones", N_("&Milestones"),
           lambda window: showing.toggle(window.workspace, Page.MILESTONES), icon="milestone"),
)  # fmt: skip
