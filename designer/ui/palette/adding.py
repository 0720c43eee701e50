"""Adding to the board what is typed into the palette: a line there means the same as elsewhere."""

from typing import TYPE_CHECKING, Final

from designer.ui.canvas.capture.drafts import LineDraft
from designer.ui.canvas.capture.forecast import forecast
from designer.ui.canvas.capture.steps import place_to_add
from designer.ui.palette.entry import Entry, Kind
from designer.ui.signs import icon
from model.entry import read_entry
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.workspace import Workspace

_MARKS: Final = ("@", "#", "→", "->")


def is_line(typed: str) -> bool:
    """Whether what is typed has marks that mean something only in a line that adds."""
    return any(mark in typed for mark in _MARKS)


def adding(workspace: "Workspace", typed: str) -> Entry:
    """Offer what the typed line stands for: a stage, an actor, a phase or a handover.

    It comes after the selected stage, else in the current cell.
    """
    board, pathway = workspace.board, workspace.file.document.pathway
    draft = LineDraft(*place_to_add(board))
    told = forecast(pathway, draft.made(pathway, typed, workspace.language), workspace.language)
    title = read_entry(pathway, typed, workspace.language).title
    if title:
        words, beside = _("Add the stage “{title}”").format(title=title), told
    elif told:
        words, beside = _("Add: {what}").format(what=told[:1].lower() + told[1:]), ""
    else:
        words, beside = _("Nothing to add"), draft.why_nothing(pathway, typed, workspace.language)
    entry = Entry.of(
        Kind.NEW, words, beside, icon("square-plus", "accent"), lambda: _add(workspace, typed)
    )
    return entry._replace(usable=bool(told))


def _add(workspace: "Workspace", words: str) -> None:
    """Enter the words after the selected stage, else in the current cell, and show what came."""
    board, document = workspace.board, workspace.file.document
    draft = LineDraft(*place_to_add(board))
    done = document.do(draft.made(document.pathway, words, workspace.language))
    board.setFocus()
    if done:
        board.reveal(done.ops[0].id)
    else:
        board.say(draft.why_nothing(document.pathway, words, workspace.language))
