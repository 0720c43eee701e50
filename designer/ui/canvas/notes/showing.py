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
    """Keeps `shown.notes` of a board. What is selected or was looked for shows in any case."""

    changed = Signal()

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view
        self.wanted = Wanted()
        self._asked_for: set[Id] = set()
        view.selected.connect(self._ask_for_all)

    def want(self, wanted: Wanted) -> None:
        """Show other notes; those that are not wanted are no longer selected."""
        self._asked_for.clear()
        self.wanted = wanted
        self.changed.emit()
        self._view.select(id for id in self._view.selection.ids if not self._hides(id))
        self._view.refresh()

    def _hides(self, id: Id) -> bool:
        note = self._view.document.pathway.find(Note, id)
        return note is not None and not self._shows(note)

    def _shows(self, note: Note) -> bool:
        return self.wanted.on_board and self.wanted.takes(note)

    def follow(self, pathway: Pathway) -> None:
        """Say which notes of a pathway the board is to draw; a note being written is one."""
        drawn = frozenset(
            note.id
            for note in pathway.of(Note)
            if self._shows(note)
            or note.id in self._asked_for
            or note.id in self._view.selection.ids
            or note.id not in self._view.document.pathway
        )
        self._view.shown = self._view.shown._replace(notes=drawn)

    def _ask_for_all(self, ids: tuple[Id, ...]) -> None:
        for id in ids:
            self.ask_for(id)

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
