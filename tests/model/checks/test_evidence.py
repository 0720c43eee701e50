"""docs/checks-evidence.md is true: what it counts there is, and the rules find it."""

import random

import pytest

from model import file
from model.checks import PUBLISHING, check
from tests.damage import DAMAGES
from tests.damage.evidence import DAY, PAGE, SAMPLES, Outcome, Watched, cells, written_anew

TRIED = 20
"""So many of a sample's damages are done in each run, others in the next."""


def test_the_page_counts_the_damages_that_there_are() -> None:
    pathways = [file.read(path) for path in SAMPLES.values()]
    table = PAGE.read_text(encoding="utf-8").partition("## Each kind of damage\n")[2]
    for damage, line in zip(DAMAGES, table.strip().splitlines()[2:], strict=True):
        made = [Outcome(len(list(damage.ways(pathway))), ()) for pathway in pathways]
        assert line.startswith(f"| {damage.rule} |")
        assert line.endswith(f"| {damage.words} | {cells(made)} |")


def test_the_page_lists_nothing_that_was_not_found() -> None:
    assert "## Not found\n\nNothing.\n" in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SAMPLES)
def test_a_rule_finds_the_damage_that_is_meant_for_it(name: str) -> None:
    pathway = file.read(SAMPLES[name])
    ways = [(damage, way) for damage in DAMAGES for way in damage.ways(pathway)]
    for damage, way in random.sample(ways, TRIED):
        told = damage.rule, damage.words, sorted(way.touched)
        assert Watched(pathway, damage.rule).finds(way), told


@pytest.mark.parametrize("name", SAMPLES)
def test_the_rules_find_nothing_in_a_complete_sample(name: str) -> None:
    report = check(file.read(SAMPLES[name]), PUBLISHING, DAY)
    assert report.findings == ()


@pytest.mark.every
def test_the_page_is_as_it_would_be_written_anew() -> None:
    """Written anew by `python -m tests.damage.evidence`."""
    assert PAGE.read_text(encoding="utf-8") == written_anew()
