"""A finding that is accepted is silent until the day of its review, and then a finding again."""

from datetime import date, timedelta

import pytest

from model import edits
from model.checks import COORDINATION, Finding, Report, check
from model.document import Document
from model.parts import Responsibility
from model.records import Waiver
from model.settling.accepting import (
    Terms,
    accept,
    acceptance_of,
    fault_of_acceptance,
    months_on,
    renew,
    roles,
    withdraw,
)
from tests.pathways import At, build

TODAY = date(2026, 11, 20)
TERMS = Terms({"fi": "Sovittu työpajassa."}, {"fi": "Palvelupäällikkö"}, TODAY, date(2027, 5, 20))


@pytest.fixture
def document() -> Document:
    return Document(
        build(
            actors=("Asiakas",),
            phases=("Arvio",),
            stages=(At("Yhteydenotto", actor=None, phase=0), At("Hoito", actor=None, phase=0)),
        )
    )


def report(document: Document, today: date = TODAY) -> Report:
    return check(document.pathway, COORDINATION, today)


def of_rule(findings: tuple[Finding, ...], rule: str, about: str | None) -> list[Finding]:
    return [each for each in findings if (each.rule, each.about) == (rule, about)]


def unowned(document: Document, today: date = TODAY) -> Finding:
    (finding,) = of_rule(report(document, today).findings, "RES-01", "s0")
    return finding


def test_an_accepted_finding_is_no_open_one_and_others_stay(document: Document) -> None:
    before = document.pathway
    open_before = report(document).findings
    document.do(accept(document.pathway, unowned(document), TERMS))
    after = report(document)
    assert len(after.findings) == len(open_before) - 1
    (accepted,) = after.accepted
    assert (accepted.rule, accepted.about) == ("RES-01", "s0")
    waiver = acceptance_of(document.pathway, accepted)
    assert waiver is not None
    assert (waiver.reason, waiver.role) == (TERMS.reason, TERMS.role)
    assert (waiver.on, waiver.review_on) == (TERMS.on, TERMS.review_on)
    document.undo()
    assert document.pathway == before


def test_what_concerns_the_whole_pathway_can_be_accepted(document: Document) -> None:
    (finding,) = of_rule(report(document).findings, "OWN-01", None)
    document.do(accept(document.pathway, finding, TERMS))
    assert of_rule(report(document).accepted, "OWN-01", None)


def test_on_the_day_of_its_review_it_is_a_finding_again(document: Document) -> None:
    document.do(accept(document.pathway, unowned(document), TERMS))
    assert not of_rule(report(document, date(2027, 5, 19)).findings, "RES-01", "s0")
    stale = unowned(document, date(2027, 5, 20))
    waiver = acceptance_of(document.pathway, stale)
    assert waiver is not None
    assert waiver.reason == TERMS.reason


def test_a_stale_one_is_renewed_not_doubled(document: Document) -> None:
    document.do(accept(document.pathway, unowned(document), TERMS))
    later = date(2027, 6, 1)
    longer = TERMS._replace(on=later, review_on=date(2027, 12, 1))
    document.do(accept(document.pathway, unowned(document, later), longer))
    (waiver,) = document.pathway.of(Waiver)
    assert (waiver.on, waiver.review_on) == (later, date(2027, 12, 1))
    assert of_rule(report(document, later).accepted, "RES-01", "s0")


def test_a_withdrawn_one_is_open_again(document: Document) -> None:
    before = report(document)
    document.do(accept(document.pathway, unowned(document), TERMS))
    (waiver,) = document.pathway.of(Waiver)
    document.do(withdraw(document.pathway, waiver.id))
    assert not document.pathway.of(Waiver)
    assert report(document) == before


def test_what_is_gone_meanwhile_is_left_alone(document: Document) -> None:
    finding = unowned(document)
    document.do(edits.remove(document.pathway, ("s0",)))
    assert not accept(document.pathway, finding, TERMS)
    assert not renew(document.pathway, "gone", TERMS)
    assert not withdraw(document.pathway, "gone")


@pytest.mark.parametrize(
    ("reason", "role", "review_on", "field"),
    [
        ("Sovittu", "Ylilääkäri", TODAY + timedelta(1), ""),
        ("Sovittu", "Ylilääkäri", date(2028, 11, 20), ""),
        (" \n", "Ylilääkäri", date(2027, 1, 1), "reason"),
        ("Sovittu", " ", date(2027, 1, 1), "role"),
        ("Sovittu", "Ylilääkäri", None, "review_on"),
        ("Sovittu", "Ylilääkäri", TODAY, "review_on"),
        ("Sovittu", "Ylilääkäri", date(2028, 11, 21), "review_on"),
    ],
)
def test_an_acceptance_has_a_reason_a_role_and_a_day_within_two_years(
    reason: str, role: str, review_on: date | None, field: str
) -> None:
    fault = fault_of_acceptance(reason, role, review_on, TODAY)
    assert (fault.field if fault else "") == field
    assert fault is None or fault.words


def test_months_end_where_they_end() -> None:
    assert months_on(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_on(date(2026, 11, 20), 6) == date(2027, 5, 20)
    assert months_on(date(2026, 12, 31), 24) == date(2028, 12, 31)


def test_the_role_that_accepted_last_is_proposed_first(document: Document) -> None:
    owner = Responsibility(role={"fi": "Ylilääkäri"})
    document.do(edits.update(document.pathway, "info", owner=owner))
    assert roles(document.pathway, "fi") == ("Ylilääkäri", "Asiakas")
    document.do(accept(document.pathway, unowned(document), TERMS))
    assert roles(document.pathway, "fi") == ("Palvelupäällikkö", "Ylilääkäri", "Asiakas")


def test_the_role_that_accepted_last_is_offered_first(document: Document) -> None:
    for number, (role, on) in enumerate((("Lääkäri", 3), ("Johtaja", 9), ("Hoitaja", 6))):
        waiver = Waiver(
            id=f"w{number}",
            rule="RES-01",
            about="s0",
            reason={"fi": "Sovittu."},
            role={"fi": role},
            on=date(2026, on, 1),
        )
        document.do(edits.add(document.pathway, waiver))
    assert roles(document.pathway, "fi") == ("Johtaja", "Hoitaja", "Lääkäri", "Asiakas")
