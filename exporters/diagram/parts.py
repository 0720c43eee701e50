"""Cuts a part out of a board: its cards stay where they are to each other, nothing is lost.

The part lies in whole lanes and phases, from the first to the last that it has a stage in. Of an
arrow that leads out of it, the piece inside is drawn, with the name of the stage that it leads to
(a stub); a stage that lies between those shown and is not one of them is a ghost.
Docs: docs/decisions/0026-parts-of-a-board.md.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from exporters.diagram import shifting, words
from exporters.diagram.picture import Picture, Stub
from exporters.diagram.stubs import Leaving, Led, Way, leaving, led_outside
from model.ids import Id
from model.layout.geometry import Arrow, Board, Card, Chip, LaneBox, PhaseBox, Point, Rect
from model.layout.metrics import MARGIN
from model.pathway import Pathway
from model.records import Handover

_ABOVE_LANES: Final = 12.0
"""Free paper above the first lane, and what an arrow keeps from the edge of the part."""
_UNDER_HEADERS: Final = 7.0
"""Free paper above stubs."""
_ROUND_ARROW: Final = 6.0


class Cut(NamedTuple):
    """What is shown: stages, and the strips that are kept even without one."""

    stages: frozenset[Id]
    phases: tuple[PhaseBox, ...]
    lanes: tuple[LaneBox, ...]


def cut_phase(pathway: Pathway, board: Board, phase: Id | None) -> Cut | None:
    """Return what a phase shows; None when the board has no such phase."""
    strips = tuple(box for box in board.phases if box.id == phase)
    stages = frozenset(stage.id for stage in pathway.stages if stage.phase == phase)
    return _cut(pathway, board, stages)._replace(phases=strips) if strips else None


def cut_lane(pathway: Pathway, board: Board, actor: Id | None) -> Cut | None:
    strips = tuple(box for box in board.lanes if box.id == actor)
    stages = frozenset(stage.id for stage in pathway.stages if stage.actor == actor)
    return _cut(pathway, board, stages)._replace(lanes=strips) if strips else None


def cut_stages(pathway: Pathway, board: Board, stages: Iterable[Id]) -> Cut | None:
    """Return what some stages show; None when the board has none of them."""
    shown = frozenset(stages) & board.cards.keys()
    return _cut(pathway, board, shown) if shown else None


def _cut(pathway: Pathway, board: Board, stages: frozenset[Id]) -> Cut:
    """Keep the strips from the first to the last that a stage lies in; without a stage all."""
    places = [stage for stage in pathway.stages if stage.id in stages]
    phases = _spanned([box.id for box in board.phases], {stage.phase for stage in places})
    lanes = _spanned([box.id for box in board.lanes], {stage.actor for stage in places})
    return Cut(stages, board.phases[phases], board.lanes[lanes])


def _spanned(strips: list[Id | None], used: Collection[Id | None]) -> slice:
    places = [place for place, id in enumerate(strips) if id in used]
    return slice(places[0], places[-1] + 1) if places else slice(None)


def picture_of(pathway: Pathway, board: Board, cut: Cut, language: str) -> Picture:
    """Draw what was cut out, trimmed to it."""
    inside = _Inside.of(pathway, board, cut)
    edge = _edge(cut, board, inside)
    ghosts, whole, leaves = [], list(inside.between), []
    for arrow, other, way in inside.leading:
        outside = words.Outside(other, conditioned=_label_in(edge, arrow) is None)
        left = leaving(arrow, way, edge, words.stub(pathway, arrow.id, outside, language))
        if left is None:
            ghosts.append(board.cards[other])
            whole.append(arrow)
        else:
            leaves.append(left)
    return _Trimmed(pathway, board, cut, edge).picture(whole, ghosts, leaves)


class _Inside(NamedTuple):
    """The arrows of a part: between its stages, and with one end there.

    Of the latter: the arrow, the stage outside, and which way it leads.
    """

    between: tuple[Arrow, ...]
    leading: tuple[tuple[Arrow, Id, Way], ...]

    @classmethod
    def of(cls, pathway: Pathway, board: Board, cut: Cut) -> "_Inside":
        between, leading = [], []
        for arrow in board.arrows.values():
            handover = pathway.find(Handover, arrow.id)
            if handover is None:
                continue
            goes, comes = handover.source in cut.stages, handover.target in cut.stages
            if goes and comes:
                between.append(arrow)
            elif goes:
                leading.append((arrow, handover.target, Way.OUT))
            elif comes:
                leading.append((arrow, handover.source, Way.IN))
        return cls(tuple(between), tuple(leading))


def _edge(cut: Cut, board: Board, inside: _Inside) -> Rect:
    """Return the part's rectangle on the whole board: strips, and the arrows between its stages."""
    phases, lanes = cut.phases, cut.lanes
    boxes = [board.cards[id].box for id in cut.stages]
    level = lanes[0].strip.y if lanes else phases[0].strip.y if phases else 0
    boxes += [phase.strip._replace(y=level, height=0) for phase in phases]
    if lanes:
        left = phases[0].strip.x if phases else lanes[0].header.right
        first, last = lanes[0].strip, lanes[-1].strip
        boxes.append(Rect(left, first.y - _ABOVE_LANES, 0, last.bottom - first.y + _ABOVE_LANES))
    for arrow in inside.between:
        boxes += _round(arrow)
    edge = _around(boxes)
    labels = [
        arrow.label.box
        for arrow, _stage, way in inside.leading
        if arrow.label and way is Way.OUT and arrow.label.box.meets(edge)
    ]
    return _around([edge, *labels])


