"""Activities, waits and ends as stages, and what starts, borders and black boxes say of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from exporters.bpmn.reading.contents import Contents, Flow, Node
from exporters.bpmn.reading.lanes import Lanes
from exporters.bpmn.reading.ledger import Ledger
from exporters.bpmn.reading.roles import Role, Roles
from exporters.bpmn.reading.times import span
from exporters.bpmn.reading.ways import Way, Ways, parts
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
        self._notes: dict[str, list[str]] = {}
        self._entries: dict[str, list[str]] = {}
        self._flows_inside = self._settle_inside()
        for node in contents.nodes.values():
            if roles.is_stage(node.id):
                ledger.settle(node.id)
                ledger.describe(node.id)
                self._made[node.id] = self._stage(node)
        self.ids: Mapping[str, Id] = {node: stage.id for node, stage in self._made.items()}
        for node in contents.nodes.values():
            self._tell_end(node)

    def records(self) -> Mapping[str, Stage]:
        """Return the stages with all that was said of them."""
        return {node: self._told(node, stage) for node, stage in self._made.items()}

    def _told(self, node: str, stage: Stage) -> Stage:
        own = stage.professional_text.get(self._language, "")
        notes = dict.fromkeys(filter(None, [own, *self._notes.get(node, ())]))
        return replace(
            stage,
            professional_text=self._text("\n\n".join(notes)),
            entry_criteria=self._text("; ".join(filter(None, self._entries.get(node, ())))),
        )

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
        owners = ", ".join(node.owners)
        with speaking(self._language):
            answers = ": ".join((_("Responsible"), owners)) if owners else ""
        texts = [node.documentation, answers, inner]
        return Stage(
            id=self._ledger.id_of(node.id),
            order="a0",
            actor=self._who.actor_of.get(node.id),
            kind=kind,
            title=self._text(title),
            professional_text=self._text("\n\n".join(filter(None, texts))),
            time_targets=tuple(targets),
            subpathway=PathwayLink(title=self._text(title)) if node.tag == "callActivity" else None,
        )

    def _settle_inside(self) -> Mapping[str, Sequence[Flow]]:
        """Settle what lies in subprocesses that are stages; return the flows in each of them."""
        inside: dict[str, str] = {}
        for node in self._contents.nodes:
            if self._roles.is_stage(node):
                inside |= {part.id: node for part in self._roles.parts(node)}
        self._ledger.settle(*inside)
        self._ledger.describe(*inside)
        found: dict[str, list[Flow]] = {}
        for flow in self._contents.flows:
            around = inside.get(flow.source)
            if around is not None and around == inside.get(flow.target):
                self._ledger.settle(flow.id)
                self._ledger.describe(flow.id)
                found.setdefault(around, []).append(flow)
        return found

    def _inner(self, node: Node) -> Iterator[str]:
        """Yield what is written of the parts of a subprocess that is one stage."""
        for part in self._roles.parts(node.id):
            words = [part.name, part.documentation, ", ".join(part.owners)]
            if any(words):
                yield f"– {': '.join(filter(None, words))}"
        for flow in self._flows_inside.get(node.id, ()):
            if words := list(filter(None, [flow.name, flow.documentation])):
                ends = (self._contents.nodes[end].name or end for end in (flow.source, flow.target))
                yield f"– {' → '.join(ends)}: {': '.join(words)}"

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
                    self.describe(way.target, way)

    def _mark(self, node: str, words: str) -> None:
        self._ledger.effort.say(words)
        self._made[node] = replace(self._made[node], start=True)
        self._entries.setdefault(node, []).append(words)

    def annotate(self, node: str, words: str) -> None:
        """Add what an annotation says of a stage to the text for professionals."""
        self._ledger.effort.say(words)
        self._notes.setdefault(node, []).append(words)

    def describe(self, node: str, way: Way) -> None:
        """Add the documentation of what lies on a way that becomes no handover."""
        for part in parts(way, self._contents):
            if part.documentation:
                self.annotate(node, part.documentation)
                self._ledger.describe(part.id)

    def tell_black_boxes(self, ways: Ways) -> None:
        """Let those who only send or get messages take part in the stages that these come from."""
        tasks: dict[tuple[str, Id], list[tuple[Participation, str]]] = {}
        before: Mapping[str, Sequence[str]] | None = None
        for flow in self._contents.flows:
            if not flow.is_message:
                continue
            for box, node, part in (
                (flow.target, flow.source, Participation.INFORMED),
                (flow.source, flow.target, Participation.TAKES_PART),
            ):
                if box not in self._who.black_boxes or node not in self._contents.nodes:
                    continue
                if node in self._made:
                    beside: Sequence[str] = [node]
                elif part is Participation.INFORMED:
                    before = self._stages_before(ways) if before is None else before
                    beside = before.get(node, ())
                else:
                    beside = _unique(way.target for way in ways.from_event(node) if way.target)
                for stage in beside:
                    self._ledger.effort.step()
                    self._ledger.effort.say(flow.name)
                    self._ledger.settle(flow.id)
                    task = tasks.setdefault((stage, self._who.black_boxes[box]), [])
                    task.append((part, flow.name))
                    if flow.documentation:
                        self.annotate(stage, flow.documentation)
                        self._ledger.describe(flow.id)
        self._take_part(tasks)

    def _take_part(
        self, tasks: Mapping[tuple[str, Id], Sequence[tuple[Participation, str]]]
    ) -> None:
        found: dict[str, list[StageParticipant]] = {}
        for (stage, actor), said in tasks.items():
            strongest = min((part for part, _name in said), key=list(Participation).index)
            words = "; ".join(_unique(name for _part, name in said if name))
            found.setdefault(stage, []).append(
                StageParticipant(actor=actor, participation=strongest, task=self._text(words))
            )
        for stage, participants in found.items():
            self._made[stage] = replace(self._made[stage], participants=tuple(participants))

    def _stages_before(self, ways: Ways) -> Mapping[str, Sequence[str]]:
        """Return the stages from which a way passes each node."""
        found: dict[str, dict[str, None]] = {}
        for stage in self._made:
            for way in ways.from_stage(stage):
                for node in way.passed:
                    found.setdefault(node, {})[stage] = None
        return {node: tuple(stages) for node, stages in found.items()}


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
