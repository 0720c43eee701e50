"""Activities, waits and ends as stages, and what starts, borders and black boxes say of them."""

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from exporters.bpmn.reading.contents import Contents, Flow, Node
from exporters.bpmn.reading.lanes import Lanes
from exporters.bpmn.reading.ledger import Ledger
from exporters.bpmn.reading.roles import Role, Roles
from exporters.bpmn.reading.times import span
from exporters.bpmn.reading.ways import Ways
from model.codes import Participation, StageKind
from model.ids import Id
from model.messages import _, speaking
from model.parts import PathwayLink, StageParticipant, TimeTarget
from model.records import Stage
from model.text import Text, with_language

_KINDS: Final[Mapping[str, StageKind]] = {
    "businessRuleTask": StageKind.DECISION,
    "receiveTask": StageKind.WAIT,
}


class Stages:
    """The stages of a diagram, by their nodes, as what is said of them comes together."""

    def __init__(
        self, contents: Contents, roles: Roles, who: Lanes, ledger: Ledger, language: str
    ) -> None:
        self._contents, self._roles, self._who = contents, roles, who
        self._ledger, self._language = ledger, language
        self._made: dict[str, Stage] = {}
        for node in contents.nodes.values():
            if roles.is_stage(node.id):
                ledger.settle(node.id)
                self._made[node.id] = self._stage(node)
        self.ids: Mapping[str, Id] = {node: stage.id for node, stage in self._made.items()}
        for node in contents.nodes.values():
            self._tell_end(node)

    def records(self) -> Mapping[str, Stage]:
        return self._made

    def _text(self, words: str) -> Text:
        return with_language({}, self._language, words)

    def _stage(self, node: Node) -> Stage:
        role = self._roles.of(node.id)
        kind, title = _KINDS.get(node.tag), node.name
        with speaking(self._language):
            if role is Role.WAIT:
                kind, title = StageKind.WAIT, node.name or _("Wait")
            elif role is Role.END:
                kind, title = StageKind.END, node.name or _("The process ends")
        targets = []
        if role is Role.WAIT and node.time:
            targets = [TimeTarget(limit=span(node.time, self._language))]
        inner = "\n".join(self._inner(node))
        return Stage(
            id=self._ledger.id_of(node.id),
            order="a0",
            actor=self._who.actor_of.get(node.id),
            kind=kind,
            title=self._text(title),
            professional_text=self._text("\n\n".join(filter(None, [node.documentation, inner]))),
            time_targets=tuple(targets),
            subpathway=PathwayLink(title=self._text(title)) if node.tag == "callActivity" else None,
        )

    def _inner(self, node: Node) -> Iterator[str]:
        """Yield the names of the parts of a subprocess that is one stage; they are settled."""
        if not self._roles.inside.get(node.id) or not self._roles.is_stage(node.id):
            return
        within = {node.id}
        for part in self._contents.nodes.values():  # containers come before their parts
            if part.within in within:
                within.add(part.id)
                self._ledger.settle(part.id)
                if part.name:
                    yield f"– {part.name}"

    def _tell_end(self, node: Node) -> None:
        """Let an end that only follows one stage say that this stage is one."""
        if node.tag != "endEvent" or self._roles.of(node.id) is not Role.PASSED:
            return
        if self._roles.out.get(node.id) or node.within in self._contents.nodes:
            return
        for flow in self._roles.into.get(node.id, []):
            if stage := self._made.get(flow.source):
                self._made[flow.source] = replace(
                    stage, kind=StageKind.END, ends_when=self._text(node.name)
                )

    def begin(self, ways: Ways) -> None:
        """Mark where customers come in: after starts to which nobody else leads."""
        for node in self._contents.nodes.values():
            is_start = node.tag == "startEvent" and node.within not in self._contents.nodes
            into = self._roles.into.get(node.id, [])
            if node.id in self._made and not into and not node.by_event:
                self._mark(node.id, "")
            if not is_start:
                continue
            for way in ways.from_event(node.id):
                if not way.target:
                    continue
                self._ledger.settle(*way.passed, *(flow.id for flow in way.flows))
                if not any(flow.is_message for flow in into):
                    said = "; ".join(filter(None, [node.name, *way.triggers, *way.said]))
                    self._mark(way.target, said)

    def _mark(self, node: str, words: str) -> None:
        stage = self._made[node]
        told = "; ".join(filter(None, [stage.entry_criteria.get(self._language, ""), words]))
        self._made[node] = replace(stage, start=True, entry_criteria=self._text(told))

    def annotate(self, node: str, words: str) -> None:
        """Add what an annotation says of a stage to the text for professionals."""
        stage = self._made[node]
        texts = [stage.professional_text.get(self._language, ""), words]
        self._made[node] = replace(
            stage, professional_text=self._text("\n\n".join(filter(None, texts)))
        )

    def tell_black_boxes(self, ways: Ways) -> None:
        """Let those who only send or get messages take part in the stages that these come from."""
        for flow in self._contents.flows:
            if not flow.is_message:
                continue
            for box, node, part in (
                (flow.target, flow.source, Participation.INFORMED),
                (flow.source, flow.target, Participation.TAKES_PART),
            ):
                if box in self._who.black_boxes and node in self._contents.nodes:
                    self._take_part(self._who.black_boxes[box], node, part, flow, ways)

    def _take_part(self, actor: Id, node: str, part: Participation, flow: Flow, ways: Ways) -> None:
        stages = [node] if node in self._made else self._beside(node, part, ways)
        for each in stages:
            stage = self._made[each]
            task = StageParticipant(actor=actor, participation=part, task=self._text(flow.name))
            kept = [one for one in stage.participants if one.actor != actor]
            same = [one for one in stage.participants if one.actor == actor]
            for one in same:
                words = [one.task.get(self._language, ""), flow.name]
                strongest = min(one.participation, part, key=list(Participation).index)
                task = replace(
                    task,
                    participation=strongest,
                    task=self._text("; ".join(dict.fromkeys(filter(None, words)))),
                )
            self._made[each] = replace(stage, participants=(*kept, task))
            self._ledger.settle(flow.id)

    def _beside(self, node: str, part: Participation, ways: Ways) -> list[str]:
        """Return the stages before an event that sends, or after one that receives."""
        if part is Participation.INFORMED:
            return [
                stage
                for stage in self._made
                if any(node in way.passed for way in ways.from_stage(stage))
            ]
        return list(dict.fromkeys(way.target for way in ways.from_event(node) if way.target))
