"""Joining another version into the open pathway."""

from typing import TYPE_CHECKING

from designer.merging import Joined, joined
from designer.ui.merging.words import joined_in_words

if TYPE_CHECKING:
    from designer.ui.workspace import Workspace
    from model.pathway import Pathway


def merge_into(
    workspace: "Workspace", theirs: "Pathway", base: "Pathway | None", name: str
) -> Joined:
    """Join another version, called `name`, into the open pathway, as one step of undo.

    `base` is their common past; without one nothing is removed, and all that differs is asked.
    What clashes stands from now on as question notes on the board: it survives saving, closing
    and a crash, whether or not anybody settles it.
    """
    workspace.finish_typing()
    document = workspace.file.document
    before = document.pathway
    joining = joined(before, theirs, base, name)
    document.do(joining.change)
    workspace.board.say(joined_in_words(before, document.pathway, joining, name))
    return joining
