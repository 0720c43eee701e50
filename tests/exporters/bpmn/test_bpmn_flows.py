"""A pathway as BPMN: pools, gateways and events made of organisations and handovers."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from exporters.bpmn import BPMN, LARGEST
from exporters.exporter import ExportError
from model.codes import Flow, HandoverKind, Sector, StageKind
from model.file import dumps, read
from model.format import LARGEST as LARGEST_PATHWAY
from model.parts import Responsibility, TimeTarget
from model.pathway import Pathway
from model.records import Actor, Handover, Milestone, Note, PathwayInfo, Stage
from model.text import read_span
from samples import SAMPLES, Sample
from tests.exporters.bpmn.diagrams import OPTIONS, by_id, edges, elements, made, root_of
from tests.pathways import At, build

FLOW_NODES = ("startEvent", "endEvent", "exclusiveGateway", "parallelGateway")


def drawn(pathway: Pathway) -> ET.Element:
    return root_of(made(pathway))


def with_flows(pathway: Pathway, *flows: Flow) -> Pathway:
    """Give the handovers h0, h1, … these flows."""
    arrows = {f"h{place}": flow for place, flow in enumerate(flows)}
    return pathway.replacing({id: replace(pathway[id], flow=flow) for id, flow in arrows.items()})


def branching(*flows: Flow, conditions: Sequence[str] = ("", "", "")) -> ET.Element:
    """Return one stage with a way to each of as many others."""
    pathway = build(
        actors=["Hoitaja"],
        phases=["Hoito"],
        stages=[At("Arvio"), *(At(f"Jatko {n}", column=n + 1) for n in range(len(flows)))],
        arrows=[(0, n + 1, conditions[n]) for n in range(len(flows))],
    )
    return drawn(with_flows(pathway, *flows))


def kinds(root: ET.Element) -> dict[str, str]:
    return {element.get("id", ""): tag for tag in FLOW_NODES for element in elements(root, tag)}


def test_a_single_way_needs_no_gateway() -> None:
    root = branching(Flow.ALTERNATIVE, conditions=["suostuu"])
    assert ("stage-s0", "stage-s1") in edges(root)
    assert not elements(root, "exclusiveGateway")
    assert by_id(root, "handover-h0").get("name") == "suostuu"


def test_alternatives_part_at_an_exclusive_gateway() -> None:
    root = branching(Flow.ALTERNATIVE, Flow.ALTERNATIVE, conditions=["kyllä", "ei"])
    assert kinds(root)["choose-s0"] == "exclusiveGateway"
    assert {("choose-s0", "stage-s1"), ("choose-s0", "stage-s2")} <= edges(root)


def test_parallel_ways_part_at_a_parallel_gateway_and_a_choice_comes_after_it() -> None:
    root = branching(Flow.PARALLEL, Flow.PARALLEL, Flow.ALTERNATIVE)
    assert kinds(root)["part-s0"] == "parallelGateway"
    assert {("part-s0", f"stage-s{n}") for n in (1, 2, 3)} <= edges(root)


def test_an_only_parallel_way_is_one_of_the_alternatives() -> None:
    root = branching(Flow.PARALLEL, Flow.ALTERNATIVE)
    assert "part-s0" not in kinds(root)
    assert {("choose-s0", "stage-s1"), ("choose-s0", "stage-s2")} <= edges(root)


def test_an_optional_way_is_a_conditional_flow_beside_one_that_is_always_gone() -> None:
    root = branching(Flow.ALTERNATIVE, Flow.OPTIONAL, conditions=["", "jos tarvitaan"])
    conditions = {
        edge.get("id"): "".join(edge.itertext()).strip()
        for edge in elements(root, "sequenceFlow")
        if edge.get("sourceRef") == "stage-s0"
    }
    assert conditions == {"handover-h0": "Always", "handover-h1": "jos tarvitaan"}
    assert not elements(root, "inclusiveGateway")


def test_where_all_ways_are_optional_the_customer_may_stay() -> None:
    root = branching(Flow.OPTIONAL, Flow.OPTIONAL)
    assert by_id(root, "stage-s0").get("default") == "to-stay-s0"


def test_ways_meet_at_an_exclusive_gateway_or_wait_at_a_parallel_one() -> None:
    pathway = build(
        actors=["Hoitaja"],
        phases=["Hoito"],
        stages=[At("Alku"), At("A", column=1), At("B", column=2), At("Loppu", column=3)],
        arrows=[(0, 1), (0, 2), (1, 3), (2, 3)],
    )
    assert {("stage-s1", "join-s3"), ("stage-s2", "join-s3")} <= edges(drawn(pathway))
    waiting = drawn(with_flows(pathway, *[Flow.PARALLEL] * 4))
    assert {("stage-s1", "meet-s3"), ("stage-s2", "meet-s3")} <= edges(waiting)
    assert kinds(waiting)["meet-s3"] == "parallelGateway"


def two_organisations() -> Pathway:
    pathway = build(
        actors=["Hoitaja", "Poliklinikka"],
        phases=["Hoito"],
        stages=[At("Lähete", 0), At("Käynti", 1, column=1)],
        arrows=[(0, 1, "kiireellinen")],
    )
    arrow = pathway.find(Handover, "h0")
    hospital = pathway.find(Actor, "a1")
    assert arrow is not None
    assert hospital is not None
    return pathway.replacing(
        {
            "h0": replace(arrow, kind=HandoverKind.REFERRAL),
            "a1": replace(hospital, organisation={"fi": "Keskussairaala"}),
        }
    )


def test_where_organisations_change_a_message_passes_between_pools() -> None:
    root = drawn(two_organisations())
    assert [pool.get("name") for pool in elements(root, "participant")] == [
        "Tyypin 2 diabetes",
        "Keskussairaala",
    ]
    assert edges(root, "messageFlow") == {("send-h0", "receive-s1")}
    assert ("stage-s0", "send-h0") in edges(root)
    assert ("receive-s1", "stage-s1") in edges(root)
    assert by_id(root, "to-send-h0").get("name") == "kiireellinen"
    assert by_id(root, "handover-h0").get("name") == "referral"


@pytest.mark.parametrize("sector", [Sector.CUSTOMER, Sector.CLOSE_ONE])
def test_customers_have_a_pool_of_their_own(sector: Sector) -> None:
    pathway = build(
        actors=[("Nuori", sector), ("Hoitaja", Sector.PRIMARY), ("Lääkäri", Sector.PRIMARY)],
        phases=["Hoito"],
        stages=[At("Soitto", 0), At("Arvio", 1), At("Käynti", 2)],
        arrows=[(0, 1), (1, 2)],
    )
    root = drawn(pathway)
    lanes = [
        [lane.get("name") for lane in elements(process, "lane")]
        for process in elements(root, "process")
    ]
    assert lanes == [["Nuori"], ["Hoitaja", "Lääkäri"]]


def test_an_organisation_without_stages_is_a_black_box() -> None:
    pathway = two_organisations().replacing({"s1": None, "h0": None})
    root = drawn(pathway)
    assert [pool.get("processRef") for pool in elements(root, "participant")] == [
        "process-pool-0",
        None,
    ]


def test_starts_are_blank_when_single_and_say_when_they_are_several() -> None:
    pathway = build(
        actors=["Hoitaja"], phases=["Hoito"], stages=[At("A"), At("B", column=1)], arrows=[(0, 1)]
    )
    stage = pathway.find(Stage, "s1")
    assert stage is not None
    assert not elements(drawn(pathway), "conditionalEventDefinition")
    two = pathway.replacing({"s1": replace(stage, start=True, needs_referral=True)})
    starts = {start.get("name") for start in elements(drawn(two), "startEvent")}
    assert starts == {"Nothing leads here yet", "Comes with a referral"}
    assert len(elements(drawn(two), "conditionalEventDefinition")) == 2


def test_time_targets_are_annotations() -> None:
    stage = Stage(
        id="s0",
        order="a0",
        actor="a0",
        phase="p0",
        kind=StageKind.WAIT,
        title={"fi": "Odotus"},
        time_targets=(TimeTarget(limit=read_span("3 kk")),),
    )
    root = drawn(build(stage, actors=["Hoitaja"], phases=["Hoito"], stages=[At("x")]))
    (text,) = elements(root, "text")
    assert text.text == "Time target: 3 months"
    assert edges(root, "association") == {("stage-s0", "time-s0")}
    assert by_id(root, "stage-s0").tag.endswith("receiveTask")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_every_stage_and_handover_is_drawn_once(sample: Sample) -> None:
    pathway = read(sample.path)
    root = drawn(pathway)
    shown = [
        element.get("bpmnElement", "")
        for element in root.iter()
        if element.tag.endswith(("BPMNShape", "BPMNEdge"))
    ]
    assert len(shown) == len(set(shown))
    assert {f"stage-{stage.id}" for stage in pathway.stages} <= set(shown)
    assert {f"handover-{arrow.id}" for arrow in pathway.handovers} <= set(shown)


def test_what_is_private_is_nowhere_in_the_file() -> None:
    name = "Salainen Sanna"
    pathway = build(
        PathwayInfo(id="info", owner=Responsibility(role={"fi": "omistaja"}, person=name)),
        Note(id="n", order="a0", kind="idea", text={"fi": name}, about="s0"),  # type: ignore[arg-type]
        Milestone(id="m", order="a0", at=OPTIONS.made_at, content=name),
        actors=["Hoitaja"],
        phases=["Hoito"],
        stages=[At("Arvio")],
    )
    assert name not in made(pathway).decode()
    assert len(BPMN.losses(pathway, OPTIONS)) == 4


def test_a_diagram_that_could_not_be_read_back_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pathway = build(actors=["Hoitaja"], phases=["Hoito"], stages=[At("Arvio")])
    monkeypatch.setattr("exporters.bpmn.document.LARGEST", len(made(pathway)) - 1)
    with pytest.raises(ExportError, match="too large for a process diagram"):
        made(pathway)
    monkeypatch.undo()
    monkeypatch.setattr("exporters.bpmn.reading.source.MOST_ELEMENTS", 20)
    with pytest.raises(ExportError, match="too large for a process diagram"):
        made(pathway)


def test_the_largest_pathway_of_long_texts_is_small_enough_to_be_read_back() -> None:
    words = {"fi": "sanoja " * 2000}
    pathway = build(actors=["Hoitaja"], phases=["Hoito"], stages=[At("Arvio")])
    stage = pathway.find(Stage, "s0")
    assert stage is not None
    pathway = pathway.replacing(
        {"s0": replace(stage, what_happens=words, professional_text=words, exit_criteria=words)}
    )
    assert len(made(pathway)) * (LARGEST_PATHWAY / len(dumps(pathway))) < LARGEST
