"""What is done with notes on the board, each one edit."""

from functools import partial
from typing import TYPE_CHECKING

from designer.ui.canvas.notes.places import anchor_of_selection
from model import notes
from model.codes import NoteKind
from model.codes.names import name_of_code
from model.ids import Id
from model.messages import _
from model.records import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from designer.ui.canvas.view import BoardView


def add_note(view: "BoardView") -> None:
    """Ask for the words of a note about what is selected; Enter hangs it up."""
    view.naming.draft_note(anchor_of_selection(view))
    signs = _('? question, ! risk, * idea, = decision, " customer’s words')
    enter = _("Enter keeps the note.")
    view.say(f"{signs}. {enter}")


def settle_selected(view: "BoardView") -> None:
    """Tick off the selected notes; when all of them are settled, open them again."""
    ids = selected_notes(view)
    if not ids:
        view.say(_("Select the note that has been dealt with."))
        return
    document = view.document
    document.do(notes.settle(document.pathway, ids))


def selected_notes(view: "BoardView") -> tuple[Id, ...]:
    pathway = view.document.pathway
    return tuple(id for id in view.selection.ids if pathway.find(Note, id) is not None)


def menu_of_note(
    view: "BoardView", note: Note
) -> "Iterator[tuple[str, Callable[[], None]] | None]":
    """Yield the entries of a note's context menu."""
    yield _("Edit the note"), view.rename_selected
    yield _("Open again") if note.done else _("Mark as settled"), partial(settle_selected, view)
    yield None
    for kind in NoteKind:
        if kind is not note.kind:
            words = _("Make it: {kind}").format(kind=name_of_code(kind))
            yield words, partial(_make_kind, view, kind)


def _make_kind(view: "BoardView", kind: NoteKind) -> None:
    document = view.document
    document.do(notes.make_kind(document.pathway, selected_notes(view), kind))
