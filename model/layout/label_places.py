"""Where the labels of arrows lie, in pixels."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from model.ids import Id
from model.layout.geometry import Chip, NoteBox, Rect
from model.layout.kept import as_before
from model.layout.labels import STYLE, FirstRuns
from model.layout.metrics import (
    CARD_WIDTH,
    LABEL_GAP,
    LABEL_PADDING_X,
    LABEL_PADDING_Y,
    NOTE_GAP,
    NOTE_ON_ARROW_WIDTH,
)
from model.layout.notes import pile
from model.layout.rulers import Ruler
from model.layout.runs import LabelText, Run
from model.layout.text import set_lines


class _PlacedLabel(NamedTuple):
    text: LabelText
    left: float
    top: float
    at: float


class PlacedLabel(_PlacedLabel):
    """A label from its left top corner on, its words as near above `at` as its room lets them."""

    @cached_property
    def chip(self) -> Chip | None:
        text, left, top, at = self
        if not text.lines:
            return None
        x = max(left, min(at - text.chip_width / 2, left + text.width - text.chip_width))
        lines = set_lines(text.lines, STYLE, x + LABEL_PADDING_X, top + LABEL_PADDING_Y)
        return Chip(Rect(x, top, text.chip_width, text.chip_height), lines)

    @cached_property
    def notes(self) -> Sequence[NoteBox]:
        """The notes, below the words in the middle of the label's room."""
        text, left, top, _at = self
        if not text.notes:
            return ()
        if text.lines:
            top += text.chip_height + NOTE_GAP
        left += (text.width - NOTE_ON_ARROW_WIDTH) / 2
        return pile(text.notes, left, top, NOTE_ON_ARROW_WIDTH)


class LabelPlaces:
    """Where the labels lie on one board after another; one that lies as it did is the same."""

    def __init__(self) -> None:
        self._labels: Mapping[Id, PlacedLabel] = {}

    def of(self, firsts: FirstRuns, across: Ruler, down: Ruler) -> Mapping[Id, PlacedLabel]:
        """Return the labels by handovers; the runs lie at their pixels already."""
        placed: dict[Id, PlacedLabel] = {}
        for (column, line), runs in firsts.down.items():
            middle, top = across.middle(column), down.gutters[line // 2].zone_start
            placed.update(_labels_down(runs, middle, top))
        middles = [across.middle_of_label(line) for line in range(2 * len(across.cells) + 1)]
        for run in firsts.labelled:
            if run.label is not None:
                placed[run.handover] = _label_across(run.label, middles[run.label_line], run.at)
        self._labels = as_before(self._labels, placed)
        return self._labels


def _label_across(label: LabelText, x: float, y: float) -> PlacedLabel:
    """Put a label with its words on (x, y) and its notes below them."""
    return PlacedLabel(label, x - label.width / 2, y - label.above, x)


def _labels_down(
    runs: Sequence[Run], middle: float, top: float
) -> Iterator[tuple[Id, PlacedLabel]]:
    """Put the labels of runs between one card and the next on them, clear of each other's runs.

    They lie no further to the sides than the cards, whose middle is given: there may be tracks.
    Yield them by handovers.
    """
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
        yield run.handover, PlacedLabel(run.label, left, top, run.at)
        top += run.label.height + LABEL_GAP
