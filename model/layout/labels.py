"""The words on the arrows: what they say, and where room is kept for them.

A label lies on its arrow's first run: in the empty cell beside the source when the run passes
one, else in the gutter beside it, in a zone that tracks keep clear of. On an arrow that runs
straight down it lies in the gutter below the upper card.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import ceil

from model.codes.names import name_of_code
from model.layout.geometry import Chip, Rect, TextMeasure, TextStyle
from model.layout.metrics import (
    CARD_WIDTH,
    FONTS,
    LABEL_GAP,
    LABEL_PADDING_X,
    LABEL_PADDING_Y,
    LABEL_WIDTH,
    TRACK_GAP,
)
from model.layout.runs import Axis, LabelText, Path, Run
from model.layout.text import set_lines, widest, wrap_evenly
from model.records import Handover
from model.text import in_language

STYLE = TextStyle.HANDOVER_LABEL


def label_text(handover: Handover, measure: TextMeasure, language: str) -> LabelText | None:
    """Return the condition, else the name of the kind; None when the arrow has neither."""
    words = in_language(handover.condition, language)
    if not words and handover.kind:
        words = name_of_code(handover.kind)
    return _label(words, measure) if words else None


@lru_cache(maxsize=10_000)
def _label(words: str, measure: TextMeasure) -> LabelText | None:
    lines = wrap_evenly(words, STYLE, LABEL_WIDTH - 2 * LABEL_PADDING_X, measure)
    return LabelText(
        lines,
        widest(lines, STYLE, measure) + 2 * LABEL_PADDING_X,
        len(lines) * FONTS[STYLE].line_height + 2 * LABEL_PADDING_Y,
    )


def keep_room(paths: Iterable[Path], measure: TextMeasure, language: str) -> None:
    """Give each labelled arrow's first run its label and the line where it lies."""
    paths = tuple(paths)
    crossed = {cell for path in paths for cell in _cells_passed_down(path.runs[0])}
    for path in paths:
        run = path.runs[0]
        run.label = label_text(path.handover, measure, language)
        gutter = ceil(run.low)
        cell = gutter + 1
        free = run.axis is Axis.ACROSS and cell < run.high and (run.line, cell) not in crossed
        run.label_line = cell if free else gutter


def _cells_passed_down(run: Run) -> Iterator[tuple[int, int]]:
    if run.axis is Axis.DOWN:
        for line in range(ceil(run.low) + 1, int(run.high), 2):
            yield line, run.line


def gap_across(run: Run, other: Run) -> float:
    """Return how far apart two runs of a row lie, so that neither meets the other's label."""
    return _half_height(run, other) + _half_height(other, run)


def _half_height(run: Run, other: Run) -> float:
    past = other.low < run.label_line <= other.high
    return half_height(run) if past else TRACK_GAP / 2


def half_height(run: Run) -> float:
    """Return the room that a run needs to each side of it."""
    return (run.label.height + LABEL_GAP) / 2 if run.label else TRACK_GAP / 2


def gap_down(run: Run, other: Run) -> float:
    """Return how far apart two runs between one card and the next lie, with labels on them."""
    widths = [each.label.width for each in (run, other) if each.label]
    return 2 * max([TRACK_GAP, *(width - CARD_WIDTH / 2 + LABEL_GAP for width in widths)])


def zone_across(runs: Iterable[Run], line: int) -> float:
    """Return how wide the labels are that runs across have in that gutter."""
    return max((run.label.width for run in runs if run.label and run.label_line == line), default=0)


def zone_down(runs: Sequence[Run], line: int) -> float:
    """Return how high the labels are, one below the other, that one column has in that gutter."""
    heights = [run.label.height for run in runs if run.label and run.label_line == line]
    return sum(heights) + LABEL_GAP * (len(heights) - 1) if heights else 0


def label_across(run: Run, x: float) -> Chip | None:
    """Put a run's label on it, with its middle at `x`."""
    if run.label is None:
        return None
    return _chip(run.label, x - run.label.width / 2, run.at - run.label.height / 2)


def labels_down(runs: Sequence[Run], top: float) -> Mapping[Run, Chip]:
    """Put the labels of runs between one card and the next on them, clear of each other's runs."""
    chips = {}
    for run in runs:
        if run.label is None:
            continue
        x = run.at - run.label.width / 2
        for other in runs:
            if other.at > run.at:
                x = min(x, other.at - LABEL_GAP - run.label.width)
            elif other.at < run.at:
                x = max(x, other.at + LABEL_GAP)
        chips[run] = _chip(run.label, x, top)
        top += run.label.height + LABEL_GAP
    return chips


def _chip(label: LabelText, x: float, y: float) -> Chip:
    lines = set_lines(label.lines, STYLE, x + LABEL_PADDING_X, y + LABEL_PADDING_Y)
    return Chip(Rect(x, y, label.width, label.height), lines)
