"""The words on the arrows: what they say, and where room is kept for them.

A label lies on its arrow's first run: in the empty cell beside the source when the run passes
one, else in the gutter beside it, in a zone that tracks keep clear of. On an arrow that runs
straight down it lies in the gutter below the upper card.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from model.codes.names import name_of_code
from model.ids import Id
from model.layout.geometry import TextMeasure, TextStyle
from model.layout.grid import Grid
from model.layout.kept import others
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
from model.layout.notes import Notes, NoteText, note_texts, pile_height
from model.layout.runs import ACROSS, DOWN, LabelText, Path, Run, cell_line, gutter_line
from model.layout.text import widest, wrap_evenly
from model.records import Handover, Note
from model.text import in_language

STYLE = TextStyle.HANDOVER_LABEL
MOST_NARROW = 3  # a stage with more labels than that on its way out gets wide, low ones


_Cell = tuple[int, int]
"""The lines of a row and a column."""


class Labels:
    """What stands on the arrows of one board after another."""

    def __init__(self, measure: TextMeasure) -> None:
        self._measure = measure
        self._around: object = None
        self._start_anew()

    def _start_anew(self) -> None:
        self._paths: Mapping[Id, Path] = {}
        self._words: dict[Id, str] = {}
        self._labels_out: Counter[Id] = Counter()
        self._passed: Counter[_Cell] = Counter()

    def keep_room(
        self, paths: Mapping[Id, Path], grid: Grid, notes: Notes, language: str
    ) -> set[Run]:
        """Give each labelled arrow's first run its label and the line where it lies.

        An arrow out of a folded lane or phase has none. Return the runs that have another label
        than before, or one elsewhere.
        """
        folds = (grid.folded_rows, grid.folded_columns) if grid.is_any_folded else ()
        around = language, notes.on_records, folds
        if around != self._around:
            self._around = around
            self._start_anew()
        labelled = set()
        for id in self._to_label(paths, language):
            path = paths[id]
            run = path.runs[0]
            before = run.label, run.label_line
            self._label(path, grid, notes.about(id), language)
            if before != (run.label, run.label_line):
                labelled.add(run)
        return labelled

    def _to_label(self, paths: Mapping[Id, Path], language: str) -> set[Id]:
        """Return the handovers that lie or read otherwise than before, or beside such ones."""
        known, self._paths = self._paths, paths
        changed = others(known, paths)
        gone = [id for id in (*changed, *(known.keys() - paths.keys())) if id in known]
        sources = {known[id].handover.source for id in gone}
        sources.update(paths[id].handover.source for id in changed)
        full, passed = set(filter(self._is_full, sources)), set(self._passed)
        for id in gone:
            self._labels_out[known[id].handover.source] -= bool(self._words.pop(id))
            self._passed.subtract(_cells_passed_down(known[id]))
        for id in changed:
            handover = paths[id].handover
            words = self._words[id] = _words(handover, language)
            self._labels_out[handover.source] += bool(words)
            self._passed.update(_cells_passed_down(paths[id]))
        for source in sources:
            if not self._labels_out[source]:
                del self._labels_out[source]
        self._passed = +self._passed
        full ^= set(filter(self._is_full, sources))
        passed ^= self._passed.keys()
        if not full and not passed:
            return set(changed)
        return set(changed).union(
            id
            for id, path in paths.items()
            if path.handover.source in full or _cell_beside(path.runs[0]) in passed
        )

    def _is_full(self, source: Id) -> bool:
        return self._labels_out[source] > MOST_NARROW

    def _label(self, path: Path, grid: Grid, about: Sequence[Note], language: str) -> None:
        run, words = path.runs[0], self._words[path.handover.id]
        free = _free_cell(run, grid, self._passed)
        run.label_line = free or _gutter_for_label(path, grid)
        run.label = None
        if grid.is_folded(path.source):
            return
        if words:
            narrow = not free and run.axis is ACROSS and not self._is_full(path.handover.source)
            run.label = (_narrow_label if narrow else _wide_label)(words, self._measure)
        if about:
            texts = note_texts(about, NOTE_ON_ARROW_WIDTH, self._measure, language)
            run.label = _with_notes(run.label, texts)


def _cell_beside(run: Run) -> _Cell:
    """Return the cell after the first gutter of a run across."""
    return run.line, ceil(run.low) + 1


def _free_cell(run: Run, grid: Grid, crossed: Container[_Cell]) -> int:
    """Return the line of the empty cell after the run's first gutter, else 0."""
    row, cell = _cell_beside(run)
    if run.axis is DOWN or cell >= run.high or (row, cell) in crossed:
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


def _cells_passed_down(path: Path) -> Iterable[_Cell]:
    """Return the cells through which an arrow runs straight down or up."""
    if path.shape.axis is ACROSS:
        return ()
    upper, lower = sorted((path.source.row, path.target.row))
    return [(cell_line(row), path.shape.lines[0]) for row in range(upper + 1, lower)]


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


class FirstRuns(NamedTuple):
    """The first runs of arrows: those along rows with a label, and all straight down or up.

    The latter by the lines of their column and of the gutter below the upper card.
    """

    labelled: Sequence[Run]
    down: Mapping[tuple[int, int], Sequence[Run]]


def first_runs_of(paths: Iterable[Path]) -> FirstRuns:
    firsts = [path.runs[0] for path in paths]
    down: defaultdict[tuple[int, int], list[Run]] = defaultdict(list)
    for run in firsts:
        if run.axis is DOWN:
            down[run.line, run.label_line].append(run)
    return FirstRuns([run for run in firsts if run.label and run.axis is ACROSS], down)


def zone_down(runs: Iterable[Run]) -> float:
    """Return how high the labels of runs between two cards are, one below the other."""
    heights = [run.label.height for run in runs if run.label]
    return sum(heights) + LABEL_GAP * (len(heights) - 1) if heights else 0
