"""What a diagram holds, whichever tool wrote it: nodes, flows, lanes, pools, artifacts."""

from typing import Final, NamedTuple

ACTIVITIES: Final = frozenset(
    {
        "task", "userTask", "manualTask", "serviceTask", "scriptTask", "sendTask", "receiveTask",
        "businessRuleTask", "callActivity", "subProcess", "transaction", "adHocSubProcess",
    }
)  # fmt: skip
CONTAINERS: Final = frozenset({"subProcess", "transaction", "adHocSubProcess"})
GATEWAYS: Final = frozenset(
    {
        "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway",
        "complexGateway",
    }
)  # fmt: skip
EVENTS: Final = frozenset(
    {
        "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent",
        "intermediateEvent", "boundaryEvent",
    }
)  # fmt: skip
NODES: Final = ACTIVITIES | GATEWAYS | EVENTS
DATA: Final = frozenset(
    {"dataObject", "dataObjectReference", "dataStoreReference", "dataInput", "dataOutput"}
)


class Node(NamedTuple):
    """An activity, event or gateway. `within` is the process or subprocess that it lies in.

    `events` are the kinds of its event definitions ("timer", "message", …), `time` the words of a
    timer, `link` the name of a link, `owners` who are named as those who do it.
    """

    id: str
    tag: str
    name: str
    within: str
    events: tuple[str, ...] = ()
    time: str = ""
    link: str = ""
    attached_to: str = ""
    interrupts: bool = True
    default: str = ""
    documentation: str = ""
    owners: tuple[str, ...] = ()
    repeats: bool = False
    by_event: bool = False


class Flow(NamedTuple):
    """A sequence or message flow; `condition` is None without one."""

    id: str
    source: str
    target: str
    name: str = ""
    condition: str | None = None
    is_message: bool = False
    documentation: str = ""


class Lane(NamedTuple):
    """A lane without lanes in it; `above` are the names of those around it."""

    id: str
    name: str
    process: str
    above: tuple[str, ...]
    nodes: tuple[str, ...]


class Pool(NamedTuple):
    """A participant; `process` is '' for a black box."""

    id: str
    name: str
    process: str


class Artifact(NamedTuple):
    """A text annotation, group, data object …: what stands beside the flow."""

    id: str
    tag: str
    name: str


class Said(NamedTuple):
    """What is written of a pool, a lane or what stands beside the flow."""

    id: str
    tag: str
    name: str
    words: str


class Contents(NamedTuple):
    title: str
    documentation: str
    nodes: dict[str, Node]
    flows: tuple[Flow, ...]
    lanes: tuple[Lane, ...]
    pools: tuple[Pool, ...]
    processes: dict[str, str]
    artifacts: tuple[Artifact, ...]
    associations: tuple[Flow, ...]
    said: tuple[Said, ...]
    foreign_fields: dict[str, int]
