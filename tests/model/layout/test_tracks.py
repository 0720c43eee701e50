"""The order of runs on a line is that of a plain insertion of one after another."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest

from benchmarks.synthetic import synthetic
from model import edits
from model.document import Document
from model.layout.grid import grid_of
from model.layout.runs import ACROSS, Run
from model.layout.shapes import Ways
from model.layout.tracks import SWEEPS, Orders, _Course, _courses, _ordered, _overtaken
from model.pathway import Pathway

LINES = 50


def _random_courses(dice: Random) -> list[_Course]:
    courses = []
    for number in range(dice.randint(0, 60)):
        low = dice.randint(0, 80) / 2
        high = low + dice.choice((0, 0.5, 1, 2, 5, 20))
        turns = dice.choice((-1, 0, 1)), dice.choice((-1, 0, 1))
        courses.append((low, high, *turns, Run(f"h{number}", ACROSS, 3)))
    return courses


def _plainly_ordered(courses: Sequence[_Course]) -> list[Run]:
    """Look at all inserted before, wherever they lie."""
    order: list[_Course] = []
    for course in courses:
        saved = [0]
        for other in order:
            saved.append(saved[-1] + _saved(course, other))
        best = max(range(len(saved)), key=lambda place: (saved[place], place))
        order.insert(best, course)
    return [course[-1] for course in order]


def _saved(course: _Course, other: _Course) -> int:
    """Return how many crossings fewer there are with the course behind the other."""
    low, high, turn_low, turn_high, _run = course
    other_low, other_high, other_turn_low, other_turn_high, _other_run = other
    if not (low < other_high and other_low < high):
        return 0
    at_low = turn_low if other_low < low else -other_turn_low if low < other_low else 0
    at_high = turn_high if high < other_high else -other_turn_high if other_high < high else 0
    return at_low + at_high


@pytest.mark.parametrize("seed", range(LINES))
def test_the_order_on_a_line_equals_plain_insertion(seed: int) -> None:
    courses = _random_courses(Random(seed))  # noqa: S311
    assert _ordered(courses) == _plainly_ordered(courses)


@pytest.mark.parametrize(("stages", "seed"), [*zip(range(20, 160, 10), range(14), strict=True)])
def test_the_orders_on_all_lines_equals_plain_sweeps(stages: int, seed: int) -> None:
    pathway = synthetic(stages, seed)
    document, ways, orders = Document(pathway), Ways(), Orders()
    dice = Random(seed)  # noqa: S311
    for _step in range(6):
        pathway = document.pathway
        orders.of(ways.over(grid_of(pathway), pathway))
        paths = ways.over(grid_of(pathway), pathway)
        followed = [
            (run.handover, run.line, run.spot) for path in paths.by_id.values() for run in path.runs
        ]
        assert followed == _plainly_swept(pathway)
        ends = dice.sample(pathway.stages, 2)
        document.do(edits.remove(pathway, (dice.choice(pathway.handovers).id,)))
        document.do(edits.connect(document.pathway, ends[0].id, ends[1].id))


def _plainly_swept(pathway: Pathway) -> list[tuple[str, int, float]]:
    """Go through all lines across and all lines down, twice, and keep nothing."""
    runs = [
        run for path in Ways().over(grid_of(pathway), pathway).by_id.values() for run in path.runs
    ]
    lines: tuple[dict[int, list[Run]], ...] = {}, {}
    for run in runs:
        run.spot = run.line
        lines[run.axis is not ACROSS].setdefault(run.line, []).append(run)
    for step in range(2 * SWEEPS):
        for line, on_line in lines[step % 2].items():
            if len(on_line) > 1:
                pulled = sorted(on_line, key=lambda run: sum(goal.spot for goal in run.pulls) / 2)
                on_line[:] = _plainly_ordered(_courses(pulled))
                for place, run in enumerate(on_line, 1):
                    run.spot = line + (place / (len(on_line) + 1) - 0.5) * 0.9
    return [(run.handover, run.line, run.spot) for run in runs]


@pytest.mark.parametrize("seed", range(LINES))
def test_of_any_two_in_another_order_one_was_overtaken(seed: int) -> None:
    dice = Random(seed)  # noqa: S311
    before = dice.sample(range(40), dice.randint(0, 25))
    after = before[:]
    for _ in range(dice.randint(0, 4)):
        if after:
            after.insert(dice.randint(0, len(after)), after.pop(dice.randrange(len(after))))
    gone = dice.sample(before, dice.randint(0, min(3, len(before))))
    after = [each for each in after if each not in gone] + [*range(50, 52)]
    overtaken = _overtaken(before, after)
    for one, other in combinations([each for each in after if each in before], 2):
        if before.index(one) > before.index(other):
            assert one in overtaken or other in overtaken


def test_one_that_is_put_elsewhere_overtakes_alone() -> None:
    assert _overtaken([1, 2, 3, 4, 5], [2, 3, 4, 5, 1]) == [1]
    assert _overtaken([1, 2, 3], [1, 9, 3]) == []