def _round(arrow: Arrow) -> Iterator[Rect]:
    xs, ys = [point.x for point in arrow.points], [point.y for point in arrow.points]
    around = _ROUND_ARROW
    yield Rect(
        min(xs) - around,
        min(ys) - around,
        max(xs) - min(xs) + 2 * around,
        max(ys) - min(ys) + 2 * around,
    )
    if arrow.label:
        yield arrow.label.box


def _around(boxes: Iterable[Rect]) -> Rect:
    every = tuple(boxes)
    left, top = min(box.x for box in every), min(box.y for box in every)
    return Rect(
        left, top, max(box.right for box in every) - left, max(box.bottom for box in every) - top
    )


class _Trimmed(NamedTuple):
    """A part of a board, moved to where its headers and its stubs leave it room."""

    pathway: Pathway
    board: Board
    cut: Cut
    edge: Rect

    def picture(
        self, whole: Iterable[Arrow], ghosts: Iterable[Card], leaves: Iterable[Leaving]
    ) -> Picture:
        led = {each.arrow: each for each in led_outside(leaves)}
        edge = self.edge
        around = _around([edge, *(each.chip.box for each in led.values())])
        corner = self._corner()
        above = _UNDER_HEADERS if around.y < edge.y else 0
        by = Point(corner.x - around.x, corner.y + above - around.y)
        width = around.right + by.x + MARGIN
        height = around.bottom + by.y + MARGIN
        arrows = {arrow.id: shifting.arrow(arrow, by) for arrow in whole}
        arrows |= {id: shifting.arrow(self._stump(each), by) for id, each in led.items()}
        board = Board(
            width=width,
            height=height,
            phases=tuple(self._phase(box, by, height) for box in self.cut.phases),
            lanes=tuple(self._lane(box, by, width) for box in self.cut.lanes),
            columns=(),
            cards={
                id: shifting.card(card, by)
                for id, card in self.board.cards.items()
                if id in self.cut.stages
            },
            arrows={id: arrows[id] for id in self.board.arrows if id in arrows},
        )
        return Picture(
            board,
            self.pathway,
            ghosts=tuple(
                shifting.card(card, by) for card in {each.id: each for each in ghosts}.values()
            ),
            stubs=tuple(
                Stub(id, self._outside(id), shifting.chip(each.chip, by))
                for id, each in led.items()
            ),
        )

    def _corner(self) -> Point:
        """Return where the drawing begins: right of the lanes' headers, below the phases'."""
        first_phase = self.board.phases[0] if self.board.phases else None
        first_lane = self.board.lanes[0] if self.board.lanes else None
        left = float(MARGIN)
        if self.cut.lanes and first_lane is not None:
            left = first_phase.strip.x if first_phase else first_lane.header.right + MARGIN
        top = first_phase.header.bottom if self.cut.phases and first_phase else MARGIN
        return Point(left, top)

    def _stump(self, led: Led) -> Arrow:
        arrow = self.board.arrows[led.arrow]
        outwards = led.points[0] == arrow.points[0]
        points = led.points if outwards else led.points[::-1]
        return arrow._replace(points=points, words=_label_in(self.edge, arrow))

    def _outside(self, arrow: Id) -> Id:
        handover = self.pathway.find(Handover, arrow)
        if handover is None:
            return ""
        return handover.target if handover.source in self.cut.stages else handover.source

    def _phase(self, box: PhaseBox, by: Point, height: float) -> PhaseBox:
        """Move a header to above its strip, and let the strip reach down all of the picture."""
        moved = shifting.phase(box, Point(by.x, 0))
        return moved._replace(strip=moved.strip._replace(height=height - MARGIN - moved.strip.y))

    def _lane(self, box: LaneBox, by: Point, width: float) -> LaneBox:
        moved = shifting.lane(box, Point(0, by.y))
        return moved._replace(strip=moved.strip._replace(width=width - 2 * MARGIN))


def _label_in(edge: Rect, arrow: Arrow) -> Chip | None:
    """Return an arrow's label where it lies inside the edge."""
    if arrow.label is None:
        return None
    box = arrow.label.box
    across = edge.x <= box.x and box.right <= edge.right
    return arrow.label if across and edge.y <= box.y and box.bottom <= edge.bottom else None
