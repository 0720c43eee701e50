"""Things that come to be once they have a name, and how the board shows them until then."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Hashable
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from model import edits
from model.change import Add, Change
from model.ids import Id
from model.pathway import Cell, Pathway
from model.records import Stage
from model.text import Text

if TYPE_CHECKING:
    from model.entry import Entry

Make = Callable[[Pathway, Text], Change]
"""A verb that awaits the name; its first operation adds what is named."""


_SIGNS: Final = ("@", "#", ":", "->", "→", "\uf0e0")
"""Without any of these a line is a title and nothing more."""


class Draft(ABC):
    @abstractmethod
    def made(self, pathway: Pathway, words: str, language: str) -> Change:
        """Return what is done when these words are kept."""

    @abstractmethod
    def planned(self, pathway: Pathway, words: str, language: str) -> Change:
        """Return what the board shows meanwhile; its first operation adds what is being named."""

    def plan_of(self, pathway: Pathway, words: str, language: str) -> Hashable:
        """Return what of the words the plan depends on: as long as it is equal, so is the plan."""
        del pathway, words, language
        return None

    def why_nothing(self, pathway: Pathway, words: str, language: str) -> str:
        """Return a sentence for the user when the words lead to no change."""
        del pathway, words, language
        return ""


class NameDraft(Draft):
    """Whatever is written is the name."""

    def __init__(self, make: Make) -> None:
        self._make = make

    def made(self, pathway: Pathway, words: str, language: str) -> Change:
        return self._make(pathway, {language: words})

    def planned(self, pathway: Pathway, words: str, language: str) -> Change:
        del words, language
        return self._make(pathway, {})


class LineDraft(Draft):
    """A stage after `after`, in `cell` unless its typed line says who or when (`model.entry`).

    When `after` is gone, the stage comes to be where it was shown last.
    """

    def __init__(self, after: Id | None, cell: Cell | None) -> None:
        self.after = after
        self.cell = cell

    def made(self, pathway: Pathway, words: str, language: str) -> Change:
        from model.entry import enter, read_entry

        entry = read_entry(pathway, words, language)
        return enter(pathway, entry, language, after=self._after(pathway), cell=self.cell)

    def planned(self, pathway: Pathway, words: str, language: str) -> Change:
        from model.entry import read_entry, sketch

        entry = _without_title(read_entry(pathway, words, language))
        change = sketch(pathway, entry, language, after=self._after(pathway), cell=self.cell)
        stage = drafted_stage(change)
        if stage is not None:
            self._shown = stage.actor, stage.phase, stage.column
        return change

    def plan_of(self, pathway: Pathway, words: str, language: str) -> Hashable:
        # Asked at every letter: to read a line, all names of the board must be looked through.
        from model.entry import Entry, read_entry

        if not any(sign in words for sign in _SIGNS):
            return Entry()
        return _without_title(read_entry(pathway, words, language))

    def why_nothing(self, pathway: Pathway, words: str, language: str) -> str:
        from model.entry import read_entry, why_nothing

        entry = read_entry(pathway, words, language)
        return why_nothing(pathway, entry, after=self._after(pathway))

    def _after(self, pathway: Pathway) -> Id | None:
        if self.after not in pathway:
            self.after, self.cell = None, self.cell or self._shown
        return self.after

    _shown: Cell | None = None


class BranchDraft(LineDraft):
    """A stage in the same column as the one beside it: below that where it is in its lane too."""

    def __init__(self, after: Id | None, cell: Cell) -> None:
        super().__init__(after, cell)
        self._beside = cell

    def made(self, pathway: Pathway, words: str, language: str) -> Change:
        return stacked(super().made(pathway, words, language), self.cell or self._beside)

    def planned(self, pathway: Pathway, words: str, language: str) -> Change:
        return stacked(super().planned(pathway, words, language), self.cell or self._beside)


class MeetingDraft(LineDraft):
    """A stage that several lead to: it comes after the one of them that is furthest on."""

    def __init__(self, ends: Collection[Id]) -> None:
        super().__init__(None, None)
        self._ends = ends

    def made(self, pathway: Pathway, words: str, language: str) -> Change:
        return self._joined(pathway, super().made(pathway, words, language))

    def planned(self, pathway: Pathway, words: str, language: str) -> Change:
        return self._joined(pathway, super().planned(pathway, words, language))

    def _joined(self, pathway: Pathway, change: Change) -> Change:
        stage = drafted_stage(change)
        if stage is None:
            return change
        following, _done = change.applied_to(pathway)
        others = (end for end in self._ends if end in pathway)
        joined = (edits.connect(following, end, stage.id) for end in others)
        return edits.together(change.label, (change, *joined))

    def _after(self, pathway: Pathway) -> Id | None:
        left = [stage.id for stage in pathway.stages if stage.id in self._ends]
        self.after = left[-1] if left else None
        return super()._after(pathway)


def stacked(change: Change, cell: Cell) -> Change:
    """Put the stage that a change adds into the column of `cell`, when it is in its phase."""
    stage = drafted_stage(change)
    if stage is None or stage.phase != cell[1]:
        return change
    return Change(change.label, (Add(replace(stage, column=cell[2])), *change.ops[1:]))


def drafted_stage(change: Change) -> Stage | None:
    """Return the stage that a change adds first of all, None when it adds something else."""
    first = change.ops[0] if change.ops else None
    return first.record if isinstance(first, Add) and isinstance(first.record, Stage) else None


def _without_title(entry: "Entry") -> "Entry":
    """Let the editor alone show the title; a handover alone shows when it is there."""
    from model.entry import Entry

    return entry._replace(title="") if entry.title else Entry(actor=entry.actor, phase=entry.phase)
