"""The open document: the one mutable thing. One call down, one notice up."""

from collections import deque
from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from model.change import Change
from model.integrity import loose_ends
from model.pathway import Pathway


class Origin(StrEnum):
    HERE = "here"
    ELSEWHERE = "elsewhere"


class Changed(Struct, frozen=True):
    """The one notice: the pathway as it is now, what was done to it, and where that came from."""

    pathway: Pathway
    change: Change
    origin: Origin


Watcher = Callable[[Changed], None]


class Document:
    """The current pathway, its undo history, and whoever wants to hear of changes."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.watchers: list[Watcher] = []
        self._undo: list[Change] = []
        self._redo: list[Change] = []
        self._to_tell: deque[Changed] = deque()
        self._saved = pathway

    def do(self, change: Change) -> Change:
        """Apply the user's change as one undo step; return what was really applied."""
        pathway, done = self._applied(change)
        if done:
            self._undo.append(done)
            self._redo.clear()
            self._tell(pathway, done, Origin.HERE)
        return done

    def merge(self, change: Change) -> Change:
        """Apply somebody else's change; it is not ours to undo."""
        pathway, done = self._applied(change)
        if done:
            self._tell(pathway, done, Origin.ELSEWHERE)
        return done

    def undo(self) -> Change:
        """Take back the user's last change; return what that did, empty when there is none."""
        return self._step(self._undo, self._redo)

    def redo(self) -> Change:
        """Do again what was undone last; return what that did, empty when there is none."""
        return self._step(self._redo, self._undo)

    @property
    def next_undo(self) -> Change | None:
        return self._undo[-1] if self._undo else None

    @property
    def next_redo(self) -> Change | None:
        return self._redo[-1] if self._redo else None

    @property
    def is_modified(self) -> bool:
        """Whether the pathway differs from the one last saved."""
        return self.pathway is not self._saved and self.pathway != self._saved

    def mark_saved(self, pathway: Pathway) -> None:
        """Remember the pathway that was written: by now the open one may be further on."""
        self._saved = pathway

    def _step(self, source: list[Change], target: list[Change]) -> Change:
        # Steps that others' changes have overtaken entirely are skipped.
        while source:
            pathway, done = self._applied(source.pop().inverse())
            if done:
                target.append(done)
                self._tell(pathway, done, Origin.HERE)
                return done
        return Change("")

    def _applied(self, change: Change) -> tuple[Pathway, Change]:
        """Return the pathway after the change, and what the change really does to it."""
        pathway, done = change.applied_to(self.pathway)
        if not done:
            return pathway, done
        pathway, tidied = loose_ends(pathway, done).applied_to(pathway)
        if pathway == self.pathway:
            return self.pathway, Change(change.label)
        return pathway, done + tidied

    def _tell(self, pathway: Pathway, done: Change, origin: Origin) -> None:
        # Last of all, so that whoever hears of it finds the history as it is from now on.
        self.pathway = pathway
        self._to_tell.append(Changed(pathway, done, origin))
        if len(self._to_tell) > 1:  # a watcher made this change: the others hear of its cause first
            return
        faults: list[Exception] = []
        try:
            while self._to_tell:
                for watcher in tuple(self.watchers):
                    try:
                        watcher(self._to_tell[0])
                    except Exception as fault:  # noqa: BLE001 - the others must not miss the notice
                        faults.append(fault)
                self._to_tell.popleft()
        finally:
            self._to_tell.clear()
        if faults:
            raise faults[0]
