"""The diagram as BPMN 2.0 XML (OMG formal/2011-01-03): what it means.

How it is drawn is `interchange`; what it carries of ours, `carried`.
"""

from typing import Final
from xml.etree import ElementTree as ET

from exporters.bpmn.flow import GROUP, NAMESPACE, Annotation, Diagram, Edge, Node, Pool, lane_id
from exporters.bpmn.interchange import draw
from exporters.bpmn.placing import Places

MODEL: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
COLLABORATION: Final = "collaboration"
_CATEGORY: Final = "phases"

ET.register_namespace("bpmn", MODEL)
ET.register_namespace("ketju", NAMESPACE)
ET.register_namespace("xsi", XSI)

Element = ET.Element  # as a type, too


def definitions(diagram: Diagram, places: Places) -> Element:
    """Return the root of the file; `extensions` is where fields of ours belong."""
    root = ET.Element(
        _bpmn("definitions"),
        {"id": "definitions", "targetNamespace": NAMESPACE, "exporter": "Ketjupaja"},
    )
    if diagram.groups:
        category = _add(root, "category", id=_CATEGORY)
        for phase, title in diagram.groups.items():
            _add(category, "categoryValue", id=f"value-{phase}", value=title)
    _collaboration(root, diagram)
    for pool in diagram.pools:
        if pool.has_process:
            _process(root, diagram, pool)
    draw(root, diagram, places, COLLABORATION)
    return root


def extensions(root: Element) -> Element:
    """Return the element for fields of ours."""
    collaboration = next(root.iter(_bpmn("collaboration")))
    return next(collaboration.iter(_bpmn("extensionElements")))


def written(root: Element) -> bytes:
    """Return the file, UTF-8; the same root gives the same bytes."""
    ET.indent(root)
    text: str = ET.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _bpmn(name: str) -> str:
    return f"{{{MODEL}}}{name}"


def _add(parent: Element, tag: str, /, **attributes: str) -> Element:
    return ET.SubElement(
        parent, _bpmn(tag), {key: value for key, value in attributes.items() if value}
    )


def _say(parent: Element, *texts: str) -> None:
    if texts:
        _add(parent, "documentation").text = "\n\n".join(texts)


def _collaboration(root: Element, diagram: Diagram) -> None:
    collaboration = _add(root, "collaboration", id=COLLABORATION, name=diagram.title)
    _add(collaboration, "extensionElements")
    for pool in diagram.pools:
        process = f"process-{pool.id}" if pool.has_process else ""
        participant = _add(
            collaboration, "participant", id=pool.id, name=pool.name, processRef=process
        )
        if not process:
            _say(participant, ", ".join(diagram.lane_names[lane] for lane in pool.lanes))
    for edge in diagram.edges:
        if edge.is_message:
            flow = _add(
                collaboration,
                "messageFlow",
                id=edge.id,
                name=edge.name,
                sourceRef=edge.source,
                targetRef=edge.target,
            )
            _say(flow, *edge.documentation)
    for phase in diagram.groups:
        _add(collaboration, "group", id=GROUP + phase, categoryValueRef=f"value-{phase}")


def _process(root: Element, diagram: Diagram, pool: Pool) -> None:
    process = _add(root, "process", id=f"process-{pool.id}", name=pool.name, isExecutable="false")
    nodes = [node for node in diagram.nodes if diagram.pool_of_stage[node.stage] == pool.id]
    lanes = _add(process, "laneSet", id=f"lanes-{pool.id}")
    here = {node.id for node in nodes}
    for actor in pool.lanes:
        lane = _add(lanes, "lane", id=lane_id(actor), name=diagram.lane_names[actor])
        for node in nodes:
            if diagram.actor_of_stage[node.stage] == actor:
                _add(lane, "flowNodeRef").text = node.id
    flows = [edge for edge in diagram.edges if edge.source in here and not edge.is_message]
    into, out = _by_ends(flows)
    for node in nodes:
        _node(process, node, into.get(node.id, []), out.get(node.id, []))
    for edge in flows:
        _flow(process, edge)
    for annotation in diagram.annotations:
        if annotation.node in here:
            _annotate(process, annotation)


Ends = dict[str, list[Edge]]


def _by_ends(flows: list[Edge]) -> tuple[Ends, Ends]:
    """Return the sequence flows into each node, and out of it."""
    into: Ends = {}
    out: Ends = {}
    for edge in flows:
        into.setdefault(edge.target, []).append(edge)
        out.setdefault(edge.source, []).append(edge)
    return into, out


def _node(process: Element, node: Node, into: list[Edge], out: list[Edge]) -> None:
    element = _add(process, node.element, id=node.id, name=node.name)
    default = next((edge.id for edge in out if edge.is_default), "")
    if default:
        element.set("default", default)
    if node.is_gateway:
        element.set("gatewayDirection", "Diverging" if len(out) > 1 else "Converging")
    _say(element, *node.documentation)
    for edge in into:
        _add(element, "incoming").text = edge.id
    for edge in out:
        _add(element, "outgoing").text = edge.id
    if node.event:
        definition = _add(element, node.event, id=f"{node.id}.event")
        if node.event == "conditionalEventDefinition":
            _add(definition, "condition").text = node.name


def _flow(process: Element, edge: Edge) -> None:
    flow = _add(
        process,
        "sequenceFlow",
        id=edge.id,
        name=edge.name,
        sourceRef=edge.source,
        targetRef=edge.target,
    )
    _say(flow, *edge.documentation)
    if edge.condition:
        _add(flow, "conditionExpression").text = edge.condition


def _annotate(process: Element, annotation: Annotation) -> None:
    note = _add(process, "textAnnotation", id=annotation.id)
    _add(note, "text").text = annotation.text
    _add(
        process,
        "association",
        id=f"to-{annotation.id}",
        sourceRef=annotation.node,
        targetRef=annotation.id,
    )
