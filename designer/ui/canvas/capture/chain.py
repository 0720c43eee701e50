"""A list entered stage by stage: where the next one goes on, and which branches are open."""

from collections.abc import Collection
from typing import NamedTuple

from designer.ui.canvas.capture.drafts import BranchDraft, LineDraft, MeetingDraft
from designer.ui.canvas.capture.places import beside
from model.change import Change
from model.graph import unfinished
from model.ids import Id
from model.pathway import Cell, Pathway
from model.records import Stage


class Spot(NamedTuple):
    """The stage that the next one follows; without one the cell to begin in."""

    after: Id | None
    cell: Cell | None


def next_one(pathway: Pathway, spot: Spot, words: str, language: str) -> Change:
    """Enter a typed line that goes on from the stage before."""
    return LineDraft(*_place(spot)).made(pathway, words, language)


def branch(pathway: Pathway, spot: Spot, words: str, language: str) -> Change:
    """Enter a typed line as another way on from where the stage before was reached."""
    stage = pathway.find(Stage, spot.after)
    if stage is None:
        return next_one(pathway, spot, words, language)
    return BranchDraft(*beside(pathway, stage)).made(pathway, words, language)


def meeting(
    pathway: Pathway, ends: Collection[Id], spot: Spot, words: str, language: str
) -> Change:
    """Enter a typed line as the stage in which open branches meet."""
    if not ends:
        return next_one(pathway, spot, words, language)
    return MeetingDraft(ends).made(pathway, words, language)


def open_ends(pathway: Pathway, entered: Collection[Id]) -> tuple[Id, ...]:
    """Return of the stages entered those from which nothing leads on yet."""
    return tuple(end for end in unfinished(pathway) if end in entered)


def _place(spot: Spot) -> tuple[Id | None, Cell | None]:
    return (spot.after, None) if spot.after is not None else (None, spot.cell)
