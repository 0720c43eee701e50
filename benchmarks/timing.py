"""Taking times: every act is repeated, and its least, middle and greatest time are kept."""

from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple


class Times(NamedTuple):
    """Seconds. The least is what the code costs, the median what one meets."""

    least: float
    median: float
    most: float


def of(seconds: list[float]) -> Times:
    return Times(min(seconds), median(seconds), max(seconds))


def timed(act: Callable[[], object], repetitions: int) -> Times:
    """Return what `act` takes; `repetitions` at least 5."""
    return of([once(act) for _repetition in range(repetitions)])


def once(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def processor(act: Callable[[], object]) -> float:
    """Return the processor time of an act: what else the machine does at the time counts less."""
    start = process_time()
    act()
    return process_time() - start
