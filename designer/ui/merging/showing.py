"""Bringing the panel to the window and putting it away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from designer.ui.customer_walk import commands as customer_walk

if TYPE_CHECKING:
    from designer.ui.merging.panel import MergingPanel
    from designer.ui.merging.session import Page
    from designer.ui.workspace import Workspace


def toggle(workspace: "Workspace", page: "Page") -> None:
    """Show a page of the panel with the keys in it, or put the panel away where it is in front."""
    if workspace.merging.is_shown and workspace.merging.session.page is page:
        leave(workspace)
    else:
        bring(workspace).go_to(page)


def bring(workspace: "Workspace") -> "MergingPanel":
    """Show the panel in place of the walk and the inspector, so that the board keeps its room."""
    if workspace.beside.is_shown:
        customer_walk.leave(workspace)
    is_new = workspace.merging.panel is None
    panel = workspace.merging.bring()
    if is_new:
        connect(workspace, panel)
    if not workspace.inspector.isHidden():
        workspace.toggle_inspector()
        workspace.merging.hides_inspector = True
    return panel


def leave(workspace: "Workspace") -> None:
    """Put the panel away, and go back to where one draws."""
    place = workspace.merging
    place.put_away()
    if place.hides_inspector and workspace.inspector.isHidden():
        workspace.toggle_inspector()
    place.hides_inspector = False
    workspace.board.setFocus(Qt.FocusReason.OtherFocusReason)


def resume(workspace: "Workspace", before: "Workspace") -> None:
    """Go on where a workspace was in whose place another was built for the same pathway."""
    workspace.merging.session = before.merging.session
    if before.merging.is_shown:
        bring(workspace).present()


def connect(workspace: "Workspace", panel: "MergingPanel") -> None:
    from designer.ui.merging import comparing, keeping

    def reveal(id: str) -> None:
        keys = workspace.window().focusWidget()
        workspace.show_record(id)
        if keys is not None and panel.isAncestorOf(keys):
            keys.setFocus(Qt.FocusReason.OtherFocusReason)

    panel.revealed.connect(reveal)
    panel.closed.connect(lambda: leave(workspace))
    panel.changes.asked_file.connect(lambda: comparing.ask_for_file(workspace))
    panel.milestones.asked_keeping.connect(lambda: keeping.ask_name(workspace))
    panel.milestones.asked_restoring.connect(lambda id: keeping.ask_before_restoring(workspace, id))
    panel.milestones.asked_renaming.connect(lambda id: keeping.ask_other_name(workspace, id))
    panel.milestones.asked_removing.connect(lambda id: keeping.ask_before_removing(workspace, id))
