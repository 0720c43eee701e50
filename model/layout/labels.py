"""The words on the arrows: what they say, and where room is kept for them.

A label lies on its arrow's first run: in the empty cell beside the source when the run passes
one, else in the gutter beside it, in a zone that tracks keep clear of. On an arrow that runs
straight down it lies in the gutter below the upper card.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from model.codes.names import name_of_code
from model.ids import Id
from model.layout.geometry import Chip, NoteBox, Rect, TextMeasure, TextStyle
from model.layout.grid import Grid
from model.layout.metrics import (
    CARD_WIDTH,
    FONTS,
    LABEL_FEW_LINES,
    LABEL_GAP,
    LABEL_NARROW,
    LABEL_PADDING_X,
    LABEL_PADDING_Y,
    LABEL_WIDTH,
    NOTE_GAP,
    NOTE_ON_ARROW_WIDTH,
    TRACK_GAP,
)
from model.layout.notes import Notes, NoteText, note_texts, pile, pile_height
from model.layout.runs import ACROSS, DOWN, LabelText, Path, Run, gutter_line
from model.layout.text import set_lines, widest, wrap_evenly
from model.records import Handover
from model.text import in_language

STYLE = TextStyle.HANDOVER_LABEL
MOST_NARROW = 3  # a stage with more labels than that on its way out gets wide, low ones


class Labels:
    """What stands on the arrows of one board after another."""

    def __init__(self, measure: TextMeasure) -> None:
        self._measure = measure
        self._language = ""
        self._words: dict[Id, tuple[Handover, str]] = {}

    def keep_room(self, paths: Mapping[Id, Path], grid: Grid, notes: Notes, language: str) -> None:
        """Give each labelled arrow's first run its label and the line where it lies.

        An arrow out of a folded lane or phase has none.
        """
        words = self._words_on(paths, grid, language)
        labels_out = Counter(path.source for id, path in paths.items() if words[id])
        crossed = {
            cell
            for path in paths.values()
            if path.runs[0].axis is DOWN
            for cell in _cells_passed_down(path.runs[0])
        }
        for id, path in paths.items():
            run = path.runs[0]
            free = _free_cell(run, grid, crossed)
            run.label_line = free or _gutter_for_label(path, grid)
            narrow = not free and labels_out[path.source] <= MOST_NARROW
            wrapped = _narrow_label if narrow and run.axis is ACROSS else _wide_label
            run.label = wrapped(words[id], self._measure) if words[id] else None
            about = notes.about(id)
            if about and not grid.is_folded(path.source):
                texts = note_texts(about, NOTE_ON_ARROW_WIDTH, self._measure, language)
                run.label = _with_notes(run.label, texts)

    def _words_on(self, paths: Mapping[Id, Path], grid: Grid, language: str) -> Mapping[Id, str]:
        known = self._words if language == self._language else {}
        self._language, self._words = language, {}
        for id, path in paths.items():
            kept = known.get(id)
            if kept is None or kept[0] is not path.handover:
                kept = path.handover, _words(path.handover, language)
            self._words[id] = kept
        return {
            id: "" if grid.is_folded(paths[id].source) else words
            for id, (_handover, words) in self._words.items()
        }


def _free_cell(run: Run, grid: Grid, crossed: Container[tuple[int, int]]) -> int:
    """Return the line of the empty cell after the run's first gutter, else 0."""
    cell = ceil(run.low) + 1
    if run.axis is DOWN or cell >= run.high or (run.line, cell) in crossed:
        return 0
    return 0 if grid.folded_columns[cell // 2] else cell


def _gutter_for_label(path: Path, grid: Grid) -> int:
    """Return the gutter after the first card of the arrow's first run, unless that is folded."""
    run = path.runs[0]
    if run.axis is DOWN:
        upper, lower = sorted((path.source, path.target))
        return gutter_line(lower.row if grid.folded_rows[upper.row] else upper.row + 1)
    if (
        len(path.runs) == 1
        and path.target < path.source
        and grid.folded_columns[path.target.column]
    ):
        return gutter_line(path.source.column)
    return ceil(run.low)


def _words(handover: Handover, language: str) -> str:
    """Return the condition, else the name of the kind, else ''."""
    words = in_language(handover.condition, language)
    return words or (name_of_code(handover.kind) if handover.kind else "")


@lru_cache(maxsize=10_000)
def _narrow_label(words: str, measure: TextMeasure) -> LabelText | None:
    """Break a label so that the gutter stays narrow, without cutting a word for that."""
    label = _label(words, LABEL_NARROW, measure)
    if label is None or (
        len(label.lines) <= LABEL_FEW_LINES and not any(line.endswith("-") for line in label.lines)
    ):
        return label
    return _wide_label(words, measure)


@lru_cache(maxsize=10_000)
def _wide_label(words: str, measure: TextMeasure) -> LabelText | None:
    """Break a label so that its card stays low."""
    return _label(words, LABEL_WIDTH, measure)


def _label(words: str, width: float, measure: TextMeasure) -> LabelText | None:
    lines = wrap_evenly(words, STYLE, width - 2 * LABEL_PADDING_X, measure)
    if not lines:
        return None
    width = widest(lines, STYLE, measure) + 2 * LABEL_PADDING_X
    height = len(lines) * FONTS[STYLE].line_height + 2 * LABEL_PADDING_Y
    return LabelText(lines, width, height, (), width, height)


def _with_notes(label: LabelText | None, notes: tuple[NoteText, ...]) -> LabelText:
    pile = pile_height(notes)
    if label is None:
        return LabelText((), 0, 0, notes, NOTE_ON_ARROW_WIDTH, pile)
    return label._replace(
        notes=notes,
        width=max(label.width, NOTE_ON_ARROW_WIDTH),
        height=label.height + NOTE_GAP + pile,
    )


def _cells_passed_down(run: Run) -> Iterator[tuple[int, int]]:
    for line in range(ceil(run.low) + 1, int(run.high), 2):
        yield line, run.line


def gap_across(upper: Run, lower: Run) -> float:
    """Return how far apart two runs of a row lie, so that neither meets the other's label."""
    below = room_below(upper) if _passes_label(lower, upper) else TRACK_GAP / 2
    above = room_above(lower) if _passes_label(upper, lower) else TRACK_GAP / 2
    return below + above


def _passes_label(run: Run, labelled: Run) -> bool:
    return run.low < labelled.label_line <= run.high


def room_above(run: Run) -> float:
    """Return the room that a run across needs above it."""
    return run.label.above + LABEL_GAP / 2 if run.label else TRACK_GAP / 2


def room_below(run: Run) -> float:
    return run.label.below + LABEL_GAP / 2 if run.label else TRACK_GAP / 2


def gap_down(run: Run, other: Run) -> float:
    """Return how far apart two runs between one card and the next lie, with labels on them."""
    widths = [each.label.width for each in (run, other) if each.label]
    return 2 * max([TRACK_GAP, *(width - CARD_WIDTH / 2 + LABEL_GAP for width in widths)])


def runs_down(paths: Iterable[Path]) -> Mapping[tuple[int, int], list[Run]]:
    """Return the runs straight from a card to one below, by column line and upper gutter line."""
    runs: defaultdict[tuple[int, int], list[Run]] = defaultdict(list)
    for path in paths:
        run = path.runs[0]
        if run.axis is DOWN:
            runs[run.line, run.label_line].append(run)
    return runs


def zone_down(runs: Iterable[Run]) -> float:
    """Return how high the labels of runs between two cards are, one below the other."""
    heights = [run.label.height for run in runs if run.label]
    return sum(heights) + LABEL_GAP * (len(heights) - 1) if heights else 0


class PlacedLabel(NamedTuple):
    chip: Chip | None
    notes: Sequence[NoteBox]


def label_across(label: LabelText, x: float, y: float) -> PlacedLabel:
    """Put a label with its words on (x, y) and its notes below them."""
    return _placed(label, x - label.width / 2, y - label.above, x)


def labels_down(runs: Sequence[Run], middle: float, top: float) -> Mapping[Run, PlacedLabel]:
    """Put the labels of runs between one card and the next on them, clear of each other's runs.

    They lie no further to the sides than the cards, whose middle is given: there may be tracks.
    """
    placed = {}
    for run in runs:
        if run.label is None:
            continue
        first, last = middle - CARD_WIDTH / 2, middle + CARD_WIDTH / 2 - run.label.width
        left = max(first, min(run.at - run.label.width / 2, last))
        for other in runs:
            if other.at > run.at:
                left = min(left, other.at - LABEL_GAP - run.label.width)
            elif other.at < run.at:
                left = max(left, other.at + LABEL_GAP)
        placed[run] = _placed(run.label, left, top, run.at)
        top += run.label.height + LABEL_GAP
    return placed


def _placed(label: LabelText, left: float, top: float, at: float) -> PlacedLabel:
    """Put the words as near above `at` as the label's room lets them, the notes in its middle."""
    notes_left = left + (label.width - NOTE_ON_ARROW_WIDTH) / 2
    if not label.lines:
        return PlacedLabel(None, pile(label.notes, notes_left, top, NOTE_ON_ARROW_WIDTH))
    last = left + label.width - label.chip_width
    x = max(left, min(at - label.chip_width / 2, last))
    lines = set_lines(label.lines, STYLE, x + LABEL_PADDING_X, top + LABEL_PADDING_Y)
    chip = Chip(Rect(x, top, label.chip_width, label.chip_height), lines)
    if not label.notes:
        return PlacedLabel(chip, ())
    below = top + label.chip_height + NOTE_GAP
    return PlacedLabel(chip, pile(label.notes, notes_left, below, NOTE_ON_ARROW_WIDTH))
