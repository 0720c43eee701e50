"""A pathway that comes back from a process tool: as it was, or with what was changed there."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from exporters.bpmn.carried import BOX, SHOWN_BOX, carried_part
from exporters.bpmn.reading.foreign import mapped
from exporters.bpmn.reading.source import tree
from exporters.bpmn.writing import MODEL
from model.codes import Flow
from model.file import read as read_pathway
from model.merge import change_between
from model.pathway import Pathway
from model.records import Handover, Milestone, Note, Stage
from samples import SAMPLES, TEMPLATES, Sample
from tests.exporters.bpmn.diagrams import HERE, by_id, made, read, root_of, without, written
from tests.pathways import At, build, crowded, random_pathways

PLAIN = build(
    actors=["Asiakas", "Hoitaja", "Lääkäri"],
    phases=["Alku", "Hoito"],
    stages=[
        At("Soitto", 0, 0),
        At("Arvio", 1, 0, 1),
        At("Neuvonta", 1, 1),
        At("Käynti", 2, 1, 3),
    ],
    arrows=[(0, 1), (1, 2, "neuvo riittää"), (1, 3, "tarvitaan lääkäriä")],
)


@pytest.mark.parametrize("sample", [*SAMPLES, *TEMPLATES], ids=lambda sample: sample.name)
def test_a_sample_comes_back_as_it_was(sample: Sample) -> None:
    pathway = read_pathway(sample.path)
    back = read(made(pathway))
    assert back.pathway == carried_part(pathway)
    assert back.left_out == ()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_only_what_is_private_stays_at_home(sample: Sample) -> None:
    pathway = read_pathway(sample.path)
    kept = carried_part(pathway)
    gone = pathway.keys() - kept.keys()
    assert {type(pathway[id]) for id in gone} <= {Note, Milestone}
    assert all(kept[record.id] == record for record in (*pathway.stages, *pathway.handovers))


def comes_back(pathway: Pathway) -> None:
    back = read(made(pathway), "sv")
    assert back.pathway == pathway
    assert back.left_out == ()


@settings(max_examples=8, deadline=None)
@given(random_pathways(max_stages=10))
def test_a_random_board_comes_back_as_it_was(pathway: Pathway) -> None:
    comes_back(pathway)


@pytest.mark.every
@settings(max_examples=200, deadline=None)
@given(random_pathways())
def test_two_hundred_random_boards_come_back_as_they_were(pathway: Pathway) -> None:
    comes_back(pathway)


def test_signs_that_xml_cannot_hold_come_back() -> None:
    comes_back(build(actors=["A\x01"], phases=["\ufffe"], stages=[At("\uffff\r\n ]]>&amp;<\x85")]))


def test_a_crowded_board_comes_back_as_it_was() -> None:
    comes_back(crowded(7))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_diagram_alone_says_where_all_is(sample: Sample) -> None:
    """What a tool keeps that drops fields it does not know: stages, lanes, phases, columns."""
    pathway = carried_part(read_pathway(sample.path))
    found = mapped(tree(without_boxes(made(pathway))), "fi").pathway
    assert {stage.id: (stage.actor, stage.phase, stage.column) for stage in found.stages} == {
        stage.id: (stage.actor, stage.phase, stage.column) for stage in pathway.stages
    }
    ways = {(arrow.id, arrow.source, arrow.target) for arrow in pathway.handovers}
    assert {(arrow.id, arrow.source, arrow.target) for arrow in found.handovers} == ways
    assert {stage.id for stage in found.stages if stage.start} >= {
        stage.id for stage in pathway.stages if stage.start
    }


def without_boxes(data: bytes) -> bytes:
    root = root_of(data)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in {BOX, SHOWN_BOX}:
                parent.remove(child)
    return written(root)


def test_a_file_of_the_first_version_still_comes_back_as_it_was() -> None:
    """Later versions may draw and call things otherwise; this file stays as it was made."""
    back = read((HERE / "old/version-1.bpmn").read_bytes())
    assert back.pathway == PLAIN
    assert back.left_out == ()


def test_a_file_of_ours_says_of_which_pathway_it_was_made() -> None:
    """What was changed in the tool is the difference from that: it can be merged at home."""
    root = root_of(made(PLAIN))
    by_id(root, "stage-s1").set("name", "Uusi")
    back = read(written(root))
    assert back.base == PLAIN
    assert {op.id for op in change_between(PLAIN, back.pathway).ops} == {"s1"}
    assert read(without_boxes(made(PLAIN))).base is None


# What tools change


def after(change: Callable[[ET.Element], object], pathway: Pathway = PLAIN) -> Pathway:
    """Return the pathway that comes back after a change of its file."""
    root = root_of(made(pathway))
    change(root)
    return read(written(root)).pathway


def rename(id: str, name: str) -> Callable[[ET.Element], object]:
    return lambda root: by_id(root, id).set("name", name)


def stage(pathway: Pathway, id: str) -> Stage:
    found = pathway.find(Stage, id)
    assert found is not None
    return found


def test_a_new_name_of_a_task_is_the_stages() -> None:
    back = after(rename("stage-s1", "Hoidon tarpeen arvio"))
    assert stage(back, "s1").title == {"fi": "Arvio", "en": "Hoidon tarpeen arvio"}
    assert back.keys() == PLAIN.keys()


def test_a_new_name_of_a_lane_is_the_actors() -> None:
    back = after(rename("lane-a1", "Sairaanhoitaja"))
    assert back["a1"].name["en"] == "Sairaanhoitaja"  # type: ignore[union-attr]


def test_new_words_on_a_flow_are_the_handovers_condition() -> None:
    back = after(rename("handover-h1", "neuvot auttavat"))
    assert back["h1"].condition["en"] == "neuvot auttavat"  # type: ignore[union-attr]


def test_a_task_moved_to_another_lane_changes_its_actor() -> None:
    def move(root: ET.Element) -> None:
        refs = [ref for ref in root.iter(f"{{{MODEL}}}flowNodeRef") if ref.text == "stage-s2"]
        lane = by_id(root, "lane-a1")
        for ref in refs:
            lane.remove(ref)
            by_id(root, "lane-a2").append(ref)

    back = after(move)
    assert stage(back, "s2").actor == "a2"
    assert stage(back, "s3") == stage(PLAIN, "s3")


def test_a_task_moved_in_the_picture_changes_its_phase() -> None:
    def move(root: ET.Element) -> None:
        to = by_id(root, "shape-stage-s1")[0]
        by_id(root, "shape-stage-s2")[0].set("x", to.get("x", ""))

    back = after(move)
    assert (stage(back, "s2").phase, stage(back, "s2").column) == ("p0", 1)
    assert stage(back, "s3").column == 3


def test_a_task_moved_beside_another_comes_into_its_column() -> None:
    def move(root: ET.Element) -> None:
        to = by_id(root, "shape-stage-s3")[0]
        by_id(root, "shape-stage-s1")[0].set("x", to.get("x", ""))

    back = after(move)
    assert (stage(back, "s1").phase, stage(back, "s1").column) == ("p1", 3)
    assert stage(back, "s2").column == 0


def test_a_task_that_is_gone_takes_its_handovers_with_it() -> None:
    back = after(lambda root: without(root, "stage-s2", "handover-h1"))
    assert PLAIN.keys() - back.keys() == {"s2", "h1"}


def test_a_new_task_comes_with_its_flow() -> None:
    def add(root: ET.Element) -> None:
        process = process_of(root, "stage-s3")
        ET.SubElement(process, f"{{{MODEL}}}task", {"id": "Activity_1", "name": "Kontrolli"})
        ET.SubElement(
            process,
            f"{{{MODEL}}}sequenceFlow",
            {"id": "Flow_1", "sourceRef": "stage-s3", "targetRef": "Activity_1"},
        )
        ref = ET.SubElement(by_id(root, "lane-a2"), f"{{{MODEL}}}flowNodeRef")
        ref.text = "Activity_1"

    back = after(add)
    assert back.keys() - PLAIN.keys() == {"Activity_1", "Flow_1"}
    assert stage(back, "Activity_1").actor == "a2"
    arrow = back.find(Handover, "Flow_1")
    assert arrow is not None
    assert (arrow.source, arrow.target) == ("s3", "Activity_1")


def process_of(root: ET.Element, id: str) -> ET.Element:
    return next(
        process
        for process in root.iter(f"{{{MODEL}}}process")
        if any(part.get("id") == id for part in process)
    )


def test_a_task_of_another_type_under_another_id_is_known_again() -> None:
    """Tools make a new element when a task's type is changed."""
    data = made(PLAIN).decode().replace("stage-s2", "Activity_0x9")
    back = read(data.encode()).pathway
    assert back == PLAIN


def test_a_gateway_made_parallel_makes_the_ways_parallel() -> None:
    data = made(PLAIN).decode().replace("exclusiveGateway", "parallelGateway")
    back = read(data.encode()).pathway
    flows = {arrow.id: arrow.flow for arrow in back.handovers}
    assert flows == {"h0": Flow.ALTERNATIVE, "h1": Flow.PARALLEL, "h2": Flow.PARALLEL}


@pytest.mark.parametrize("tag", [BOX, SHOWN_BOX])
def test_a_box_that_was_damaged_is_told_and_the_diagram_read(tag: str) -> None:
    root = root_of(made(PLAIN))
    box = next(root.iter(tag))
    box.text = (box.text or "")[:-40]
    back = read(written(root))
    assert back.left_out[0] == "What Ketjupaja had put into the file can no longer be read."
    assert {each.id for each in back.pathway.stages} == {"s0", "s1", "s2", "s3"}
