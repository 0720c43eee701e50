"""Sticky notes: which are drawn where, and their texts broken into lines.

A note never hides a card: its stage's card or its handover's label grows by it, or it stands
where no stage does.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from model.codes.names import name_of_code
from model.ids import Id
from model.layout.geometry import NoteBox, Rect, Shown, TextMeasure, TextStyle
from model.layout.metrics import (
    FONTS,
    NOTE_GAP,
    NOTE_PADDING_X,
    NOTE_PADDING_Y,
    NOTE_SIGN_GAP,
    NOTE_SIGN_SIZE,
)
from model.layout.text import cut_to, set_lines, wrap
from model.pathway import Pathway
from model.records import Actor, Handover, Note, Phase, Stage
from model.text import in_language

STYLE = TextStyle.NOTE
BESIDE_TEXT = 2 * NOTE_PADDING_X + NOTE_SIGN_SIZE + NOTE_SIGN_GAP

LINES_OF_CLASH = 6
"""Of a note that a merge has written: it may hold pages, and the panel shows them in full."""

Cell = tuple[Id, Id | None]
"""An actor and a phase; without the phase, any free cell of the actor's lane."""


class Notes(NamedTuple):
    """The notes to draw, by where they belong, each group in the notes' order."""

    on_records: Mapping[Id, tuple[Note, ...]] = MappingProxyType({})
    """Notes about a stage or a handover."""
    in_cells: Mapping[Cell, tuple[Note, ...]] = MappingProxyType({})
    under_phases: Mapping[Id, tuple[Note, ...]] = MappingProxyType({})
    of_pathway: tuple[Note, ...] = ()

    def about(self, id: Id) -> tuple[Note, ...]:
        """Return the notes about a stage or a handover."""
        return self.on_records.get(id, ())


NO_NOTES = Notes()


def notes_of(pathway: Pathway, shown: Shown) -> Notes:
    """Sort out the notes to draw. Those of a folded lane or phase are not among them."""
    if not shown.notes:
        return NO_NOTES
    on_records: defaultdict[Id, list[Note]] = defaultdict(list)
    in_cells: defaultdict[Cell, list[Note]] = defaultdict(list)
    under_phases: defaultdict[Id, list[Note]] = defaultdict(list)
    of_pathway: list[Note] = []
    for note in pathway.of(Note):
        if note.id not in shown.notes:
            continue
        about = pathway.get(note.about or "")
        if isinstance(about, Stage | Handover):
            on_records[about.id].append(note)
            continue
        if about is None:
            actor, phase = pathway.find(Actor, note.actor), pathway.find(Phase, note.phase)
        else:
            actor, phase = pathway.find(Actor, about.id), pathway.find(Phase, about.id)
        if shown.folded & {each.id for each in (actor, phase) if each}:
            continue
        if actor:
            in_cells[actor.id, phase.id if phase else None].append(note)
        elif phase:
            under_phases[phase.id].append(note)
        else:
            of_pathway.append(note)
    return Notes(
        on_records={id: tuple(notes) for id, notes in on_records.items()},
        in_cells={cell: tuple(notes) for cell, notes in in_cells.items()},
        under_phases={id: tuple(notes) for id, notes in under_phases.items()},
        of_pathway=tuple(of_pathway),
    )


class NoteText(NamedTuple):
    """A note's text broken into lines; a note without words says its kind."""

    note: Note
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return len(self.lines) * FONTS[STYLE].line_height + 2 * NOTE_PADDING_Y


def note_texts(
    notes: Iterable[Note], width: float, measure: TextMeasure, language: str
) -> tuple[NoteText, ...]:
    """Break the texts of notes that are `width` wide into lines."""
    return tuple(
        NoteText(
            note,
            _lines(_words(note, language), _most_lines(note), width - BESIDE_TEXT, measure),
        )
        for note in notes
    )


def _words(note: Note, language: str) -> str:
    return in_language(note.text, language) or name_of_code(note.kind)


def _most_lines(note: Note) -> int | None:
    """Return how many lines a note may take: those of people are shown in full until settled."""
    if note.done:
        return 1
    return LINES_OF_CLASH if note.clash else None


@lru_cache(maxsize=10_000)
def _lines(words: str, most: int | None, width: float, measure: TextMeasure) -> tuple[str, ...]:
    if most == 1:
        return (cut_to(words, STYLE, width, measure),)
    lines = wrap(words, STYLE, width, measure)
    if most is None or len(lines) <= most:
        return lines
    rest = " ".join(lines[most - 1 :])
    return (*lines[: most - 1], cut_to(rest, STYLE, width, measure))


def pile_height(texts: Sequence[NoteText]) -> float:
    """Return how high notes are, one below the other."""
    return sum(text.height for text in texts) + NOTE_GAP * max(0, len(texts) - 1)


def pile(texts: Iterable[NoteText], left: float, top: float, width: float) -> list[NoteBox]:
    """Put notes one below the other, from the left top corner on."""
    boxes = []
    for text in texts:
        boxes.append(_box(text, Rect(left, top, width, text.height)))
        top += text.height + NOTE_GAP
    return boxes


def _box(text: NoteText, box: Rect) -> NoteBox:
    line = FONTS[STYLE].line_height
    x, y = box.x + NOTE_PADDING_X, box.y + NOTE_PADDING_Y
    beside = x + NOTE_SIGN_SIZE + NOTE_SIGN_GAP
    return NoteBox(
        id=text.note.id,
        box=box,
        kind=text.note.kind,
        done=text.note.done,
        about=text.note.about,
        lines=set_lines(text.lines, STYLE, beside, y),
        sign=Rect(x, y + (line - NOTE_SIGN_SIZE) / 2, NOTE_SIGN_SIZE, NOTE_SIGN_SIZE),
    )
