"""From the elements of a file to what they say.

Tools differ in prefixes, in which elements have ids, and in whether references have a prefix of
their own (they are QNames); afterwards none of that is left.
"""

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from exporters.bpmn.reading.contents import (
    CONTAINERS,
    DATA,
    NODES,
    Artifact,
    Contents,
    Flow,
    Lane,
    Node,
    Pool,
    Said,
)
from exporters.bpmn.writing import MODEL

_NAMED_ELSEWHERE: Final = ("message", "signal", "error", "escalation")


def tag_of(element: ET.Element) -> str:
    """Return an element's name in BPMN, '' for those of other languages."""
    namespace, _brace, name = element.tag.removeprefix("{").rpartition("}")
    return name if namespace == MODEL else ""


def contents(root: ET.Element) -> Contents:
    return _Reader(root).read()


class _Reader:
    def __init__(self, root: ET.Element) -> None:
        self._root = root
        self._unnamed = 0
        self._names = {
            element.get("id", ""): _name(element)
            for element in root
            if tag_of(element) in _NAMED_ELSEWHERE
        }
        self._categories = {
            value.get("id", ""): _clean(value.get("value", ""))
            for value in root.iter(f"{{{MODEL}}}categoryValue")
        }
        self.nodes: dict[str, Node] = {}
        self.flows: list[Flow] = []
        self.lanes: list[Lane] = []
        self.pools: list[Pool] = []
        self.processes: dict[str, str] = {}
        self.artifacts: list[Artifact] = []
        self.associations: list[Flow] = []
        self.said: list[Said] = []

    def read(self) -> Contents:
        texts = []
        for element in self._root:
            match tag_of(element):
                case "collaboration":
                    self._collaboration(element)
                    texts.append(_documentation(element))
                case "process":
                    process = self._own_id(element)
                    self.processes[process] = _name(element)
                    self._within(element, process)
                    texts.append(_documentation(element))
                case "choreography" | "globalChoreographyTask" | "globalConversation":
                    self._beside(element)
        titles = [_name(self._root), *self._titles("collaboration"), *self.processes.values()]
        titles += [pool.name for pool in self.pools if pool.process]
        return Contents(
            title=next(filter(None, titles), ""),
            documentation="\n\n".join(filter(None, texts)),
            nodes=self.nodes,
            flows=tuple(self.flows),
            lanes=tuple(self.lanes),
            pools=tuple(self.pools),
            processes=self.processes,
            artifacts=tuple(self.artifacts),
            associations=tuple(self.associations),
            said=tuple(self.said),
            foreign_fields=_foreign_fields(self._root),
        )

    def _titles(self, tag: str) -> list[str]:
        return [_name(element) for element in self._root if tag_of(element) == tag]

    def _id(self, element: ET.Element) -> str:
        self._unnamed += 1
        return _clean(element.get("id", "")) or f"{tag_of(element)}-{self._unnamed}"

    def _own_id(self, element: ET.Element) -> str:
        """Return an id that no process or node before has, whatever the file says."""
        id = self._id(element)
        while id in self.nodes or id in self.processes:
            id = f"{id}-{self._unnamed}"
        return id

    def _collaboration(self, element: ET.Element) -> None:
        for part in element:
            match tag_of(part):
                case "participant":
                    pool = Pool(self._id(part), _name(part), _ref(part.get("processRef")))
                    self.pools.append(pool)
                    self._listen(part, pool.id, pool.name)
                case "messageFlow":
                    self.flows.append(self._flow(part)._replace(is_message=True))
                case _:
                    self._artifact(part)

    def _within(self, element: ET.Element, container: str) -> None:
        for part in element:
            tag = tag_of(part)
            if tag in NODES:
                node = self._node(part, container)
                self.nodes[node.id] = node
                if tag in CONTAINERS:
                    self._within(part, node.id)
            elif tag == "sequenceFlow":
                self.flows.append(self._flow(part))
            elif tag == "laneSet":
                self._lanes(part, container, ())
            else:
                self._artifact(part)

    def _lanes(self, lane_set: ET.Element, process: str, above: tuple[str, ...]) -> None:
        for lane in _children(lane_set, "lane"):
            inner = [*_children(lane, "childLaneSet")]
            for each in inner:
                self._lanes(each, process, (*above, _name(lane)))
            refs = tuple(_ref(ref.text) for ref in _children(lane, "flowNodeRef"))
            id = self._id(lane)
            self._listen(lane, id, _name(lane))
            if not any(True for each in inner for _lane in _children(each, "lane")):
                self.lanes.append(Lane(id, _name(lane), process, above, refs))

    def _node(self, element: ET.Element, container: str) -> Node:
        definitions = [part for part in element if tag_of(part).endswith("EventDefinition")]
        refs = {ref for part in definitions for ref in part.attrib.values()}
        named = next((self._names[ref] for ref in map(_ref, refs) if ref in self._names), "")
        return Node(
            id=self._own_id(element),
            tag=tag_of(element),
            name=_name(element) or named,
            within=container,
            events=tuple(tag_of(part).removesuffix("EventDefinition") for part in definitions),
            time=_clean(" ".join(words for part in definitions for words in _timing(part))),
            link=next((_name(part) for part in definitions if tag_of(part)[:4] == "link"), ""),
            attached_to=_ref(element.get("attachedToRef")),
            interrupts=element.get("cancelActivity", "true") != "false",
            default=_ref(element.get("default")),
            documentation=_documentation(element),
            owners=tuple(filter(None, map(_name, _owners(element)))),
            repeats=any(tag_of(part).endswith("LoopCharacteristics") for part in element),
            by_event=element.get("triggeredByEvent") == "true",
        )

    def _flow(self, element: ET.Element) -> Flow:
        condition = next(_children(element, "conditionExpression"), None)
        return Flow(
            self._id(element),
            _ref(element.get("sourceRef")),
            _ref(element.get("targetRef")),
            _name(element),
            None if condition is None else _clean("".join(condition.itertext())),
            documentation=_documentation(element),
        )

    def _artifact(self, element: ET.Element) -> None:
        match tag_of(element):
            case "textAnnotation":
                words = "".join(next(_children(element, "text"), element).itertext())
                self._stand(element, _clean(words, lines=True))
            case "group":
                name = self._categories.get(_ref(element.get("categoryValueRef")), "")
                self._stand(element, name or _name(element))
            case "association":
                tie = self._flow(element)
                self.associations.append(tie)
                self._listen(element, tie.id, tie.name)
            case tag if tag and (element.get("id") or element.get("name")) and tag in _BESIDE:
                self._beside(element)

    def _beside(self, element: ET.Element) -> None:
        self._stand(element, _name(element))

    def _stand(self, element: ET.Element, name: str) -> None:
        artifact = Artifact(self._id(element), tag_of(element), name)
        self.artifacts.append(artifact)
        self._listen(element, artifact.id, name)

    def _listen(self, element: ET.Element, id: str, name: str) -> None:
        """Keep what is written of an element that is neither a node nor a flow."""
        if words := _documentation(element):
            self.said.append(Said(id, tag_of(element), name, words))


