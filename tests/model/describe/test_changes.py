"""What a change does is said by record and by field, in words that people know from the forms."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model import edits
from model.change import Add, Change
from model.codes import Flow, StageKind
from model.describe import What, differences, told
from model.document import Document
from model.messages import speaking
from model.order import last_order
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Goal, Handover, Stage
from model.text import read_span
from tests.pathways import At, build, random_pathways


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with speaking("en"):
        yield


@pytest.fixture
def pathway() -> Pathway:
    return build(
        actors=("Asiakas", "Sote-keskus"),
        phases=("Arvio",),
        stages=(At("Lähete", actor=1, phase=0), At("Hoito", actor=1, phase=0, column=1)),
        arrows=((0, 1, "jos tarvitaan"),),
    )


def lines(change: Change, pathway: Pathway) -> list[str]:
    return [line for each in told(change, pathway, "fi") for line in (each.heading, *each.lines)]


def test_a_code_that_is_set_is_named_under_its_record(pathway: Pathway) -> None:
    change = edits.update(pathway, "s0", kind=StageKind.DECISION)
    assert lines(change, pathway) == ["Stage “Lähete”", "Kind of stage → decision"]


def test_a_value_is_told_with_the_one_before(pathway: Pathway) -> None:
    change = edits.update(pathway, "h0", flow=Flow.PARALLEL)
    assert lines(change, pathway) == [
        "Handover “Lähete → Hoito”",
        "How the ways out relate: alternative → parallel",
    ]
    change = edits.update(pathway, "s0", actor=None)
    assert lines(change, pathway)[1:] == ["The responsibility moves: Sote-keskus → (no actor)"]


def test_of_a_new_record_nothing_is_told_that_nobody_chose(pathway: Pathway) -> None:
    stage = Stage(id="new", order="b0", title={"fi": "Seuranta"})
    assert lines(edits.add(pathway, stage), pathway) == ["New: stage “Seuranta”"]
    hidden = replace(stage, public=False)
    assert lines(edits.add(pathway, hidden), pathway)[1:] == ["Shown on the website: no"]


def test_where_a_record_lies_is_told_only_when_nothing_else_is(pathway: Pathway) -> None:
    change = edits.update(pathway, "s0", column=4, kind=StageKind.DECISION)
    assert lines(change, pathway) == ["Stage “Lähete”", "Kind of stage → decision"]
    change = edits.update(pathway, "s0", column=4)
    assert len(lines(change, pathway)) == 2


def test_of_a_sentence_that_is_said_once_more_its_place_is_shown(pathway: Pathway) -> None:
    words = "Soita ensin. " * 10
    document = Document(pathway)
    document.do(edits.write(pathway, "s0", "what_happens", "fi", words.strip()))
    change = edits.write(
        document.pathway, "s0", "what_happens", "fi", (words + "Soita ensin.").strip()
    )
    (line,) = lines(change, document.pathway)[1:]
    before, after = line.split(" → ")
    assert before.endswith("Soita ensin.”")
    assert after.endswith("Soita ensin.”")
    assert len(after) > len("“…Soita ensin.”")


def test_of_a_long_text_the_place_that_changes_is_shown(pathway: Pathway) -> None:
    words = "Sovitte ajan ja paikan. " * 10
    document = Document(pathway)
    document.do(edits.write(pathway, "s0", "what_happens", "fi", words + "Tervetuloa!"))
    change = edits.write(document.pathway, "s0", "what_happens", "fi", words + "Tervetuloa.")
    (line,) = lines(change, document.pathway)[1:]
    before, after = line.split(" → ")
    assert before.startswith("What happens: “…")
    assert before.endswith("Tervetuloa!”")
    assert after.endswith("Tervetuloa.”")
    assert len(line) < 150


def test_a_line_that_is_broken_is_seen(pathway: Pathway) -> None:
    document = Document(pathway)
    document.do(edits.write(pathway, "s0", "what_happens", "fi", "Yksi. Kaksi."))
    change = edits.write(document.pathway, "s0", "what_happens", "fi", "Yksi.\n\nKaksi.")
    assert lines(change, document.pathway)[1:] == [
        "What happens: “Yksi. Kaksi.” → “Yksi. ¶ Kaksi.”"
    ]


def test_each_language_is_told_where_there_are_several(pathway: Pathway) -> None:
    change = edits.update(pathway, "s0", title={"fi": "Lähete", "sv": "Remiss"})
    assert lines(change, pathway)[1:] == ["Name (sv) → “Remiss”"]


def test_parts_come_and_go_by_name(pathway: Pathway) -> None:
    target = TimeTarget(limit=read_span("7 vrk"), starts={"fi": "yhteydenotto"})
    change = edits.update(pathway, "s0", time_targets=(target,))
    assert lines(change, pathway)[1:] == ["Time targets: “7 vrk, yhteydenotto” is added"]
    _after, done = change.applied_to(pathway)
    after, _done = done.applied_to(pathway)
    assert lines(done.inverse(), after)[1:] == ["Time targets: “7 vrk, yhteydenotto” is taken away"]


def test_what_is_new_and_what_goes(pathway: Pathway) -> None:
    goal = Goal(id="g", order=last_order(()), title={"fi": "Apu ajoissa"}, need={"fi": "Huoli"})
    assert lines(edits.add(pathway, goal), pathway) == [
        "New: goal “Apu ajoissa”",
        "The need that it answers: Huoli",
    ]
    assert lines(edits.remove(pathway, ("s1",)), pathway) == ["Removed: stage “Hoito”"]


def test_a_new_record_is_named_where_another_links_to_it(pathway: Pathway) -> None:
    stage = Stage(id="s9", order=last_order(pathway.stages), title={"fi": "Seuranta"})
    change = Change("", (Add(stage), Add(Handover(id="h9", source="s1", target="s9"))))
    headings = [each.heading for each in told(change, pathway, "fi")]
    assert headings == ["New: stage “Seuranta”", "New: handover “Hoito → Seuranta”"]


def test_what_cancels_out_is_not_told(pathway: Pathway) -> None:
    there = edits.update(pathway, "s0", start=True)
    assert told(there + there.inverse(), pathway, "fi") == ()


@given(before=random_pathways(max_stages=8), after=random_pathways(max_stages=8))
def test_any_two_pathways_can_be_compared(before: Pathway, after: Pathway) -> None:
    after = after.replacing({after.info.id: None, before.info.id: replace(after.info, id="info")})
    found = differences(before, after, "fi")
    differing = {id for id in {*before, *after} if before.get(id) != after.get(id)}
    assert {each.id for each in found} == differing
    for each in found:
        assert each.heading
        assert each.lines or each.what is not What.CHANGED
        assert all("\n" not in line for line in (each.heading, *each.lines))


@given(pathway=random_pathways(max_stages=8), data=st.data())
def test_a_change_is_told_as_the_difference_that_it_makes(
    pathway: Pathway, data: st.DataObject
) -> None:
    ids = data.draw(st.sets(st.sampled_from(sorted(pathway)), max_size=3))
    change = edits.remove(pathway, sorted(ids))
    after, _done = change.applied_to(pathway)
    will, has = told(change, pathway, "fi"), differences(pathway, after, "fi")
    assert {(each.id, each.what) for each in will} == {(each.id, each.what) for each in has}


def test_what_has_been_done_is_told_as_done(pathway: Pathway) -> None:
    change = edits.remove(pathway, ("s1",))
    after, _done = change.applied_to(pathway)
    assert differences(pathway, after, "fi")[0].heading == "Taken away: stage “Hoito”"
    assert differences(after, pathway, "fi")[0].heading == "Added stage “Hoito”"


def test_a_new_responsible_actor_is_told_as_that_and_the_place_is_not(pathway: Pathway) -> None:
    moved = edits.move_stage(pathway, "s0", actor=None, phase=None, column=3)
    after, _done = moved.applied_to(pathway)
    (difference,) = differences(pathway, after, "fi")
    assert difference.lines[0] == "The responsibility moved: Sote-keskus → (no actor)"
    assert not any("place" in line for line in difference.lines)
