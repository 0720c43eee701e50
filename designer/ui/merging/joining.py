"""Joining other versions into the open pathway."""

from typing import TYPE_CHECKING

from designer.merging import Joined, Version, joined_all
from designer.ui.merging.session import Compared, Page
from designer.ui.merging.showing import bring
from designer.ui.merging.words import joined_in_words
from model.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from designer.ui.workspace import Workspace
    from model.pathway import Pathway


def merge_into(
    workspace: "Workspace", theirs: "Pathway", base: "Pathway | None", name: str
) -> Joined:
    """Join another version, called `name`, into the open pathway, as one step of undo.

    `base` is their common past; without one nothing is removed, and all that differs is asked.
    What clashes stands from now on as question notes on the board: it survives saving, closing
    and a crash, whether or not anybody settles it. Questions are shown at once.
    """
    return merge_all(workspace, [Version(theirs, name)], base)


def merge_all(
    workspace: "Workspace", versions: "Sequence[Version]", base: "Pathway | None"
) -> Joined:
    """Join several versions as one step; else as `merge_into`."""
    workspace.finish_typing()
    before = workspace.file.document.pathway
    joining = joined_all(before, versions, base)
    name = ", ".join(version.name for version in versions)
    return take_in(workspace, joining, name, _("before joining “{name}”").format(name=name))


def take_in(workspace: "Workspace", joining: Joined, name: str, before_it: str) -> Joined:
    """Do what was worked out for the pathway as it is now, and show what is to be settled.

    The state before, called `before_it`, is what the list of changes then compares with.
    """
    document = workspace.file.document
    before = document.pathway
    document.do(joining.change)
    session = workspace.merging.session
    session.places = joining.places
    session.compared = Compared(before_it, before)
    if joining.questions:
        bring(workspace).go_to(Page.QUESTIONS)
    workspace.board.say(joined_in_words(before, document.pathway, joining.questions, name))
    return joining
