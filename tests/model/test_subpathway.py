"""A stage that stands for a pathway: the link, and how a new one begins."""

from model.parts import PathwayLink, StageParticipant
from model.records import Actor, PathwayInfo, Phase, Stage
from model.subpathway import link_subpathway, pathway_of_stage
from tests.pathways import At, build


def test_a_link_names_the_file_and_the_pathway_and_is_undone() -> None:
    pathway = build(phases=("Arvio",), actors=("Asiakas",), stages=(At("Arvio"),))
    other = build(title="Hoidon tarpeen arvio")
    change = link_subpathway(pathway, "s0", place="osat/arvio.ketju", leads_to=other)
    linked, done = change.applied_to(pathway)
    stage = linked.find(Stage, "s0")
    assert stage is not None
    assert stage.subpathway == PathwayLink(
        title={"fi": "Hoidon tarpeen arvio"}, file="osat/arvio.ketju", pathway="info"
    )
    assert done.inverse().applied_to(linked)[0] == pathway
    assert not link_subpathway(pathway, "gone", place="x.ketju", leads_to=other)
    assert not link_subpathway(linked, "s0", place="osat/arvio.ketju", leads_to=other)


def test_a_new_one_takes_the_stages_name_its_phase_and_whoever_takes_part() -> None:
    pathway = build(
        Stage(
            id="s0",
            order="a0",
            actor="a1",
            phase="p0",
            title={"fi": "Arvio"},
            participants=(StageParticipant(actor="a0"), StageParticipant(actor="a1")),
        ),
        PathwayInfo(id="info", languages=("sv", "fi"), county={"fi": "Kainuu"}),
        phases=("Arvio", "Hoito"),
        actors=("Asiakas", "Sote-keskus", "Järjestö"),
        stages=(At("Arvio"),),
    )
    stage = pathway.find(Stage, "s0")
    assert stage is not None
    made = pathway_of_stage(pathway, stage)
    assert made.info.id != "info"
    assert made.info.title == {"fi": "Arvio"}
    assert (made.info.languages, made.info.county) == (("sv", "fi"), {"fi": "Kainuu"})
    assert [actor.id for actor in made.of(Actor)] == ["a0", "a1"]
    assert [phase.id for phase in made.of(Phase)] == ["p0"]
    assert not made.stages


def test_a_stage_in_no_lane_or_phase_begins_an_empty_board() -> None:
    pathway = build(stages=(At("Arvio", None, None),))
    stage = pathway.find(Stage, "s0")
    assert stage is not None
    assert len(pathway_of_stage(pathway, stage)) == 1
