"""Which part of a board a picture shows, and of how many pixels a picture is made.

    Options(part=OneLane(actor.id), made_at=now)
    Options(part=Since(milestones.state_of(milestone), "Työpaja 2"), made_at=now)

What a part does to the board: `exporters.diagram.parts`, docs/decisions/0026-parts-of-a-board.md.
"""

from typing import Final

from msgspec import Struct

from model.ids import Id
from model.pathway import Pathway


class Whole(Struct, frozen=True):
    """All of the board."""


class OnePhase(Struct, frozen=True):
    """The stages of a phase; None: those that lie in no phase."""

    phase: Id | None


class OneLane(Struct, frozen=True):
    """The stages of an actor; None: those that no actor answers for."""

    actor: Id | None


class SomeStages(Struct, frozen=True):
    """The stages named, such as those selected."""

    stages: frozenset[Id]


class OneStory(Struct, frozen=True):
    """The stages of a story's walk, with the numbers of its steps."""

    story: Id


class Since(Struct, frozen=True):
    """All of the board, with what is new, gone or otherwise than in an earlier state.

    `name` is what that state is called; it stands in the picture.
    """

    before: Pathway
    name: str


Part = Whole | OnePhase | OneLane | SomeStages | OneStory | Since

WHOLE: Final = Whole()

DOTS_PER_INCH: Final = 96
"""At which a pixel of the board at 100 % zoom is one of the picture."""
LEAST_RESOLUTION: Final = 48
MOST_RESOLUTION: Final = 600


class Pixels(Struct, frozen=True, kw_only=True):
    """How a picture of pixels is made: dots per inch, and whether the paper shows through."""

    resolution: int = 192
    transparent: bool = False
