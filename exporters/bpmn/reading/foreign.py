"""A diagram of any tool as a pathway: actors, stages, handovers, phases.

What becomes what is told in docs/bpmn.md. Every element becomes a part of the pathway or is listed.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, TypeVar
from xml.etree import ElementTree as ET

from fractional_indexing import generate_n_keys_between
from msgspec.structs import replace

from exporters.bpmn.flow import NAMESPACE, record_beside
from exporters.bpmn.reading.arrows import handovers
from exporters.bpmn.reading.columns import Place, along_the_flow, phase_groups, placed
from exporters.bpmn.reading.contents import Contents, Flow, Node
from exporters.bpmn.reading.effort import Effort
from exporters.bpmn.reading.fitting import fitted
from exporters.bpmn.reading.lanes import lanes, upright
from exporters.bpmn.reading.ledger import Ledger, Left
from exporters.bpmn.reading.parsing import contents
from exporters.bpmn.reading.roles import Role, Roles
from exporters.bpmn.reading.shapes import Shapes, shapes, turned
from exporters.bpmn.reading.stages import Stages
from exporters.bpmn.reading.ways import Ways
from exporters.bpmn.reading.words import called
from model.edits import name_of
from model.ids import Id
from model.layout.geometry import Rect
from model.messages import _, ngettext, speaking
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, PathwayInfo, Phase, Stage
from model.text import LONGEST_TEXT, Text, quoted, with_language, without_blanks

WHOLE: Final = "ketju.phase"
"""Of what the phase is made that holds the stages that no group holds."""


class Element(NamedTuple):
    """What a record was made of: an element's id, and its name in BPMN ('' for no node)."""

    id: str
    tag: str


