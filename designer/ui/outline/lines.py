"""What the outline says: phases, their stages in reading order, what leaves each, the notes.

Pure: an outline is a function of the pathway and what was found about it. No Qt.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from model.codes import Severity
from model.ids import Id
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Note, Phase, Stage

Mark = tuple[Severity, int]
"""The gravest severity of what was found about a record, and how many findings there are."""

ROOT: Final = ""
# Ids begin with a letter or a digit: these can be none.
NO_PHASE: Final = ":no-phase"
OTHER_NOTES: Final = ":notes"


class Kind(StrEnum):
    PHASE = "phase"
    NO_PHASE = "no_phase"
    STAGE = "stage"
    HANDOVER = "handover"
    NOTE = "note"
    OTHER_NOTES = "other_notes"


class Line(NamedTuple):
    """All that a line says, as records: equal lines read alike.

    `number` is that of a phase ("2") or a stage ("2.3"), of a handover that of its target.
    `other` is the actor of a stage, the target of a handover; `total` counts the stages of a
    phase, the handovers that leave a stage.
    """

    kind: Kind
    number: str = ""
    record: AnyRecord | None = None
    other: AnyRecord | None = None
    total: int = 0
    mark: Mark | None = None


class Outline(NamedTuple):
    """Each line by its key (the id of its record), and the keys below each, from `ROOT` on."""

    lines: Mapping[Id, Line]
    below: Mapping[Id, list[Id]]


def outline_of(pathway: Pathway, marks: Mapping[Id, Mark]) -> Outline:
    """Return the outline of a pathway; every phase, stage, handover and note is in it once."""
    lines: dict[Id, Line] = {}
    below: dict[Id, list[Id]] = {ROOT: []}
    phases: dict[Id | None, Id] = {phase.id: phase.id for phase in pathway.phases}
    by_phase: dict[Id, list[Stage]] = {key: [] for key in phases.values()}
    for stage in pathway.stages:
        by_phase.setdefault(phases.get(stage.phase, NO_PHASE), []).append(stage)
    numbers: dict[Id, str] = {}
    for place, (key, stages) in enumerate(by_phase.items(), 1):
        phase = pathway.find(Phase, key)
        kind = Kind.PHASE if phase else Kind.NO_PHASE
        lines[key] = Line(kind, str(place), phase, None, len(stages), marks.get(key))
        below[ROOT].append(key)
        below[key] = [stage.id for stage in stages]
        numbers |= {stage.id: f"{place}.{row}" for row, stage in enumerate(stages, 1)}
    for stage in pathway.stages:
        leaving = pathway.leaving(stage.id)
        actor = pathway.find(Actor, stage.actor)
        mark = marks.get(stage.id)
        lines[stage.id] = Line(Kind.STAGE, numbers[stage.id], stage, actor, len(leaving), mark)
        below[stage.id] = [arrow.id for arrow in leaving]
        for arrow in leaving:
            target = pathway.find(Stage, arrow.target)
            number = numbers.get(arrow.target, "")
            lines[arrow.id] = Line(Kind.HANDOVER, number, arrow, target, 0, marks.get(arrow.id))
    _put_notes(pathway, lines, below)
    return Outline(lines, below)


def _put_notes(pathway: Pathway, lines: dict[Id, Line], below: dict[Id, list[Id]]) -> None:
    for note in pathway.of(Note):
        key = _place_of(note, lines)
        if key == OTHER_NOTES and key not in lines:
            lines[key] = Line(Kind.OTHER_NOTES)
            below[ROOT].append(key)
        lines[note.id] = Line(Kind.NOTE, "", note)
        below.setdefault(key, []).append(note.id)


def _place_of(note: Note, lines: Mapping[Id, Line]) -> Id:
    """Return below which line a note stands: what it is about, else the phase of its cell."""
    for id in (note.about, note.phase):
        line = lines.get(id or ROOT)
        if id is not None and line is not None and line.kind is not Kind.NOTE:
            return id
    return OTHER_NOTES
