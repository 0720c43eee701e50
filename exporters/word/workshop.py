"""What belongs to a workshop: its notes and tasks, the meeting after it, the states around it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from exporters.website import reading
from exporters.word.states_around import States, states_around, was_told
from model.checks.private_texts import may_be_quoted
from model.codes import NoteKind
from model.ids import Id
from model.pathway import Pathway
from model.records import Handover, Note, Task, Workshop


class Meeting(NamedTuple):
    """A workshop that was held.

    `unquoted` counts notes of customers' words that nobody is known to have allowed to be quoted;
    they are not among the `notes`. `following` is the next workshop, held or planned. `states` is
    None where no milestones tell what the workshop changed.
    """

    workshop: Workshop
    notes: tuple[Note, ...]
    unquoted: int
    tasks: tuple[Task, ...]
    following: Workshop | None
    states: States | None


def meetings(pathway: Pathway, today: date) -> tuple[Meeting, ...]:
    """Return the workshops held by a day, the latest first, those without a date last.

    One of a day still to come has been held only if what was said or decided is written down:
    tasks may prepare it.
    """
    workshops = pathway.of(Workshop)
    dated = sorted((each for each in workshops if each.on), key=_day)
    held = [each for each in dated if _was_held(pathway, each, today)]
    undated = [each for each in workshops if not each.on]
    places = _places(pathway)
    return tuple(
        _meeting(pathway, each, _next(each, dated), places, states_around(pathway, each, held))
        for each in (*reversed(held), *undated)
    )


def notes_left_out(pathway: Pathway) -> int:
    """Count the notes that belong to no workshop: they are in no minutes."""
    return sum(pathway.find(Workshop, note.workshop) is None for note in pathway.of(Note))


def _day(workshop: Workshop) -> date:
    return workshop.on or date.min


def _was_held(pathway: Pathway, workshop: Workshop, today: date) -> bool:
    return _day(workshop) <= today or was_told(pathway, workshop.id)


def _next(workshop: Workshop, dated: Sequence[Workshop]) -> Workshop | None:
    if workshop.on is None:
        return None
    return next((each for each in dated if _day(each) > workshop.on), None)


def _meeting(
    pathway: Pathway,
    workshop: Workshop,
    following: Workshop | None,
    places: dict[Id, int],
    states: States | None,
) -> Meeting:
    mine = [note for note in pathway.of(Note) if note.workshop == workshop.id]
    quoted = [
        note
        for note in mine
        if note.kind is not NoteKind.CUSTOMER_WORDS or may_be_quoted(note, pathway)
    ]
    return Meeting(
        workshop,
        tuple(sorted(quoted, key=lambda note: places.get(note.about or "", len(places)))),
        len(mine) - len(quoted),
        tuple(task for task in pathway.of(Task) if task.workshop == workshop.id),
        following,
        states,
    )


def _places(pathway: Pathway) -> dict[Id, int]:
    """Return where in the reading order stages and the handovers out of them stand."""
    stages = [stage for part in reading.parts(pathway) for stage in part.stages]
    found: dict[Id, int] = {stage.id: place for place, stage in enumerate(stages)}
    arrows = {arrow.id: found[arrow.source] for arrow in pathway.of(Handover)}
    return {**found, **arrows}
