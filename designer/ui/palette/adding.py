"""Making a stage of the words typed into the palette."""

from typing import TYPE_CHECKING

from designer.ui.canvas import walk
from designer.ui.canvas.commands import first_cell
from designer.ui.palette.entry import Entry, Kind
from designer.ui.signs import icon
from model import edits
from model.messages import _
from model.records import Stage

if TYPE_CHECKING:
    from designer.ui.workspace import Workspace


def adding(workspace: "Workspace", typed: str) -> Entry:
    """Offer a stage with that name."""
    words = " ".join(typed.split())
    return Entry.of(
        Kind.NEW,
        _("Add the stage “{title}”").format(title=words),
        "",
        icon("square-plus", "accent"),
        lambda: _add(workspace, words),
    )


def _add(workspace: "Workspace", words: str) -> None:
    """Add the stage after the selected one, else in the current cell, and show it."""
    board, document = workspace.board, workspace.file.document
    title = {workspace.language: words}
    selected = document.pathway.find(Stage, board.selection.focused)
    if selected is not None:
        change = edits.add_stage_after(document.pathway, selected.id, title=title)
    else:
        actor, phase, column = walk.current_cell(board) or first_cell(document.pathway)
        change = edits.add_stage(
            document.pathway, actor=actor, phase=phase, column=column, title=title
        )
    done = document.do(change)
    if done:
        board.reveal(done.ops[0].id)
    board.setFocus()
