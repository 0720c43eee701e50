"""The completeness that is kept up to date is the one that is measured anew."""

from collections.abc import Iterator
from functools import partial
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from benchmarks.synthetic import synthetic
from model import edits, file
from model.change import Change
from model.checks import (
    COORDINATION,
    WORKSHOP,
    Profile,
    Said,
    actor_change_without_handover,
)
from model.checks.review import Review
from model.codes import ConsentBasis, HandoverKind, OmasoteFunction, Sector
from model.completeness import LiveCompleteness, Requirement, measure
from model.completeness.catalogue import REQUIREMENTS
from model.completeness.look import Look
from model.completeness.measure import Answer, answered
from model.completeness.requirement import AskedBy
from model.document import Changed, Document
from model.parts import OmasoteUse
from model.pathway import Pathway
from model.records import AnyRecord, Channel, Handover, Record, Stage, Waiver
from tests.model.checks.test_equals_plain import boards, steps
from tests.model.checks.test_every_field import SAMPLES, single_edits
from tests.model.checks.test_live import TODAY, VALUES, edited
from tests.pathways import At, build, random_pathways

if TYPE_CHECKING:
    from model.ids import Id

PATHWAYS = random_pathways(max_actors=4, max_phases=3, max_stages=12)

FARTHER: dict[type[Record], dict[str, list[object]]] = {
    **VALUES,
    Stage: {**VALUES[Stage], "omasote": [(), (OmasoteUse(function=OmasoteFunction.FORMS),)]},
    Handover: {**VALUES[Handover], "consent": [None, *ConsentBasis]},
    Channel: {**VALUES[Channel], "support": [{}, {"fi": "Apua"}], "authentication": [None, True]},
}
"""What requirements look at, also beyond the record itself."""


@st.composite
def far_reaching(draw: st.DrawFn, pathway: Pathway, donor: Pathway) -> Change:
    """Draw a change as others are drawn, or of what is looked at from farther away."""
    if draw(st.booleans()):
        return draw(edited(pathway, donor))
    ids = sorted(id for id, record in pathway.items() if type(record) in FARTHER)
    record = pathway[draw(st.sampled_from(ids))]
    field, values = draw(st.sampled_from(sorted(FARTHER[type(record)].items())))
    return edits.update(pathway, record.id, **{field: draw(st.sampled_from(values))})


@settings(max_examples=50)
@given(st.data(), PATHWAYS, PATHWAYS, st.sampled_from((COORDINATION, WORKSHOP)))
def test_following_edits_equals_plain_measuring(
    data: st.DataObject, pathway: Pathway, donor: Pathway, profile: Profile
) -> None:
    """However little is asked between two edits, at last all is as if it were measured anew."""
    document = Document(pathway)
    live = LiveCompleteness(pathway, profile, TODAY)

    def hear(notice: Changed) -> None:
        live.follow(notice.pathway, notice.change.touched)

    document.watchers.append(hear)
    for _step in range(12):
        step = data.draw(st.sampled_from(("do", "do", "do", "do", "undo", "redo")))
        if step == "do":
            document.do(data.draw(far_reaching(document.pathway, donor)))
        elif step == "undo":
            document.undo()
        else:
            document.redo()
        if data.draw(st.booleans()):
            portion = chain(repeat(0, data.draw(st.integers(0, 30))), repeat(1))
            live.ask(partial(next, portion))
        else:
            plain = measure(document.pathway, profile, TODAY)
            assert live.completeness() == plain
            assert live.total == plain.total


def test_following_edits_of_any_field_equals_plain_measuring() -> None:
    pathway = file.read(SAMPLES / "checks" / "complete.ketju")
    live = LiveCompleteness(pathway, COORDINATION, TODAY)
    for change in islice(single_edits(pathway), 0, None, 2):
        edited, done = change.applied_to(pathway)
        live.follow(edited, done.touched)
        assert live.completeness() == measure(edited, COORDINATION, TODAY), change
        live.follow(pathway, done.touched)


def test_following_edits_on_seeded_boards_equals_plain_measuring() -> None:
    for chance, pathway in boards():
        live = LiveCompleteness(pathway, COORDINATION, TODAY)
        live.ask()
        for after, done in steps(chance, pathway):
            live.follow(after, done.touched)
            assert live.completeness() == measure(after, COORDINATION, TODAY), done


