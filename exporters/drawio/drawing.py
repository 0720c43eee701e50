"""The board in draw.io's file format: lanes are swimlanes that hold their cards.

The format is mxGraph's: cells with a parent; places are relative to the parent's corner. Labels
are HTML there, so texts are escaped twice: once as HTML, once as XML. Connectors keep the board's
bends as waypoints. https://www.drawio.com/doc/faq/diagram-source-edit
"""

from collections.abc import Mapping
from html import escape
from typing import NamedTuple
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

from exporters.diagram import words
from exporters.diagram.links import stage_address
from exporters.diagram.look import LIGHT
from exporters.drawio.paths import middle, share
from model.codes import Flow, StageKind
from model.ids import Id
from model.layout import board as lay_out
from model.layout import font_measure
from model.layout.geometry import Arrow, Board, Card, LaneBox, PhaseBox, Point, Rect
from model.messages import _, speaking
from model.pathway import Pathway
from model.records import Actor, Handover, Phase, Stage
from model.text import in_language

ROOT, LAYER = "0", "1"
TITLE_WIDTH = 46
"""Pixels of a lane's left end, where its name stands upright as draw.io writes it."""

_TEXT = "html=1;whiteSpace=wrap;fontFamily=Helvetica"
_FORMS: Mapping[StageKind | None, str] = {
    StageKind.DECISION: "shape=hexagon;perimeter=hexagonPerimeter2;fixedSize=1;size=10",
    StageKind.END: "shape=ext;double=1;rounded=1;arcSize=8;absoluteArcSize=1",
}
_ROUNDED = "rounded=1;arcSize=8;absoluteArcSize=1"


def document(pathway: Pathway, language: str) -> bytes:
    with speaking(language):
        board = lay_out(pathway, font_measure(), language)
        root = _Drawing(pathway, board, language).root
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


class _Vertex(NamedTuple):
    """A shape; `box` is relative to the corner of its parent."""

    id: str
    label: str
    style: str
    box: Rect
    parent: str
    link: str | None = None


