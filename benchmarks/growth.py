"""How what an act takes grows with the board."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log
from statistics import linear_regression
from typing import Final, NamedTuple

from benchmarks.table import Row, in_columns

ENOUGH: Final = 10
"""Growth is told where the largest board has so many times the stages of the smallest."""


class Growth(NamedTuple):
    """Exponents: 1 is linear. `steps` from each size to the next, `whole` over all of them."""

    act: str
    sizes: tuple[int, ...]
    steps: tuple[float, ...]
    whole: float


def growths(rows: Iterable[Row]) -> list[Growth]:
    """Return the growth of every act that was measured at sizes far enough apart."""
    least: dict[str, dict[int, float]] = {}
    for row in rows:
        if row.ours.least > 0:
            least.setdefault(row.act, {})[row.stages] = row.ours.least
    return [
        growth(act, sorted(times.items()))
        for act, times in least.items()
        if max(times) >= ENOUGH * min(times)
    ]


def growth(act: str, points: Sequence[tuple[int, float]]) -> Growth:
    """Fit an exponent to what was taken at sizes in rising order."""
    places = [(log(stages), log(taken)) for stages, taken in points]
    steps = tuple((b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(places))
    across, up = zip(*places, strict=True)
    whole = linear_regression(across, up).slope
    return Growth(act, tuple(stages for stages, _taken in points), steps, whole)


HEADINGS: Final = ("act", "from size to size", "exponents", "in all")


def cells(growth: Growth) -> tuple[str, ...]:
    return (
        growth.act,
        " → ".join(f"{stages:,}" for stages in growth.sizes),
        " → ".join(f"{step:.2f}" for step in growth.steps),
        f"{growth.whole:.2f}",
    )


def as_text(growths: Sequence[Growth]) -> str:
    return in_columns([HEADINGS, *map(cells, growths)])
