"""Files for the tests of BPMN: what is in them, and what tools do to them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from exporters.bpmn import BPMN, FROM_BPMN
from exporters.bpmn.writing import MODEL
from exporters.exporter import Options
from exporters.importer import Imported
from model.messages import speaking
from model.pathway import Pathway
from model.text import in_language

HERE = Path(__file__).parent
FOREIGN = sorted((HERE / "foreign").glob("*.bpmn"))
OPTIONS = Options(languages=("en",), made_at=datetime(2026, 11, 22, tzinfo=UTC))

Tree = ET.ElementTree


def made(pathway: Pathway) -> bytes:
    """Return the file of a pathway, its own words in English."""
    ((_name, data),) = BPMN.build(pathway, OPTIONS, lambda _share: None)
    return data


def read(data: bytes, language: str = "fi") -> Imported:
    """Read a file; what was left out is told in English."""
    with speaking("en"):
        return FROM_BPMN.read(data, language)


def root_of(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 - our own files


def elements(root: ET.Element, tag: str) -> list[ET.Element]:
    return list(root.iter(f"{{{MODEL}}}{tag}"))


def by_id(root: ET.Element, id: str) -> ET.Element:
    return next(element for element in root.iter() if element.get("id") == id)


def edges(root: ET.Element, tag: str = "sequenceFlow") -> set[tuple[str, str]]:
    return {(edge.get("sourceRef", ""), edge.get("targetRef", "")) for edge in elements(root, tag)}


def written(root: ET.Element) -> bytes:
    """Return the bytes of a changed file."""
    text: str = ET.tostring(root, "unicode")
    return text.encode()


def without(root: ET.Element, *ids: str) -> None:
    """Take elements out, their shapes, and what refers to them, as tools do."""
    for parent in list(root.iter()):
        for child in list(parent):
            refers = {child.get("bpmnElement"), (child.text or "").strip()}
            if child.get("id") in ids or refers & set(ids):
                parent.remove(child)


def stages(pathway: Pathway) -> set[str]:
    """Return the stages in words: “title @ actor”, with > before starts and their kind."""
    return set(_stages(pathway))


def _stages(pathway: Pathway) -> Iterator[str]:
    for stage in pathway.stages:
        actor = pathway.get(stage.actor) if stage.actor else None
        name = in_language(getattr(actor, "name", {}), "fi")
        kind = f" ({stage.kind})" if stage.kind else ""
        mark = "> " if stage.start else ""
        yield f"{mark}{in_language(stage.title, 'fi')} @ {name}{kind}".strip()


def handovers(pathway: Pathway) -> set[str]:
    """Return the handovers in words: “one -> other: flow, condition”."""
    return set(_handovers(pathway))


def _handovers(pathway: Pathway) -> Iterator[str]:
    titles = {stage.id: in_language(stage.title, "fi") for stage in pathway.stages}
    for arrow in pathway.handovers:
        said = in_language(arrow.condition, "fi")
        way = f"{titles[arrow.source]} -> {titles[arrow.target]}: {arrow.flow}"
        yield f"{way}, {said}" if said else way
