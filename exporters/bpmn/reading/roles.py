"""Which nodes of a diagram become stages; the others dissolve into the ways between them."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import Final, TypeVar

from exporters.bpmn.reading.contents import ACTIVITIES, CONTAINERS, Contents, Node
from exporters.bpmn.reading.shapes import Shapes


class Role(Enum):
    STAGE = auto()
    WAIT = auto()
    END = auto()
    PASSED = auto()
    """A gateway or event on the way between stages."""
    OPENED = auto()
    """A subprocess whose parts come in its place."""
    INSIDE = auto()
    """A part of a subprocess that is one stage."""


_WAITS: Final = frozenset({"timer", "conditional", "signal", "message", ""})


class Roles:
    """The role of each node, and the flows between nodes, by their ends."""

    def __init__(self, contents: Contents, shapes: Shapes) -> None:
        self._contents, self._shapes = contents, shapes
        known = contents.nodes
        whole = [flow for flow in contents.flows if {flow.source, flow.target} <= known.keys()]
        self.out = _grouped((flow.source, flow) for flow in whole)
        self.into = _grouped((flow.target, flow) for flow in whole)
        self.inside = _grouped((node.within, node) for node in known.values())
        self._roles: dict[str, Role] = {}
        self._opened: dict[str, bool] = {}
        for node in known.values():
            self._roles[node.id] = self._role(node)

    def of(self, node: str) -> Role:
        return self._roles[node]

    def is_stage(self, node: str) -> bool:
        return self._roles[node] in {Role.STAGE, Role.WAIT, Role.END}

    def parts(self, container: str) -> Iterator[Node]:
        """Yield all that lies in a subprocess, however deep, in the order of the file."""
        for part in self.inside.get(container, ()):
            yield part
            yield from self.parts(part.id)

    def _role(self, node: Node) -> Role:
        if self._is_inside(node):
            return Role.INSIDE
        if node.tag in CONTAINERS and self._opens(node):
            return Role.OPENED
        if node.tag in ACTIVITIES:
            return Role.STAGE
        if node.tag == "endEvent" and self._is_end(node):
            return Role.END
        return Role.WAIT if self._is_wait(node) else Role.PASSED

    def _is_inside(self, node: Node) -> bool:
        """Whether a node lies in a subprocess that is not opened."""
        container = self._contents.nodes.get(node.within)
        while container is not None:
            if not self._opens(container):
                return True
            container = self._contents.nodes.get(container.within)
        return False

    def _opens(self, node: Node) -> bool:
        """Whether a subprocess is shown with its parts, of which one at least would be a stage."""
        if node.id not in self._opened:
            parts = self.inside.get(node.id, ())
            self._opened[node.id] = (
                node.id not in self._shapes.collapsed
                and not node.by_event
                and any(part.tag in ACTIVITIES for part in parts)
            )
        return self._opened[node.id]

    def _is_end(self, node: Node) -> bool:
        """Whether an end is a stage of its own: several ways lead to it, or one among several."""
        if self.out.get(node.id) or node.within in self._contents.nodes:
            return False
        into = self.into.get(node.id, [])
        before = {self._contents.nodes[flow.source] for flow in into}
        return not (
            len(into) == 1
            and all(
                node.tag in ACTIVITIES and len(self.out[node.id]) == 1 and not self._opens(node)
                for node in before
            )
        )

    def _is_wait(self, node: Node) -> bool:
        if node.tag not in {"intermediateCatchEvent", "intermediateEvent"}:
            return False
        into = self.into.get(node.id, [])
        if any(flow.is_message for flow in into) or "link" in node.events:
            return False
        chosen = [
            flow for flow in into if self._contents.nodes[flow.source].tag == "eventBasedGateway"
        ]
        kind = node.events[0] if node.events else ""
        return not chosen and kind in _WAITS and (kind == "timer" or bool(node.name))


V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[str, V]]) -> dict[str, list[V]]:
    found: dict[str, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
