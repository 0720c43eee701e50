"""What a BPMN diagram is made of, before it is written or placed: nodes, flows, pools, groups."""

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from model.ids import Id

NAMESPACE: Final = "https://ketjupaja.fi/bpmn/1"
"""Of our own fields; a name and no address: nothing is ever fetched from it."""

# Ids of elements say which record they stand for: tools keep ids, whatever else they drop.
STAGE, HANDOVER, LANE, GROUP, NO_ACTOR = "stage-", "handover-", "lane-", "phase-", "lane.none"


_BESIDE: Final = re.compile(
    "(?:(?:from|to)-)?(?:start|end|stay|choose|part|join|meet|receive|send|time)-(.+)"
)


def record_beside(element: str) -> str:
    """Return the stage or handover that a gateway, event, note or flow of ours stands beside.

    '' for the elements that stand for a record themselves, and for those that others made.
    """
    found = _BESIDE.fullmatch(element)
    return found[1] if found else ""


class Part(IntEnum):
    """In which column a node stands beside its stage, from left to right."""

    MEETING = 0
    JOINING = 1
    STAGE = 2
    PARTING = 3
    CHOOSING = 4
    LEAVING = 5


class Node(NamedTuple):
    """A task, an event or a gateway; `element` is its name in BPMN, `stage` whose it is.

    `event` is the element of the event's definition, '' for a blank event and for what is none.
    """

    id: str
    element: str
    name: str
    stage: Id
    part: Part
    event: str = ""
    documentation: tuple[str, ...] = ()

    @property
    def is_event(self) -> bool:
        return self.element.endswith("Event")

    @property
    def is_gateway(self) -> bool:
        return self.element.endswith("Gateway")

    @property
    def is_task(self) -> bool:
        return not self.is_event and not self.is_gateway


class Edge(NamedTuple):
    """A sequence flow, or a message flow between two pools.

    `condition` is what must be true for a way that is gone beside others; `is_default` marks the
    way that is gone when none of these is.
    """

    id: str
    source: str
    target: str
    name: str = ""
    is_message: bool = False
    condition: str = ""
    is_default: bool = False
    documentation: tuple[str, ...] = ()


class Annotation(NamedTuple):
    """A text beside a node."""

    id: str
    node: str
    stage: Id
    text: str


class Pool(NamedTuple):
    """A participant with its lanes; `None` is the lane of stages without an actor.

    A pool in which nothing happens is a black box: `has_process` is false.
    """

    id: str
    name: str
    lanes: tuple[Id | None, ...]
    has_process: bool


class Diagram(NamedTuple):
    """All of it; `lane_names` by the actor."""

    title: str
    pools: tuple[Pool, ...]
    lane_names: dict[Id | None, str]
    nodes: Sequence[Node]
    edges: Sequence[Edge]
    annotations: Sequence[Annotation]
    groups: dict[Id, str]
    pool_of_stage: dict[Id, str]
    actor_of_stage: dict[Id, Id | None]


def lane_id(actor: Id | None) -> str:
    return NO_ACTOR if actor is None else LANE + actor
