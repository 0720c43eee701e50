"""Files that mean harm, or are none: one sentence, nothing loaded, no long wait."""

import sys
from collections.abc import Callable

import pytest

from exporters.bpmn.reading.effort import MOST_LETTERS, MOST_PAIRS, Effort
from exporters.bpmn.reading.ledger import MOST_TOLD
from exporters.bpmn.reading.parsing import contents
from exporters.bpmn.reading.source import tree
from exporters.bpmn.reading.ways import LONGEST_WAY
from exporters.bpmn.writing import MODEL
from model.file import UnreadableFileError, dumps, loads
from model.text import LONGEST_TEXT
from tests.exporters.bpmn.diagrams import made, read
from tests.pathways import At, build

HEAD = f'<definitions xmlns="{MODEL}" targetNamespace="x">'


def process(body: str) -> bytes:
    return f'{HEAD}<process id="p" name="P">{body}</process></definitions>'.encode()


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (97 + n, b"&%c;" % (96 + n) * 10) for n in range(1, 9))
    + f"]>{HEAD}&i;</definitions>".encode()
)
OUTSIDE = (
    f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>{HEAD}&x;</definitions>'
).encode()

REFUSED = {
    "billion laughs": (BOMB, "document type"),
    "external entity": (OUTSIDE, "document type"),
    "plain document type": (f"<!DOCTYPE d>{HEAD}</definitions>".encode(), "document type"),
    "nested deep": (process("<subProcess>" * 5000 + "</subProcess>" * 5000), "nested too deep"),
    "many elements": (process("<task/>" * 200_001), "too large"),
    "truncated": (made(build(actors=["A"], stages=[At("x")]))[:-300], "not valid XML"),
    "empty": (b"", "not valid XML"),
    "binary": (bytes(range(256)), "not valid XML"),
    "wrong encoding": (
        process('<task id="t" name="Ääni"/>').decode().encode("latin-1"),
        "not valid XML",
    ),
    "unknown encoding": (
        b'<?xml version="1.0" encoding="klingon"?>' + process(""),
        "encoding",
    ),
    "other XML": (b"<mxfile><diagram/></mxfile>", "not a BPMN 2.0 file"),
    "without anything": (f"{HEAD}</definitions>".encode(), "no process"),
    "an empty process": (process(""), "no process"),
    "BPMN 1": (b'<Package xmlns="http://www.wfmc.org/2008/XPDL2.1"/>', "not a BPMN 2.0 file"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_sentence(name: str) -> None:
    data, words = REFUSED[name]
    with pytest.raises(UnreadableFileError) as refused:
        read(data)
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def chain(count: int) -> bytes:
    """Return that many gateways in a row, each with two ways on to the next."""
    gates = "".join(f'<exclusiveGateway id="g{n}"/>' for n in range(count))
    flows = "".join(
        f'<sequenceFlow id="f{n}{way}" name="{way}" sourceRef="g{n}" targetRef="g{n + 1}"/>'
        for n in range(count - 1)
        for way in "ab"
    )
    ends = '<task id="a"/><task id="b"/><sequenceFlow id="i" sourceRef="a" targetRef="g0"/>'
    ends += f'<sequenceFlow id="o" sourceRef="g{count - 1}" targetRef="b"/>'
    return process(gates + flows + ends)


@pytest.mark.parametrize("count", [40, LONGEST_WAY + 10])
def test_gateways_that_multiply_the_ways_are_refused(count: int) -> None:
    with pytest.raises(UnreadableFileError, match="ways from task to task"):
        read(chain(count))


def shapes(boxes: dict[str, str]) -> str:
    return "".join(
        f'<d:BPMNShape bpmnElement="{id}"><c:Bounds {box}/></d:BPMNShape>'
        for id, box in boxes.items()
    )


def closed(count: int) -> bytes:
    return process(
        "".join(
            f'<subProcess id="s{n}"><startEvent id="a{n}"/><endEvent id="b{n}"/>'
            f'<sequenceFlow id="f{n}" sourceRef="a{n}" targetRef="b{n}"/></subProcess>'
            for n in range(count)
        )
    )


def within_one(count: int) -> bytes:
    events = "".join(f'<intermediateThrowEvent id="e{n}"/>' for n in range(count))
    return process(f'<subProcess id="s">{events}</subProcess>')


def opened_with_borders(count: int) -> bytes:
    tasks = "".join(f'<task id="t{n}"/>' for n in range(count))
    borders = "".join(f'<boundaryEvent id="b{n}" attachedToRef="s"/>' for n in range(count))
    return process(f'<subProcess id="s">{tasks}</subProcess>{borders}')


def annotated(count: int) -> bytes:
    notes = "".join(
        f'<textAnnotation id="n{n}"><text>{n}</text></textAnnotation>'
        f'<association id="c{n}" sourceRef="t" targetRef="n{n}"/>'
        for n in range(count)
    )
    return process(f'<task id="t"/>{notes}')


def messages(count: int) -> bytes:
    flows = "".join(
        f'<messageFlow id="m{n}" name="{n}" sourceRef="t" targetRef="x{n}"/>'
        f'<participant id="x{n}" name="{n}"/>'
        for n in range(count)
    )
    return (
        f'{HEAD}<collaboration><participant id="own" processRef="p"/>{flows}</collaboration>'
        '<process id="p"><task id="t"/></process></definitions>'
    ).encode()


def upright(count: int) -> bytes:
    """Return tasks in lanes that no picture shows."""
    lanes = "".join(
        f'<lane id="l{n}" name="{n}"><flowNodeRef>t{n}</flowNodeRef></lane>' for n in range(count)
    )
    tasks = "".join(f'<task id="t{n}"/>' for n in range(count))
    picture = shapes({f"t{n}": f'x="{n}" y="{n}" width="1" height="1"' for n in range(count)})
    data = process(f"<laneSet>{lanes}</laneSet>{tasks}").decode()
    plane = (
        '<d:BPMNDiagram xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" '
        f'xmlns:c="http://www.omg.org/spec/DD/20100524/DC">{picture}</d:BPMNDiagram>'
    )
    return data.replace("</definitions>", f"{plane}</definitions>").encode()


MANY = (closed, within_one, annotated, messages, upright)


def work(data: bytes) -> int:
    """Return how many functions are called to read a file."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        read(data)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("many", MANY, ids=lambda many: many.__name__)
def test_twice_as_much_is_twice_the_work(many: Callable[[int], bytes]) -> None:
    read(many(1))  # what is done once only
    assert work(many(600)) < 2.6 * work(many(300))


def test_a_file_that_asks_for_too_much_is_refused() -> None:
    found = contents(tree(process('<task id="t"/>')))
    with pytest.raises(UnreadableFileError, match="too large"):
        Effort(found).say("x" * (2 * MOST_LETTERS))
    with pytest.raises(UnreadableFileError, match="too large"):
        Effort(found).compare(MOST_PAIRS + 1)


def test_events_on_the_border_of_many_first_tasks_are_refused() -> None:
    with pytest.raises(UnreadableFileError, match="ways from task to task"):
        read(opened_with_borders(200))


def test_a_name_that_is_said_of_very_many_ways_is_refused() -> None:
    data = chain(12).decode().replace('name="a"', f'name="{"a" * 9_000}"')
    with pytest.raises(UnreadableFileError, match="too large"):
        read(data.encode())


def test_a_text_longer_than_a_pathway_can_hold_is_cut_and_told() -> None:
    words = "sana " * (LONGEST_TEXT // 4)
    back = read(process(f'<task id="t" name="A"><documentation>{words}</documentation></task>'))
    assert len(back.pathway.stages[0].professional_text["fi"]) == LONGEST_TEXT
    assert loads(dumps(back.pathway)) == back.pathway
    assert any("“A”: a text is longer" in words for words in back.left_out)


def test_a_ring_of_gateways_is_walked_once() -> None:
    ring = "".join(f'<exclusiveGateway id="g{n}"/>' for n in range(3))
    ring += "".join(
        f'<sequenceFlow id="f{n}" sourceRef="g{n}" targetRef="g{(n + 1) % 3}"/>' for n in range(3)
    )
    ring += '<task id="a" name="A"/><sequenceFlow id="i" sourceRef="a" targetRef="g0"/>'
    assert not read(process(ring)).pathway.handovers


def test_hostile_texts_stay_texts() -> None:
    name = "<script>alert(1)</script>=HYPERLINK(1)\u202e%s{0}"
    escaped = name.replace("<", "&lt;")
    back = read(process(f'<task id="t" name="{escaped}"/>'))
    assert back.pathway.stages[0].title == {"fi": name}


@pytest.mark.parametrize("id", ["../../etc", "x" * 300, "ä ö", "-", "%s", "__"])
def test_strange_ids_become_ids_of_ours(id: str) -> None:
    back = read(process(f'<task id="{id}" name="A"/><task id="{id}2" name="B"/>'))
    assert len(back.pathway.stages) == 2


@pytest.mark.parametrize("bounds", ["", 'x="nan" y="1" width="1" height="1"', 'x="1e300" y="0"'])
def test_boxes_that_are_none_are_passed_over(bounds: str) -> None:
    picture = (
        '<d:BPMNDiagram xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI"><d:BPMNPlane>'
        f'<d:BPMNShape bpmnElement="t"><d:Bounds {bounds}/></d:BPMNShape></d:BPMNPlane>'
        "</d:BPMNDiagram>"
    )
    data = process('<task id="t" name="A"/>').decode()
    back = read(data.replace("</definitions>", f"{picture}</definitions>").encode())
    assert [stage.column for stage in back.pathway.stages] == [0]


def test_flows_and_lanes_that_lead_nowhere_are_listed() -> None:
    body = (
        '<laneSet><lane id="l" name="Lane"><flowNodeRef>gone</flowNodeRef></lane></laneSet>'
        '<task id="t" name="A"/><sequenceFlow id="f" name="F" sourceRef="t" targetRef="gone"/>'
        '<boundaryEvent id="b" name="B" attachedToRef="gone"/>'
    )
    told = "\n".join(read(process(body)).left_out)
    assert "flow “F” (f)" in told
    assert "boundary event “B” (b)" in told


def test_a_thousand_lost_elements_are_listed_and_the_others_counted() -> None:
    lost = "".join(
        f'<sequenceFlow id="f{n}" sourceRef="a" targetRef="b"/>' for n in range(MOST_TOLD + 5)
    )
    told = read(process(lost)).left_out
    assert len(told) == MOST_TOLD + 1
    assert told[-1] == "Left out besides: 5 elements more."
