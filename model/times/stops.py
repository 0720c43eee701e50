"""A walk stage by stage: what one waits for each, what it takes, and how long that is together."""

from typing import NamedTuple

from model.ids import Id
from model.times.parts import NOTHING, Days, Part, PartKind
from model.times.walks import Walk


class Stop(NamedTuple):
    """One stage of a walk.

    `by` is the handover by which one comes, None for the first stage. `wait` and `doing` are None
    where there is none to be counted. `until` is the sum from the walk's start to the end of the
    stage; `whole` tells whether it holds every part so far, unknown ones included.
    """

    stage: Id
    by: Id | None
    wait: Part | None
    doing: Part | None
    until: Days
    whole: bool


def stops(walk: Walk) -> tuple[Stop, ...]:
    """Return the stages of a walk in their order."""
    parts = {(part.about, part.kind): part for part in walk.parts}
    found: list[Stop] = []
    until, whole = NOTHING, True
    for place in range(0, len(walk.way), 2):
        stage = walk.way[place]
        by = walk.way[place - 1] if place else None
        wait = parts.get((by or stage, PartKind.WAIT))
        doing = parts.get((stage, PartKind.DOING))
        for part in (wait, doing):
            if part is not None and part.days is None:
                whole = False
            elif part is not None and part.days is not None:
                until = until.plus(part.days)
        found.append(Stop(stage, by, wait, doing, until, whole))
    return tuple(found)
