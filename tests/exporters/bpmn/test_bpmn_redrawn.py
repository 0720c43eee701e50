"""What tools draw anew or change beside names: records are known again, nothing goes untold."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from exporters.bpmn.untold import CALLED, TAKEN_WHERE_BLANK
from exporters.bpmn.writing import MODEL
from exporters.importer import Imported
from model.codes import ContactKind, Sector, StageKind
from model.parts import Contact, TimeTarget
from model.pathway import Pathway
from model.records import Actor, Handover, PathwayInfo, Phase, Record, Stage
from model.text import read_span
from tests.exporters.bpmn.diagrams import FOREIGN, by_id, made, read, root_of, without, written
from tests.pathways import At, build


def home() -> Pathway:
    """Return a pathway of two organisations, with more in it than a diagram shows."""
    plain = build(
        actors=["Hoitaja", "Lääkäri", "Poliklinikka"],
        phases=["Alku", "Hoito"],
        stages=[At("Arvio"), At("Käynti", 1, 1), At("Tutkimus", 2, 1), At("Seuranta", 1, 1, 1)],
        arrows=[(0, 1), (0, 2, "tarvitaan"), (1, 3)],
    )
    nurse, clinic = plain.find(Actor, "a0"), plain.find(Actor, "a2")
    first, last = plain.find(Stage, "s0"), plain.find(Stage, "s3")
    arrow = plain.find(Handover, "h0")
    assert nurse
    assert clinic
    assert first
    assert last
    assert arrow
    return plain.replacing(
        {
            "a0": replace(
                nurse,
                contacts=(Contact(kind=ContactKind.PHONE, value="09 1234"),),
                sector=Sector.PRIMARY,
            ),
            "a2": replace(clinic, organisation={"fi": "Keskussairaala"}),
            "s0": replace(first, start=True, what_happens={"fi": "Arvioidaan"}),
            "s3": replace(last, kind=StageKind.END, what_happens={"fi": "Seurataan"}),
            "h0": replace(arrow, receiver="a1"),
        }
    )


HOME = home()


def after(change: Callable[[ET.Element], object]) -> Imported:
    root = root_of(made(HOME))
    change(root)
    return read(written(root))


def under(ids: dict[str, str]) -> Callable[[ET.Element], None]:
    """Return the change of giving elements other ids, as tools do that draw them anew."""

    def change(root: ET.Element) -> None:
        for element in root.iter():
            for name, value in element.attrib.items():
                element.set(name, ids.get(value, value))
            if element.text in ids:
                element.text = ids[element.text]

    return change


def test_a_lane_drawn_anew_is_the_actor_of_its_name() -> None:
    assert after(under({"lane-a0": "Lane_1"})) == Imported(HOME, (), HOME)


def test_a_group_drawn_anew_is_the_phase_of_its_name() -> None:
    assert after(under({"phase-p1": "Group_1"})) == Imported(HOME, (), HOME)


def test_a_diagram_whose_elements_all_have_new_ids_is_the_same_pathway() -> None:
    ids = {element.get("id", "") for element in root_of(made(HOME)).iter()} - {""}
    back = after(under({id: f"sid-{place}" for place, id in enumerate(sorted(ids))}))
    assert back == Imported(HOME, (), HOME)


def test_a_task_drawn_anew_in_another_lane_is_known_by_its_name() -> None:
    def change(root: ET.Element) -> None:
        under({"stage-s1": "Activity_1"})(root)
        (ref,) = (ref for ref in by_id(root, "lane-a1") if ref.text == "Activity_1")
        by_id(root, "lane-a1").remove(ref)
        by_id(root, "lane-a0").append(ref)

    back = after(change)
    stage = HOME.find(Stage, "s1")
    assert stage
    assert back.pathway.keys() == HOME.keys()
    assert back.pathway.find(Stage, "s1") == replace(stage, actor="a0")
    assert back.left_out == ()


def test_what_is_no_longer_in_the_diagram_is_told_once() -> None:
    back = after(lambda root: without(root, "stage-s3", "handover-h2", "lane-a0"))
    told = [words for words in back.left_out if words.startswith("No longer")]
    assert told == [
        "No longer in the diagram, so removed: actor “Hoitaja”.",
        "No longer in the diagram, so removed: stage “Seuranta”.",
    ]


def test_gateways_and_events_of_ours_that_lead_nowhere_any_more_are_not_listed() -> None:
    stage = HOME.find(Stage, "s1")
    assert stage
    timed = replace(stage, time_targets=(TimeTarget(limit=read_span("2 vk")),))
    root = root_of(made(HOME.replacing({"s1": timed})))
    assert "time-s1" in {element.get("id") for element in root.iter()}
    without(root, "stage-s1", "handover-h0", "handover-h2")
    back = read(written(root))
    assert not [words for words in back.left_out if "(" in words]
    assert back.pathway.info == HOME.info


def test_flows_left_of_a_removed_task_are_not_listed_beside_it() -> None:
    back = after(lambda root: without(root, "stage-s0"))
    assert {"s0", "h0", "h1"} == HOME.keys() - back.pathway.keys()
    assert back.left_out == ("No longer in the diagram, so removed: stage “Arvio”.",)


def test_an_end_of_ours_never_becomes_a_stage() -> None:
    def add(root: ET.Element) -> None:
        process = next(p for p in root.iter(f"{{{MODEL}}}process") if by_id_in(p, "stage-s3"))
        ET.SubElement(process, f"{{{MODEL}}}task", {"id": "New", "name": "Kontrolli"})
        ends = {"id": "Flow", "sourceRef": "stage-s3", "targetRef": "New"}
        ET.SubElement(process, f"{{{MODEL}}}sequenceFlow", ends)

    assert after(add).pathway.keys() - HOME.keys() == {"New", "Flow"}


def by_id_in(parent: ET.Element, id: str) -> bool:
    return any(part.get("id") == id for part in parent)


# What else was changed


def named(id: str, words: str) -> Callable[[ET.Element], object]:
    return lambda root: by_id(root, id).set("name", words)


def described(id: str) -> Callable[[ET.Element], object]:
    def change(root: ET.Element) -> None:
        element = by_id(root, id)
        said = [part for part in element if part.tag.endswith("}documentation")]
        for part in said:
            element.remove(part)
        ET.SubElement(element, f"{{{MODEL}}}documentation").text = "UUTTA"

    return change


def retyped(root: ET.Element) -> None:
    by_id(root, "stage-s1").tag = f"{{{MODEL}}}serviceTask"


def lanes_turned(root: ET.Element) -> None:
    one, other = (by_id(root, f"shape-lane-{id}")[0] for id in ("a0", "a1"))
    above, below = one.get("y", ""), other.get("y", "")
    one.set("y", below)
    other.set("y", above)


TAKEN = {
    "pool": (named("pool-1", "UUTTA"), "a2", "organisation"),
    "start": (named("start-s0", "UUTTA"), "s0", "entry_criteria"),
    "documentation of a task": (described("stage-s1"), "s1", "professional_text"),
    "documentation of a flow": (described("handover-h0"), "h0", "information"),
    "documentation of a process": (described("process-pool-0"), "info", "description"),
}
TOLD = {
    "pool of the customers' or none": (named("end-s3", "UUTTA"), "name of the end event"),
    "sender": (named("send-h1", "UUTTA"), "name of an event on the way"),
    "receiver": (named("receive-s2", "UUTTA"), "name of an event on the way"),
    "documentation": (described("stage-s0"), "documentation or text annotation"),
    "type": (retyped, "type of the task"),
    "order": (lanes_turned, "order of the lanes"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_it_is_taken_in_where_nothing_is_written(name: str) -> None:
    change, id, field = TAKEN[name]
    back = after(change)
    assert "UUTTA" in dict(getattr(back.pathway[id], field)).values()
    changed = {id for id in HOME if HOME[id] != back.pathway.get(id)}
    assert (changed, back.left_out) == ({id}, ())


@pytest.mark.parametrize("name", TOLD)
def test_it_is_told_where_it_is_not_taken_in(name: str) -> None:
    change, words = TOLD[name]
    back = after(change)
    assert back.pathway == HOME
    assert len(back.left_out) == 1
    assert words in back.left_out[0]


def test_every_field_that_diagrams_fill_is_compared() -> None:
    """Else a change of it in a diagram that came back would vanish without a word."""
    shown = {
        (Phase, "order"), (Actor, "order"), (Stage, "order"), (Stage, "column"),  # places
        (Stage, "actor"), (Stage, "phase"), (Stage, "start"),
        (Handover, "source"), (Handover, "target"), (Handover, "flow"),
        (PathwayInfo, "title"), (PathwayInfo, "languages"),
        (Actor, "sector"), (Stage, "subpathway"), (Stage, "kind"),  # by names and types
        (Stage, "time_targets"),  # of waits, which ours are not
    }  # fmt: skip
    for kinds in (CALLED, TAKEN_WHERE_BLANK):
        shown |= {(kind, field) for kind, fields in kinds.items() for field in fields}
    filled: set[tuple[type[Record], str]] = set()
    for file in FOREIGN:
        for record in read(file.read_bytes()).pathway.values():
            blank = {"title": {}, "name": {}, "id": record.id}
            for field in record.__struct_fields__:
                value = getattr(record, field)
                if value and value != blank.get(field) and value != _default(record, field):
                    filled.add((type(record), field))
    assert filled <= shown


def _default(record: Record, field: str) -> object:
    fields = type(record).__struct_fields__[-len(type(record).__struct_defaults__) :]
    return dict(zip(fields, type(record).__struct_defaults__, strict=True)).get(field)
