"""What is understood of a pasted list."""

from enum import StrEnum
from typing import NamedTuple

from model.entry.line import Entry

MOST_LINES = 2_000
LONGEST_TEXT = 1_000_000
"""Letters: a pasted book is no list."""


class ListedKind(StrEnum):
    STAGE = "stage"
    HANDOVER = "handover"
    ACTOR = "actor"
    PHASE = "phase"
    LEFT_OUT = "left_out"


class Listed(NamedTuple):
    """What was understood of one line, the `line`th of the text, counted from 1.

    `entry` names a stage with the actor and phase that hold for it, or a handover; the line of
    an actor or a phase holds for those below it. `level` is how deep it is indented, from 0.
    `follows` are the places in the list of the stages that lead to it; the first stage follows
    the current one. `left_out` says why a line is not entered, or what of it is not.
    """

    line: int
    words: str
    level: int
    kind: ListedKind
    entry: Entry
    follows: tuple[int, ...] = ()
    left_out: str = ""
