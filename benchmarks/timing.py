"""Taking times: every act is repeated, and its least, middle and greatest time are kept."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from math import ceil
from statistics import median
from time import perf_counter, process_time
from typing import Final

import msgspec

Act = Callable[[], object]
Taking = Callable[[Act], float]
"""Does an act and tells what it took."""

JUDGED: Final = 1000
"""Stages for which most goals are set: there each act is done `MANY` times, elsewhere `FEWER`."""
MANY: Final = 10
FEWER: Final = 5


class Times(msgspec.Struct, frozen=True):
    """Seconds (or megabytes). The least is what the code costs, the median what one meets.

    `late`: 95 of 100 take no longer.
    """

    least: float
    median: float
    most: float
    late: float
    count: int


def of(taken: Sequence[float]) -> Times:
    ordered = sorted(taken)
    late = ordered[ceil(0.95 * len(ordered)) - 1]
    return Times(ordered[0], median(ordered), ordered[-1], late, len(ordered))


def repetitions(stages: int) -> int:
    """Return how often an act at a board of that many stages is done."""
    return MANY if stages == JUDGED else FEWER


def timed(act: Act, times: int) -> Times:
    """Return the wall time of `act`, done that many times."""
    return of([once(act) for _repetition in range(times)])


def in_turns(ours: Act, *others: Act, times: int, taking: Taking | None = None) -> list[Times]:
    """Return what each act takes, done in turns: what slows the machine down slows all.

    Processor time, unless taken otherwise. Python's search for cycles rests meanwhile, as it does
    in the program while somebody works (docs/decisions/0019-collecting.md).
    """
    take = taking or processor
    seconds: list[list[float]] = [[] for _act in (ours, *others)]
    with collector_at_rest():
        for _turn in range(times):
            for act, taken in zip((ours, *others), seconds, strict=True):
                taken.append(take(act))
                gc.collect()
    return [of(taken) for taken in seconds]


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let Python's collector pass over what there is now, and not begin by itself."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def once(act: Act) -> float:
    """Return the wall time of an act."""
    start = perf_counter()
    act()
    return perf_counter() - start


def processor(act: Act) -> float:
    """Return the processor time of an act: what else the machine does at the time counts less."""
    start = process_time()
    act()
    return process_time() - start
