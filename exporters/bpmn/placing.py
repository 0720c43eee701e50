"""Where everything goes: the board's own layout, with gateways and events in columns of their own.

Each node is laid out as a card of the board and each flow as a handover, so that nothing overlaps
and lines run in the gutters. Then what needs less room is drawn together: columns without tasks,
and the lanes' headers. Sizes of events and gateways are those that BPMN
tools draw them in (bpmn-js).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import sqrt
from typing import Final, NamedTuple

from exporters.bpmn.as_board import as_board, before, phase_id
from exporters.bpmn.flow import Diagram, Node, lane_id
from model.ids import Id
from model.layout import board, font_measure
from model.layout.geometry import Arrow, Board, Chip, ColumnBox, Point, Rect
from model.pathway import Pathway

EVENT: Final = 36
GATEWAY: Final = 50
HEADER: Final = 30
"""Width of a pool's name, and of a lane's, which stand upright."""
_LABELLED: Final = 100
_BARE: Final = 60
"""Widths of columns of events and gateways with words below them, and of joins without."""
_APART: Final = 40
"""From pool to pool; the least height of a lane is more."""
_BLACK_BOX: Final = 60
_LABEL_LINE: Final = 14
_NOTE_LINE: Final = 15


class Places(NamedTuple):
    """Boxes of what is drawn, by the ids of elements; `lines` from edge to edge of the shapes."""

    shapes: Mapping[str, Rect]
    labels: Mapping[str, Rect]
    lines: Mapping[str, tuple[Point, ...]]
    lanes: Mapping[Id | None, Rect]
    pools: Mapping[str, Rect]
    groups: Mapping[Id, Rect]
    group_titles: Mapping[Id, Rect]


def places(diagram: Diagram, pathway: Pathway, language: str) -> Places:
    """Lay the diagram out."""
    laid = board(as_board(diagram, pathway, language), font_measure(), language)
    nodes = {node.id: node for node in diagram.nodes}
    across = _across(laid, nodes)
    boxes = {id: _mapped(card.box, across) for id, card in laid.cards.items()}
    shapes = {id: _shape(nodes[id], boxes[id]) for id in nodes}
    for note in diagram.annotations:
        shapes[note.id] = boxes[note.id]._replace(height=_note_height(note.text))
    labels = {
        id: _words(node, shapes[id], boxes[id])
        for id, node in nodes.items()
        if not node.is_task and node.name
    }
    lines = {}
    for edge in diagram.edges:
        arrow = laid.arrows[edge.id]
        ends = nodes[edge.source], nodes[edge.target]
        points = [Point(across.of(point.x), point.y) for point in arrow.points]
        lines[edge.id] = tuple(_docked(points, ends, shapes))
        if arrow.label:
            labels[edge.id] = _beside(arrow.label, arrow, across)
    return Places(shapes, labels, lines, *_frame(diagram, laid, across))


class _Scale:
    """A line that is drawn together and pulled apart in places: from the board's to ours."""

    def __init__(self, marks: Iterable[tuple[float, float]]) -> None:
        """Take marks of where (on the board, here), ascending; beyond the last all is moved."""
        self._here: list[float] = []
        self._there: list[float] = []
        for here, there in marks:
            self._here.append(here)
            self._there.append(there)

    def of(self, here: float) -> float:
        place = bisect_right(self._here, here) - 1
        if place < 0:
            return here
        start, moved = self._here[place], self._there[place]
        if place + 1 == len(self._here):
            return moved + here - start
        share = (here - start) / (self._here[place + 1] - start)
        return moved + share * (self._there[place + 1] - moved)


def _across(laid: Board, nodes: Mapping[str, Node]) -> _Scale:
    kinds: dict[float, list[Node | None]] = {}
    for id, card in laid.cards.items():
        kinds.setdefault(card.box.x, []).append(nodes.get(id))
    marks = [(0.0, 0.0)]
    if laid.lanes:
        marks.append((laid.lanes[0].header.right, 2.0 * HEADER))
    for column in laid.columns:
        width = _width(column, kinds.get(column.left, []))
        marks += [
            (column.left, _Scale(marks).of(column.left)),
            (column.left + column.width, _Scale(marks).of(column.left) + width),
        ]
    return _Scale(marks)


def _width(column: ColumnBox, nodes: Sequence[Node | None]) -> float:
    if not nodes or any(node is None or node.is_task for node in nodes):
        return column.width
    return _LABELLED if any(node and node.name for node in nodes) else _BARE


def _mapped(box: Rect, across: _Scale) -> Rect:
    x = across.of(box.x)
    return Rect(x, box.y, across.of(box.right) - x, box.height)


