"""The words on the arrows: what they say, and where room is kept for them.

A label lies on its arrow's first run: in the empty cell beside the source when the run passes
one, else in the gutter beside it, in a zone that tracks keep clear of. On an arrow that runs
straight down it lies in the gutter below the upper card.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import ceil

from model.codes.names import name_of_code
from model.layout.geometry import Chip, Rect, TextMeasure, TextStyle
from model.layout.metrics import (
    CARD_WIDTH,
    FONTS,
    LABEL_FEW_LINES,
    LABEL_GAP,
    LABEL_NARROW,
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
MOST_NARROW = 3  # a stage with more labels than that on its way out gets wide, low ones


def keep_room(paths: Iterable[Path], measure: TextMeasure, language: str) -> None:
    """Give each labelled arrow's first run its label and the line where it lies."""
    paths = tuple(paths)
    words = {path.handover.id: _words(path.handover, language) for path in paths}
    labels_out = Counter(path.source for path in paths if words[path.handover.id])
    crossed = {cell for path in paths for cell in _cells_passed_down(path.runs[0])}
    for path in paths:
        run = path.runs[0]
        gutter = ceil(run.low)
        cell = gutter + 1
        free = run.axis is Axis.ACROSS and cell < run.high and (run.line, cell) not in crossed
        run.label_line = cell if free else gutter
        narrow = run.axis is Axis.ACROSS and not free and labels_out[path.source] <= MOST_NARROW
        wrapped = _narrow_label if narrow else _wide_label
        run.label = wrapped(words[path.handover.id], measure)


def _words(handover: Handover, language: str) -> str:
    """Return the condition, else the name of the kind, else ''."""
    words = in_language(handover.condition, language)
    return words or (name_of_code(handover.kind) if handover.kind else "")


def _narrow_label(words: str, measure: TextMeasure) -> LabelText | None:
    """Break a label so that the gutter stays narrow, without cutting a word for that."""
    label = _label(words, LABEL_NARROW, measure)
    if label is None or (
        len(label.lines) <= LABEL_FEW_LINES and not any(line.endswith("-") for line in label.lines)
    ):
        return label
    return _wide_label(words, measure)


def _wide_label(words: str, measure: TextMeasure) -> LabelText | None:
    """Break a label so that its card stays low."""
    return _label(words, LABEL_WIDTH, measure)


@lru_cache(maxsize=10_000)
def _label(words: str, width: float, measure: TextMeasure) -> LabelText | None:
    lines = wrap_evenly(words, STYLE, width - 2 * LABEL_PADDING_X, measure)
    if not lines:
        return None
    return LabelText(
        lines,
        widest(lines, STYLE, measure) + 2 * LABEL_PADDING_X,
        len(lines) * FONTS[STYLE].line_height + 2 * LABEL_PADDING_Y,
    )


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


def runs_down(paths: Iterable[Path]) -> Mapping[tuple[int, int], list[Run]]:
    """Return the runs straight from a card to one below, by column line and upper gutter line."""
    runs: defaultdict[tuple[int, int], list[Run]] = defaultdict(list)
    for path in paths:
        run = path.runs[0]
        if run.axis is Axis.DOWN:
            runs[run.line, run.label_line].append(run)
    return runs


def zone_across(run: Run) -> float:
    """Return how much of its gutter's width the label of a run takes."""
    return run.label.width if run.label and run.axis is Axis.ACROSS else 0


def zone_down(runs: Iterable[Run]) -> float:
    """Return how high the labels of runs between two cards are, one below the other."""
    heights = [run.label.height for run in runs if run.label]
    return sum(heights) + LABEL_GAP * (len(heights) - 1) if heights else 0


def label_across(label: LabelText, x: float, y: float) -> Chip:
    """Put a label with its middle at (x, y)."""
    return _chip(label, x - label.width / 2, y - label.height / 2)


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
