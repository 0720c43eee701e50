"""Fixes of one finding and of all that are alike: one change, undone exactly."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import edits
from model.checks import CHECKS, COORDINATION, Finding, LiveChecks, Rule
from model.checks.finding import Fix
from model.codes import HandoverKind, Sector
from model.document import Document
from model.messages import speaking
from model.pathway import Pathway
from model.settling.fixing import fix_all, fixings
from tests.model.checks.test_fixes import stirred
from tests.pathways import At, build, random_pathways

TODAY = date(2026, 6, 1)
RULES = {rule.id: rule for rule in CHECKS if rule.fixes}


def found(pathway: Pathway, rule: Rule) -> tuple[Finding, ...]:
    return LiveChecks(pathway, COORDINATION, TODAY, (rule,)).report.findings


@pytest.fixture
def idle_actors() -> Pathway:
    return build(
        actors=("Asiakas", "Sote-keskus", "Järjestö", "Koulu"),
        phases=("Arvio",),
        stages=(At("Yhteydenotto", actor=0, phase=0),),
    )


def test_a_fix_is_named_after_what_it_does(idle_actors: Pathway) -> None:
    finding, *_others = found(idle_actors, RULES["RES-02"])
    with speaking("en"):
        (fixing,) = fixings(finding, idle_actors)
    assert fixing.change.label == "Fix: Remove the actor"


def test_one_that_no_longer_applies_is_not_offered(idle_actors: Pathway) -> None:
    finding, *_others = found(idle_actors, RULES["RES-02"])
    document = Document(idle_actors)
    document.do(edits.remove(idle_actors, (finding.about or "",)))
    assert not list(fixings(finding, document.pathway))


def test_all_alike_are_fixed_as_one_step(idle_actors: Pathway) -> None:
    rule = RULES["RES-02"]
    findings = found(idle_actors, rule)
    with speaking("en"):
        every = fix_all(rule.fixes[0], findings, idle_actors, COORDINATION, TODAY)
    assert (every.fixed, every.left) == (3, ())
    assert every.change.label == "Fix 3 findings: Remove the actor"
    document = Document(idle_actors)
    document.do(every.change)
    assert not found(document.pathway, rule)
    document.undo()
    assert document.pathway == idle_actors


def test_what_is_put_right_along_with_another_is_not_changed_itself() -> None:
    """A way back needs no kind of its own once the way there has one (HAN-01)."""
    pathway = build(
        actors=(("Asiakas", Sector.CUSTOMER), ("Sote-keskus", Sector.PRIMARY)),
        phases=("Arvio",),
        stages=tuple(At(name, place % 2, 0, place) for place, name in enumerate("ABCD")),
        arrows=((0, 1), (2, 3), (1, 2)),
    )
    rule = RULES["HAN-01"]
    findings = found(pathway, rule)
    assert len(findings) == 2
    every = fix_all(rule.fixes[0], findings, pathway, COORDINATION, TODAY)
    document = Document(pathway)
    document.do(every.change)
    assert not found(document.pathway, rule)
    assert (every.fixed, every.left) == (2, ())
    kinds = {arrow.id: arrow.kind for arrow in document.pathway.handovers}
    assert kinds["h2"] is None
    assert kinds["h0"] is kinds["h1"] is HandoverKind.SELF_REFERRAL


def test_those_that_cannot_be_fixed_any_more_are_told(idle_actors: Pathway) -> None:
    rule = RULES["RES-02"]
    findings = found(idle_actors, rule)
    stubborn = Fix(
        title="Remove the others",
        change=lambda finding, pathway: (
            edits.update(pathway, finding.about or "", ptv_organisation="x")
            if finding == findings[1]
            else rule.fixes[0].change(finding, pathway)
        ),
    )
    every = fix_all(stubborn, findings, idle_actors, COORDINATION, TODAY)
    assert every.left == (findings[1],)
    assert every.fixed == len(findings) - 1


@given(
    pathway=stirred(random_pathways(max_actors=4, max_phases=3, max_stages=10)),
    rule=st.sampled_from(sorted(RULES)),
)
def test_fixing_all_on_a_random_board_leaves_only_what_it_says(pathway: Pathway, rule: str) -> None:
    findings = found(pathway, RULES[rule])
    for fix in RULES[rule].fixes:
        alike = [finding for finding in findings if fix.change(finding, pathway)]
        every = fix_all(fix, alike, pathway, COORDINATION, TODAY)
        document = Document(pathway)
        assert document.do(every.change).ops == every.change.ops
        still = [(each.about, each.field) for each in found(document.pathway, RULES[rule])]
        for finding in alike:
            if finding not in every.left:
                was = sum(
                    (each.about, each.field) == (finding.about, finding.field) for each in findings
                )
                assert still.count((finding.about, finding.field)) < was
        if every.change:
            document.undo()
        assert document.pathway == pathway
