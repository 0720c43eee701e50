from datetime import date, timedelta

import pytest

from model.codes import Sector
from model.codes.time_limits import LIMITS, find, in_force
from model.lengths import length
from model.messages import speaking
from model.text import read_span


def test_ids_are_unique_and_names_and_events_stand_in_three_languages() -> None:
    assert len({limit.id for limit in LIMITS}) == len(LIMITS)
    for limit in LIMITS:
        assert all(
            set(text) == {"fi", "sv", "en"} for text in (limit.name, limit.starts, limit.ends)
        )
    assert all(limit.sources and limit.basis for limit in LIMITS)


def test_unknown_limit_is_none() -> None:
    assert find("TL-99") is None


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 12, 31), {"TL-01", "TL-02a"}),
        (date(2025, 1, 1), {"TL-01", "TL-02", "TL-03"}),
    ],
)
def test_primary_care_changed_with_the_year_2025(on: date, expected: set[str]) -> None:
    of_primary_care = {
        limit.id
        for limit in in_force(on)
        if Sector.PRIMARY in limit.sectors and limit.service != "oral health care"
    }
    assert of_primary_care == expected


def test_therapy_guarantee_holds_from_its_first_day_for_those_under_23() -> None:
    guarantee = find("TL-11")
    assert guarantee is not None
    assert guarantee.ages is not None
    assert guarantee.ages.oldest == 22
    first = date(2025, 5, 1)
    assert guarantee in in_force(first)
    assert guarantee not in in_force(first - timedelta(days=1))


def test_county_goals_are_kept_but_never_in_force_as_law() -> None:
    goal = find("TL-S1")
    assert goal is not None
    assert not goal.law
    assert goal.is_in_force(date(2025, 6, 1))
    assert goal not in in_force(date(2025, 6, 1))


def test_a_limit_compares_with_what_people_type() -> None:
    limit = find("TL-02")
    assert limit is not None
    assert read_span("3 kk").at_most(limit.span) is True
    assert read_span("4 kk").at_most(limit.span) is False


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_limit_written_in_words_is_read_as_the_same_length(language: str) -> None:
    for limit in LIMITS:
        with speaking(language):
            written = read_span(length(limit.span), language)
        span = limit.span
        assert (written.least, written.most, written.unit) == (span.least, span.most, span.unit)
