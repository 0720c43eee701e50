"""Which notes the board shows: the open ones, all, some kinds, or none. Never part of the file."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from designer.ui.canvas import folding
from model.codes import NoteKind
from model.ids import Id
from model.pathway import Pathway
from model.records import Note

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

EVERY_KIND = frozenset(NoteKind)


class Wanted(NamedTuple):
    """What one wants to see of the notes; `on_board` False leaves them to the list alone."""

    done: bool = False
    kinds: frozenset[NoteKind] = EVERY_KIND
    on_board: bool = True

    def takes(self, note: Note) -> bool:
        return note.kind in self.kinds and (self.done or not note.done)


class Showing(QObject):
    """Keeps `shown.notes` of a board. What was looked for or worked on shows in any case."""

    changed = Signal()

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view
        self.wanted = Wanted()
        self._asked_for: set[Id] = set()

    def want(self, wanted: Wanted) -> None:
        """Show other notes."""
        self._asked_for.clear()
        if wanted != self.wanted:
            self.wanted = wanted
            self.changed.emit()
        self._view.refresh()

    def follow(self, pathway: Pathway) -> None:
        """Say which notes of a pathway the board is to draw; a note being written is one."""
        drawn = frozenset(
            note.id
            for note in pathway.of(Note)
            if (self.wanted.on_board and self.wanted.takes(note))
            or note.id in self._asked_for
            or note.id not in self._view.document.pathway
        )
        self._view.shown = self._view.shown._replace(notes=drawn)

    def ask_for(self, id: Id) -> None:
        """Keep a note on the board whatever is wanted otherwise, until that changes."""
        note = self._view.document.pathway.find(Note, id)
        if note is None or id in self._view.board.notes:
            return
        self._asked_for.add(id)
        if note.about is not None:
            folding.unfold_around(self._view, note.about)
        open_now = self._view.shown.folded - {note.about, note.actor, note.phase}
        self._view.shown = self._view.shown._replace(folded=open_now)
        self._view.refresh()

    def hold(self, ids: tuple[Id, ...]) -> None:
        """Keep notes in sight that are about to be settled under the user's eyes."""
        self._asked_for.update(ids)
