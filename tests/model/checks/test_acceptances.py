"""Findings accepted as they are: until when, by whom, and what has nothing left to accept."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from model import edits
from model.checks import COORDINATION, LiveChecks, Profile, Report, acceptance_in_words, check
from model.codes import Severity
from model.messages import speaking
from model.pathway import Pathway
from model.records import Waiver
from tests.pathways import At, build

TODAY = date(2026, 6, 1)
LATER = date(2026, 6, 2)


def accepted(**fields: Any) -> Pathway:
    waiver = Waiver(id="w0", rule="RES-01", about="s0", reason={"fi": "Sovitaan syksyllä"})
    return build(
        replace(waiver, **fields), phases=["Alku"], stages=[At("Hoito", None), At("Tuki", None)]
    )


def of_rule(report: Report) -> dict[str | None, str | None]:
    return {each.about: each.waiver for each in report.findings if each.rule == "RES-01"}


def test_a_finding_knows_the_acceptance_that_holds_it() -> None:
    (held,) = check(accepted(), COORDINATION, TODAY).accepted
    assert held.waiver == "w0"


def test_when_its_review_date_has_come_it_is_a_finding_again_and_says_so() -> None:
    assert of_rule(check(accepted(review_on=TODAY), COORDINATION, TODAY)) == {
        "s0": "w0",
        "s1": None,
    }
    assert of_rule(check(accepted(review_on=LATER), COORDINATION, TODAY)) == {"s1": None}


def test_one_in_force_holds_though_another_is_past() -> None:
    for first, second in (("w0", "w1"), ("w1", "w0")):
        past = Waiver(
            id=first, rule="RES-01", about="s0", reason={"fi": "Syy"}, review_on=date(2026, 1, 1)
        )
        pathway = build(
            past, replace(past, id=second, review_on=LATER), stages=[At("Hoito", None, None)]
        )
        (held,) = check(pathway, COORDINATION, TODAY).accepted
        assert held.waiver == second


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Accepted."),
        ({"review_on": LATER}, "Accepted until 2.6.2026."),
        ({"role": {"fi": "Omistaja"}}, "Accepted by: Omistaja."),
        (
            {"role": {"fi": "Omistaja"}, "review_on": LATER},
            "Accepted by: Omistaja, until 2.6.2026.",
        ),
        ({"review_on": TODAY}, "Was accepted until 1.6.2026. Review it."),
        (
            {"role": {"fi": "Omistaja"}, "review_on": TODAY},
            "Was accepted by: Omistaja, until 1.6.2026. Review it.",
        ),
    ],
)
def test_it_says_by_whom_and_until_when(fields: dict[str, Any], words: str) -> None:
    pathway = accepted(**fields)
    report = check(pathway, COORDINATION, TODAY)
    finding = next(
        each
        for each in (*report.accepted, *report.findings)
        if (each.rule, each.about) == ("RES-01", "s0")
    )
    with speaking("en"):
        assert acceptance_in_words(finding, pathway, TODAY) == words


def test_what_nobody_accepted_says_nothing_of_it() -> None:
    pathway = accepted(about="s1")
    finding = next(
        each for each in check(pathway, COORDINATION, TODAY).findings if each.about == "s0"
    )
    assert acceptance_in_words(finding, pathway, TODAY) == ""


def test_an_acceptance_is_idle_when_its_rule_finds_nothing_there_any_more() -> None:
    pathway = build(
        Waiver(id="w0", rule="RES-01", about="s0", reason={"fi": "Sovitaan"}),
        Waiver(id="w1", rule="STR-01", reason={"fi": "Sovitaan"}),
        phases=["Alku"],
        actors=["Asema"],
        stages=[At("Hoito", None)],
    )
    live = LiveChecks(pathway, COORDINATION, TODAY)
    assert live.report.idle_waivers == ()
    after, done = edits.update(pathway, "s0", actor="a0").applied_to(pathway)
    assert live.follow(after, done.touched).idle_waivers == ("w0",)
    after, done = edits.update(after, "s0", start=True).applied_to(after)
    assert live.follow(after, done.touched).idle_waivers == ("w0", "w1")


def test_of_a_rule_that_is_not_asked_no_acceptance_is_idle() -> None:
    profile = Profile(name="", title="", use="", severities={"RES-01": Severity.OFF})
    assert check(accepted(), profile, TODAY).idle_waivers == ()