class _Drawing:
    """One page; `root` is the file."""

    def __init__(self, pathway: Pathway, board: Board, language: str) -> None:
        self._pathway, self._board, self._language = pathway, board, language
        title = words.board_title(pathway, language)
        self.root = Element("mxfile", host="Ketjupaja")
        page = SubElement(self.root, "diagram", id="board", name=" ".join(title.split())[:100])
        model = SubElement(
            page,
            "mxGraphModel",
            grid="1",
            gridSize="10",
            guides="1",
            tooltips="1",
            connect="1",
            arrows="1",
            fold="1",
            page="0",
            pageScale="1",
            pageWidth=str(round(board.width)),
            pageHeight=str(round(board.height)),
            math="0",
            shadow="0",
        )
        self._cells = SubElement(model, "root")
        SubElement(self._cells, "mxCell", id=ROOT)
        SubElement(self._cells, "mxCell", {"id": LAYER, "parent": ROOT})
        for lane in board.lanes:
            self._lane(lane)
        for phase in board.phases:
            self._phase(phase)
        lanes = {lane.id: lane for lane in board.lanes}
        for stage in pathway.stages:
            self._card(stage, board.cards[stage.id], lanes[stage.actor])
        for arrow in board.arrows.values():
            self._arrow(arrow)

    def _lane(self, lane: LaneBox) -> None:
        actor = self._pathway.find(Actor, lane.id)
        name = in_language(actor.name, self._language) if actor else _("No actor")
        look = LIGHT.sectors[lane.sector]
        style = (
            f"swimlane;horizontal=0;startSize={TITLE_WIDTH};container=1;collapsible=0;"
            f"recursiveResize=0;{_TEXT};fontStyle=1;fontSize=12;rounded=0;"
            f"fillColor={look.tint};swimlaneFillColor={look.tint};"
            f"strokeColor={look.strong};fontColor={look.strong}"
        )
        self._put(_Vertex(lane_id(lane.id), name or _("(no name)"), style, lane.strip, LAYER))

    def _phase(self, phase: PhaseBox) -> None:
        title = words.phase_title(self._pathway.find(Phase, phase.id), self._language)
        style = (
            f"{_ROUNDED};{_TEXT};fontStyle=1;fontSize=13;strokeColor=none;"
            f"fillColor={LIGHT.phase};fontColor={LIGHT.on_phase}"
        )
        name = f"phase-{phase.id or ''}"
        self._put(_Vertex(name, title or _("(no name)"), style, phase.header, LAYER))

    def _card(self, stage: Stage, card: Card, lane: LaneBox) -> None:
        alarming = stage.kind is StageKind.EMERGENCY
        colour = LIGHT.alarm if alarming else LIGHT.sectors[card.sector].strong
        style = (
            f"{_FORMS.get(stage.kind, _ROUNDED)};{_TEXT};fontSize=12;spacing=4;"
            f"fillColor={LIGHT.card};strokeColor={colour};fontColor={LIGHT.ink};"
            f"strokeWidth={2 if alarming else 1}"
        )
        box = card.box
        inside = Rect(box.x - lane.strip.x, box.y - lane.strip.y, box.width, box.height)
        link = stage_address(self._pathway, stage, self._language)
        title = words.stage_title(stage, self._language)
        self._put(_Vertex(stage_id(stage.id), title, style, inside, lane_id(lane.id), link))

    def _put(self, vertex: _Vertex) -> None:
        cell = {"style": f"{vertex.style};", "vertex": "1", "parent": vertex.parent}
        said, box = escape(words.clean(vertex.label)), vertex.box
        if vertex.link:  # an object of its own is where draw.io keeps what is more than a label
            named = {"label": said, "link": vertex.link, "id": vertex.id}
            holder = SubElement(self._cells, "UserObject", named)
            element = SubElement(holder, "mxCell", cell)
        else:
            element = SubElement(self._cells, "mxCell", {"id": vertex.id, "value": said} | cell)
        SubElement(
            element,
            "mxGeometry",
            {
                "x": _number(box.x),
                "y": _number(box.y),
                "width": _number(box.width),
                "height": _number(box.height),
                "as": "geometry",
            },
        )

    def _arrow(self, arrow: Arrow) -> None:
        handover = self._pathway.find(Handover, arrow.id)
        if handover is None:
            return
        cards = self._board.cards
        colour = LIGHT.crossing_arrow if arrow.crosses_actors else LIGHT.arrow
        style = (
            f"edgeStyle=orthogonalEdgeStyle;rounded=1;arcSize=6;{_TEXT};fontSize=11;"
            f"labelBackgroundColor={LIGHT.label};fontColor={LIGHT.on_label};strokeColor={colour};"
            "endArrow=block;endFill=1;"
            f"{_end('exit', arrow.points[0], cards[handover.source].box)}"
            f"{_end('entry', arrow.points[-1], cards[handover.target].box)}"
        )
        if handover.flow is Flow.OPTIONAL:
            style += "dashed=1;"
        if handover.flow is Flow.PARALLEL:
            style += "startArrow=ERmandOne;startFill=0;"
        element = SubElement(
            self._cells,
            "mxCell",
            {
                "id": f"handover-{handover.id}",
                "value": escape(words.clean(words.handover_label(handover, self._language))),
                "style": style,
                "edge": "1",
                "parent": LAYER,
                "source": stage_id(handover.source),
                "target": stage_id(handover.target),
            },
        )
        geometry = SubElement(element, "mxGeometry", {"relative": "1", "as": "geometry"})
        bends = SubElement(geometry, "Array", {"as": "points"})
        for bend in arrow.points[1:-1]:
            SubElement(bends, "mxPoint", x=_number(bend.x), y=_number(bend.y))
        if arrow.label is not None:
            place, half = arrow.label.box.centre, middle(arrow.points)
            offset = {"x": _number(place.x - half.x), "y": _number(place.y - half.y)}
            SubElement(geometry, "mxPoint", offset | {"as": "offset"})


def lane_id(actor: Id | None) -> str:
    return f"actor-{actor or ''}"


def stage_id(stage: Id) -> str:
    return f"stage-{stage}"


def _end(name: str, at: Point, box: Rect) -> str:
    """Say where on a card's edge a connector begins or ends, as shares of its width and height."""
    across, down = share(at.x, box.x, box.width), share(at.y, box.y, box.height)
    return f"{name}X={across};{name}Y={down};{name}Dx=0;{name}Dy=0;"


def _number(value: float) -> str:
    return f"{round(value, 2):g}"
