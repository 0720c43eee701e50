"""Faults counted by kind on the samples and on 200 random boards: all counts are 0.

`python -m tests.model.layout.test_many_boards` prints the table.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import pytest

from model import file
from model.layout import board, font_measure
from model.layout.geometry import BARE
from tests.model.layout.boards import LANGUAGES, Case, random_case, with_notes_and_folds
from tests.model.layout.faults import KINDS, count_faults
from tests.sparing import one_in

MEASURE = font_measure()
BOARDS = 200
BATCH = 25
SAMPLES = sorted((Path(__file__).parents[3] / "samples").rglob("*.ketju"))


def counts(cases: Iterable[Case]) -> Counter[str]:
    """Return the number of faults of each kind, kinds without any included."""
    total = Counter(dict.fromkeys(KINDS, 0))
    for pathway, language, shown in cases:
        total.update(count_faults(board(pathway, MEASURE, language, shown), MEASURE))
    return total


def sample_cases() -> Iterator[Case]:
    """Yield each sample as it is, and once with notes and folds, its language by turns."""
    for number, path in enumerate(SAMPLES):
        pathway, language = file.read(path), LANGUAGES[number % len(LANGUAGES)]
        yield Case(pathway, language, BARE)
        noted, shown = with_notes_and_folds(pathway, Random(number))  # noqa: S311
        yield Case(noted, language, shown)


def random_cases(first: int, after: int) -> Iterator[Case]:
    return map(random_case, range(first, after))


def test_all_samples_have_no_fault_of_any_kind() -> None:
    assert counts(sample_cases()) == Counter(dict.fromkeys(KINDS, 0))


@pytest.mark.parametrize("first", one_in(3, range(0, BOARDS, BATCH)))
def test_random_boards_have_no_fault_of_any_kind(first: int) -> None:
    assert counts(random_cases(first, first + BATCH)) == Counter(dict.fromkeys(KINDS, 0))


def test_half_of_the_random_boards_have_notes_and_something_folded() -> None:
    shown = [random_case(seed).shown for seed in range(BOARDS)]
    assert sum(bool(each.notes) for each in shown) > BOARDS * 0.4
    assert sum(bool(each.folded) for each in shown) > BOARDS * 0.35


def main() -> None:
    of_samples, of_random = counts(sample_cases()), counts(random_cases(0, BOARDS))
    print(f"{'fault':36} {len(SAMPLES):4} samples {BOARDS:4} random boards")  # noqa: T201
    for kind in KINDS:
        print(f"{kind:36} {of_samples[kind]:12} {of_random[kind]:18}")  # noqa: T201


if __name__ == "__main__":
    main()
