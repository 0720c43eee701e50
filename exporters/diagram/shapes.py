"""What meaning does to form: outlines of cards, arrowheads, marks. Shared by paint and SVG.

All in pixels at 100 % zoom, in the board's coordinates.
"""

from enum import Enum, auto
from math import floor, hypot, sqrt

from exporters.diagram.look import Look
from model.codes import Confirmation, Flow, Severity, StageKind
from model.layout.geometry import Arrow, Card, CardSign, Chip, PhaseBox, Point, Rect, Symbol

CORNER = 8.0
"""Radius of a card's corners."""
CUT = 10.0
"""How much of a decision's corners is cut off."""
INSET = 3.0
"""Distance between the two lines of an end stage's border."""
HEADER_CORNER = 4.0
LANE_CORNER = 6.0
LANE_BAR = 5.0
"""Width of the bar in the sector's colour at a lane's left end."""
MEDALLION = 6.5
"""Radius of the round mark on a card's lower edge."""
REACH = MEDALLION + 2.5
"""How far what belongs to a card or an arrow may stand out of its box or its line."""
HEAD_LENGTH = 9.0
HEAD_HALF_WIDTH = 4.0
DASHES = (5.0, 4.0)
"""Line and gap of an optional handover."""

_BAR_PLACES = (4.0, 7.0)
_BAR_HALF_LENGTH = 4.0


class CardForm(Enum):
    """How a card's border is drawn; told by the kind of the stage."""

    ROUNDED = auto()
    CUT = auto()
    DOUBLE = auto()
    ALARM = auto()


_FORMS = {
    StageKind.DECISION: CardForm.CUT,
    StageKind.END: CardForm.DOUBLE,
    StageKind.EMERGENCY: CardForm.ALARM,
}


def form(card: Card) -> CardForm:
    """Return how the card's border is drawn; a folded card is too small for more than a line."""
    if card.folded:
        return CardForm.ROUNDED
    return _FORMS.get(card.kind, CardForm.ROUNDED) if card.kind else CardForm.ROUNDED


def inset(box: Rect, by: float) -> Rect:
    return Rect(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


def crisp(box: Rect) -> Rect:
    """Return where the middle of a border of 1.0 runs: on the middles of pixels at 100 %."""
    return Rect(floor(box.x) + 0.5, floor(box.y) + 0.5, round(box.width) - 1, round(box.height) - 1)


def _crisp_point(point: Point) -> Point:
    return Point(floor(point.x) + 0.5, floor(point.y) + 0.5)


def phase_line(phase: PhaseBox) -> tuple[Point, Point]:
    """Return the ends of the line that parts a phase from the next."""
    strip = phase.strip
    return (
        _crisp_point(Point(strip.right, strip.y)),
        _crisp_point(Point(strip.right, strip.bottom)),
    )


def cut_corners(box: Rect, cut: float = CUT) -> tuple[Point, ...]:
    """Return the eight corners of a box whose corners are cut off, clockwise."""
    return (
        Point(box.x + cut, box.y),
        Point(box.right - cut, box.y),
        Point(box.right, box.y + cut),
        Point(box.right, box.bottom - cut),
        Point(box.right - cut, box.bottom),
        Point(box.x + cut, box.bottom),
        Point(box.x, box.bottom - cut),
        Point(box.x, box.y + cut),
    )


def cut_around(distance: float) -> float:
    """Return how much to cut off a box `distance` outside a decision's, to stay parallel to it."""
    return CUT + distance * (2 - sqrt(2))


def alarm_bar(card: Card) -> Rect:
    """Return the red bar inside the left border of an emergency."""
    box = card.box
    return Rect(box.x + 2.5, box.y + CORNER, 3, box.height - 2 * CORNER)


def is_own(symbol: Symbol, card: Card) -> bool:
    """Whether a sign tells what the stage is, in its colour; its channels' signs stand back."""
    return symbol.sign in (card.kind, CardSign.SUBPATHWAY)


def medallion(card: Card) -> Point | None:
    """Return the centre of the mark that says how sure the workgroup is; None when confirmed.

    Folded cards have no marks.
    """
    if card.confirmation is Confirmation.CONFIRMED or card.folded:
        return None
    return Point(card.box.right - 16, card.box.bottom)


def medallion_icon(card: Card) -> str:
    disputed = card.confirmation is Confirmation.DISPUTED
    return "circle-alert" if disputed else "circle-question-mark"


def medallion_colour(card: Card, look: Look) -> str:
    disputed = card.confirmation is Confirmation.DISPUTED
    return look.severities[Severity.WARNING].strong if disputed else look.muted


def way_in(card: Card) -> Point | None:
    """Return the centre of the mark that customers come in here; None where they do not."""
    return Point(card.box.x + 16, card.box.y) if card.start and not card.folded else None


def way_in_triangle(centre: Point) -> tuple[Point, Point, Point]:
    return (
        Point(centre.x - 2, centre.y - 3.5),
        Point(centre.x + 4, centre.y),
        Point(centre.x - 2, centre.y + 3.5),
    )


def card_colour(card: Card, look: Look) -> str:
    """Return the colour of a card's border and of the sign of its kind."""
    alarming = card.kind is StageKind.EMERGENCY
    return look.alarm if alarming else look.sectors[card.sector].strong


def chip_radius(chip: Chip) -> float:
    """Return a chip's corner radius: round ends on one line, round corners on several."""
    return min(chip.box.height / 2, 9)


def is_dashed(arrow: Arrow) -> bool:
    return arrow.flow is Flow.OPTIONAL


def shaft(arrow: Arrow) -> tuple[Point, ...]:
    """Return the arrow's line, from below the source's border into the head."""
    points = [_crisp_point(point) for point in arrow.points]
    if len(points) > 1:
        points[0] = _moved(points[0], _direction(points[1], points[0]), 1.5)
        points[-1] = _moved(points[-1], _direction(points[-1], points[-2]), HEAD_LENGTH - 1)
    return tuple(points)


def head(arrow: Arrow) -> tuple[Point, Point, Point]:
    """Return the filled triangle at the arrow's end, its tip first."""
    *before, tip = map(_crisp_point, arrow.points)
    along = _direction(before[-1], tip) if before else Point(1, 0)
    foot = _moved(tip, along, -HEAD_LENGTH)
    aside = Point(-along.y * HEAD_HALF_WIDTH, along.x * HEAD_HALF_WIDTH)
    return (
        tip,
        Point(foot.x + aside.x, foot.y + aside.y),
        Point(foot.x - aside.x, foot.y - aside.y),
    )


def parallel_bars(arrow: Arrow) -> tuple[tuple[Point, Point], ...]:
    """Return the two short strokes across the start of a way that others go beside."""
    if arrow.flow is not Flow.PARALLEL or len(arrow.points) < 2:  # noqa: PLR2004 - a line
        return ()
    start, following = map(_crisp_point, arrow.points[:2])
    along = _direction(start, following)
    aside = Point(-along.y * _BAR_HALF_LENGTH, along.x * _BAR_HALF_LENGTH)
    places = [_moved(start, along, at) for at in _BAR_PLACES]
    return tuple(
        (Point(at.x - aside.x, at.y - aside.y), Point(at.x + aside.x, at.y + aside.y))
        for at in places
    )


def _moved(point: Point, along: Point, by: float) -> Point:
    return Point(point.x + along.x * by, point.y + along.y * by)


def _direction(start: Point, end: Point) -> Point:
    length = hypot(end.x - start.x, end.y - start.y)
    return (
        Point((end.x - start.x) / length, (end.y - start.y) / length) if length else Point(1.0, 0.0)
    )
