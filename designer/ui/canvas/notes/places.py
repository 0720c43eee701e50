"""What notes hang on: under the pointer, in the selection; and their place in reading order."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from designer.ui.canvas.cells import cell_under
from designer.ui.canvas.gestures.gesture import Where
from designer.ui.canvas.hits import LINE_REACH, arrow_at, card_at, note_at
from model.ids import Id
from model.layout.geometry import NoteBox
from model.notes import Anchor, anchor_of
from model.records import Note

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView


def anchor_at(view: "BoardView", at: Where, dragged: Id) -> Anchor:
    """Return what a note dropped here would hang on: a thing, a cell, else the whole pathway."""
    reach = LINE_REACH / view.camera.zoom
    near = view.board_scene.near(at.board, reach)
    under = view.pathway.find(Note, note_at(near, at.board))
    if under is not None and under.id != dragged:
        return anchor_of(under)
    thing = card_at(near, at.board) or arrow_at(near, at.board, reach) or _header_at(view, at)
    if thing is not None:
        return Anchor(thing)
    cell = cell_under(view.board, view.pathway, at.board)
    if cell is None or cell[:2] == (None, None):
        return Anchor(view.pathway.info.id)
    return Anchor(None, cell[0], cell[1])


def _header_at(view: "BoardView", at: Where) -> Id | None:
    """Return the lane or phase whose name is at a place left of or above the viewport."""
    if at.view.y() < 0:
        return view.phase_headers.at(at.view)
    if at.view.x() < 0:
        return view.lane_headers.at(at.view)
    return None


def anchor_of_selection(view: "BoardView") -> Anchor:
    """Return what a new note hangs on: what is selected, the current cell, else the pathway."""
    pathway = view.document.pathway
    record = pathway.get(view.selection.focused or "")
    if isinstance(record, Note):
        return anchor_of(record)
    if record is not None:
        return Anchor(record.id)
    if view.selection.cell is not None:
        actor, phase, _column = view.selection.cell
        return Anchor(None, actor, phase)
    return Anchor(pathway.info.id)


def with_notes(order: Iterable[Id], notes: Mapping[Id, NoteBox]) -> tuple[Id, ...]:
    """Return the ids with the notes drawn about each after it, and the other notes at the end."""
    about: dict[Id, list[Id]] = {}
    ids = tuple(order)
    known = frozenset(ids)
    rest = [note.id for note in notes.values() if note.about not in known]
    for note in notes.values():
        if note.about is not None:
            about.setdefault(note.about, []).append(note.id)
    return (*(each for id in ids for each in (id, *about.get(id, ()))), *rest)
