"""A pathway's graph as BPMN 2.0, for a peer that checks such files. Names in one language only.

A stage is a task, one that ends the pathway an end event; where ways part or meet stands a
gateway, as modelling guides ask for. The places drawn are of no meaning, but a peer wants them.
"""

from collections.abc import Iterator
from itertools import count
from xml.etree.ElementTree import Element, SubElement, tostring

from model import graph
from model.codes import StageKind
from model.ids import Id
from model.pathway import Pathway
from model.text import in_language

_BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_DI = "http://www.omg.org/spec/BPMN/20100524/DI"
_DC = "http://www.omg.org/spec/DD/20100524/DC"
_DD = "http://www.omg.org/spec/DD/20100524/DI"
_APART = 200
_IN_A_ROW = 50


def as_bpmn(pathway: Pathway) -> bytes:
    """Return the file's bytes, UTF-8."""
    root = Element(f"{{{_BPMN}}}definitions", {"targetNamespace": "https://example.org/ketju"})
    process = _Process(SubElement(root, f"{{{_BPMN}}}process", {"id": "process"}))
    ways = graph.ways_onward(pathway)
    back = graph.turned_round(ways)
    for stage in pathway.stages:
        process.stage(
            stage.id,
            in_language(stage.title, "fi"),
            is_end=stage.kind is StageKind.END and not ways[stage.id],
            parts=len(ways[stage.id]) > 1,
            meets=len(back[stage.id]) > 1,
        )
    for source, targets in ways.items():
        for target in targets:
            process.flow(process.out_of[source], process.into[target])
    for stage in pathway.stages:
        if not back[stage.id]:
            process.flow(process.node("startEvent", "alku"), process.into[stage.id])
    _draw(root, process)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


class _Process:
    """The process while it is put together: by stage where flows come in and go out."""

    def __init__(self, element: Element) -> None:
        self._element = element
        self._numbers = count()
        self.nodes: list[str] = []
        self.flows: list[tuple[str, str, str]] = []
        self.into: dict[Id, str] = {}
        self.out_of: dict[Id, str] = {}

    def node(self, kind: str, name: str) -> str:
        id = f"n{next(self._numbers)}"
        SubElement(self._element, f"{{{_BPMN}}}{kind}", {"id": id, "name": name})
        self.nodes.append(id)
        return id

    def flow(self, source: str, target: str) -> None:
        id = f"f{next(self._numbers)}"
        ends = {"id": id, "name": "kun näin on", "sourceRef": source, "targetRef": target}
        SubElement(self._element, f"{{{_BPMN}}}sequenceFlow", ends)
        self.flows.append((id, source, target))

    def stage(self, id: Id, name: str, *, is_end: bool, parts: bool, meets: bool) -> None:
        """Add a stage, with a gateway before it where ways meet, after it where they part."""
        self.into[id] = self.out_of[id] = self.node("endEvent" if is_end else "task", name)
        if meets:
            gateway = self.node("exclusiveGateway", "")
            self.flow(gateway, self.into[id])
            self.into[id] = gateway
        if parts:
            gateway = self.node("exclusiveGateway", "minne jatketaan?")
            self.flow(self.out_of[id], gateway)
            self.out_of[id] = gateway


def _draw(root: Element, process: _Process) -> None:
    diagram = SubElement(root, f"{{{_DI}}}BPMNDiagram", {"id": "diagram"})
    plane = SubElement(diagram, f"{{{_DI}}}BPMNPlane", {"id": "plane", "bpmnElement": "process"})
    places = dict(zip(process.nodes, _places(), strict=False))
    for node, (x, y) in places.items():
        shape = SubElement(
            plane, f"{{{_DI}}}BPMNShape", {"id": f"{node}-shape", "bpmnElement": node}
        )
        box = {"x": str(x), "y": str(y), "width": "100", "height": "80"}
        SubElement(shape, f"{{{_DC}}}Bounds", box)
    for flow, source, target in process.flows:
        edge = SubElement(plane, f"{{{_DI}}}BPMNEdge", {"id": f"{flow}-edge", "bpmnElement": flow})
        for x, y in (places[source], places[target]):
            SubElement(edge, f"{{{_DD}}}waypoint", {"x": str(x), "y": str(y)})


def _places() -> Iterator[tuple[int, int]]:
    for number in count():
        yield number % _IN_A_ROW * _APART, number // _IN_A_ROW * _APART
