"""Waiting and doing times along walks of a pathway (docs/decisions/0010-times-along-a-walk.md).

    times = between(pathway, starts, graph.ends(pathway))
    times.longest.way, times.longest.parts, times.longest.days, times.unknown, times.loops

Nothing here is for one kind of reader: the checks compare promises with it, the board shows a
walk as a path with its times.
"""

from model.times.law import NamedLimit, Standing, Validity, named_limits, standing, validity
from model.times.parts import NOTHING, Days, Part, PartKind, Source, Steps, days_of
from model.times.stops import Stop, stops
from model.times.verdicts import Verdict, verdict
from model.times.walks import Timed, Times, Walk, between, of_promise, start_to_end

__all__ = [
    "NOTHING",
    "Days",
    "NamedLimit",
    "Part",
    "PartKind",
    "Source",
    "Standing",
    "Steps",
    "Stop",
    "Timed",
    "Times",
    "Validity",
    "Verdict",
    "Walk",
    "between",
    "days_of",
    "named_limits",
    "of_promise",
    "standing",
    "start_to_end",
    "stops",
    "validity",
    "verdict",
]
