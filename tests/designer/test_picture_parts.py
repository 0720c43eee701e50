"""Which part of a board a command line or a list names."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from designer.picture_parts import offered, part_named
from designer.terminal import NotUnderstoodError
from exporters.part import OneLane, OnePhase, OneStory, Since, SomeStages
from model import file, milestones, story
from model.messages import speaking
from model.parts import StoryStep
from model.pathway import Pathway
from model.records import Milestone, PathwayInfo, Story
from tests.pathways import At, build

PATHWAY = build(
    phases=("Alku", "Hoito"),
    actors=("Asiakas", "Hyte-hoitaja"),
    stages=(At("Soitto"), At("Arvio, ja hoito", 1, 1)),
    arrows=((0, 1),),
)


def with_story() -> Pathway:
    walk = (StoryStep(stage="s0"), StoryStep(stage="s1"))
    change = story.keep(PATHWAY, walk, title={"fi": "Matti"}, persona={})
    return change.applied_to(PATHWAY)[0]


def with_milestone() -> Pathway:
    kept = milestones.keep(PATHWAY, {"fi": "Työpaja 2"}, datetime(2026, 3, 2, tzinfo=UTC))
    return kept.applied_to(PATHWAY)[0]


def test_parts_are_named_by_their_titles_or_ids() -> None:
    assert part_named(PATHWAY, "phase:Hoito") == OnePhase("p1")
    assert part_named(PATHWAY, "phase: hoito ") == OnePhase("p1")
    assert part_named(PATHWAY, "phase:p0") == OnePhase("p0")
    assert part_named(PATHWAY, "lane:hyte-hoitaja") == OneLane("a1")
    assert part_named(PATHWAY, "stages:Soitto,s1") == SomeStages(frozenset({"s0", "s1"}))
    assert part_named(PATHWAY, "stages:Arvio, ja hoito") == SomeStages(frozenset({"s1"}))
    told = with_story()
    assert part_named(told, "story:Matti") == OneStory(told.of(Story)[0].id)


def test_changes_are_those_since_a_milestone_or_a_file(tmp_path: Path) -> None:
    kept = with_milestone()
    assert part_named(kept, "since:Työpaja 2") == Since(PATHWAY, "Työpaja 2")
    other = tmp_path / "eilen.ketju"
    file.save(PATHWAY, other)
    assert part_named(kept, f"since:{other}") == Since(PATHWAY, "eilen")


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("Hoito", "phase:…, lane:…, story:…, stages:…, since:…"),
        ("story:", "is not a part"),
        ("phase", "is not a part"),
        ("phase:", "Every stage is in a phase; there are: “Alku”, “Hoito”"),
        ("lane:no actor", "Every stage has an actor"),
        ("lane: ", "Every stage has an actor; there are: “Asiakas”, “Hyte-hoitaja”"),
        ("phase:Loppu", "“Alku”, “Hoito”"),
        ("lane:Lääkäri", "“Asiakas”, “Hyte-hoitaja”"),
        ("story:Matti", "there are: none"),
        ("stages:Soitto,Mikä", "“Mikä” is not there"),
        ("since:Työpaja 9", "neither a file nor a milestone “Työpaja 9”"),
    ],
)
def test_what_is_not_there_is_answered_with_what_is(named: str, said: str) -> None:
    with speaking("en"), pytest.raises(NotUnderstoodError, match=re.escape(said)):
        part_named(PATHWAY, named)


def test_what_several_are_called_is_refused_with_their_ids() -> None:
    twice = build(
        actors=("Asiakas", "Asiakas"),
        stages=(At("Arvio"), At("Seuranta", 1), At("Arvio", 1)),
    )
    for named, ids in (("stages:arvio", "s0, s2"), ("lane:Asiakas", "a0, a1")):
        with speaking("en"), pytest.raises(NotUnderstoodError, match=f"Several .* id: {ids}\\."):
            part_named(twice, named)
    assert part_named(twice, "stages:s2") == SomeStages(frozenset({"s2"}))
    assert part_named(twice, "lane:a1") == OneLane("a1")


def test_a_name_in_two_languages_is_one_record() -> None:
    both = replace(PATHWAY.actors[0], name={"fi": "Terapi", "sv": "Terapi"})
    assert part_named(PATHWAY.replacing({both.id: both}), "lane:terapi") == OneLane(both.id)


def test_of_many_names_the_first_are_told() -> None:
    many = build(actors=[f"Toimija {number}" for number in range(1, 31)])
    with speaking("en"), pytest.raises(NotUnderstoodError) as told:
        part_named(many, "lane:Lääkäri")
    assert str(told.value).endswith("“Toimija 7”, “Toimija 8” and 22 more.")


def test_names_are_quoted_as_the_language_does() -> None:
    with speaking("fi"), pytest.raises(NotUnderstoodError, match="”Alku”, ”Hoito”"):
        part_named(PATHWAY, "phase:Loppu")


def test_changes_since_another_pathway_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "lonkka.ketju"
    info = PathwayInfo(id="other", title={"fi": "Lonkka"})
    file.save(build().replacing({"info": None, info.id: info}), other)
    with speaking("en"), pytest.raises(NotUnderstoodError, match="another pathway, “Lonkka”"):
        part_named(PATHWAY, f"since:{other}")


def test_stages_in_no_phase_and_of_no_actor_are_named_by_nothing_or_as_in_the_window() -> None:
    stray = build(phases=("Alku",), actors=("Asiakas",), stages=(At("Soitto"), At("?", None, None)))
    with speaking("fi"):
        for named in ("phase:", "phase:ei päävaihetta", "phase: "):
            assert part_named(stray, named) == OnePhase(None)
        for named in ("lane:", "lane:ei toimijaa"):
            assert part_named(stray, named) == OneLane(None)


def test_a_story_without_steps_on_the_board_is_not_offered() -> None:
    told = with_story()
    (walk,) = told.of(Story)
    for steps in ((), (StoryStep(stage=None),), (StoryStep(stage="gone"),)):
        bare = told.replacing({walk.id: replace(walk, steps=steps)})
        assert OneStory not in {each.kind for each in offered(bare, "fi")}


def test_a_list_offers_all_that_a_pathway_has() -> None:
    told = with_story()
    told = told.replacing({each.id: each for each in with_milestone().of(Milestone)})
    with speaking("en"):
        offers = {each.words: each for each in offered(told, "fi")}
    assert list(offers) == [
        "Phase: Alku",
        "Phase: Hoito",
        "Lane: Asiakas",
        "Lane: Hyte-hoitaja",
        "Story: Matti",
        "Changes since: Työpaja 2",
    ]
    assert offers["Lane: Hyte-hoitaja"].make() == OneLane("a1")
    assert offers["Changes since: Työpaja 2"].make() == Since(PATHWAY, "Työpaja 2")


def test_a_damaged_milestone_says_so_when_it_is_chosen() -> None:
    kept = with_milestone()
    (milestone,) = kept.of(Milestone)
    broken = kept.replacing({milestone.id: replace(milestone, content="x")})
    *_others, last = offered(broken, "fi")
    with pytest.raises(file.UnreadableFileError, match="damaged"):
        last.make()


def test_stages_that_nobody_answers_for_are_offered_where_there_are_any() -> None:
    stray = build(phases=("Alku",), actors=("Asiakas",), stages=(At("Soitto"), At("?", None, None)))
    with speaking("en"):
        offers = {each.words: each.make() for each in offered(stray, "fi")}
    assert offers["Phase: No phase"] == OnePhase(None)
    assert offers["Lane: no actor"] == OneLane(None)
