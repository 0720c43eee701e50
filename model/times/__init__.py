"""Waiting and doing times along walks of a pathway (docs/decisions/0010-times-along-a-walk.md).

    times = between(pathway, starts, graph.ends(pathway))
    times.longest.way, times.longest.parts, times.longest.days, times.unknown, times.loops

Nothing here is for one kind of reader: the checks compare promises with it, the board can show
a walk as a path with its times.
"""

from model.times.parts import NOTHING, Days, Part, PartKind, days_of
from model.times.walks import Timed, Times, Walk, between, of_promise

__all__ = [
    "NOTHING",
    "Days",
    "Part",
    "PartKind",
    "Timed",
    "Times",
    "Walk",
    "between",
    "days_of",
    "of_promise",
]