class Mapped(NamedTuple):
    """The pathway of a diagram, what it does not hold, and of what each record was made.

    `cut` has a sentence for each record with a text too long for a pathway.
    """

    pathway: Pathway
    left: tuple[Left, ...]
    cut: Mapping[Id, str]
    elements: Mapping[Id, Element]

    @property
    def is_empty(self) -> bool:
        """Whether the file has neither tasks nor anybody who does them."""
        return not (self.pathway.stages or self.pathway.actors or self.left)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Return a sentence for each thing that the pathway does not hold."""
        return (*(left.words for left in self.left), *self.cut.values())


def mapped(root: ET.Element, language: str) -> Mapped:
    """Read the definitions of a file."""
    return _Mapping(contents(root), shapes(root), language).mapped()


class _Mapping:
    def __init__(self, found: Contents, shown: Shapes, language: str) -> None:
        self._found, self._shown, self._language = found, shown, language
        self._ledger = Ledger(Effort(found))
        self._roles = Roles(found, shown)
        self._ways = Ways(found, self._roles, self._ledger.effort, language)
        self._is_upright = upright(shown, found)

    def mapped(self) -> Mapped:
        info = PathwayInfo(
            id=self._ledger.id_of("ketju.pathway"),
            title=self._text(self._found.title),
            description=self._text(self._found.documentation),
            languages=(self._language,),
        )
        who = lanes(self._found, self._shown, self._ledger, self._language)
        stages = Stages(self._found, self._roles, who, self._ledger, self._language)
        arrows = handovers(self._found, self._ways, stages, self._ledger, self._language)
        stages.begin(self._ways)
        stages.tell_black_boxes(self._ways)
        info = replace(info, description=self._with_loose_notes(stages, info.description))
        phases, where = self._places(stages.ids, arrows)
        self._leave_the_rest()
        records: list[AnyRecord] = [info, *phases, *arrows]
        records += _ordered(who.actors)
        records += _ordered(
            replace(stage, phase=where[node][0], column=where[node][1])
            for node, stage in self._top_down(stages.records())
        )
        fit = [fitted(record) for record in records]
        cut = {
            after.id: self._cut(after)
            for before, after in zip(records, fit, strict=True)
            if before != after
        }
        return Mapped(Pathway(fit), tuple(self._ledger.left_out), cut, self._elements())

    def _cut(self, record: AnyRecord) -> str:
        return _(
            "“{name}”: a text is longer than {most} characters; the rest was left out."
        ).format(name=quoted(name_of(record, self._language)), most=LONGEST_TEXT)

    def _elements(self) -> Mapping[Id, Element]:
        nodes = self._found.nodes
        return {
            id: Element(element, nodes[element].tag if element in nodes else "")
            for id, element in self._ledger.elements().items()
        }

    def _text(self, words: str) -> Text:
        return with_language({}, self._language, words)

    # What stands beside the flow

    def _with_loose_notes(self, stages: Stages, description: Text) -> Text:
        """Add the annotations of the diagram as a whole to what is said of the pathway."""
        loose = []
        ties: dict[str, list[Flow]] = {}
        for flow in self._found.associations:
            for end in {flow.source, flow.target}:
                ties.setdefault(end, []).append(flow)
        for note in self._found.artifacts:
            if note.tag != "textAnnotation":
                continue
            ends = ties.get(note.id, [])
            others = [flow.source if flow.target == note.id else flow.target for flow in ends]
            about = [other for other in others if other in stages.ids]
            if not about and record_beside(note.id):
                continue  # what we said of a task that is gone says nothing of the whole
            self._ledger.settle(note.id, *(flow.id for flow in ends))
            for other in about:
                stages.annotate(other, note.name)
            if not about and note.name:
                loose.append(note.name)
        words = [description.get(self._language, ""), *loose]
        return without_blanks({self._language: "\n\n".join(filter(None, words))})

    # Phases and columns

    def _places(
        self, ids: Mapping[str, Id], arrows: Sequence[Handover]
    ) -> tuple[list[Phase], dict[str, tuple[Id, int]]]:
        boxes = {id: self._box(id) for id in ids if id in self._shown.boxes}
        groups = {
            artifact.id: self._box(artifact.id)
            for artifact in self._found.artifacts
            if artifact.tag == "group" and artifact.id in self._shown.boxes
        }
        self._ledger.effort.compare(len(groups) * len(boxes))
        order = phase_groups(groups, boxes.values())
        chosen = set(order)
        titles = {each.id: each.name for each in self._found.artifacts if each.id in chosen}
        self._ledger.settle(*order)
        if boxes:
            where = placed(boxes, groups, order)
        else:
            nodes = {id: node for node, id in ids.items()}
            steps = [(nodes[arrow.source], nodes[arrow.target]) for arrow in arrows]
            where = along_the_flow(list(ids), steps)
        rest = Place("", 0)
        used = {where.get(node, rest).group for node in ids}
        whole = [""] if "" in used or not order else []
        if whole and ids:
            with speaking(self._language):
                titles[""] = _("Process")
        phases = [
            Phase(
                id=self._ledger.id_of(group or WHOLE),
                order="a0",
                title=self._text(titles[group]),
            )
            for group in [*order, *whole]
            if group in titles
        ]
        if ids and not order and NAMESPACE not in self._found.foreign_fields:
            self._ledger.tell(
                _("The diagram has no phases: all stages came into one, column by column.")
            )
        at = {
            node: (self._ledger.id_of(place.group or WHOLE), place.column)
            for node in ids
            for place in [where.get(node, rest)]
        }
        return _ordered(phases), at

    def _box(self, id: str) -> Rect:
        box = self._shown.boxes[id]
        return turned(box) if self._is_upright else box

    def _top_down(self, stages: Mapping[str, Stage]) -> list[tuple[str, Stage]]:
        """Return the stages in the order in which they stand in their cells."""

        def place(item: tuple[str, Stage]) -> tuple[float, str]:
            node, _stage = item
            return (self._box(node).y if node in self._shown.boxes else 0.0, node)

        return sorted(stages.items(), key=place)

    # What is left

    def _leave_the_rest(self) -> None:
        found = self._found
        for node in found.nodes.values():
            role = self._roles.of(node.id)
            name = called(node.tag, node.name, node.id)
            if role is Role.OPENED:
                sentence = _("{element} was opened: its parts are stages, it is not.")
                self._ledger.leave(node.id, sentence.format(element=name))
            elif self._roles.inside.get(node.id) and role is Role.STAGE:
                sentence = _("The parts of {element} stand in the text for professionals.")
                self._ledger.leave(node.id, sentence.format(element=name))
            elif self._is_lost(node):
                sentence = _("The words of {element} were left out; its ways have their own.")
                self._ledger.leave(node.id, sentence.format(element=name))
            if node.tag == "complexGateway":
                sentence = _("{element} was read as a choice.")
                self._ledger.leave(node.id, sentence.format(element=name))
            if node.repeats:
                sentence = _("That {element} is repeated was left out.")
                self._ledger.leave(node.id, sentence.format(element=name))
        nodes = [(node.id, node.tag, node.name) for node in found.nodes.values()]
        flows = [
            (flow.id, "messageFlow" if flow.is_message else "sequenceFlow", flow.name)
            for flow in found.flows
        ]
        rest = [*nodes, *flows]
        rest += [(lane.id, "lane", lane.name) for lane in found.lanes]
        # A data object without a name is only what a reference with one refers to.
        rest += [
            (each.id, each.tag, each.name)
            for each in found.artifacts
            if each.name or each.tag != "dataObject"
        ]
        rest += [(flow.id, "association", flow.name) for flow in found.associations]
        documented = [
            *(each for each in nodes if found.nodes[each[0]].documentation),
            *(each for each, flow in zip(flows, found.flows, strict=True) if flow.documentation),
            *((said.id, said.tag, said.name) for said in found.said),
        ]
        self._ledger.leave_undescribed(documented)
        self._ledger.leave_unsettled(rest)
        for namespace, count in found.foreign_fields.items():
            if namespace != NAMESPACE:
                self._ledger.tell(
                    ngettext(
                        "{count} field of the tool’s own ({namespace}) was left out.",
                        "{count} fields of the tool’s own ({namespace}) were left out.",
                        count,
                    ).format(count=count, namespace=quoted(namespace))
                )

    def _is_lost(self, node: Node) -> bool:
        """Whether a gateway's question is in no condition; that which each of ours asks is none."""
        with speaking(self._language):
            ours = _("How does it go on?")
        return (
            node.tag.endswith("Gateway")
            and node.name not in {"", ours}
            and self._roles.of(node.id) is Role.PASSED
            and node.id not in self._ways.used_names
        )


R = TypeVar("R", Phase, Actor, Stage)


def _ordered(records: Iterable[R]) -> list[R]:
    """Return records with an order of their own, as they come."""
    every = list(records)
    orders = generate_n_keys_between(None, None, len(every))
    return [replace(record, order=order) for record, order in zip(every, orders, strict=True)]
