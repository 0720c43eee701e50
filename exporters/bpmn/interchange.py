"""The diagram as BPMN DI: the boxes and lines of what `writing` says it means."""

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from exporters.bpmn.flow import GROUP, Annotation, Diagram, lane_id
from exporters.bpmn.placing import Places
from model.layout.geometry import Point, Rect

BPMNDI: Final = "http://www.omg.org/spec/BPMN/20100524/DI"
DC: Final = "http://www.omg.org/spec/DD/20100524/DC"
DI: Final = "http://www.omg.org/spec/DD/20100524/DI"

ET.register_namespace("bpmndi", BPMNDI)
ET.register_namespace("dc", DC)
ET.register_namespace("di", DI)


def draw(root: ET.Element, diagram: Diagram, places: Places, plane_of: str) -> None:
    """Add the picture of the element `plane_of`: pools below lanes below what lies in them."""
    picture = ET.SubElement(root, _bpmndi("BPMNDiagram"), {"id": "diagram"})
    plane = ET.SubElement(picture, _bpmndi("BPMNPlane"), {"id": "plane", "bpmnElement": plane_of})
    for id, box in _bands(diagram, places):
        _shape(plane, id, box).set("isHorizontal", "true")
    for node in diagram.nodes:
        shape = _shape(plane, node.id, places.shapes[node.id])
        if node.element == "exclusiveGateway":
            shape.set("isMarkerVisible", "true")
        _label(shape, places.labels.get(node.id))
    for annotation in diagram.annotations:
        _shape(plane, annotation.id, places.shapes[annotation.id])
    for phase in diagram.groups:
        _label(_shape(plane, GROUP + phase, places.groups[phase]), places.group_titles[phase])
    for edge in diagram.edges:
        _label(_edge(plane, edge.id, places.lines[edge.id]), places.labels.get(edge.id))
    for annotation in diagram.annotations:
        _edge(plane, f"to-{annotation.id}", _tie(annotation, places))


def _bands(diagram: Diagram, places: Places) -> Iterator[tuple[str, Rect]]:
    for pool in diagram.pools:
        yield pool.id, places.pools[pool.id]
        if pool.has_process:
            for actor in pool.lanes:
                yield lane_id(actor), places.lanes[actor]


def _bpmndi(name: str) -> str:
    return f"{{{BPMNDI}}}{name}"


def _shape(plane: ET.Element, id: str, box: Rect) -> ET.Element:
    shape = ET.SubElement(plane, _bpmndi("BPMNShape"), {"id": f"shape-{id}", "bpmnElement": id})
    _bounds(shape, box)
    return shape


def _bounds(parent: ET.Element, box: Rect) -> None:
    sides = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    ET.SubElement(parent, f"{{{DC}}}Bounds", {name: _number(at) for name, at in sides.items()})


def _edge(plane: ET.Element, id: str, points: tuple[Point, ...]) -> ET.Element:
    edge = ET.SubElement(plane, _bpmndi("BPMNEdge"), {"id": f"edge-{id}", "bpmnElement": id})
    for point in points:
        ET.SubElement(edge, f"{{{DI}}}waypoint", {"x": _number(point.x), "y": _number(point.y)})
    return edge


def _label(parent: ET.Element, box: Rect | None) -> None:
    if box is not None:
        _bounds(ET.SubElement(parent, _bpmndi("BPMNLabel")), box)


def _tie(annotation: Annotation, places: Places) -> tuple[Point, ...]:
    """Return the line from a task to what is said of it, which stands below it."""
    task, note = places.shapes[annotation.node], places.shapes[annotation.id]
    x = task.x + task.width / 4
    return Point(x, task.bottom), Point(x, note.y)


def _number(at: float) -> str:
    return f"{at:.1f}".removesuffix(".0")
