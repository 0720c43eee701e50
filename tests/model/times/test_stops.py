"""A walk stage by stage, verdicts on promises, and the walk from start to end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.codes import StageKind
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import AnyRecord, Handover, PathwayInfo, Stage, TimePromise
from model.text import read_span
from model.times import (
    Days,
    Timed,
    Verdict,
    between,
    days_of,
    of_promise,
    start_to_end,
    stops,
    verdict,
)
from tests.model.times.test_walks import small_pathways


@given(small_pathways(), st.data())
def test_stops_hold_each_part_once_and_sum_them_up(pathway: Pathway, data: st.DataObject) -> None:
    ids = [stage.id for stage in pathway.stages]
    start, goal = (data.draw(st.sampled_from(ids)) for _end in range(2))
    times = between(pathway, (start,), (goal,))
    for walk in (times.shortest, times.longest):
        if walk is None:
            continue
        made = stops(walk)
        parts = [part for stop in made for part in (stop.wait, stop.doing) if part is not None]
        assert tuple(parts) == walk.parts
        assert tuple(made[-1].until) == pytest.approx(tuple(walk.days))
        assert made[-1].whole is (not walk.unknown)
        assert [stop.stage for stop in made] == list(walk.way[::2])
        assert [stop.by for stop in made[1:]] == list(walk.way[1::2])
        assert all(one.until.most <= two.until.most for one, two in pairwise(made))


def promised(typed: str, *waits: str) -> tuple[Pathway, TimePromise]:
    """Return stages that take no time in a row with these waits, and a promise over all."""
    records: list[AnyRecord] = [PathwayInfo(id="info")]
    records += [
        Stage(id=f"s{place}", order=f"a{place}", column=place, duration=read_span("heti"))
        for place in range(len(waits) + 1)
    ]
    records += [
        Handover(
            id=f"h{place}",
            source=f"s{place}",
            target=f"s{place + 1}",
            see_within=TimeTarget(limit=read_span(wait)) if wait else None,
        )
        for place, wait in enumerate(waits)
    ]
    target = TimeTarget(limit=read_span(typed))
    to = f"s{len(waits)}"
    promise = TimePromise(id="t", order="a0", target=target, from_stage="s0", to_stage=to)
    return Pathway([*records, promise]), promise


@pytest.mark.parametrize(
    ("typed", "waits", "expected"),
    [
        ("21 vrk", ("7 vrk", "14 vrk"), Verdict.KEPT),
        ("20 vrk", ("7 vrk", "14 vrk"), Verdict.EXCEEDED),
        ("21 vrk", ("7 vrk", ""), Verdict.UNKNOWN),
        ("6 vrk", ("7 vrk", ""), Verdict.EXCEEDED),
        ("90 vrk", ("3 kk",), Verdict.CALENDAR),
    ],
)
def test_a_promise_is_held_against_the_longest_walk(
    typed: str, waits: tuple[str, ...], expected: Verdict
) -> None:
    pathway, promise = promised(typed, *waits)
    times = of_promise(Timed(pathway), promise)
    days = days_of(promise.target.limit)
    assert times is not None
    assert days is not None
    assert verdict(days, times) is expected


def test_where_no_way_leads_a_promise_says_nothing() -> None:
    pathway, _promise = promised("1 vrk", "1 vrk")
    assert verdict(Days(1, 1, 1), between(pathway, ("s1",), ("s0",))) is Verdict.NO_WAY


def test_each_part_says_in_which_field_its_time_stands() -> None:
    pathway, promise = promised("9 vrk", "7 vrk")
    times = of_promise(Timed(pathway), promise)
    assert times is not None
    assert times.longest is not None
    said = [(source.about, source.field) for part in times.longest.parts for source in part.sources]
    assert said == [("s0", "duration"), ("h0", "see_within"), ("s1", "duration")]


def test_from_start_to_end_goes_by_the_marks_else_by_the_ways() -> None:
    pathway, _promise = promised("9 vrk", "7 vrk", "1 vrk")
    walk = start_to_end(Timed(pathway)).longest
    assert walk is not None
    assert walk.way == ("s0", "h0", "s1", "h1", "s2")
    marked = pathway.replacing(
        {
            "s1": Stage(id="s1", order="a1", column=1, start=True),
            "s2": Stage(id="s2", order="a2", column=2, kind=StageKind.END),
        }
    )
    walk = start_to_end(Timed(marked)).longest
    assert walk is not None
    assert walk.way == ("s1", "h1", "s2")
