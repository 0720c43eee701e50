"""The ways from stage to stage, through the gateways and events between them.

Gateways and events have no place on a board: what they say of a way becomes its flow and its
condition. Of several gateways on a way, the last that parts ways decides (a choice after a parallel
gateway is a choice); conditions add up.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from exporters.bpmn.reading.contents import CONTAINERS, Contents, Flow, Node
from exporters.bpmn.reading.effort import Effort, too_many_ways
from exporters.bpmn.reading.roles import Role, Roles
from exporters.bpmn.reading.times import span
from model.codes import Flow as FlowKind

LONGEST_WAY: Final = 150
"""Gateways and events from one stage to the next."""

_SHORT_ANSWERS: Final = {
    "kyllä", "ei", "yes", "no", "ja", "nej", "ok", "k", "e", "joo", "y", "n", "true", "false",
}  # fmt: skip
_ALWAYS: Final = {"aina", "alltid", "always"}


class Way(NamedTuple):
    """A way on from a stage; it ends at a stage, or at '' where nothing follows.

    `said` are conditions, `passed` the nodes on the way, `flows` the flows in their order,
    `triggers` the names of the events passed.
    """

    target: str
    kind: FlowKind | None = None
    said: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    flows: tuple[Flow, ...] = ()


def parts(way: Way, contents: Contents) -> Iterator[Flow | Node]:
    """Yield the flows and nodes on a way, its ends not included."""
    yield from way.flows
    yield from (contents.nodes[id] for id in way.passed)


class Ways:
    """Finds the ways through a diagram; raises UnreadableFileError when there are too many."""

    def __init__(self, contents: Contents, roles: Roles, effort: Effort, language: str) -> None:
        self._nodes, self._roles, self._language = contents.nodes, roles, language
        self._effort = effort
        self._first: dict[str, set[str]] = {}
        self._found: dict[str, Sequence[Way]] = {}
        self._throws: dict[str, list[str]] = {}
        self._boundaries: dict[str, list[Node]] = {}
        self.used_names: set[str] = set()
        for node in contents.nodes.values():
            if node.attached_to in self._nodes:
                self._boundaries.setdefault(node.attached_to, []).append(node)
            if "link" in node.events and node.tag != "intermediateThrowEvent":
                self._throws.setdefault(node.link or node.name, []).append(node.id)

    def from_stage(self, stage: str) -> Sequence[Way]:
        """Return the ways out of a stage, those of the events on its border included."""
        if stage not in self._found:
            self._found[stage] = tuple(self._from_stage(stage))
        return self._found[stage]

    def _from_stage(self, stage: str) -> Iterator[Way]:
        flows = self._leaving(stage)
        plain = [flow for flow in flows if not self._is_conditional(stage, flow)]
        kind: FlowKind | None
        for flow in flows:
            if self._is_conditional(stage, flow):
                always = (flow.condition or flow.name).lower() in _ALWAYS
                kind = FlowKind.ALTERNATIVE if always else FlowKind.OPTIONAL
            else:
                kind = FlowKind.PARALLEL if len(plain) > 1 else None
            yield from self._along(flow, Way("", kind))
        for event in self._on_border(stage):
            self._effort.step()
            kind = FlowKind.ALTERNATIVE if event.interrupts else FlowKind.OPTIONAL
            said = tuple(filter(None, [self._words_of(event)]))
            for onward in self._leaving(event.id):
                yield from self._along(onward, Way("", kind, said, passed=(event.id,)))

    def from_event(self, event: str) -> Iterator[Way]:
        """Yield the ways out of a start, or of anything else that is no stage."""
        yield from self._through(event, Way(""))

    def _is_conditional(self, stage: str, flow: Flow) -> bool:
        return flow.condition is not None and flow.id != self._nodes[stage].default

    def _on_border(self, stage: str) -> Sequence[Node]:
        """Return the events on a stage's border, and on that of subprocesses that it begins."""
        found = list(self._boundaries.get(stage, ()))
        container = self._nodes.get(self._nodes[stage].within)
        while container is not None and stage in self._first_in(container.id):
            found += self._boundaries.get(container.id, ())
            container = self._nodes.get(container.within)
        return found

    def _leaving(self, node: str) -> list[Flow]:
        """Return the flows out of a node; at the end of an opened subprocess those of that."""
        flows = self._roles.out.get(node, [])
        within = self._nodes[node].within
        ends_here = not any(not flow.is_message for flow in flows)
        if ends_here and within in self._nodes and self._roles.of(within) is Role.OPENED:
            return [*flows, *self._leaving(within)]
        return flows

    def _along(self, flow: Flow, way: Way) -> Iterator[Way]:
        words = flow.name or flow.condition or ""
        if flow.is_message:
            way = way._replace(messages=(*way.messages, *filter(None, [flow.name])))
        elif words:
            way = way._replace(said=(*way.said, self._answer(flow, words)))
        way = way._replace(flows=(*way.flows, flow))
        yield from self._at(flow.target, way)

    def _answer(self, flow: Flow, words: str) -> str:
        """Return what is said at a flow; “yes” alone says nothing without the question."""
        source = self._nodes[flow.source]
        if source.tag.endswith("Gateway") and source.name and words.lower() in _SHORT_ANSWERS:
            self.used_names.add(source.id)
            return f"{source.name} {words}"
        return words

    def _at(self, node: str, way: Way) -> Iterator[Way]:
        self._effort.step()
        if len(way.passed) > LONGEST_WAY:
            raise too_many_ways()
        if self._roles.is_stage(node):
            yield way._replace(target=node)
        elif node not in way.passed:
            yield from self._through(node, way)

    def _through(self, id: str, way: Way) -> Iterator[Way]:
        node = self._nodes[id]
        way = way._replace(passed=(*way.passed, id))
        if node.tag in CONTAINERS:
            for first in self._beginnings(id):
                yield from self._at(first, way)
            return
        links = self._throws.get(node.link or node.name, []) if "link" in node.events else []
        flows = self._leaving(id)
        kind = self._kind_after(node, sum(not flow.is_message for flow in flows), way.kind)
        way = way._replace(kind=kind)
        if node.tag.endswith("Event") and "link" not in node.events:
            way = self._past_event(node, way)
        if node.tag == "intermediateThrowEvent":
            for link in links:
                yield from self._at(link, way)
        for flow in flows:
            yield from self._along(flow, way)
        if not flows and not links:
            yield way

    def _words_of(self, event: Node) -> str:
        return event.name or (span(event.time, self._language).typed if event.time else "")

    def _past_event(self, node: Node, way: Way) -> Way:
        """Add what an event says: a condition after a gateway of events, else a trigger."""
        words = self._words_of(node)
        if not words:
            return way
        before = self._nodes.get(way.flows[-1].source) if way.flows else None
        if before is not None and before.tag == "eventBasedGateway":
            return way._replace(said=(*way.said, words))
        if way.flows:
            return way._replace(triggers=(*way.triggers, words))
        return way

    @staticmethod
    def _kind_after(node: Node, ways: int, kind: FlowKind | None) -> FlowKind | None:
        match node.tag:
            case "parallelGateway" if ways > 1 or kind is None:
                return FlowKind.PARALLEL
            case "inclusiveGateway" if ways > 1:
                return FlowKind.OPTIONAL
            case "exclusiveGateway" | "complexGateway" | "eventBasedGateway" if ways > 1:
                return FlowKind.ALTERNATIVE
            case _:
                return kind

    def _first_in(self, container: str) -> set[str]:
        """Return the nodes with which a subprocess begins, after its start."""
        if container not in self._first:
            found = self._first[container] = set()
            for node in self._beginnings(container):
                is_start = self._nodes[node].tag == "startEvent"
                after = [flow.target for flow in self._roles.out.get(node, [])]
                found.update(after if is_start else [node])
        return self._first[container]

    def _beginnings(self, container: str) -> list[str]:
        """Return the starts of a subprocess, else the nodes that nothing leads to."""
        parts = self._roles.inside.get(container, ())
        starts = [part.id for part in parts if part.tag == "startEvent"]
        return starts or [
            part.id for part in parts if not self._roles.into.get(part.id) and not part.attached_to
        ]
