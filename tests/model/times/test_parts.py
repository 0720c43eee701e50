"""What counts as the wait for a stage, and as the doing in it."""

import pytest
from msgspec.structs import replace

from model.codes import StageKind
from model.parts import TimeTarget
from model.records import Handover, Stage
from model.text import AgeRange, Text, read_span
from model.times.parts import NOTHING, Days, Steps, Way, days_of


def within(
    typed: str, starts: str = "", ends: str = "", ages: AgeRange | None = None
) -> TimeTarget:
    return TimeTarget(limit=read_span(typed), starts=_fi(starts), ends=_fi(ends), ages=ages)


def _fi(words: str) -> Text:
    return {"fi": words} if words else {}


def stage(id: str = "to", *targets: TimeTarget, duration: str = "") -> Stage:
    span = read_span(duration) if duration else None
    return Stage(id=id, order="a0", time_targets=targets, duration=span)


def waited(target: Stage, source: Stage | None = None, **limits: TimeTarget) -> Days | None:
    source = source or stage("from")
    arrow = replace(Handover(id="h", source=source.id, target=target.id), **limits)
    part = Steps().wait(Way(arrow, source, target))
    return part.days if part is not None else NOTHING


def days(count: float) -> Days:
    return Days(count, count, count)


def test_a_months_length_depends_on_the_calendar_and_a_range_on_the_case() -> None:
    assert days_of(read_span("3 kk")) == (84, 84, 93)
    assert days_of(read_span("3–12 kk")) == (84, 336, 372)
    assert days_of(read_span("7 arkipäivää")) == (7, 7, 15)
    assert days_of(read_span("käynnillä")) is None


def test_without_any_limit_nobody_knows_the_wait() -> None:
    assert waited(stage()) is None
    assert waited(stage("to", within("käynnillä"))) is None


def test_limits_of_one_step_run_side_by_side() -> None:
    target = stage("to", within("14 vrk", "Lähete saapunut", "Tutkittu"))
    accepted = within("21 vrk", "Lähete saapunut", "Lähete käsitelty")
    assert waited(target, accept_within=accepted) == days(21)
    assert waited(target, see_within=within("7 vrk")) == days(14)


def test_a_limit_that_begins_where_another_ends_comes_after_it() -> None:
    target = stage("to", within("30 vrk", "arvio tehty", "hoito alkaa"))
    seen = within("14 vrk", "lähete saapunut", "Arvio  tehty")
    assert waited(target, see_within=seen) == days(44)


def test_sending_comes_first_unless_it_has_the_same_clock() -> None:
    target = stage("to", within("14 vrk", "Lähete saapunut", "Tutkittu"))
    sent = within("3 vrk", "Lähetteestä päätetty", "Lähete lähetetty")
    assert waited(target, send_within=sent) == days(17)
    of_both = stage("to", within("14 vrk", "Lähetteestä päätetty", "Tutkittu"))
    assert waited(of_both, send_within=sent) == days(14)


def test_events_that_name_each_other_in_a_circle_run_side_by_side() -> None:
    target = stage("to", within("5 vrk", "a", "b"), within("9 vrk", "b", "a"))
    assert waited(target) == days(9)


def test_a_clock_that_runs_since_the_stage_before_counts_what_is_left_of_it() -> None:
    source = stage("from", within("14 vrk", "suostumus", "mittaus"), duration="1 pv")
    target = stage("to", within("30 vrk", "Suostumus", "verkosto"))
    assert waited(target, source) == days(15)
    assert waited(stage("to", within("10 vrk", "suostumus", "verkosto")), source) == days(0)
    assert waited(stage("to", within("30 vrk", "mittaus", "verkosto")), source) == days(30)


def test_each_age_group_has_its_own_wait() -> None:
    target = stage(
        "to",
        within("14 vrk", ages=AgeRange(oldest=22)),
        within("90 vrk", ages=AgeRange(youngest=23)),
        within("20 vrk"),
    )
    assert waited(target) == Days(20, 90, 90)


def test_in_one_visit_nobody_waits_and_an_end_needs_no_time() -> None:
    one = Stage(id="from", order="a0", visit_group="käynti")
    other = Stage(id="to", order="a1", visit_group="käynti", time_targets=(within("14 vrk"),))
    assert waited(other, one) == NOTHING
    end = Stage(id="to", order="a1", kind=StageKind.END)
    assert waited(end) == NOTHING
    assert Steps().doing(end) is None


def test_declined_one_waits_for_the_answer_and_not_to_be_seen() -> None:
    source, target, other = stage("from"), stage("to"), stage("other")
    arrow = Handover(
        id="h",
        source="from",
        target="to",
        if_not_accepted="other",
        accept_within=within("21 vrk"),
        see_within=within("90 vrk"),
    )
    declined = Steps().wait(Way(arrow, source, other))
    assert declined is not None
    assert declined.days == days(21)
    accepted = Steps().wait(Way(arrow, source, target))
    assert accepted is not None
    assert accepted.days == days(90)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (stage("to", duration="2 vrk"), days(2)),
        (stage("to", within("14 vrk"), duration="2 vrk"), days(2)),
        (stage("to", duration="käynnin ajan"), None),
        (stage("to"), None),
    ],
)
def test_doing_is_the_duration(made: Stage, expected: Days | None) -> None:
    part = Steps().doing(made)
    assert part is not None
    assert part.days == expected


def test_a_time_target_without_a_duration_holds_the_doing() -> None:
    assert Steps().doing(stage("to", within("14 vrk"))) is None


def test_before_the_first_stage_only_the_clock_that_is_asked_for_counts() -> None:
    first = stage("to", within("14 vrk", "Annat suostumuksen", "mittaus"))
    whole = Steps().wait_before(first, None)
    assert whole is not None
    assert whole.days == days(14)
    assert Steps().wait_before(first, {"fi": "annat suostumuksen"}) == whole
    assert Steps().wait_before(first, {"fi": "lähete"}) is None
    assert Steps().wait_before(first, {}) is None
