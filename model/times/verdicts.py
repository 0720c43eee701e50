"""Whether a promised time is kept by the times on the way."""

from enum import StrEnum

from model.times.parts import Days
from model.times.walks import Times


class Verdict(StrEnum):
    """`UNKNOWN`: times on the way are lacking. `CALENDAR`: it depends on which months it is in."""

    KEPT = "kept"
    EXCEEDED = "exceeded"
    CALENDAR = "calendar"
    UNKNOWN = "unknown"
    NO_WAY = "no_way"


def verdict(promised: Days, times: Times) -> Verdict:
    """Say whether the longest walk keeps within what is promised.

    It exceeds it when it does both by short months and by long ones, whatever the parts take of
    which nobody said how long they are.
    """
    if times.longest is None:
        return Verdict.NO_WAY
    longest = times.longest.days
    by_short, by_long = longest.full > promised.full, longest.most > promised.most
    if by_short and by_long:
        return Verdict.EXCEEDED
    if times.unknown:
        return Verdict.UNKNOWN
    return Verdict.CALENDAR if by_short or by_long else Verdict.KEPT
