"""Which kept states tell what a workshop changed: the milestones before it and after it.

A milestone says on which day it was kept, a workshop on which day it was; neither says at what
time the workshop began. Of a day's two milestones the first is taken as the state before it. One
alone is the state after the workshop if it holds what was said there; else it may be either, and
is used only where no other day has a state.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from model.file import UnreadableFileError
from model.ids import Id
from model.milestones import state_of
from model.pathway import Pathway
from model.records import Milestone, Note, Workshop


class States(NamedTuple):
    """The states before and after a workshop; `after` None: the pathway as it is now.

    `is_older` tells that the one before was kept before the previous workshop already.
    """

    before: Milestone
    after: Milestone | None
    is_older: bool


def states_around(pathway: Pathway, workshop: Workshop, held: Sequence[Workshop]) -> States | None:
    """Return the states around one of the workshops held; None where there are not both.

    The pathway as it is now comes after the last workshop held.
    """
    if workshop.on is None:
        return None
    days = sorted({each.on for each in held if each.on})
    next_on = min((day for day in days if day > workshop.on), default=None)
    previous = max((day for day in days if day < workshop.on), default=date.min)
    kept = sorted(pathway.of(Milestone), key=lambda milestone: milestone.at)
    earlier = [each for each in kept if _day(each) < workshop.on]
    same = [each for each in kept if _day(each) == workshop.on]
    later = [
        each
        for each in kept
        if workshop.on < _day(each) and not (next_on and _day(each) >= next_on)
    ]
    told = {each.id for each in same if _holds_what_was_said(each, pathway, workshop.id)}
    unsure = [each for each in same if each.id not in told]
    if len(unsure) > 1 and not told:
        return States(unsure[0], unsure[-1], is_older=False)
    if told:
        earlier, later = [*earlier, *unsure], [same[-1]]
    elif earlier and next_on:
        later += unsure
    elif not earlier:
        earlier = unsure
    if not earlier or (next_on and not later):
        return None
    before = earlier[-1]
    return States(before, later[0] if later else None, is_older=_day(before) < previous)


def was_told(pathway: Pathway, workshop: Id) -> bool:
    """Whether what a workshop said or led to is written down."""
    told = pathway.find(Workshop, workshop)
    return bool(told and told.result) or any(note.workshop == workshop for note in pathway.of(Note))


def _holds_what_was_said(milestone: Milestone, pathway: Pathway, workshop: Id) -> bool:
    if not was_told(pathway, workshop):
        return False
    try:
        return was_told(state_of(milestone), workshop)
    except UnreadableFileError:  # said where its state is told
        return False


def _day(milestone: Milestone) -> date:
    return milestone.at.date()
