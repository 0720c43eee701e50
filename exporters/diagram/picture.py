"""What a picture shows: a board, and what only pictures have.

A part of a board has the stages around it (`ghosts`) and what its arrows lead to outside
(`stubs`); a comparison and a walk have marks. Lengths in pixels at 100 % zoom; one geometry for
SVG, PDF and PNG.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from model.ids import Id
from model.layout.geometry import Board, Card, Chip, Point, Rect, TextLine
from model.pathway import Pathway


class MarkKind(StrEnum):
    """Why something is marked; told by a sign and in words, never by a colour alone."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    STEP = "step"


MARK_ICONS: Final = {
    MarkKind.ADDED: "plus",
    MarkKind.REMOVED: "minus",
    MarkKind.CHANGED: "pencil",
    MarkKind.MOVED: "arrow-right-left",
}
MARK_COLOURS: Final = {
    MarkKind.ADDED: "#2a7145",
    MarkKind.REMOVED: "#b3261e",
    MarkKind.CHANGED: "#0b6fb8",
    MarkKind.MOVED: "#55606d",
    MarkKind.STEP: "#1a3049",
}
ON_MARK: Final = "#ffffff"
"""Words and signs on a mark's colour; the contrast is 4.5:1 at least."""
MARK_LINE: Final = 3.0
"""Width of a mark's line."""
MARK_DASHES: Final = (9.0, 5.0)
"""Line and gap where something is not just added."""
MARK_AROUND: Final = 4.0
"""From a card to the line around it."""
MARK_CORNER: Final = 11.0


class Tag(NamedTuple):
    """A filled pill with a sign, with words, or with both."""

    kind: MarkKind
    box: Rect
    sign: Rect | None
    lines: tuple[TextLine, ...]


class Mark(NamedTuple):
    """The mark of one record: a frame round it or a line along it, and a tag.

    Frames are drawn below arrows, lines below cards and labels, tags above all.
    """

    id: Id
    kind: MarkKind
    frame: Rect | None
    line: tuple[Point, ...]
    tag: Tag

    @property
    def is_dashed(self) -> bool:
        return self.kind is not MarkKind.ADDED


class Stub(NamedTuple):
    """Where an arrow leaves the part: the name of the stage that it leads to, or comes from."""

    arrow: Id
    stage: Id
    chip: Chip


class Picture(NamedTuple):
    """All that is drawn. `pathway` has the words of everything that is on the board."""

    board: Board
    pathway: Pathway
    ghosts: tuple[Card, ...] = ()
    stubs: tuple[Stub, ...] = ()
    marks: tuple[Mark, ...] = ()
    caption: tuple[TextLine, ...] = ()
    legend: tuple[Tag, ...] = ()
