"""Handovers as BPMN's flows: gateways where ways part and meet, events where pools change.

How customers leave a stage is docs/decisions/0009: by all of its parallel ways, by one of the
alternatives, and by any of the optional ones in addition. Optional ways are conditional flows out
of the task itself, for an inclusive gateway would say the same less plainly. Between pools a way
is a message from an end to a start; docs/decisions/0028 says why.
"""

from collections.abc import Iterable, Sequence

from exporters.bpmn.flow import HANDOVER, STAGE, Annotation, Edge, Node, Part
from exporters.bpmn.tasks import handover_texts, task, time_limits
from exporters.diagram.words import clean, handover_label
from model import graph
from model.codes import Flow, StageKind
from model.codes.names import name_of_code
from model.ids import Id
from model.messages import _
from model.pathway import Pathway
from model.records import Handover, Stage
from model.soundness import meetings
from model.text import in_language


class Flows:
    """The nodes and edges of a pathway, as they are made stage by stage."""

    def __init__(self, pathway: Pathway, pools: dict[Id, str], names: dict[Id | None, str]) -> None:
        self._pathway, self._pools, self._names = pathway, pools, names
        self._language = ""
        self._awaited = {arrow.id for arrows in meetings(pathway).values() for arrow in arrows}
        self._declined_into = {
            arrow.if_not_accepted for arrow in pathway.handovers if arrow.if_not_accepted
        }
        self._ends = set(graph.ends(pathway))
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.annotations: list[Annotation] = []

    def draw(self, language: str) -> None:
        """Make all of them, with names in `language`."""
        self._language = language
        for stage in self._pathway.stages:
            self._come_in(stage)
            self.nodes.append(task(self._pathway, stage, language))
            self.annotations += time_limits(self._pathway, stage, language)
            self._leave(stage)
        self._blank_single_starts()

    # Into a stage

    def _come_in(self, stage: Stage) -> None:
        """Make what stands before a task: its starts, and gateways where ways meet."""
        awaited, others = self._arriving(stage)
        into = STAGE + stage.id
        messages = [arrow for arrow in others if self._crosses(arrow)]
        if self._ways_into(stage) > 1:
            into = self._gateway("exclusiveGateway", f"join-{stage.id}", stage, Part.JOINING, into)
        if self._is_start(stage):
            self.edges.append(Edge(f"from-start-{stage.id}", self._start(stage), into))
        if messages:
            self._catch(stage.id, stage, messages, Part.JOINING, into)
        if awaited:
            into = self._gateway("parallelGateway", f"meet-{stage.id}", stage, Part.MEETING, into)
        for arrow in awaited:
            if self._crosses(arrow):
                self._catch(arrow.id, stage, [arrow], Part.MEETING, into)

    def _arriving(self, stage: Stage) -> tuple[list[Handover], list[Handover]]:
        arrows = self._pathway.arriving(stage.id)
        return (
            [arrow for arrow in arrows if arrow.id in self._awaited],
            [arrow for arrow in arrows if arrow.id not in self._awaited],
        )

    def _entrance(self, arrow: Handover) -> str:
        """Return the node into which a handover within a pool leads."""
        if arrow.id in self._awaited:
            return f"meet-{arrow.target}"
        stage = self._pathway.find(Stage, arrow.target)
        meets = stage is not None and self._ways_into(stage) > 1
        return f"join-{arrow.target}" if meets else STAGE + arrow.target

    def _ways_into(self, stage: Stage) -> int:
        """Count the ways that lead to a task: all that are awaited are one, all messages one."""
        awaited, others = self._arriving(stage)
        messages = [arrow for arrow in others if self._crosses(arrow)]
        plain = len(others) - len(messages)
        return plain + bool(messages) + bool(awaited) + self._is_start(stage)

    def _is_start(self, stage: Stage) -> bool:
        return stage.start or not self._pathway.arriving(stage.id)

    def _start(self, stage: Stage) -> str:
        if stage.start:
            name = _("Comes with a referral") if stage.needs_referral else _("Customer comes in")
        elif stage.id in self._declined_into:
            name = _("Referral was not accepted")
        else:
            name = _("Nothing leads here yet")
        event = "conditionalEventDefinition"
        self.nodes.append(
            Node(f"start-{stage.id}", "startEvent", name, stage.id, Part.JOINING, event)
        )
        return f"start-{stage.id}"

    def _catch(
        self, caught: Id, stage: Stage, arrows: Sequence[Handover], part: Part, into: str
    ) -> None:
        """Make the start that the messages of handovers lead to; they enter `into` a node."""
        sender, *others = dict.fromkeys(self._actor_name(arrow.source) for arrow in arrows)
        name = _("From: {actor} and others") if others else _("From: {actor}")
        self.nodes.append(
            Node(
                f"receive-{caught}",
                "startEvent",
                name.format(actor=sender),
                stage.id,
                part,
                "messageEventDefinition",
            )
        )
        self.edges.append(Edge(f"from-receive-{caught}", f"receive-{caught}", into))

    def _blank_single_starts(self) -> None:
        """Let a process's only start that is no message be blank; of several, each says when."""
        conditional = [node for node in self.nodes if node.event.startswith("conditional")]
        pools = [self._pools[node.stage] for node in conditional]
        single = {node.id for node in conditional if pools.count(self._pools[node.stage]) == 1}
        self.nodes = [node._replace(event="") if node.id in single else node for node in self.nodes]

    # Out of a stage

    def _leave(self, stage: Stage) -> None:
        arrows = self._pathway.leaving(stage.id)
        parallel = [arrow for arrow in arrows if arrow.flow is Flow.PARALLEL]
        parting = parallel if len(parallel) > 1 else []
        optional = [arrow for arrow in arrows if arrow.flow is Flow.OPTIONAL]
        choice = [arrow for arrow in arrows if arrow not in (*parting, *optional)]
        way = STAGE + stage.id
        ends = stage.id in self._ends or not arrows
        if optional:
            self._go_beside(stage, optional, is_alone=not (parting or choice or ends))
        condition = _("Always") if optional else ""
        if parting:
            fork = self._fork("parallelGateway", f"part-{stage.id}", stage, Part.PARTING)
            self._go(way, fork, condition)
            way, condition = fork, ""
            for arrow in parting:
                self._hand_over(arrow, way)
        if len(choice) + ends > 1:
            fork = self._fork("exclusiveGateway", f"choose-{stage.id}", stage, Part.CHOOSING)
            self._go(way, fork, condition)
            way, condition = fork, ""
        for arrow in choice:
            self._hand_over(arrow, way, condition)
        if ends:
            self._go(way, self._end(stage), condition)

    def _go_beside(self, stage: Stage, arrows: Iterable[Handover], *, is_alone: bool) -> None:
        for arrow in arrows:
            self._hand_over(arrow, STAGE + stage.id, _("When needed"))
        if is_alone:
            stay = Node(
                f"stay-{stage.id}", "endEvent", _("No further stage"), stage.id, Part.LEAVING
            )
            self.nodes.append(stay)
            self.edges.append(Edge(f"to-{stay.id}", STAGE + stage.id, stay.id, is_default=True))

    def _hand_over(self, arrow: Handover, way: str, otherwise: str = "") -> None:
        """Lead a way on from a node; `otherwise` is its condition when it has none in words."""
        label = handover_label(arrow, self._language)
        condition = (label or otherwise) if otherwise else ""
        texts = handover_texts(arrow, self._pathway, self._language)
        own = HANDOVER + arrow.id
        if not self._crosses(arrow):
            target = self._entrance(arrow)
            self.edges.append(
                Edge(
                    own,
                    way,
                    target,
                    condition or clean(label),
                    condition=condition,
                    documentation=texts,
                )
            )
            return
        kind = name_of_code(arrow.kind) if arrow.kind else ""
        to = _("To: {actor}").format(actor=self._actor_name(arrow.target))
        send = Node(
            f"send-{arrow.id}",
            "endEvent",
            kind or to,
            arrow.source,
            Part.LEAVING,
            "messageEventDefinition",
        )
        self.nodes.append(send)
        words = condition or in_language(arrow.condition, self._language)
        self.edges.append(Edge(f"to-{send.id}", way, send.id, clean(words), condition=condition))
        caught = arrow.id if arrow.id in self._awaited else arrow.target
        receive = f"receive-{caught}"
        self.edges.append(Edge(own, send.id, receive, kind, is_message=True, documentation=texts))

    def _end(self, stage: Stage) -> str:
        known = stage.kind is StageKind.END
        name = _("The pathway ends") if known else _("How it goes on is not described")
        self.nodes.append(Node(f"end-{stage.id}", "endEvent", name, stage.id, Part.LEAVING))
        return f"end-{stage.id}"

    # Small parts

    def _fork(self, element: str, id: str, stage: Stage, part: Part) -> str:
        name = "" if element == "parallelGateway" else _("How does it go on?")
        self.nodes.append(Node(id, element, name, stage.id, part))
        return id

    def _gateway(self, element: str, id: str, stage: Stage, part: Part, onward: str) -> str:
        """Make a gateway where ways meet; it leads onward."""
        self.nodes.append(Node(id, element, "", stage.id, part))
        self.edges.append(Edge(f"from-{id}", id, onward))
        return id

    def _go(self, source: str, target: str, condition: str) -> None:
        self.edges.append(Edge(f"to-{target}", source, target, condition, condition=condition))

    def _crosses(self, arrow: Handover) -> bool:
        return self._pools[arrow.source] != self._pools[arrow.target]

    def _actor_name(self, stage: Id) -> str:
        found = self._pathway.find(Stage, stage)
        return self._names[found.actor if found else None]
