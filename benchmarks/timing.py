"""Taking times: every act is repeated, and its least and middle time are kept."""

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple


class Times(NamedTuple):
    """Seconds. The least is what the code costs, the median what one meets."""

    least: float
    median: float


def of(seconds: list[float]) -> Times:
    return Times(min(seconds), median(seconds))


def timed(act: Callable[[], object], repetitions: int) -> Times:
    """Return what `act` takes; `repetitions` at least 5."""
    return of([once(act) for _repetition in range(repetitions)])


def once(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start