def far_apart() -> Pathway:
    """Return a referral with feedback between other stages, and a branch that nobody explains."""
    back = Handover(id="back", source="s3", target="s2", kind=HandoverKind.CARE_FEEDBACK)
    sent = Handover(id="sent", source="s0", target="s1", kind=HandoverKind.REFERRAL)
    return build(
        sent,
        back,
        phases=("Arvio",),
        actors=("Sote-keskus", "Sairaala"),
        stages=(At("Arvio", 0), At("Hoito", 1), At("Seuranta", 0), At("Päätös", 1)),
        arrows=((0, 2),),
    )


@pytest.mark.parametrize(
    "change",
    [
        edits.remove(far_apart(), ["back"]),
        edits.update(far_apart(), "back", kind=HandoverKind.REFERRAL),
        edits.add(
            far_apart(), Waiver(id="w0", rule="STR-05", about="s0", reason={"fi": "Sovittu"})
        ),
        edits.update(far_apart(), "a0", sector=Sector.CUSTOMER),
    ],
)
def test_what_an_edit_decides_farther_away_equals_plain_measuring(change: Change) -> None:
    pathway = far_apart()
    live = LiveCompleteness(pathway, COORDINATION, TODAY)
    before = live.completeness()
    after, done = change.applied_to(pathway)
    live.follow(after, done.touched)
    assert live.completeness() == measure(after, COORDINATION, TODAY) != before
    live.follow(pathway, done.touched)
    assert live.completeness() == before


@pytest.mark.parametrize("id", ["STR-01", "HAN-07"])
def test_a_rule_about_the_whole_that_breaks_equals_plain_measuring(
    id: str, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tuple(with_broken_rule(each, id) for each in REQUIREMENTS)
    assert broken != REQUIREMENTS
    follow_broken(broken)
    assert f"rule {id}: ZeroDivisionError" in caplog.text
    caplog.clear()


def test_a_broken_rule_that_tells_what_is_required_takes_away_no_figure(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    rule = replace(actor_change_without_handover.RULE, check=breaks)
    monkeypatch.setattr("model.completeness.of_handovers._CHANGE", rule)
    follow_broken(REQUIREMENTS)
    assert f"rule {rule.id}: ZeroDivisionError" in caplog.text
    caplog.clear()


def with_broken_rule(requirement: Requirement, id: str) -> Requirement:
    there = requirement.there
    if not isinstance(there, AskedBy) or there.rule.id != id:
        return requirement
    return replace(requirement, there=AskedBy(replace(there.rule, check=breaks)))


def follow_broken(requirements: tuple[Requirement, ...]) -> None:
    """Assert that all is measured that can be told, in slices as at once."""
    pathway = synthetic(8)
    live = LiveCompleteness(pathway, COORDINATION, TODAY, requirements)
    assert live.ask()
    assert live.total == measure(pathway, COORDINATION, TODAY, requirements).total
    stage = replace(pathway.stages[0], id="new", actor=pathway.actors[-1].id)
    for change in (edits.add(pathway, stage), edits.remove(pathway, [pathway.stages[1].id])):
        pathway, done = change.applied_to(pathway)
        live.follow(pathway, done.touched)
        assert live.completeness() == measure(pathway, COORDINATION, TODAY, requirements)


def breaks(_review: Review) -> Iterator[Said]:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("change", "most"),
    [
        ({"id": "s7", "title": {"fi": "Uusi"}}, 20),
        ({"id": "s7", "actor": "a1"}, 30),
        ({"id": "h7", "kind": HandoverKind.REFERRAL}, 30),
    ],
)
def test_what_an_edit_reaches_does_not_grow_with_the_board(
    change: dict[str, object], most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[Id] = set()

    def ask(requirement: Requirement, record: AnyRecord, look: Look) -> Answer:
        asked.add(record.id)
        return answered(requirement, record, look)

    pathway = synthetic(300)
    live = LiveCompleteness(pathway, COORDINATION, TODAY)
    live.ask()
    monkeypatch.setattr("model.completeness.live.answered", ask)
    fields = {name: value for name, value in change.items() if name != "id"}
    after, done = edits.update(pathway, str(change["id"]), **fields).applied_to(pathway)
    live.follow(after, done.touched)
    live.ask()
    assert len(asked - {record.id for record in after.actors}) <= most
