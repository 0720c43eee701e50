"""What is missing here is found by the rule named here, and the other way round."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from model import file
from model.checks import COORDINATION, LiveChecks, Report
from model.codes import Sector, StageKind
from model.completeness import REQUIREMENTS, Completeness, Requirement, State, measure
from model.ids import Id
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Handover, PathwayInfo, TimePromise
from model.text import read_span
from tests.damage import DAMAGES
from tests.damage.damage import cleared, complete
from tests.pathways import At, build, random_pathways
from tests.sparing import one_in

SAMPLES = Path(__file__).parents[3] / "samples"
TODAY = date(2026, 6, 1)
RULES = tuple({requirement.rule.id: requirement.rule for requirement in REQUIREMENTS}.values())

# These also find what is there but not right, or hint at what need not be there.
WIDER = {
    "PUB-01",  # a summary too long, or no sentence
    "PUB-03",  # a review that is overdue
    "PUB-04",  # an approval of another version, a status that does not go with it
    "STR-09",  # a title that is repeated
    "HAN-01",  # ways between a customer and a professional: hinted at
    "RES-07",  # an NGO without a contact, which NGO-02 asks for
    "HAN-06",  # a consultation that moves responsibility
    "TIM-11",  # urgent help that comes after a wait only
}

CANNOT_BE_CLEARED = {"", "target"}

Places = set[tuple[str, Id]]


def found(report: Report, pathway: Pathway) -> Places:
    """Return which rule found something about which record."""
    return {
        (finding.rule, finding.about or pathway.info.id)
        for finding in (*report.findings, *report.accepted)
    }


def reported(pathway: Pathway) -> Report:
    return LiveChecks(pathway, COORDINATION, TODAY, RULES).report


def missing(completeness: Completeness) -> Places:
    return {
        (gap.requirement.rule.id, gap.found_at)
        for gap in completeness.gaps
        if gap.state in {State.MISSING, State.ACCEPTED}
    }


def agrees(pathway: Pathway) -> Completeness:
    completeness = measure(pathway, COORDINATION, TODAY)
    report = reported(pathway)
    lacking, finds = missing(completeness), found(report, pathway)
    assert lacking <= finds
    assert {place for place in finds if place[0] not in WIDER} <= lacking
    open_rules = {gap.requirement.rule.id for gap in completeness.gaps}
    assert {unknown.rule for unknown in report.not_evaluated} <= open_rules
    return completeness


@pytest.mark.parametrize(
    "path", sorted(SAMPLES.rglob("*.ketju")), ids=lambda path: "-".join(path.parts[-2:])
)
def test_every_sample_lacks_what_the_rules_find(path: Path) -> None:
    agrees(file.read(path))


@given(random_pathways(max_stages=12))
def test_any_pathway_lacks_what_the_rules_find(pathway: Pathway) -> None:
    agrees(pathway)


def test_a_pathway_without_findings_is_complete() -> None:
    for pathway in (complete(), file.read(SAMPLES / "t2d.ketju")):
        assert not found(reported(pathway), pathway)
        total = measure(pathway, COORDINATION, TODAY).total
        assert total.percent == 100
        assert total.there == total.required


def test_an_empty_pathway_lacks_what_the_rules_find() -> None:
    agrees(Pathway([PathwayInfo(id="info")]))


def unsaid() -> Pathway:
    """Build a pathway of times that no clock measures, and of urgent help without its number."""
    target = TimeTarget(limit=read_span("7 vrk"))
    return build(
        Handover(id="h0", source="s0", target="s1", see_within=target),
        TimePromise(id="t0", order="a0", target=target),
        stages=(At("Yhteydenotto"), At("Päivystys", kind=StageKind.EMERGENCY)),
        actors=(("Terveysasema", Sector.PRIMARY),),
    )


def damaged(pathway: Pathway, requirement: Requirement) -> Iterator[Pathway]:
    """Yield the pathway with one damage at a time that the requirement’s rule is meant for."""
    ways = [damage.ways for damage in DAMAGES if damage.rule == requirement.rule.id]
    if requirement.field not in CANNOT_BE_CLEARED:
        ways.append(cleared(requirement.kind, requirement.field))
    for way in ways:
        for change in way(pathway):
            yield change.applied_to(pathway)[0]
    yield unsaid()


@pytest.mark.parametrize(
    "requirement",
    one_in(3, REQUIREMENTS),
    ids=lambda requirement: f"{requirement.rule.id} {requirement.of or ''} {requirement.field}",
)
def test_whatever_is_taken_away_is_missed_by_requirement_and_rule(requirement: Requirement) -> None:
    for sample in (complete(), file.read(SAMPLES / "t2d.ketju")):
        for pathway in damaged(sample, requirement):
            gaps = agrees(pathway).gaps
            if any(gap.requirement == requirement and gap.state is State.MISSING for gap in gaps):
                return
    raise AssertionError(requirement.what)
