"""Makes a pathway of what a flowchart says, and notes what of it has no place there."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import chain, count
from typing import TypeVar

from fractional_indexing import generate_n_keys_between
from msgspec.structs import replace

from exporters.mermaid.diagram import Arrow, Diagram, Group, Node
from exporters.mermaid.writing import KIND, PHASE, SECTOR, WAY_IN
from exporters.outline.board import ARC, Place, Spot, places
from exporters.website.links import safe_address
from model.codes import Flow, HandoverKind, PhaseKind, Sector, StageKind
from model.codes.names import name_of_code
from model.ids import Id
from model.messages import LANGUAGES, N_, _, speaking
from model.parts import Link
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, PathwayInfo, Phase, Stage
from model.text import Text, in_language, quoted

T = TypeVar("T")
C = TypeVar("C", bound=StrEnum)

LONGEST_TITLE = 500
_NO_LANE = ""
_FLOWS = {"-": Flow.ALTERNATIVE, "=": Flow.PARALLEL, ".": Flow.OPTIONAL}
_DECISIONS = {"{", "diam", "diamond", "decision", "question", "rhombus"}
_ENDS = {"(((", "((", "([", "stadium", "terminal", "pill", "circle", "circ", "dbl-circ"}
_ENDS |= {"start", "stop", "framed-circle", "fr-circ", "sm-circ", "small-circle", "double-circle"}
_WHOLE = N_("Stages")  # the one phase of a diagram that does not tell kinds


class Building:
    """Takes a diagram apart into records; the same diagram gives the same ids."""

    def __init__(self, diagram: Diagram, language: str, mark: str) -> None:
        self._diagram = diagram
        self._language = language
        self._given: set[str] = set()
        self._losses: list[tuple[int, str]] = []
        self._info_id = self._id(f"pathway-{mark}")
        self._lanes = {name: self._id(name) for name in self._groups_of(phases=False)}
        self._phases = {name: self._id(name) for name in self._groups_of(phases=True)}
        self._stages = {name: self._id(name) for name in diagram.nodes}
        reached = {arrow.target for arrow in diagram.arrows}
        left = {arrow.source for arrow in diagram.arrows}
        round = {node.name for node in diagram.nodes.values() if node.shape in _ENDS}
        self._begins, self._ends = round & left - reached, round & reached - left

    def pathway(self) -> Pathway:
        records: list[AnyRecord] = [
            PathwayInfo(
                id=self._info_id,
                title=self._text(self._diagram.title, 1),
                languages=(self._language,),
            )
        ]
        lanes = [self._diagram.groups[name] for name in self._lanes]
        for order, lane in _ordered(lanes):
            title = self._text(lane.title, lane.line)
            sector = _marked(lane.classes, SECTOR, Sector)
            records.append(Actor(id=self._lanes[lane.name], order=order, name=title, sector=sector))
        arrows = list(self._arrows())
        stages = [self._stage(order, node) for order, node in _ordered(self._nodes())]
        phases, stages = self._placed(stages, arrows)
        return Pathway([*records, *phases, *stages, *arrows])

    def left_out(self) -> tuple[str, ...]:
        """Return what the pathway does not hold of the diagram, in the order of its lines."""
        for group in self._diagram.groups.values():
            if group.outer is not None:
                self._lose(
                    group.line,
                    _("the group “{name}” lies in another; its stages are in the outer one."),
                    group.title,
                )
        for line, words in self._diagram.not_read:
            self._lose(line, _("not understood: “{name}”"), words)
        self._lose_once(self._diagram.styles, _("colours and styles are left out."))
        self._lose_once(
            self._diagram.unseen, _("invisible links (~~~) are left out: they only place things.")
        )
        self._lose_once(
            [arrow.line for arrow in self._diagram.arrows if set(arrow.ends) & {"o", "x"}],
            _("circles and crosses at the ends of arrows are left out."),
        )
        self._losses += [
            (line, _("what happens at a click is left out.")) for line in self._diagram.actions
        ]
        return tuple(
            _("Line {line}: {fault}").format(line=line, fault=words)
            for line, words in sorted(dict.fromkeys(self._losses))
        )

    def _lose_once(self, lines: Sequence[int], words: str) -> None:
        """Tell, at the first of its lines, what may stand on each of them."""
        if lines:
            self._losses.append((min(lines), words))

    def _lose(self, line: int, words: str, name: str) -> None:
        self._losses.append((line, words.format(name=quoted(name))))

    def _groups_of(self, *, phases: bool) -> list[str]:
        return [
            group.name
            for group in self._diagram.groups.values()
            if group.outer is None and (PHASE in group.classes) is phases
        ]

    def _nodes(self) -> list[Node]:
        return list(self._diagram.nodes.values())

    def _group_of(self, node: Node) -> Group | None:
        """Return the outermost group that a node lies in."""
        group = self._diagram.groups.get(node.group) if node.group is not None else None
        while group is not None and group.outer is not None:
            group = self._diagram.groups[group.outer]
        return group

    def _stage(self, order: str, node: Node) -> Stage:
        group = self._group_of(node)
        name = group.name if group else None
        address = safe_address(node.address) if node.address else None
        if node.address and address is None:
            self._lose(node.address_line, _("the address of “{name}” cannot be a link."), node.name)
        return Stage(
            id=self._stages[node.name],
            order=order,
            title=self._text(node.label or node.name, node.line),
            actor=self._lanes.get(name) if name is not None else None,
            phase=self._phases.get(name) if name is not None else None,
            kind=self._kind(node),
            start=WAY_IN in node.classes
            or (node.name in self._begins and _marked(node.classes, KIND, StageKind) is None),
            links=(Link(url={self._language: address}),) if address else (),
        )

    def _kind(self, node: Node) -> StageKind | None:
        told = _marked(node.classes, KIND, StageKind)
        if told is not None:
            return told
        if node.shape in _DECISIONS:
            return StageKind.DECISION
        if node.name in self._ends:
            return StageKind.END
        return None

    def _arrows(self) -> Iterator[Handover]:
        known: list[Arrow] = []
        for arrow in self._diagram.arrows:
            ends = [arrow.source, arrow.target]
            if all(end in self._stages for end in ends):
                known.append(arrow)
            else:
                group = next(end for end in ends if end not in self._stages)
                self._lose(
                    arrow.line, _("an arrow to or from the group “{name}” is left out."), group
                )
        both_ways = [
            each
            for arrow in known
            for each in (arrow, *([_turned(arrow)] if all(arrow.ends) else []))
        ]
        for order, arrow in enumerate(both_ways, 1):
            if arrow.stroke == "-" and not any(arrow.ends):
                self._lose(
                    arrow.line,
                    _("a line without an arrowhead; it leads as it is written, from “{name}”."),
                    arrow.source,
                )
            kind = _handover_kind(arrow.label)
            yield Handover(
                id=self._id(f"h{order}"),
                source=self._stages[arrow.source],
                target=self._stages[arrow.target],
                flow=_FLOWS[arrow.stroke],
                kind=kind,
                condition={} if kind else self._text(arrow.label, arrow.line),
            )

    def _placed(
        self, stages: Sequence[Stage], arrows: Sequence[Handover]
    ) -> tuple[list[Phase], list[Stage]]:
        kinds = {stage.kind for stage in stages} - {None, StageKind.DECISION, StageKind.END}
        where = _columns(stages, arrows, [*self._lanes.values(), _NO_LANE], told=bool(kinds))
        if self._phases:
            groups = [self._diagram.groups[name] for name in self._phases]
            titled = [
                Phase(
                    id=self._phases[group.name],
                    order=order,
                    title=self._text(group.title, group.line),
                )
                for order, group in _ordered(groups)
            ]
            return titled, [replace(s, column=where[s.id].column) for s in stages]
        used = {place.phase for place in where.values()}
        arc = [kind for kind in ARC if kind in used] if kinds else [None]
        ids = {kind: self._id(f"phase-{kind or 'all'}") for kind in arc}
        phases = [
            Phase(id=ids[kind], order=order, kind=kind, title=self._arc_title(kind))
            for order, kind in _ordered(arc)
        ]
        placed = [
            replace(
                stage,
                phase=ids[where[stage.id].phase if kinds else None],
                column=where[stage.id].column,
            )
            for stage in stages
        ]
        return phases, placed

    def _arc_title(self, kind: PhaseKind | None) -> Text:
        if kind is not None:
            return {self._language: in_language(ARC[kind], self._language)}
        with speaking(self._language if self._language in LANGUAGES else LANGUAGES[0]):
            return {self._language: _(_WHOLE)}

    def _text(self, words: str, line: int) -> Text:
        if len(words) > LONGEST_TITLE:
            self._lose(
                line, _("a text was cut to its first letters: “{name}”"), words[:LONGEST_TITLE]
            )
            words = words[:LONGEST_TITLE]
        return {self._language: words} if words.strip() else {}

    def _id(self, wish: str) -> Id:
        """Return the name that something has in the diagram as an id, or one like it."""
        plain = re.sub(r"[^A-Za-z0-9_-]+", "-", wish).lstrip("-_")[:30] or "n"
        tries = chain((plain,), (f"{plain}-{number}" for number in count(2)))
        id = next(each for each in tries if each not in self._given)
        self._given.add(id)
        return id


def _columns(
    stages: Sequence[Stage], arrows: Sequence[Handover], lanes: Sequence[Id], *, told: bool
) -> dict[Id, Place]:
    """Place stages along the arrows; where their kinds are not told, all of them alike."""
    spots = [
        Spot(stage.id, stage.actor or _NO_LANE, (stage.kind if told else None) or StageKind.WAIT)
        for stage in stages
    ]
    return places(spots, [(arrow.source, arrow.target) for arrow in arrows], lanes)


def _marked(classes: Sequence[str], beginning: str, code: type[C]) -> C | None:
    """Return the code that a class of our own texts stands for."""
    for name in classes:
        if name.startswith(beginning) and name.removeprefix(beginning) in set(code):
            return code(name.removeprefix(beginning))
    return None


def _turned(arrow: Arrow) -> Arrow:
    return arrow._replace(source=arrow.target, target=arrow.source)


def _handover_kind(label: str) -> HandoverKind | None:
    """Return the kind that stands on an arrow by its name, in any language of the program."""
    if not label:
        return None
    for language in LANGUAGES:
        with speaking(language):
            for kind in HandoverKind:
                if name_of_code(kind) == label:
                    return kind
    return None


def _ordered(items: Sequence[T]) -> Iterator[tuple[str, T]]:
    return zip(generate_n_keys_between(None, None, len(items)), items, strict=True)
