"""The part of a board that reaches into a box.

What lies outside is left out rather than clipped: else the text of the whole board would be found
on each sheet of a poster.
"""

from exporters.diagram.shapes import REACH, inset
from model.layout.geometry import Arrow, Board, LaneBox, PhaseBox, Rect


def part_of(board: Board, box: Rect) -> Board:
    """Return what of a board is seen in `box`, in the board's own coordinates."""
    box = inset(box, -REACH)
    arrows = {id: _arrow(arrow, box) for id, arrow in board.arrows.items()}
    return board._replace(
        lanes=tuple(_lane(lane, box) for lane in board.lanes if lane.strip.meets(box)),
        phases=tuple(_phase(phase, box) for phase in board.phases if phase.strip.meets(box)),
        cards={id: card for id, card in board.cards.items() if card.box.meets(box)},
        arrows={id: arrow for id, arrow in arrows.items() if arrow is not None},
    )


def _lane(lane: LaneBox, box: Rect) -> LaneBox:
    return lane if lane.header.meets(box) else lane._replace(name=(), sector_name=())


def _phase(phase: PhaseBox, box: Rect) -> PhaseBox:
    return phase if phase.header.meets(box) else phase._replace(title=())


def _arrow(arrow: Arrow, box: Rect) -> Arrow | None:
    label = arrow.label if arrow.label and arrow.label.box.meets(box) else None
    xs, ys = [point.x for point in arrow.points], [point.y for point in arrow.points]
    around = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return arrow._replace(words=label) if label or around.meets(box) else None
