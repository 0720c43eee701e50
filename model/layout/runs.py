"""A handover's way over the board as straight runs, before anything is measured.

Rows and columns of cells and the gutters between them are numbered together, as lines: line 0
is the gutter before the first cell, line 1 the first cell, line 2 the next gutter, and so on.
Gutters have even numbers, cells odd ones. Places between two lines are fractions.
"""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from model.ids import Id
from model.layout.grid import Slot
from model.layout.notes import NoteText
from model.records import Handover


class Axis(Enum):
    ACROSS = "across"  # a run to the right or left, on a line of rows
    DOWN = "down"  # a run down or up, on a line of columns


ACROSS, DOWN = Axis  # by a shorter way than as attributes of an enum, for what runs for each run


class Shape(NamedTuple):
    """The lines that an arrow goes along: the first along `axis`, each next one across that."""

    axis: Axis
    lines: tuple[int, ...]


class LabelText(NamedTuple):
    """What lies on an arrow: its words broken into lines, and its notes below them.

    Sizes are in pixels: `chip_width` and `chip_height` of the words, 0 without any, `width` and
    `height` of the whole.
    """

    lines: tuple[str, ...]
    chip_width: float
    chip_height: float
    notes: tuple[NoteText, ...]
    width: float
    height: float

    @property
    def above(self) -> float:
        """How much of it lies above the arrow: half of the words, else half of the notes."""
        return (self.chip_height or self.height) / 2

    @property
    def below(self) -> float:
        return self.height - self.above


class End:
    """Where a handover's way meets a card; `spot` is the line of the card."""

    __slots__ = ("spot",)

    def __init__(self, line: float) -> None:
        self.spot = line


class Run:
    """One straight piece of an arrow.

    It is of a `handover`. `low` and `high` are the places that it covers along its own direction;
    where it meets a card, half a line is left to the card. `before` and `after` are the runs that
    it turns into, or the ends at cards; `beyond_before` and `beyond_after` those behind them, None
    behind an end.
    `spot` is where it lies across its direction while routing, in lines; `at` where it lies in
    the end, in pixels, `place` from the middle of its line. `label_line` is the line, along its
    direction, where its label lies. `pulls` are the two that it is drawn to.
    """

    __slots__ = (
        "after",
        "at",
        "axis",
        "before",
        "beyond_after",
        "beyond_before",
        "handover",
        "high",
        "label",
        "label_line",
        "line",
        "low",
        "place",
        "pulls",
        "spot",
    )

    before: "Run | End"
    after: "Run | End"
    beyond_before: "Run | End | None"
    beyond_after: "Run | End | None"
    pulls: "tuple[Run | End, Run | End]"
    low: float
    high: float

    def __init__(self, handover: Id, axis: Axis, line: int) -> None:
        self.handover = handover
        self.axis = axis
        self.line = line
        self.spot: float = line
        self.at = self.place = 0.0
        self.label: LabelText | None = None
        self.label_line = 0

    def meets(self, other: "Run") -> bool:
        """Whether the two would lie on each other on one track."""
        return self.low <= other.high and other.low <= self.high


class Path(NamedTuple):
    """A handover's way. `shapes` are the straight way down, if there is one, and that beside it."""

    handover: Handover
    source: Slot
    target: Slot
    shapes: tuple[Shape | None, Shape]
    shape: Shape
    runs: tuple[Run, ...]


def cell_line(place: int) -> int:
    """Return the line of the row or column of cells with that number."""
    return 2 * place + 1


def gutter_line(place: int) -> int:
    """Return the line of the gutter before that row or column of cells."""
    return 2 * place


def runs_along(handover: Id, shape: Shape, source: Slot, target: Slot) -> tuple[Run, ...]:
    """Turn a shape into runs joined end to end."""
    axis, other = shape.axis, DOWN if shape.axis is ACROSS else ACROSS
    runs = tuple(
        [
            Run(handover, other if place % 2 else axis, line)
            for place, line in enumerate(shape.lines)
        ]
    )
    lay_along(runs, shape, source, target)
    return runs


def lay_along(runs: Sequence[Run], shape: Shape, source: Slot, target: Slot) -> None:
    """Let the runs reach from the source's card along the lines of the shape to the target's."""
    if shape.axis is ACROSS:
        first, last = cell_line(source.column), cell_line(target.column)
    else:
        first, last = cell_line(source.row), cell_line(target.row)
    begin, end = End(first), End(last)
    chain: tuple[Run | End, ...] = (begin, *runs, end)
    marks = first, *shape.lines, last
    for place, run in enumerate(runs):
        run.line = line = shape.lines[place]
        run.before, run.after = chain[place], chain[place + 2]
        before = chain[place - 1] if place else None
        after = chain[place + 3] if place + 1 < len(runs) else None
        run.beyond_before, run.beyond_after = before, after
        one, other = before or after, after or before
        run.pulls = (one, other) if one and other else (End(line), End(line))
        low, high = marks[place], marks[place + 2]
        run.low, run.high = (low, high) if low < high else (high, low)
    _leave_half_to_card(runs[0], begin)
    _leave_half_to_card(runs[-1], end)


def _leave_half_to_card(run: Run, card: End) -> None:
    if run.low == card.spot:
        run.low += 0.5
    else:
        run.high -= 0.5
