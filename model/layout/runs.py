"""A handover's way over the board as straight runs, before anything is measured.

Rows and columns of cells and the gutters between them are numbered together, as lines: line 0
is the gutter before the first cell, line 1 the first cell, line 2 the next gutter, and so on.
Gutters have even numbers, cells odd ones. Places between two lines are fractions.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from model.layout.grid import Slot
from model.layout.notes import NoteText
from model.records import Handover


class Axis(Enum):
    ACROSS = "across"  # a run to the right or left, on a line of rows
    DOWN = "down"  # a run down or up, on a line of columns


ACROSS, DOWN = Axis  # by a shorter way than as attributes of an enum, for what runs for each run


class Way(NamedTuple):
    """One piece of a shape: along which line."""

    axis: Axis
    line: int


Shape = tuple[Way, ...]


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
    card, half a line is left to the card. The two `ends` lead to the runs before and after, or
    say the line of the card. `at` is where it lies across its direction: while routing in lines,
    in the end in pixels, which are `place` from the middle of its line. `label_line` is the line,
    along its direction, where its label lies.
    """

    axis: Axis
    line: int
    low: float = 0
    high: float = 0
    at: float = 0
    place: float = 0
    ends: list["Run | float"] = field(default_factory=lambda: [0.0, 0.0])
    label: LabelText | None = None
    label_line: int = 0

    def meets(self, other: "Run") -> bool:
        """Whether the two would lie on each other on one track."""
        return self.low <= other.high and other.low <= self.high


class Path(NamedTuple):
    handover: Handover
    source: Slot
    target: Slot
    shape: Shape
    runs: tuple[Run, ...]


def cell_line(place: int) -> int:
    """Return the line of the row or column of cells with that number."""
    return 2 * place + 1


def gutter_line(place: int) -> int:
    """Return the line of the gutter before that row or column of cells."""
    return 2 * place


def path_along(handover: Handover, source: Slot, target: Slot, shape: Shape) -> Path:
    """Turn a shape into runs joined end to end."""
    runs = tuple(Run(way.axis, way.line) for way in shape)
    for place in range(1, len(runs)):
        runs[place - 1].ends[1] = runs[place]
        runs[place].ends[0] = runs[place - 1]
    return _fitted(Path(handover, source, target, shape, runs))


def moved_along(path: Path, source: Slot, target: Slot, shape: Shape) -> Path:
    """Return the path with the same runs on other lines, in a shape that bends as often."""
    return _fitted(path._replace(source=source, target=target, shape=shape))


def _fitted(path: Path) -> Path:
    """Let the runs reach from the source's card along the lines of the shape to the target's."""
    lines = [way.line for way in path.shape]
    marks = [
        _card_line(path.source, path.shape[0].axis),
        *lines,
        _card_line(path.target, path.shape[-1].axis),
    ]
    last = len(lines) - 1
    for place, run in enumerate(path.runs):
        begin: float = marks[place]
        end: float = marks[place + 2]
        toward = 0.5 if end > begin else -0.5
        begin += toward if place == 0 else 0
        end -= toward if place == last else 0
        run.line = lines[place]
        run.low, run.high = (begin, end) if begin < end else (end, begin)
    path.runs[0].ends[0] = marks[0]
    path.runs[-1].ends[1] = marks[-1]
    return path


def _card_line(slot: Slot, axis: Axis) -> int:
    return cell_line(slot.column if axis is Axis.ACROSS else slot.row)
