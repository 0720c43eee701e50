"""What belongs to a workshop: its notes and tasks, the meeting after it, the states around it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from exporters.website import reading
from model.codes import NoteKind
from model.ids import Id
from model.pathway import Pathway
from model.records import Handover, Milestone, Note, ParticipantGroup, Task, Workshop


class Meeting(NamedTuple):
    """A workshop that was held.

    `unquoted` counts notes of customers' words that their group has not allowed to be quoted; they
    are not among the `notes`. `before` and `after` are the milestones kept around it; `after` is
    None where the pathway as it is now stands for it, and `is_last` then.
    """

    workshop: Workshop
    notes: tuple[Note, ...]
    unquoted: int
    tasks: tuple[Task, ...]
    following: Workshop | None
    before: Milestone | None
    after: Milestone | None
    is_last: bool


def meetings(pathway: Pathway, today: date) -> tuple[Meeting, ...]:
    """Return the workshops held, the latest first, those without a date last.

    One of a day still to come has been held only if something of it is written down.
    """
    workshops = pathway.of(Workshop)
    dated = sorted((each for each in workshops if each.on), key=_day)
    undated = [each for each in workshops if not each.on]
    places = _places(pathway)
    found = (_meeting(pathway, each, dated, places) for each in (*reversed(dated), *undated))
    return tuple(each for each in found if _was_held(each, today))


def notes_left_out(pathway: Pathway) -> int:
    """Count the notes that belong to no workshop: they are in no minutes."""
    return sum(pathway.find(Workshop, note.workshop) is None for note in pathway.of(Note))


def _day(workshop: Workshop) -> date:
    return workshop.on or date.min


def _was_held(meeting: Meeting, today: date) -> bool:
    told = meeting.workshop.result or meeting.notes or meeting.unquoted or meeting.tasks
    return bool(told) or _day(meeting.workshop) <= today


def _meeting(
    pathway: Pathway, workshop: Workshop, dated: Sequence[Workshop], places: dict[Id, int]
) -> Meeting:
    mine = [note for note in pathway.of(Note) if note.workshop == workshop.id]
    quoted = [note for note in mine if _may_be_quoted(pathway, note)]
    later = [each for each in dated if workshop.on and _day(each) > workshop.on]
    following = later[0] if later else None
    before, after = _around(pathway, workshop.on, following.on if following else None)
    return Meeting(
        workshop,
        tuple(sorted(quoted, key=lambda note: places.get(note.about or "", len(places)))),
        len(mine) - len(quoted),
        tuple(task for task in pathway.of(Task) if task.workshop == workshop.id),
        following,
        before,
        after,
        following is None,
    )


def _may_be_quoted(pathway: Pathway, note: Note) -> bool:
    group = pathway.find(ParticipantGroup, note.said_by)
    is_quote = note.kind is NoteKind.CUSTOMER_WORDS
    return not is_quote or group is None or group.quotes_allowed is not False


def _places(pathway: Pathway) -> dict[Id, int]:
    """Return where in the reading order stages and the handovers out of them stand."""
    stages = [stage for part in reading.parts(pathway) for stage in part.stages]
    found: dict[Id, int] = {stage.id: place for place, stage in enumerate(stages)}
    arrows = {arrow.id: found[arrow.source] for arrow in pathway.of(Handover)}
    return {**found, **arrows}


def _around(
    pathway: Pathway, on: date | None, next_on: date | None
) -> tuple[Milestone | None, Milestone | None]:
    """Return the last milestone kept before a day, and the first from it on, before the next."""
    if on is None:
        return None, None
    kept = sorted(pathway.of(Milestone), key=lambda milestone: milestone.at)
    before = [each for each in kept if each.at.date() < on]
    after = [
        each for each in kept if on <= each.at.date() and (not next_on or each.at.date() < next_on)
    ]
    return (before[-1] if before else None), (after[0] if after else None)
