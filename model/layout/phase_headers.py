"""The phases' headers: dark bars across the top, and the strips of the board below them."""

from model.ids import Id
from model.layout.geometry import PhaseBox, Rect, TextMeasure, TextStyle
from model.layout.grid import Grid
from model.layout.metrics import (
    FOLDED_PADDING_X,
    FOLDED_ROOM,
    FONTS,
    LANE_GAP,
    MARGIN,
    PHASE_PADDING_X,
    PHASE_PADDING_Y,
)
from model.layout.rulers import Ruler
from model.layout.text import cut_to, set_lines, wrap
from model.messages import _
from model.pathway import Pathway
from model.records import Phase
from model.text import in_language

STYLE = TextStyle.PHASE_TITLE
TELLING = 4  # letters; fewer tell no more than the phase's number does


def phase_boxes(
    pathway: Pathway, grid: Grid, across: Ruler, measure: TextMeasure, language: str
) -> tuple[PhaseBox, ...]:
    """Return the phases' headers, all of one height, with strips not yet reaching down."""
    texts = [
        _phase_title(pathway, phase, place + 1, language) for place, phase in enumerate(grid.phases)
    ]
    lefts, widths, folded = [], [], []
    for place in range(len(texts)):
        first = grid.columns.index(place)
        after = first + grid.columns.count(place)
        lefts.append(across.gutters[first].boundary)
        widths.append(across.gutters[after].boundary - lefts[-1])
        folded.append(grid.folded_columns[first])
    titles = [
        wrap(text, STYLE, width - LANE_GAP - 2 * PHASE_PADDING_X, measure)
        for text, width in zip(texts, widths, strict=True)
    ]
    rows = max(
        (len(title) for title, is_folded in zip(titles, folded, strict=True) if not is_folded),
        default=1,
    )
    height = max(rows, 1) * FONTS[STYLE].line_height + 2 * PHASE_PADDING_Y
    boxes = []
    for place, phase in enumerate(grid.phases):
        x, title = lefts[place] + LANE_GAP / 2 + PHASE_PADDING_X, titles[place]
        if folded[place]:
            x += FOLDED_PADDING_X - PHASE_PADDING_X
            width = widths[place] - LANE_GAP - FOLDED_PADDING_X - FOLDED_ROOM
            title = _folded_title(texts[place], str(place + 1), width, rows, measure)
        header = Rect(lefts[place] + LANE_GAP / 2, MARGIN, widths[place] - LANE_GAP, height)
        strip = Rect(lefts[place], MARGIN, widths[place], 0)
        lines = set_lines(title, STYLE, x, MARGIN + PHASE_PADDING_Y)
        boxes.append(PhaseBox(phase, header, strip, lines, folded[place]))
    return tuple(boxes)


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


def _folded_title(
    text: str, number: str, width: float, rows: int, measure: TextMeasure
) -> tuple[str, ...]:
    """Return the title when it fits into so many rows, else its beginning, else its number."""
    lines = wrap(text, STYLE, width, measure)
    if len(lines) <= rows and not any(line.endswith("-") for line in lines[:-1]):
        return lines
    begin = cut_to(text, STYLE, width, measure)
    return (begin if len(begin) > len(number) + TELLING else number,)
