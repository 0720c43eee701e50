"""The figure says what is there, no more and no less."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.change import Change
from model.checks import COORDINATION, PUBLISHING, WORKSHOP, Profile
from model.codes import HandoverKind, Sector, StageKind
from model.completeness import (
    REQUIREMENTS,
    Completeness,
    Count,
    Gap,
    Role,
    Section,
    State,
    count_in_words,
    measure,
    share_in_words,
)
from model.completeness.parts import GIVERS
from model.completeness.requirement import Requirement, given_by
from model.pathway import Pathway
from model.records import Actor, Handover, PathwayInfo, Stage, Waiver
from tests.pathways import At, build

TODAY = date(2026, 6, 1)


def measured(pathway: Pathway, profile: Profile = COORDINATION) -> Completeness:
    return measure(pathway, profile, TODAY)


def gaps(pathway: Pathway, rule: str) -> list[Gap]:
    return [gap for gap in measured(pathway).gaps if gap.requirement.rule.id == rule]


def two_actors() -> Pathway:
    return build(
        phases=("Arvio",),
        actors=(("Terveysasema", Sector.PRIMARY), ("Poliklinikka", Sector.SPECIALIST)),
        stages=(At("Arvio"), At("Hoito", 1, column=1)),
        arrows=((0, 1),),
    )


def test_an_empty_pathway_has_nothing_of_what_it_must_have() -> None:
    total = measured(Pathway([PathwayInfo(id="info")])).total
    assert total.percent == 0
    assert total.settled == 0
    assert total.missing > 0
    assert total.unknown > 0


def test_where_nothing_is_required_there_is_no_share() -> None:
    nothing = measure(two_actors(), COORDINATION, TODAY, requirements=())
    assert nothing.total.percent is None
    assert share_in_words(nothing.total) == "–"
    assert count_in_words(nothing.total) == "Nothing is required."
    assert set(nothing.by_section) == set(Section)
    assert not nothing.by_giver


@given(st.tuples(*[st.integers(0, 2_000)] * len(State)))
def test_rounding_never_says_that_all_or_nothing_is_there_when_it_is_not(
    states: tuple[int, int, int, int],
) -> None:
    count = Count(*states)
    assert count.required == sum(states)
    if count.percent is None:
        assert count.required == 0
        return
    assert (count.percent == 100) == (count.missing == count.unknown == 0)
    assert (count.percent == 0) == (count.settled == 0)
    if 0 < count.percent < 100:
        exact = 100 * count.settled / count.required
        assert abs(count.percent - exact) < 1


def test_the_words_say_what_is_missing_what_is_unknown_and_what_is_accepted() -> None:
    assert count_in_words(Count(31, 5, 2, 3)) == (
        "83\N{NO-BREAK SPACE}% of what is required is in order (34/41): "
        "5 missing, 2 could not be evaluated, 3 accepted as missing"
    )
    assert count_in_words(Count(4)) == (
        "100\N{NO-BREAK SPACE}% of what is required is in order (4/4)"
    )


def test_sections_and_givers_share_all_that_is_counted() -> None:
    complete = measured(two_actors())
    for counts in (complete.by_section.values(), complete.by_giver.values()):
        added = Count(*map(sum, zip(*counts, strict=True)))
        assert added == complete.total
    assert {giver for _section, giver in complete.counts} <= set(GIVERS)
    open_ones = [gap.state for gap in complete.gaps]
    assert open_ones.count(State.MISSING) == complete.total.missing
    assert open_ones.count(State.UNKNOWN) == complete.total.unknown


def test_what_cannot_be_told_is_not_there() -> None:
    pathway = build(
        Actor(id="a0", order="a0", name={"fi": "Joku"}), actors=("Joku",), stages=(At("Arvio"),)
    )
    unknown = [gap for gap in gaps(pathway, "RES-03") if gap.state is State.UNKNOWN]
    assert len(unknown) == 4
    count = measured(pathway).by_section[Section.HANDOVERS]
    assert count.unknown >= 4
    assert count.settled + count.missing + count.unknown == count.required


def test_only_public_stages_need_texts_for_customers() -> None:
    pathway = two_actors()
    assert [gap.about for gap in gaps(pathway, "CUS-01")] == ["s0", "s1"]
    hidden = pathway.replacing({"s1": replace(stage(pathway, "s1"), public=False)})
    assert [gap.about for gap in gaps(hidden, "CUS-01")] == ["s0"]


def stage(pathway: Pathway, id: str) -> Stage:
    found = pathway.find(Stage, id)
    assert found is not None
    return found


def test_only_referrals_need_criteria_and_the_receiver_gives_them() -> None:
    pathway = two_actors()
    assert not gaps(pathway, "HAN-02")
    referral = Handover(id="h0", source="s0", target="s1", kind=HandoverKind.REFERRAL)
    (gap,) = gaps(pathway.replacing({"h0": referral}), "HAN-02")
    assert gap.about == "h0"
    assert gap.giver is Sector.SPECIALIST
    sent = gaps(pathway.replacing({"h0": referral}), "HAN-03")
    assert [gap.giver for gap in sent] == [Sector.PRIMARY]


def test_a_stage_in_nobodys_lane_is_the_working_groups() -> None:
    pathway = build(actors=(("Asiakas", Sector.CUSTOMER),), stages=(At("A", None), At("B", 0)))
    assert {gap.giver for gap in gaps(pathway, "CUS-01")} == {Role.WORKING_GROUP}


def test_answering_no_is_an_answer() -> None:
    start = Stage(id="s0", order="a0", actor="a0", start=True, kind=StageKind.CONTACT)
    pathway = build(start, actors=(("Terveysasema", Sector.PRIMARY),), stages=(At("Arvio"),))
    assert len(gaps(pathway, "ACC-03")) == 1
    said = pathway.replacing({"s0": replace(start, needs_referral=False)})
    assert not gaps(said, "ACC-03")


def test_one_language_only_is_no_work_done_and_another_one_instead_is_missing() -> None:
    pathway = two_actors()
    assert measured(pathway).by_section[Section.LANGUAGES].required == 0
    swedish = pathway.replacing({"s0": replace(stage(pathway, "s0"), title={"sv": "Bedömning"})})
    assert [gap.about for gap in gaps(swedish, "LAN-01")] == ["s0"]
    both = pathway.replacing({"info": replace(pathway.info, languages=("fi", "sv"))})
    count = measured(both).by_section[Section.LANGUAGES]
    assert count.missing == count.required > 0


def test_what_is_accepted_as_missing_is_settled_and_shown_apart() -> None:
    pathway = two_actors()
    before = measured(pathway).total
    waiver = Waiver(id="w0", rule="CUS-01", about="s0", reason={"fi": "Kerrotaan puhelimessa"})
    after = measured(pathway.replacing({"w0": waiver})).total
    assert after == before._replace(missing=before.missing - 1, accepted=1)
    assert after.settled == before.settled + 1
    over = replace(waiver, review_on=TODAY)
    assert measured(pathway.replacing({"w0": over})).total == before
    without_reason = replace(waiver, reason={})
    assert measured(pathway.replacing({"w0": without_reason})).total == before


def test_an_acceptance_about_the_pathway_counts_for_what_it_says_as_a_whole() -> None:
    pathway = two_actors()
    waiver = Waiver(id="w0", rule="OWN-02", reason={"fi": "Tavoite sovitaan vuonna 2027"})
    assert [gap.state for gap in gaps(pathway, "OWN-02")] == [State.MISSING]
    assert [gap.state for gap in gaps(pathway.replacing({"w0": waiver}), "OWN-02")] == [
        State.ACCEPTED
    ]


def test_the_figure_is_the_same_in_every_situation() -> None:
    pathway = two_actors()
    assert measured(pathway, WORKSHOP) == measured(pathway, PUBLISHING)


def test_what_the_organisation_has_switched_off_is_not_required() -> None:
    pathway = two_actors()
    own = replace(COORDINATION, off={"CUS-01": "Tekstit ovat verkkosivuilla"})
    assert measured(pathway, own).total.required == measured(pathway).total.required - 2


def test_languages_that_the_organisation_adds_are_required() -> None:
    own = replace(COORDINATION, languages=("fi", "sv"))
    assert measured(two_actors(), own).by_section[Section.LANGUAGES].missing > 0


def test_a_rule_that_breaks_makes_one_thing_unknown_and_no_more(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def breaks(_stage: Stage, _look: object) -> bool:
        raise ZeroDivisionError

    broken = Requirement(
        section=Section.ARC,
        kind=Stage,
        what="x",
        rule=REQUIREMENTS[0].rule,
        given=given_by(Role.OWNER),
        there=breaks,
    )
    found = measure(two_actors(), COORDINATION, TODAY, (broken, *REQUIREMENTS))
    assert found.total.unknown == measured(two_actors()).total.unknown + 2
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()


def test_gaps_follow_sections_then_the_board() -> None:
    found = measured(two_actors()).gaps
    sections = [list(Section).index(gap.requirement.section) for gap in found]
    assert sections == sorted(sections)
    texts = [gap.about for gap in found if gap.requirement.section is Section.CUSTOMER_TEXTS]
    assert texts == ["info", "info", "s0", "s1"]


def test_every_requirement_can_be_asked_and_says_where_it_is_put_right() -> None:
    for requirement in REQUIREMENTS:
        assert requirement.there is not None or requirement.field
        if requirement.field:
            assert requirement.field in requirement.kind.__struct_fields__


def test_changing_nothing_changes_no_figure() -> None:
    pathway = two_actors()
    again, _done = Change("").applied_to(pathway)
    assert measured(again) == measured(pathway)
