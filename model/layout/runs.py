"""A handover's way over the board as straight runs, before anything is measured.

Rows and columns of cells and the gutters between them are numbered together, as lines: line 0
is the gutter before the first cell, line 1 the first cell, line 2 the next gutter, and so on.
Gutters have even numbers, cells odd ones. Places between two lines are fractions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from model.layout.grid import Slot
from model.layout.notes import NoteText
from model.records import Handover


class Axis(Enum):
    ACROSS = "across"  # a run to the right or left, on a line of rows
    DOWN = "down"  # a run down or up, on a line of columns


class Way(NamedTuple):
    """One piece of a shape: along which line."""

    axis: Axis
    line: int


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


@dataclass(slots=True, eq=False)
class Run:
    """One straight piece of an arrow.

    `low` and `high` are the places that it covers along its own direction; where it meets a
    card, half a line is left to the card. `ends` lead to the runs before and after, or say the
    line of the card. `at` is where it lies across its direction: while routing in lines, in the
    end in pixels. `label_line` is the line, along its direction, where its label lies.
    """

    axis: Axis
    line: int
    low: float
    high: float
    at: float
    ends: list["Run | float"] = field(default_factory=list)
    label: LabelText | None = None
    label_line: int = 0

    def meets(self, other: "Run") -> bool:
        """Whether the two would lie on each other on one track."""
        return self.low <= other.high and other.low <= self.high


class Path(NamedTuple):
    handover: Handover
    source: Slot
    target: Slot
    runs: tuple[Run, ...]


def cell_line(place: int) -> int:
    """Return the line of the row or column of cells with that number."""
    return 2 * place + 1


def gutter_line(place: int) -> int:
    """Return the line of the gutter before that row or column of cells."""
    return 2 * place


def path_along(handover: Handover, source: Slot, target: Slot, shape: Sequence[Way]) -> Path:
    """Turn a shape into runs joined end to end."""
    marks = [
        _card_line(source, shape[0].axis),
        *(way.line for way in shape),
        _card_line(target, shape[-1].axis),
    ]
    last = len(shape) - 1
    runs = []
    for place, way in enumerate(shape):
        begin: float = marks[place]
        end: float = marks[place + 2]
        toward = 0.5 if end > begin else -0.5
        begin += toward if place == 0 else 0
        end -= toward if place == last else 0
        runs.append(Run(way.axis, way.line, min(begin, end), max(begin, end), at=way.line))
    runs[0].ends.append(marks[0])
    for before, after in pairwise(runs):
        before.ends.append(after)
        after.ends.append(before)
    runs[-1].ends.append(marks[-1])
    return Path(handover, source, target, tuple(runs))


def _card_line(slot: Slot, axis: Axis) -> int:
    return cell_line(slot.column if axis is Axis.ACROSS else slot.row)
