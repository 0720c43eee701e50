"""Limits of the law along a walk: in force on which days, for whom, kept or not."""

from datetime import date

import pytest

from model.codes import TimeBasis, time_limits
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import PathwayInfo, Stage, TimePromise
from model.text import AgeRange, read_span
from model.times import Standing, Validity, named_limits, standing, validity

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("law", "first", "last", "expected"),
    [
        ("TL-02a", date(2024, 6, 1), date(2024, 12, 31), Standing.IN_FORCE),
        ("TL-02a", date(2024, 6, 1), date(2025, 1, 1), Standing.CHANGES),
        ("TL-02a", date(2024, 6, 1), None, Standing.CHANGES),
        ("TL-02a", date(2024, 12, 31), date(2024, 12, 31), Standing.IN_FORCE),
        ("TL-02a", date(2024, 12, 31), None, Standing.CHANGES),
        ("TL-02a", date(2025, 1, 1), None, Standing.ENDED),
        ("TL-03", date(2024, 12, 31), date(2025, 6, 1), Standing.NOT_YET),
        ("TL-03", date(2025, 1, 1), None, Standing.IN_FORCE),
        ("TL-S1", TODAY, None, Standing.GOAL),
    ],
)
def test_a_limit_holds_on_all_the_days_or_not(
    law: str, first: date, last: date | None, expected: Standing
) -> None:
    limit = time_limits.find(law)
    assert limit is not None
    assert standing(limit, Validity(first, last)) is expected


def test_a_pathway_is_right_from_its_first_day_or_today_until_its_end_or_review() -> None:
    begins, ends = date(2026, 9, 1), date(2027, 9, 1)
    assert validity(PathwayInfo(id="info"), TODAY) == (TODAY, None)
    info = PathwayInfo(id="info", valid_from=begins, valid_to=ends, next_review=date(2027, 1, 1))
    assert validity(info, TODAY) == (begins, ends)
    assert validity(PathwayInfo(id="info", next_review=ends), TODAY) == (TODAY, ends)
    assert validity(PathwayInfo(id="info", valid_to=date(2020, 1, 1)), TODAY) == (TODAY, TODAY)


def test_the_limits_that_times_name_are_told_with_age_group_and_whether_they_are_kept() -> None:
    def by(law: str, typed: str) -> TimeTarget:
        return TimeTarget(limit=read_span(typed), law=law, basis=TimeBasis.LAW)

    targets = by("TL-02", "4 kk"), by("TL-03", "7 vrk"), TimeTarget(limit=read_span("1 vrk"))
    pathway = Pathway(
        [
            PathwayInfo(id="info"),
            Stage(id="s", order="a0", time_targets=targets),
            TimePromise(id="t", order="a0", target=by("TL-01", "sama arkipäivä")),
        ]
    )
    found = named_limits(pathway, ("t", "s"), TODAY)
    assert [(each.limit.id, each.about, each.field) for each in found] == [
        ("TL-01", "t", "target"),
        ("TL-02", "s", "time_targets"),
        ("TL-03", "s", "time_targets"),
    ]
    assert [each.kept for each in found] == [True, False, True]
    assert [each.ages for each in found] == [None, AgeRange(youngest=23), AgeRange(oldest=22)]
