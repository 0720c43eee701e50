"""Phase headers and lanes: the frame that the cards stand in."""

from typing import NamedTuple

from model.codes import Sector
from model.codes.names import name_of_code
from model.ids import Id
from model.layout.geometry import LaneBox, PhaseBox, Rect, TextMeasure, TextStyle
from model.layout.grid import Grid
from model.layout.metrics import (
    FONTS,
    LANE_GAP,
    LANE_HEADER_WIDTH,
    LANE_PADDING,
    MARGIN,
    PHASE_PADDING_X,
    PHASE_PADDING_Y,
)
from model.layout.rulers import Ruler
from model.layout.text import set_lines, wrap
from model.messages import _
from model.pathway import Pathway
from model.records import Actor, Phase
from model.text import in_language

LANE_TEXT_WIDTH = LANE_HEADER_WIDTH - LANE_PADDING - PHASE_PADDING_X
LANE_PADDING_Y = 8
LANE_ICON_SIZE = 14
LANE_ICON_GAP = 5  # between the sector's sign and its name


class LaneHeader(NamedTuple):
    """A lane's texts broken into lines, and the height that they need."""

    id: Id | None
    sector: Sector | None
    name: tuple[str, ...]
    sector_name: tuple[str, ...]

    @property
    def height(self) -> float:
        return (
            len(self.name) * FONTS[TextStyle.LANE_NAME].line_height
            + len(self.sector_name) * FONTS[TextStyle.LANE_SECTOR].line_height
            + 2 * LANE_PADDING_Y
        )


def lane_headers(
    pathway: Pathway, grid: Grid, measure: TextMeasure, language: str
) -> tuple[LaneHeader, ...]:
    return tuple(_lane_header(pathway, lane, measure, language) for lane in grid.lanes)


def _lane_header(
    pathway: Pathway, lane: Id | None, measure: TextMeasure, language: str
) -> LaneHeader:
    actor = pathway.find(Actor, lane)
    name = in_language(actor.name, language) if actor else _("No actor")
    sector = actor.sector if actor else None
    return LaneHeader(
        lane,
        sector,
        wrap(name, TextStyle.LANE_NAME, LANE_TEXT_WIDTH, measure),
        wrap(
            name_of_code(sector),
            TextStyle.LANE_SECTOR,
            LANE_TEXT_WIDTH - LANE_ICON_SIZE - LANE_ICON_GAP,
            measure,
        )
        if sector
        else (),
    )


def phase_boxes(
    pathway: Pathway, grid: Grid, across: Ruler, measure: TextMeasure, language: str
) -> tuple[PhaseBox, ...]:
    """Return the phases' headers, all of one height, with strips not yet reaching down."""
    boxes = []
    for place, phase in enumerate(grid.phases):
        first = grid.columns.index(place)
        after = first + grid.columns.count(place)
        left = across.gutters[first].boundary
        strip = Rect(left, MARGIN, across.gutters[after].boundary - left, 0)
        title = wrap(
            _phase_title(pathway, phase, place + 1, language),
            TextStyle.PHASE_TITLE,
            strip.width - LANE_GAP - 2 * PHASE_PADDING_X,
            measure,
        )
        x = left + LANE_GAP / 2 + PHASE_PADDING_X
        lines = set_lines(title, TextStyle.PHASE_TITLE, x, MARGIN + PHASE_PADDING_Y)
        boxes.append(PhaseBox(phase, strip, strip, lines))
    rows = max((len(box.title) for box in boxes), default=1)
    height = rows * FONTS[TextStyle.PHASE_TITLE].line_height + 2 * PHASE_PADDING_Y
    return tuple(
        box._replace(
            header=Rect(box.strip.x + LANE_GAP / 2, MARGIN, box.strip.width - LANE_GAP, height)
        )
        for box in boxes
    )


def _phase_title(pathway: Pathway, phase: Id | None, number: int, language: str) -> str:
    record = pathway.find(Phase, phase)
    if record is None:
        return _("No phase")
    return f"{number} {in_language(record.title, language)}".strip()


def reaching(phases: tuple[PhaseBox, ...], bottom: float) -> tuple[PhaseBox, ...]:
    """Let the strips of the phases reach from below the headers down to `bottom`."""
    return tuple(
        phase._replace(
            strip=phase.strip._replace(y=phase.header.bottom, height=bottom - phase.header.bottom)
        )
        for phase in phases
    )


def lane_boxes(
    headers: tuple[LaneHeader, ...], grid: Grid, down: Ruler, width: float
) -> tuple[LaneBox, ...]:
    """Return the lanes' strips, from the left margin to the board's `width`."""
    boxes = []
    for place, header in enumerate(headers):
        first = grid.rows.index(place)
        after = first + grid.rows.count(place)
        top = down.gutters[first].seam + LANE_GAP / 2
        strip = Rect(MARGIN, top, width - 2 * MARGIN, down.gutters[after].seam - top)
        strip = strip._replace(height=strip.height - LANE_GAP / 2)
        boxes.append(_lane_box(header, strip, down.cells[first].start))
    return tuple(boxes)


def _lane_box(header: LaneHeader, strip: Rect, top: float) -> LaneBox:
    """Begin the lane's texts level with its first card."""
    x = strip.x + LANE_PADDING
    name = set_lines(header.name, TextStyle.LANE_NAME, x, top)
    below = top + len(name) * FONTS[TextStyle.LANE_NAME].line_height
    beside = x + LANE_ICON_SIZE + LANE_ICON_GAP
    return LaneBox(
        id=header.id,
        strip=strip,
        header=strip._replace(width=LANE_HEADER_WIDTH),
        sector=header.sector,
        name=name,
        sector_name=set_lines(header.sector_name, TextStyle.LANE_SECTOR, beside, below),
        icon=Rect(x, below + 1, LANE_ICON_SIZE, LANE_ICON_SIZE),
    )