def _shape(node: Node, box: Rect) -> Rect:
    if node.is_task:
        return box
    size = GATEWAY if node.is_gateway else EVENT
    return Rect(box.centre.x - size / 2, box.centre.y - size / 2, size, size)


def _words(node: Node, shape: Rect, box: Rect) -> Rect:
    """Return where a node's words stand: below an event, left below a gateway that parts ways."""
    if node.is_event:
        return Rect(box.x, shape.bottom + 2, box.width, 2 * _LABEL_LINE)
    return Rect(shape.x - 44, shape.centre.y + 8, 60, 2 * _LABEL_LINE)


def _note_height(text: str) -> float:
    return 10 + _NOTE_LINE * (1 + text.count("\n"))


def _beside(label: Chip, arrow: Arrow, across: _Scale) -> Rect:
    """Return where a flow's words stand: above a level line, right of an upright one."""
    box = label.box
    x, y = across.of(box.centre.x), box.centre.y
    height = _LABEL_LINE * len(label.lines)
    is_level = any(
        start.y == end.y
        and min(start.x, end.x) <= box.centre.x <= max(start.x, end.x)
        and abs(start.y - y) < box.height / 2
        for start, end in pairwise(arrow.points)
    )
    if is_level:
        return Rect(x - box.width / 2, y - height - 1, box.width, height)
    return Rect(x + 4, y - height / 2, box.width, height)


def _docked(
    points: Sequence[Point], ends: tuple[Node, Node], shapes: Mapping[str, Rect]
) -> Iterator[Point]:
    """Lead a line's ends on to the shapes that are smaller than the cards they stand for."""
    line = list(points)
    for node in ends:
        line.reverse()
        if not node.is_task:
            line[-1:] = _onto(shapes[node.id], node, line[-1], line[-2])
    previous: Point | None = None
    for point in line:
        rounded = Point(round(point.x, 1), round(point.y, 1))
        if rounded != previous:
            yield rounded
        previous = rounded


def _onto(shape: Rect, node: Node, end: Point, before: Point) -> list[Point]:
    """Return what ends a line at a circle or diamond instead of at `end`, one bend at most."""
    centre, radius = shape.centre, shape.width / 2
    is_level = abs(end.y - before.y) <= abs(end.x - before.x)
    aside = abs(end.y - centre.y if is_level else end.x - centre.x)
    if aside < radius:
        depth = radius - aside if node.is_gateway else sqrt(radius**2 - aside**2)
        if is_level:
            return [Point(centre.x + (depth if end.x > centre.x else -depth), end.y)]
        return [Point(end.x, centre.y + (depth if end.y > centre.y else -depth))]
    if is_level:
        edge = centre.y + (radius if end.y > centre.y else -radius)
        return [Point(centre.x, end.y), Point(centre.x, edge)]
    edge = centre.x + (radius if end.x > centre.x else -radius)
    return [Point(end.x, centre.y), Point(edge, centre.y)]


Frame = tuple[Mapping[Id | None, Rect], Mapping[str, Rect], Mapping[Id, Rect], Mapping[Id, Rect]]


def _frame(diagram: Diagram, laid: Board, across: _Scale) -> Frame:
    """Return lanes, pools, groups and the places of the groups' titles."""
    boxes = {lane.id: lane.strip for lane in laid.lanes}
    right = across.of(laid.width)
    lanes: dict[Id | None, Rect] = {}
    pools: dict[str, Rect] = {}
    bottom = laid.lanes[-1].strip.bottom if laid.lanes else 0.0
    for pool in diagram.pools:
        if not pool.has_process:
            pools[pool.id] = Rect(0, bottom + _APART, right, _BLACK_BOX)
            bottom += _APART + _BLACK_BOX
            continue
        strips = [boxes[lane_id(actor)] for actor in pool.lanes]
        # Lanes leave nothing between them, and the first has the ways above it.
        top = boxes[before(pool)].y + _APART
        ends = [top, *(strip.y for strip in strips[1:]), strips[-1].bottom]
        for actor, (upper, lower) in zip(pool.lanes, pairwise(ends), strict=True):
            lanes[actor] = Rect(HEADER, upper, right - HEADER, lower - upper)
        pools[pool.id] = Rect(0, top, right, ends[-1] - top)
    groups, titles = {}, {}
    strips_of = {box.id: box for box in laid.phases}
    for phase in diagram.groups:
        box = strips_of[phase_id(phase)]
        left, edge = across.of(box.strip.x), across.of(box.strip.right)
        band = Rect(left + 3, box.header.y, edge - left - 6, bottom + 10 - box.header.y)
        groups[phase] = band
        titles[phase] = band._replace(y=band.y + 4, height=box.header.height)
    return lanes, pools, groups, titles
