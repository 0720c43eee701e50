"""What is compared with, and what is still to be settled: kept when the panel is built anew."""

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from model.ids import Id
from model.pathway import Pathway

if TYPE_CHECKING:
    from designer.merging import OpenQuestion


class Page(IntEnum):
    """The pages of the panel, from left to right."""

    CHANGES = 0
    QUESTIONS = 1
    MILESTONES = 2


class Compared(NamedTuple):
    """Another version: what it is called, and its pathway under the identity of the open one."""

    name: str
    pathway: Pathway


@dataclass
class Session:
    """`compared` None: the version that was saved last. `left` are notes left as questions.

    `places` counts what both sides moved, and nobody is asked about.
    """

    page: Page = Page.CHANGES
    compared: Compared | None = None
    left: frozenset[Id] = frozenset()
    places: int = 0

    def still_open(self, pathway: Pathway) -> "tuple[OpenQuestion, ...]":
        """Return what is to be asked of what nobody has settled."""
        from designer.merging import open_questions

        return tuple(each for each in open_questions(pathway) if each.note not in self.left)

    def left_as_notes(self, pathway: Pathway) -> int:
        """Return how many questions were left as notes that nobody has settled since."""
        from designer.merging import open_questions

        return sum(each.note in self.left for each in open_questions(pathway))
