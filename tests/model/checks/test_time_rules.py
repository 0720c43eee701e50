"""Rules on times where the day, the calendar or something unknown decides."""

from datetime import date

import pytest

from model.checks import (
    law_version_out_of_date,
    longer_than_the_law,
    sum_exceeds_promise,
    therapy_guarantee_missing,
    urgent_route_missing,
)
from model.checks.finding import Rule, Said
from model.checks.mental_health import is_of_mental_health
from model.checks.review import Review
from model.codes import Sector, StageKind, TimeBasis
from model.ids import Id
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, PathwayInfo, Stage, TimePromise
from model.text import AgeRange, read_span

TODAY = date(2026, 6, 1)


def said(rule: Rule, *records: AnyRecord, on: date = TODAY) -> list[Said]:
    pathway = Pathway(records)
    review = Review(pathway, on)
    if rule.each is None:
        return list(rule.check(review))
    kind = rule.each
    asked = [record for record in pathway.values() if isinstance(record, kind)]
    return [each for record in asked for each in rule.check(record, review)]


def by_law(law: str, typed: str = "14 vrk", ages: AgeRange | None = None) -> Stage:
    target = TimeTarget(limit=read_span(typed), law=law, basis=TimeBasis.LAW, ages=ages)
    return Stage(id="s", order="a0", title={"fi": "Hoito"}, time_targets=(target,))


@pytest.mark.parametrize(
    ("law", "on", "next_review", "words"),
    [
        ("TL-02a", date(2024, 6, 1), date(2024, 12, 31), ""),
        ("TL-02a", date(2024, 6, 1), date(2025, 1, 1), "ends on 31.12.2024"),
        ("TL-02a", date(2024, 6, 1), None, "has no review date"),
        ("TL-02a", date(2025, 1, 1), date(2025, 6, 1), "only until 31.12.2024"),
        ("TL-03", date(2024, 12, 31), date(2025, 6, 1), "only from 1.1.2025"),
        ("TL-03", date(2025, 1, 1), None, ""),
        ("TL-S1", TODAY, None, "a county’s goal"),
    ],
)
def test_a_limit_must_hold_from_today_until_the_review(
    law: str, on: date, next_review: date | None, words: str
) -> None:
    info = PathwayInfo(id="info", next_review=next_review)
    found = said(law_version_out_of_date.RULE, info, by_law(law), on=on)
    assert bool(found) is bool(words)
    assert all(words in each.message for each in found)


def test_of_a_pathway_that_begins_later_the_limits_of_that_day_count() -> None:
    info = PathwayInfo(id="info", valid_from=date(2025, 1, 1))
    before = date(2024, 11, 1)
    assert said(law_version_out_of_date.RULE, info, by_law("TL-02a"), on=before)
    assert not said(law_version_out_of_date.RULE, info, by_law("TL-03"), on=before)


def test_the_therapy_guarantee_is_asked_for_from_its_first_day() -> None:
    records = (
        PathwayInfo(id="info", ages=AgeRange(youngest=13)),
        Actor(id="a", order="a0", sector=Sector.PRIMARY),
        Stage(
            id="s",
            order="a0",
            actor="a",
            kind=StageKind.TREATMENT_SERVICE,
            title={"fi": "Masennuksen hoito"},
        ),
    )
    assert said(therapy_guarantee_missing.RULE, *records, on=date(2025, 5, 1))
    assert not said(therapy_guarantee_missing.RULE, *records, on=date(2025, 4, 30))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Mielialan ja ahdistuksen hoito", True),
        ("Lyhytterapia", True),
        ("Nuorisopsykiatrian poliklinikka", True),
        ("Vård av ångest", True),
        ("Fysioterapia", False),
        ("Mielipiteen kuuleminen", False),
        ("Mielenkiinnon kohteet", False),
        ("Mielen hoito", True),
    ],
)
def test_mental_health_is_known_by_the_beginnings_of_words(title: str, *, expected: bool) -> None:
    assert is_of_mental_health(Stage(id="s", order="a0", title={"fi": title})) is expected


@pytest.mark.parametrize(
    ("law", "typed", "evaluated"),
    [
        ("TL-03", "15 vrk", True),
        ("TL-02", "90 vrk", False),
        ("", "15 vrk", False),
        ("TL-S1", "8 vrk", None),
        ("TL-03", "14 vrk", None),
        ("TL-03", "käynnillä", None),
        ("", "heti", None),
    ],
)
def test_what_cannot_be_compared_is_said_and_never_passed(
    law: str, typed: str, *, evaluated: bool | None
) -> None:
    found = said(longer_than_the_law.RULE, PathwayInfo(id="info"), by_law(law, typed))
    assert [each.evaluated for each in found] == ([] if evaluated is None else [evaluated])


def promised(promise: str, *waits: str, to: Id | None = "s2") -> list[Said]:
    """Ask of a promise from s0 to s2, by handovers that take that long."""
    records: list[AnyRecord] = [
        PathwayInfo(id="info"),
        *(Stage(id=f"s{n}", order=f"a{n}", column=n, duration=read_span("heti")) for n in range(3)),
        TimePromise(
            id="p",
            order="a0",
            target=TimeTarget(limit=read_span(promise)),
            from_stage="s0",
            to_stage=to,
        ),
    ]
    for n, typed in enumerate(waits):
        limit = TimeTarget(limit=read_span(typed)) if typed else None
        records.append(Handover(id=f"h{n}", source=f"s{n}", target=f"s{n + 1}", see_within=limit))
    return said(sum_exceeds_promise.RULE, *records)


def test_the_parts_of_a_promise_are_summed() -> None:
    assert promised("6 kk", "3 kk", "3 kk") == []
    (found,) = promised("6 kk", "3 kk", "4 kk")
    assert found.evaluated
    assert "217 days" in found.message


@pytest.mark.parametrize(
    ("promise", "waits", "to"),
    [
        ("100 vrk", ("3 kk", "14 vrk"), "s2"),  # 98 to 107 days
        ("100 vrk", ("", "14 vrk"), "s2"),
        ("100 vrk", ("14 vrk",), "s2"),
        ("100 vrk", ("14 vrk", "14 vrk"), None),
    ],
    ids=["calendar", "unknown", "no way", "no stage"],
)
def test_a_promise_of_which_something_is_unknown_is_not_evaluated(
    promise: str, waits: tuple[str, ...], to: Id | None
) -> None:
    (found,) = promised(promise, *waits, to=to)
    assert not found.evaluated


def test_known_parts_that_alone_exceed_a_promise_are_found() -> None:
    (found,) = promised("7 vrk", "", "14 vrk")
    assert found.evaluated


def test_an_empty_pathway_is_not_asked_for_urgent_help() -> None:
    assert said(urgent_route_missing.RULE, PathwayInfo(id="info")) == []
