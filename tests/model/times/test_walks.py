"""The shortest and the longest walk, against every walk there is."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model import file, graph
from model.codes import StageKind
from model.ids import Id
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import AnyRecord, Handover, PathwayInfo, Stage, TimePromise
from model.text import read_span
from model.times import Timed, Times, Walk, between, of_promise
from model.times.parts import NOTHING, Days, Part, Steps, Way
from tests.pathways import At, build

SAMPLES = Path(__file__).parents[3] / "samples"
SPANS = ("1 vrk", "7 vrk", "3–12 kk", "heti", "sovitusti", "2 vk")
EVENTS = ("", "arvio", "lähete", "päätös")


@st.composite
def small_pathways(draw: st.DrawFn) -> Pathway:
    dice = Random(draw(st.integers(0, 2**32)))  # noqa: S311 - nothing here is secret
    stages = [f"s{place}" for place in range(dice.randint(2, 6))]
    records: list[AnyRecord] = [PathwayInfo(id="info")]
    for place, id in enumerate(stages):
        records.append(
            Stage(
                id=id,
                order=f"a{place}",
                column=place,
                duration=read_span(dice.choice(SPANS)) if dice.random() < 0.7 else None,
                time_targets=tuple(_target(dice) for _each in range(dice.randint(0, 2))),
            )
        )
    for place in range(dice.randint(1, 9)):
        source, target, other = (dice.choice(stages) for _end in range(3))
        records.append(
            Handover(
                id=f"h{place}",
                source=source,
                target=target,
                see_within=_target(dice) if dice.random() < 0.3 else None,
                send_within=_target(dice) if dice.random() < 0.2 else None,
                if_not_accepted=other if dice.random() < 0.2 else None,
            )
        )
    return Pathway(records)


def _target(dice: Random) -> TimeTarget:
    words = ({"fi": word} if (word := dice.choice(EVENTS)) else {} for _event in range(2))
    starts, ends = words
    return TimeTarget(limit=read_span(dice.choice(SPANS)), starts=starts, ends=ends)


def ways(pathway: Pathway) -> list[Way]:
    found = []
    for arrow in pathway.handovers:
        for target in dict.fromkeys((arrow.target, arrow.if_not_accepted)):
            if target is not None and (target == arrow.target or target != arrow.source):
                source, stage = pathway[arrow.source], pathway[target]
                assert isinstance(source, Stage)
                assert isinstance(stage, Stage)
                found.append(Way(arrow, source, stage))
    return found


def walks(
    pathway: Pathway, start: Id, goal: Id
) -> Iterator[tuple[tuple[Id, ...], list[Part | None]]]:
    """Yield every walk that comes to no stage twice, with its parts."""
    first = pathway[start]
    assert isinstance(first, Stage)
    at_first: list[Part | None] = [Steps().wait_before(first, None), Steps().doing(first)]
    waiting: list[tuple[tuple[Id, ...], list[Part | None]]] = [((start,), at_first)]
    while waiting:
        way, parts = waiting.pop()
        if way[-1] == goal:
            yield way, parts
        waiting += [
            (
                (*way, step.arrow.id, step.target.id),
                [*parts, Steps().wait(step), Steps().doing(step.target)],
            )
            for step in ways(pathway)
            if step.source.id == way[-1] and step.target.id not in way
        ]


def total(parts: list[Part | None]) -> Days:
    known = [part.days for part in parts if part is not None and part.days is not None]
    return Days(*map(sum, zip(*known, strict=True))) if known else NOTHING


@given(pathway=small_pathways())
def test_no_walk_is_shorter_and_without_loops_none_is_longer(pathway: Pathway) -> None:
    start, goal = pathway.stages[0].id, pathway.stages[-1].id
    times = between(pathway, [start], [goal])
    every = list(walks(pathway, start, goal))
    assert (times.longest is None) == (times.shortest is None) == (not every)
    if times.longest is None or times.shortest is None:
        return
    assert times.shortest.days.least == pytest.approx(
        min(total(parts).least for _w, parts in every)
    )
    longest = max(total(parts).most for _way, parts in every)
    assert times.longest.days.most <= longest + 1e-9
    outside_loops = [
        total(parts).most
        for way, parts in every
        if all(len(set(loop).intersection(way)) < 2 for loop in times.loops)
    ]
    assert times.longest.days.most >= max(outside_loops, default=0.0) - 1e-9
    if not times.loops:
        assert times.longest.days.most == pytest.approx(longest)


@given(pathway=small_pathways())
def test_both_walks_are_walks_that_come_to_no_stage_twice_and_sum_their_parts(
    pathway: Pathway,
) -> None:
    start, goal = pathway.stages[0].id, pathway.stages[-1].id
    times = between(pathway, [start], [goal])
    every = {
        (way, tuple(part for part in parts if part is not None))
        for way, parts in walks(pathway, start, goal)
    }
    for walk in (times.shortest, times.longest):
        if walk is not None:
            assert (walk.way, walk.parts) in every
            assert tuple(walk.days) == pytest.approx(tuple(total(list(walk.parts))))
            assert walk.unknown == tuple(part for part in walk.parts if part.days is None)


@settings(max_examples=100, deadline=None)
@given(pathway=small_pathways())
def test_what_is_unknown_on_any_walk_without_loops_is_told(pathway: Pathway) -> None:
    start, goal = pathway.stages[0].id, pathway.stages[-1].id
    times = between(pathway, [start], [goal])
    if not times.loops:
        unknown = {
            part
            for _way, parts in walks(pathway, start, goal)
            for part in parts
            if part is not None and part.days is None
        }
        assert set(times.unknown) == unknown


def _loop() -> Pathway:
    """Build a start, a loop of two stages, and an end, each of one day."""
    records: list[AnyRecord] = [PathwayInfo(id="info")]
    for place, id in enumerate(("alku", "hoito", "seuranta", "loppu")):
        kind = StageKind.END if id == "loppu" else None
        day = read_span("1 vrk")
        records.append(Stage(id=id, order=f"a{place}", column=place, kind=kind, duration=day))
    for id, source, target in (
        ("h1", "alku", "hoito"),
        ("h2", "hoito", "seuranta"),
        ("h3", "seuranta", "hoito"),
        ("h4", "seuranta", "loppu"),
    ):
        limit = TimeTarget(limit=read_span("10 vrk"))
        records.append(Handover(id=id, source=source, target=target, see_within=limit))
    return Pathway(records)


def test_a_loop_is_gone_round_once_and_told() -> None:
    times = between(_loop(), ["alku"], graph.ends(_loop()))
    assert times.longest is not None
    assert times.longest.way == ("alku", "h1", "hoito", "h2", "seuranta", "h4", "loppu")
    assert times.longest.days == Days(34, 34, 34)
    assert times.loops == (("hoito", "seuranta"),)


def test_without_a_way_there_are_no_walks() -> None:
    times = between(_loop(), ["loppu"], ["alku"])
    assert (times.shortest, times.longest, times.unknown) == (None, None, ())
    assert between(_loop(), ["gone"], ["alku"]).longest is None


def test_of_the_samples_promises_each_part_is_counted_once() -> None:
    """Measured within 14 days of the consent, met within 30 of it, the plan 14 days later."""
    pathway = file.read(SAMPLES / "monipalvelu.ketju")
    (promise,) = pathway.of(TimePromise)
    times = of_promise(Timed(pathway), promise)
    assert times is not None
    assert isinstance(times.longest, Walk)
    assert round(times.longest.days.most) == 30 + 14
    assert not times.unknown


def test_many_alternatives_take_no_longer_than_their_handovers() -> None:
    """2^150 walks: only a search that is linear in the handovers comes to an end."""
    records: list[AnyRecord] = [PathwayInfo(id="info")]
    records += [
        Stage(id=f"s{place}", order="a0", column=place, duration=read_span("1 vrk"))
        for place in range(151)
    ]
    for place in range(150):
        for which, typed in (("a", "1 vrk"), ("b", "2 vrk")):
            limit = TimeTarget(limit=read_span(typed))
            records.append(
                Handover(
                    id=f"h{place}{which}",
                    source=f"s{place}",
                    target=f"s{place + 1}",
                    see_within=limit,
                )
            )
    times = between(Pathway(records), ["s0"], ["s150"])
    assert times.longest is not None
    assert times.shortest is not None
    assert (times.longest.days.most, times.shortest.days.least) == (451, 301)


def test_of_steps_that_came_and_went_nothing_is_kept() -> None:
    pathway = build(actors=("A",), stages=(At("Arvio"), At("Hoito")), arrows=((0, 1),))
    steps = Steps()
    for number in range(9):
        stage = replace(pathway.stages[0], id=f"x{number}")
        arrow = replace(pathway.handovers[0], id=f"y{number}", source=stage.id)
        more = pathway.replacing({stage.id: stage, arrow.id: arrow})
        times = Times(Timed(more, steps), [stage.id], ["s1"])
        assert times.longest is not None
        assert times.longest.way == (stage.id, arrow.id, "s1")
    for kept in (steps._clocks, steps._doings, steps._waits):
        assert len(kept) <= len(more)
