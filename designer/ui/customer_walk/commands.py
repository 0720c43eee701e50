"""What the menu and other panels ask of the walk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from model.records import Stage

if TYPE_CHECKING:
    from designer.ui.customer_walk.panel import CustomerWalk
    from designer.ui.workspace import Workspace
    from model.ids import Id


def toggle(workspace: "Workspace") -> None:
    """Walk as the customer beside the board, or put the walk away."""
    if workspace.beside.is_shown:
        leave(workspace)
        return
    selected = [
        id for id in workspace.board.selection.ids if workspace.board.pathway.find(Stage, id)
    ]
    _bring(workspace).offer(selected[-1] if selected else None)


def open_story(workspace: "Workspace", story: "Id") -> None:
    """Walk a kept story, from the step that no longer follows."""
    _bring(workspace).open_story(story)


def resume(workspace: "Workspace", before: "Workspace") -> None:
    """Go on with the walk of a workspace in whose place another was built for the same pathway."""
    if before.beside.walking is not None:
        _bring(workspace).walk(before.beside.walking)
        if not before.beside.is_shown:
            leave(workspace)


def leave(workspace: "Workspace") -> None:
    """Put the walk away, and go back to where one draws."""
    workspace.beside.put_away()
    if workspace.beside.hides_inspector and workspace.inspector.isHidden():
        workspace.toggle_inspector()
    workspace.board.setFocus(Qt.FocusReason.OtherFocusReason)


def _bring(workspace: "Workspace") -> "CustomerWalk":
    """Show the walk in place of the inspector, which would leave the board no room."""
    if workspace.merging.is_shown:  # the board needs its room
        workspace.merging.put_away()
        workspace.beside.hides_inspector |= workspace.merging.hides_inspector
    is_new = workspace.beside.walk is None
    walk = workspace.beside.bring()
    if is_new:
        walk.came_to.connect(workspace.board.reveal)
        walk.asked_writing.connect(workspace.edit_field)
        walk.left.connect(lambda: leave(workspace))
    if not workspace.inspector.isHidden():
        workspace.toggle_inspector()
        workspace.beside.hides_inspector = True
    return walk
