"""The lanes: strips across the board, with who answers for the stages told at the left."""

from collections import Counter
from typing import NamedTuple

from model.codes import Sector
from model.codes.names import name_of_code
from model.ids import Id
from model.layout.font import baseline_of
from model.layout.geometry import LaneBox, Rect, TextMeasure, TextStyle
from model.layout.grid import Grid
from model.layout.metrics import (
    FOLDED_EDGE,
    FOLDED_ROOM,
    FONTS,
    LANE_GAP,
    LANE_HEADER_WIDTH,
    LANE_PADDING,
    MARGIN,
    PHASE_PADDING_X,
)
from model.layout.rulers import Ruler
from model.layout.text import cut_to, set_lines, wrap
from model.messages import _
from model.pathway import Pathway
from model.records import Actor
from model.text import in_language

LANE_TEXT_WIDTH = LANE_HEADER_WIDTH - LANE_PADDING - PHASE_PADDING_X
LANE_PADDING_Y = 8
LANE_ICON_SIZE = 14
LANE_ICON_GAP = 5  # between the sector's sign and the text beside it
BESIDE_ICON = LANE_ICON_SIZE + LANE_ICON_GAP
NAME_LINE = FONTS[TextStyle.LANE_NAME].line_height


class LaneHeader(NamedTuple):
    """A lane's texts broken into lines, and the height that they need."""

    id: Id | None
    sector: Sector | None
    name: tuple[str, ...]
    sector_name: tuple[str, ...]

    @property
    def height(self) -> float:
        return (
            len(self.name) * NAME_LINE
            + len(self.sector_name) * FONTS[TextStyle.LANE_SECTOR].line_height
            + 2 * LANE_PADDING_Y
        )


class FoldedHeader(NamedTuple):
    """The one line of a folded lane: its name, and how many stages it has."""

    id: Id
    sector: Sector | None
    name: str
    number: str
    number_width: float

    @property
    def height(self) -> float:
        return NAME_LINE + 2 * FOLDED_EDGE


Header = LaneHeader | FoldedHeader


def lane_headers(
    pathway: Pathway, grid: Grid, measure: TextMeasure, language: str
) -> tuple[Header, ...]:
    rows = zip(grid.rows, grid.folded_rows, strict=True)
    folded = {grid.lanes[lane] for lane, is_folded in rows if is_folded}
    stages = Counter(stage.actor for stage in pathway.stages) if folded else Counter()
    return tuple(
        _folded_header(pathway, lane, stages[lane], measure, language)
        if lane in folded and lane is not None
        else _lane_header(pathway, lane, measure, language)
        for lane in grid.lanes
    )


def _lane_header(
    pathway: Pathway, lane: Id | None, measure: TextMeasure, language: str
) -> LaneHeader:
    actor = pathway.find(Actor, lane)
    name = in_language(actor.name, language) if actor else _("No actor")
    sector = actor.sector if actor else None
    name_of_sector = name_of_code(sector) if sector else ""
    return LaneHeader(
        lane,
        sector,
        wrap(name, TextStyle.LANE_NAME, LANE_TEXT_WIDTH, measure),
        wrap(name_of_sector, TextStyle.LANE_SECTOR, LANE_TEXT_WIDTH - BESIDE_ICON, measure),
    )


def _folded_header(
    pathway: Pathway, lane: Id, stages: int, measure: TextMeasure, language: str
) -> FoldedHeader:
    actor = pathway.find(Actor, lane)
    name = in_language(actor.name, language) if actor else ""
    number = str(stages)
    number_width = measure.width(number, TextStyle.LANE_SECTOR)
    width = LANE_TEXT_WIDTH - FOLDED_ROOM - BESIDE_ICON - number_width - LANE_ICON_GAP
    return FoldedHeader(
        lane,
        actor.sector if actor else None,
        cut_to(name, TextStyle.LANE_NAME, width, measure) if name else "",
        number,
        number_width,
    )


def lane_boxes(
    headers: tuple[Header, ...], grid: Grid, down: Ruler, width: float
) -> tuple[LaneBox, ...]:
    """Return the lanes' strips, from the left margin to the board's `width`."""
    boxes = []
    for place, header in enumerate(headers):
        first = grid.rows.index(place)
        after = first + grid.rows.count(place)
        top = down.gutters[first].seam + LANE_GAP / 2
        strip = Rect(MARGIN, top, width - 2 * MARGIN, down.gutters[after].seam - top)
        strip = strip._replace(height=strip.height - LANE_GAP / 2)
        if isinstance(header, FoldedHeader):
            boxes.append(_folded_lane_box(header, strip))
        else:
            boxes.append(_lane_box(header, strip, down.cells[first].start))
    return tuple(boxes)


def _lane_box(header: LaneHeader, strip: Rect, top: float) -> LaneBox:
    """Begin the lane's texts level with its first card."""
    x = strip.x + LANE_PADDING
    name = set_lines(header.name, TextStyle.LANE_NAME, x, top)
    below = top + len(name) * NAME_LINE
    beside = x + BESIDE_ICON
    return LaneBox(
        id=header.id,
        strip=strip,
        header=strip._replace(width=LANE_HEADER_WIDTH),
        sector=header.sector,
        name=name,
        sector_name=set_lines(header.sector_name, TextStyle.LANE_SECTOR, beside, below),
        icon=Rect(x, below + 1, LANE_ICON_SIZE, LANE_ICON_SIZE),
    )


def _folded_lane_box(header: FoldedHeader, strip: Rect) -> LaneBox:
    """Put the line in the middle of the strip: the sector's sign, the name, the number."""
    x = strip.x + LANE_PADDING
    top = strip.y + (strip.height - NAME_LINE) / 2
    level = baseline_of(TextStyle.LANE_NAME) - baseline_of(TextStyle.LANE_SECTOR)
    end = strip.x + LANE_HEADER_WIDTH - PHASE_PADDING_X - FOLDED_ROOM
    return LaneBox(
        id=header.id,
        strip=strip,
        header=strip._replace(width=LANE_HEADER_WIDTH),
        sector=header.sector,
        name=set_lines([header.name], TextStyle.LANE_NAME, x + BESIDE_ICON, top)
        if header.name
        else (),
        sector_name=set_lines(
            [header.number], TextStyle.LANE_SECTOR, end - header.number_width, top + level
        ),
        icon=Rect(x, top + (NAME_LINE - LANE_ICON_SIZE) / 2, LANE_ICON_SIZE, LANE_ICON_SIZE),
        folded=True,
    )
