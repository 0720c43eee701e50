"""Walks and stories: the ways onward, and whether a kept walk can still be walked."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model import edits
from model.change import Change
from model.codes import Flow
from model.document import Document
from model.ids import Id
from model.parts import StoryStep, TimeTarget
from model.pathway import Pathway
from model.records import Handover, Stage, Story
from model.story import (
    Fault,
    Gap,
    comment,
    follows,
    keep,
    keep_steps,
    remembered,
    steps_onward,
    times_so_far,
)
from model.text import read_span
from tests.pathways import At, build, random_pathways


def fork() -> Pathway:
    """Return a pathway: s0 leads in parallel to s1 and s2, which both lead to s3; s3 has two ends.

    The way to s1 needs a referral; who is declined goes to s4.
    """
    return build(
        Handover(id="h0", source="s0", target="s1", flow=Flow.PARALLEL, if_not_accepted="s4"),
        Handover(id="h1", source="s0", target="s2", flow=Flow.PARALLEL),
        phases=["Hoito"],
        actors=["Terveysasema"],
        stages=[At(name, column=place) for place, name in enumerate("ABCDEF")],
        arrows=[(0, 1), (0, 2), (1, 3), (2, 3), (3, 4, "Toipuu"), (3, 5, "Ei toivu")],
    )


def walked(pathway: Pathway, *choices: int, start: Id = "s0") -> tuple[StoryStep, ...]:
    """Walk by the places of the choices."""
    steps: tuple[StoryStep, ...] = (StoryStep(stage=start),)
    for choice in choices:
        way = steps_onward(pathway, steps)[choice]
        last = replace(steps[-1], leaves_by=way.handover.id)
        steps = (*steps[:-1], last, StoryStep(stage=way.target.id))
    return remembered(pathway, steps)


def kept(pathway: Pathway, steps: Sequence[StoryStep]) -> Document:
    document = Document(pathway)
    document.do(keep(pathway, steps, title={"fi": "Maija, 78"}, persona={}))
    return document


def story_of(document: Document) -> Story:
    return document.pathway.of(Story)[0]


def gap_after(document: Document, change: Change) -> Gap | None:
    document.do(change)
    return follows(document.pathway, story_of(document))


def names(pathway: Pathway, steps: Sequence[StoryStep]) -> list[tuple[str, bool, bool]]:
    return [
        (choice.target.id, choice.declined, choice.alongside)
        for choice in steps_onward(pathway, steps)
    ]


def test_the_choices_are_the_ways_out_with_that_of_the_declined() -> None:
    pathway = fork()
    assert names(pathway, walked(pathway)) == [
        ("s1", False, False),
        ("s2", False, False),
        ("s4", True, False),
    ]


def test_what_goes_on_at_the_same_time_stays_among_the_choices_until_it_is_walked() -> None:
    pathway = fork()
    steps = walked(pathway, 0)
    assert names(pathway, steps) == [("s3", False, False), ("s2", False, True)]
    steps = walked(pathway, 0, 0, 0)
    assert names(pathway, steps) == [("s2", False, True)]
    assert names(pathway, walked(pathway, 0, 0, 0, 0)) == [("s3", False, False)]


def test_of_alternatives_one_is_gone() -> None:
    pathway = fork()
    assert names(pathway, walked(pathway, 0, start="s3")) == []


def test_beside_a_parallel_way_one_of_the_alternatives_is_still_to_be_walked() -> None:
    pathway = build(
        Handover(id="h0", source="s0", target="s1", flow=Flow.PARALLEL),
        Handover(id="h1", source="s0", target="s2", flow=Flow.ALTERNATIVE),
        Handover(id="h2", source="s0", target="s3", flow=Flow.ALTERNATIVE),
        phases=["Hoito"],
        actors=["Terveysasema"],
        stages=[At(name, column=place) for place, name in enumerate("ABCD")],
    )
    assert names(pathway, walked(pathway, 0)) == [("s2", False, True), ("s3", False, True)]
    assert names(pathway, walked(pathway, 0, 0)) == []


def test_a_kept_walk_remembers_what_was_said_then() -> None:
    pathway = fork()
    document = kept(pathway, walked(pathway, 0, 0, 0))
    story = story_of(document)
    assert [step.title["fi"] for step in story.steps] == ["A", "B", "D", "E"]
    assert story.steps[2].condition == {"fi": "Toipuu"}
    assert follows(document.pathway, story) is None
    document.undo()
    assert document.pathway == pathway


def test_without_a_title_a_story_is_called_by_its_beginning() -> None:
    pathway = fork()
    document = Document(pathway)
    document.do(keep(pathway, walked(pathway), title={}, persona={}))
    assert story_of(document).title == {"fi": "Walk from “A”"}


def test_a_stage_that_is_gone_breaks_the_story_and_loses_no_word() -> None:
    pathway = fork()
    document = kept(pathway, walked(pathway, 0, 0, 0))
    story = story_of(document)
    document.do(comment(document.pathway, story.id, 2, "fi", " Kuka soittaa? "))
    assert gap_after(document, edits.remove(document.pathway, ["s3"])) == Gap(3, Fault.GONE)
    step = story_of(document).steps[2]
    assert (step.title, step.comment) == ({"fi": "D"}, {"fi": "Kuka soittaa?"})
    document.undo()
    assert follows(document.pathway, story_of(document)) is None


def test_a_way_that_is_gone_breaks_it_unless_another_leads_there() -> None:
    pathway = fork()
    document = kept(pathway, walked(pathway, 0, 0, 0))
    arrow = next(arrow.id for arrow in pathway.leaving("s1"))
    assert gap_after(document, edits.remove(document.pathway, [arrow])) == Gap(3, Fault.NO_WAY)
    assert gap_after(document, edits.connect(document.pathway, "s1", "s3")) is None


def test_a_way_that_leads_elsewhere_breaks_it() -> None:
    pathway = fork()
    document = kept(pathway, walked(pathway, 0, 0, 0))
    arrow = next(arrow.id for arrow in pathway.leaving("s1"))
    change = edits.reconnect(document.pathway, arrow, source="s1", target="s5")
    gap = gap_after(document, change)
    assert gap == Gap(3, Fault.LEADS_ELSEWHERE, document.pathway.find(Handover, arrow))


def test_a_way_alongside_is_closed_when_it_no_longer_begins_at_the_same_time() -> None:
    pathway = fork()
    document = kept(pathway, walked(pathway, 0, 0, 0, 0))
    assert follows(document.pathway, story_of(document)) is None
    change = edits.update(document.pathway, "h1", flow=Flow.OPTIONAL)
    gap = gap_after(document, change)
    assert gap is not None
    assert (gap.number, gap.fault) == (5, Fault.LEADS_ELSEWHERE)


def test_a_stage_that_is_no_longer_shown_and_other_words_are_worth_a_look() -> None:
    pathway = fork()
    document = kept(pathway, walked(pathway, 0, 0, 0))
    hidden = gap_after(document, edits.update(document.pathway, "s1", public=False))
    assert hidden == Gap(2, Fault.NOT_PUBLIC)
    document.undo()
    way = next(arrow.id for arrow in pathway.leaving("s3"))
    reworded = gap_after(
        document, edits.write(document.pathway, way, "condition", "fi", "Oireeton")
    )
    assert reworded == Gap(3, Fault.REWORDED, document.pathway.find(Handover, way))


def test_a_break_counts_before_what_is_only_worth_a_look() -> None:
    pathway = fork()
    document = kept(pathway, walked(pathway, 0, 0, 0))
    document.do(edits.update(document.pathway, "s1", public=False))
    assert gap_after(document, edits.remove(document.pathway, ["s4"])) == Gap(4, Fault.GONE)


@pytest.mark.parametrize("words", ["Toipuu", "  Toipuu "])
def test_a_translation_of_the_condition_is_no_other_condition(words: str) -> None:
    pathway = fork()
    document = kept(pathway, walked(pathway, 0, 0, 0))
    way = next(arrow.id for arrow in pathway.leaving("s3"))
    change = edits.update(document.pathway, way, condition={"fi": words, "sv": "Blir frisk"})
    assert gap_after(document, change) is None


def test_a_condition_that_was_taken_away_is_worth_a_look() -> None:
    pathway = fork()
    document = kept(pathway, walked(pathway, 0, 0, 0))
    way = next(arrow.id for arrow in pathway.leaving("s3"))
    gap = gap_after(document, edits.update(document.pathway, way, condition={}))
    assert gap == Gap(3, Fault.REWORDED, document.pathway.find(Handover, way))


def test_the_way_on_from_the_last_step_is_no_part_of_the_story() -> None:
    pathway = fork()
    way = next(arrow.id for arrow in pathway.leaving("s3"))
    steps = walked(pathway, 0, 0)
    last = replace(steps[-1], leaves_by=way, condition={"fi": "Toipuu"})
    document = kept(pathway, (*steps[:-1], last))
    change = edits.write(document.pathway, way, "condition", "fi", "Oireeton")
    assert gap_after(document, change) is None


def test_a_kept_story_takes_a_new_way_as_one_change() -> None:
    pathway = fork()
    document = kept(pathway, walked(pathway, 0))
    before = document.pathway
    document.do(keep_steps(before, story_of(document).id, walked(pathway, 1)))
    assert [step.stage for step in story_of(document).steps] == ["s0", "s2"]
    document.undo()
    assert document.pathway == before


def test_verbs_about_a_story_that_is_gone_do_nothing() -> None:
    pathway = fork()
    assert not keep_steps(pathway, "gone", walked(pathway))
    assert not comment(pathway, "gone", 0, "fi", "Miksi?")


def test_times_add_up_and_ways_alongside_start_together() -> None:
    pathway = fork()
    for stage, days in (("s1", 10), ("s2", 3), ("s3", 1), ("s4", 1)):
        target = TimeTarget(limit=read_span(f"{days} pv"))
        pathway = edits.update(pathway, stage, time_targets=(target,)).applied_to(pathway)[0]
    times = times_so_far(pathway, walked(pathway, 0, 0, 0, 0))
    assert [elapsed.days.most for elapsed in times] == [0, 10, 11, 12, 3]


def test_what_nobody_has_said_is_counted_as_unknown() -> None:
    pathway = fork()
    times = times_so_far(pathway, walked(pathway, 0, 0))
    assert [len(elapsed.unknown) for elapsed in times] == [0, 2, 4]


# Random walks


@st.composite
def boards(draw: st.DrawFn) -> Pathway:
    """Draw a board whose handovers part in all manners."""
    pathway = draw(random_pathways(max_actors=2, max_phases=2, max_stages=7))
    dice = draw(st.randoms(use_true_random=False))
    stages = [None, *(stage.id for stage in pathway.stages)]
    changed = {
        arrow.id: replace(
            arrow,
            flow=dice.choice(list(Flow)),
            if_not_accepted=dice.choice([None, dice.choice(stages)]),
            condition=dice.choice([{}, {"fi": "Jos"}, {"fi": "Kun"}]),
        )
        for arrow in pathway.handovers
    }
    return pathway.replacing(changed)


def random_walk(pathway: Pathway, dice: Random) -> tuple[StoryStep, ...]:
    steps: tuple[StoryStep, ...] = (StoryStep(stage=dice.choice(pathway.stages).id),)
    for _step in range(8):
        choices = steps_onward(pathway, steps)
        if not choices:
            break
        way = dice.choice(choices)
        steps = (
            *steps[:-1],
            replace(steps[-1], leaves_by=way.handover.id),
            StoryStep(stage=way.target.id),
        )
    return remembered(pathway, steps)


def random_edit(pathway: Pathway, dice: Random) -> Change:
    stages = [stage.id for stage in pathway.stages]
    arrows = [arrow.id for arrow in pathway.handovers]
    changes = [edits.connect(pathway, dice.choice(stages), dice.choice(stages))] if stages else []
    if stages:
        changes.append(edits.remove(pathway, [dice.choice(stages)]))
        changes.append(edits.update(pathway, dice.choice(stages), public=dice.random() < 0.5))
    if arrows:
        arrow = dice.choice(arrows)
        changes += [
            edits.remove(pathway, [arrow]),
            edits.reconnect(pathway, arrow, source=dice.choice(stages), target=dice.choice(stages)),
            edits.update(pathway, arrow, flow=dice.choice(list(Flow))),
            edits.update(pathway, arrow, condition={"fi": dice.choice(["Jos", "Kun", "Sitten"])}),
            edits.update(pathway, arrow, if_not_accepted=dice.choice(stages)),
        ]
    return dice.choice(changes) if changes else Change("")


def walkable(pathway: Pathway, steps: Sequence[StoryStep]) -> int | None:
    """Return the number of the first step that can't be walked, by walking from the beginning.

    Slow and plain: each step is tried among all the ways that a customer has there.
    """
    here: tuple[StoryStep, ...] = ()
    for number, step in enumerate(steps, 1):
        if pathway.find(Stage, step.stage) is None:
            return number
        if here:
            ways = [
                way
                for way in steps_onward(pathway, here)
                if way.target.id == step.stage and here[-1].leaves_by in {None, way.handover.id}
            ]
            if not ways:
                return number
        here = (*here, step)
    return None


@given(pathway=boards(), dice=st.randoms(use_true_random=False))
def test_a_random_walk_can_be_walked_again(pathway: Pathway, dice: Random) -> None:
    if not pathway.stages:
        return
    shown = pathway.replacing({s.id: replace(s, public=True) for s in pathway.stages})
    document = kept(shown, random_walk(shown, dice))
    assert follows(document.pathway, story_of(document)) is None


@given(pathway=boards(), dice=st.randoms(use_true_random=False))
def test_after_random_edits_it_follows_as_far_as_it_can_be_walked(
    pathway: Pathway, dice: Random
) -> None:
    if not pathway.stages:
        return
    document = kept(pathway, random_walk(pathway, dice))
    before = document.pathway
    for _edit in range(4):
        document.do(random_edit(document.pathway, dice))
        story = story_of(document)
        gap = follows(document.pathway, story)
        grave = gap if gap is not None and gap.fault in list(Fault)[:3] else None
        assert (grave.number if grave else None) == walkable(document.pathway, story.steps)
        looked_at = {f for f in Fault if f not in (Fault.GONE, Fault.NO_WAY, Fault.LEADS_ELSEWHERE)}
        if gap is not None and gap.fault in looked_at:
            assert _is_worth_a_look(document.pathway, story, gap)
    while document.next_undo and document.pathway != before:
        document.undo()
    assert document.pathway == before


def _is_worth_a_look(pathway: Pathway, story: Story, gap: Gap) -> bool:
    step = story.steps[gap.number - 1]
    if gap.fault is Fault.NOT_PUBLIC:
        return not pathway[step.stage or ""].public  # type: ignore[union-attr]
    return gap.handover is not None and gap.handover.condition != step.condition