_OWNERS: Final = {"potentialOwner", "humanPerformer", "performer", "resourceRole"}
_BESIDE: Final = DATA | {
    "choreography", "choreographyTask", "subChoreography", "callChoreography", "conversation",
    "subConversation", "callConversation", "conversationLink", "dataStore", "event",
}  # fmt: skip


def _children(element: ET.Element, tag: str) -> Iterator[ET.Element]:
    return (part for part in element if tag_of(part) == tag)


def _ref(words: str | None) -> str:
    return (words or "").strip().rpartition(":")[2]


def _name(element: ET.Element) -> str:
    return _clean(element.get("name", ""))


def _clean(words: str, *, lines: bool = False) -> str:
    """Return words without blanks around them, on one line unless lines matter."""
    if lines:
        words = "\n".join(" ".join(line.split()) for line in words.strip().splitlines())
    else:
        words = " ".join(words.split())
    return words


def _documentation(element: ET.Element) -> str:
    texts = ["".join(part.itertext()) for part in _children(element, "documentation")]
    return _clean("\n".join(texts), lines=True)


def _owners(element: ET.Element) -> Iterator[ET.Element]:
    return (part for part in element if tag_of(part) in _OWNERS)


def _timing(definition: ET.Element) -> Iterator[str]:
    if tag_of(definition) == "timerEventDefinition":
        yield from ("".join(part.itertext()) for part in definition)


def _foreign_fields(root: ET.Element) -> dict[str, int]:
    """Count the fields that tools have added of their own, by their namespaces' last word."""
    counts: dict[str, int] = {}
    for box in root.iter(f"{{{MODEL}}}extensionElements"):
        for field in box:
            if not tag_of(field):
                namespace = field.tag.removeprefix("{").rpartition("}")[0]
                counts[namespace] = counts.get(namespace, 0) + 1
    return counts
