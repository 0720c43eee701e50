"""What the layout answers with: boxes, lines of text and paths, in pixels at 100 % zoom.

The canvas, SVG, PDF and PNG all draw this and nothing else, so that they cannot differ.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, Protocol

from model.codes import ChannelKind, Confirmation, Flow, NoteKind, Sector, StageKind
from model.ids import Id


class Point(NamedTuple):
    x: float
    y: float


class Rect(NamedTuple):
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def meets(self, other: "Rect", margin: float = 0) -> bool:
        """Whether the two overlap, or come nearer to each other than `margin`."""
        return (
            self.x < other.right + margin
            and other.x < self.right + margin
            and self.y < other.bottom + margin
            and other.y < self.bottom + margin
        )


class TextStyle(StrEnum):
    """The kinds of text on the board; sizes and weights are in `model.layout.metrics`."""

    __hash__ = str.__hash__  # that of enums is slower, and every line of text is looked up by it

    CARD_TITLE = "card_title"
    CARD_CHIP = "card_chip"
    LANE_NAME = "lane_name"
    LANE_SECTOR = "lane_sector"
    PHASE_TITLE = "phase_title"
    HANDOVER_LABEL = "handover_label"
    NOTE = "note"


class TextMeasure(Protocol):
    """How wide a text is drawn, in pixels at 100 % zoom. One measure always answers alike."""

    def width(self, text: str, style: TextStyle) -> float: ...

    def __hash__(self) -> int: ...


class TextLine(NamedTuple):
    """One drawn line: the text, and where its baseline begins."""

    text: str
    x: float
    baseline: float
    style: TextStyle


class Shown(NamedTuple):
    """What a board shows of a pathway: which lanes and phases are folded, which notes are drawn.

    Notes are private: none is drawn that is not named here. Ids that the pathway does not have,
    or has for something else, mean nothing.
    """

    folded: frozenset[Id] = frozenset()
    notes: frozenset[Id] = frozenset()


BARE = Shown()
"""All stages and handovers unfolded, without notes: what exports draw."""


class PhaseBox(NamedTuple):
    """A column: its header bar, and the strip of the board below it. `id` None: no phase.

    A folded one is narrow; its title is its number and as many letters as fit.
    """

    id: Id | None
    header: Rect
    strip: Rect
    title: tuple[TextLine, ...]
    folded: bool = False


class LaneBox(NamedTuple):
    """A lane: the whole strip, and its header at the left. `id` None: no actor.

    `icon` is the place of the sector's sign, before the sector's name. A folded lane has one line
    of text: the sign, as much of the name as fits, and in place of the sector's name the number
    of its stages.
    """

    id: Id | None
    strip: Rect
    header: Rect
    sector: Sector | None
    name: tuple[TextLine, ...]
    sector_name: tuple[TextLine, ...]
    icon: Rect
    folded: bool = False


class CardSign(StrEnum):
    """What a card's signs tell besides the kind of the stage and its channels."""

    SUBPATHWAY = "subpathway"
    """The stage stands for, or continues in, a pathway of its own."""


Sign = StageKind | ChannelKind | CardSign


class Symbol(NamedTuple):
    """A small drawn sign inside a card: the kind of the stage, one of its channels, its link."""

    sign: Sign
    box: Rect


class Chip(NamedTuple):
    """A rounded box with a short text: a time target on a card, a condition on an arrow."""

    box: Rect
    lines: tuple[TextLine, ...]

    @property
    def chip(self) -> "Chip":
        """Itself: these are `Words` at their place already."""
        return self


class Face(Protocol):
    """What stands on a card, which knows where in the card's box it stands."""

    def in_box(self, box: Rect, /) -> "Standing": ...


class Standing(NamedTuple):
    """What stands on a card, at its place on the board."""

    title: tuple[TextLine, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    time: Chip | None = None

    def in_box(self, _box: Rect, /) -> "Standing":
        return self


class _Card(NamedTuple):
    id: Id
    box: Rect
    sector: Sector | None
    kind: StageKind | None
    confirmation: Confirmation
    start: bool
    face: Face
    folded: bool = False


class Card(_Card):
    """A stage. A card in a folded lane or phase is a small box without texts and signs.

    What stands on it is put to its place when it is first asked for: of a large board that an
    edit has shifted, few cards are in sight.
    """

    @cached_property
    def _standing(self) -> Standing:
        return self.face.in_box(self.box)

    @property
    def title(self) -> tuple[TextLine, ...]:
        return self._standing.title

    @property
    def symbols(self) -> tuple[Symbol, ...]:
        return self._standing.symbols

    @property
    def time(self) -> Chip | None:
        return self._standing.time


class Words(Protocol):
    """What stands on an arrow, which knows where it stands on the board.

    There is no chip where nothing but notes stands on it.
    """

    @property
    def chip(self) -> Chip | None: ...


class _Arrow(NamedTuple):
    id: Id
    points: tuple[Point, ...]
    flow: Flow
    crosses_actors: bool
    words: Words | None


class Arrow(_Arrow):
    """A handover: right-angled points from the source's edge to the target's, and its label.

    The label's lines are put to their places when they are first asked for, as those of a card.
    """

    @property
    def label(self) -> Chip | None:
        return self.words.chip if self.words is not None else None


class ColumnBox(NamedTuple):
    """One column of cells: the `number`th of its phase, counted from 0.

    Cards stand from `left` on and are `width` wide.
    """

    phase: Id | None
    number: int
    strip: Rect
    left: float
    width: float


class NoteBox(NamedTuple):
    """A sticky note: a strip in its stage's card or under its handover's label, else a block.

    `about` is the record that it is said of: a stage, a handover, a phase, an actor …, None for
    a cell and for the pathway as a whole. A note that is done has one short line. `sign` is the
    place of the sign of its kind, or of the check mark.
    """

    id: Id
    box: Rect
    kind: NoteKind
    done: bool
    about: Id | None
    lines: tuple[TextLine, ...]
    sign: Rect


class Board(NamedTuple):
    """The whole picture; (0, 0) is its top left corner."""

    width: float
    height: float
    phases: tuple[PhaseBox, ...]
    lanes: tuple[LaneBox, ...]
    columns: tuple[ColumnBox, ...]
    cards: Mapping[Id, Card]
    arrows: Mapping[Id, Arrow]
    notes: Mapping[Id, NoteBox] = MappingProxyType({})
