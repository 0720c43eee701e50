"""The open document: the one mutable thing. One call down, one notice up."""

from collections import deque
from collections.abc import Callable
from enum import StrEnum
from typing import Final, NamedTuple

from msgspec import Struct

from model.change import Change
from model.integrity import loose_ends
from model.pathway import Pathway


class Origin(StrEnum):
    HERE = "here"
    ELSEWHERE = "elsewhere"


class Act(StrEnum):
    """What was done to a document."""

    DO = "do"
    MERGE = "merge"
    UNDO = "undo"
    REDO = "redo"


class Changed(Struct, frozen=True):
    """The one notice: the pathway as it is now, what was done to it, and by which act.

    The change of an undo or redo is empty when others' changes had overtaken all steps: those
    are gone from the history by now, and the pathway is as it was.
    """

    pathway: Pathway
    change: Change
    act: Act

    @property
    def origin(self) -> Origin:
        return Origin.ELSEWHERE if self.act is Act.MERGE else Origin.HERE


class State(NamedTuple):
    """All that a document is: whoever goes on from it, goes on with the same undo history.

    `saved` is the pathway as it was last written, or as the document began.
    """

    pathway: Pathway
    saved: Pathway
    undo: tuple[Change, ...] = ()
    redo: tuple[Change, ...] = ()


DEEPEST_HISTORY: Final = 2000
"""How many steps can be undone; the oldest go first, so that a long day takes no more memory."""

Watcher = Callable[[Changed], None]


class Document:
    """The current pathway, its undo history, and whoever wants to hear of changes."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.watchers: list[Watcher] = []
        self._undo: deque[Change] = deque(maxlen=DEEPEST_HISTORY)
        self._redo: deque[Change] = deque(maxlen=DEEPEST_HISTORY)
        self._to_tell: deque[Changed] = deque()
        self._saved = pathway

    @classmethod
    def going_on_from(cls, state: State) -> "Document":
        """Return a document in that state."""
        document = cls(state.pathway)
        document._saved = state.saved
        document._undo.extend(state.undo)
        document._redo.extend(state.redo)
        return document

    @property
    def state(self) -> State:
        return State(self.pathway, self._saved, tuple(self._undo), tuple(self._redo))

    def do(self, change: Change) -> Change:
        """Apply the user's change as one undo step; return what was really applied."""
        pathway, done = self._applied(change)
        if done:
            self._undo.append(done)
            self._redo.clear()
            self._tell(pathway, done, Act.DO)
        return done

    def merge(self, change: Change) -> Change:
        """Apply somebody else's change; it is not ours to undo."""
        pathway, done = self._applied(change)
        if done:
            self._tell(pathway, done, Act.MERGE)
        return done

    def undo(self) -> Change:
        """Take back the user's last change; return what that did, empty when there is none."""
        return self._step(Act.UNDO, self._undo, self._redo)

    def redo(self) -> Change:
        """Do again what was undone last; return what that did, empty when there is none."""
        return self._step(Act.REDO, self._redo, self._undo)

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

    def _step(self, act: Act, source: deque[Change], target: deque[Change]) -> Change:
        # Steps that others' changes have overtaken entirely are skipped.
        done = Change("")
        pathway = self.pathway
        if not source:
            return done
        while source and not done:
            pathway, done = self._applied(source.pop().inverse())
        if done:
            target.append(done)
        self._tell(pathway, done, act)
        return done

    def _applied(self, change: Change) -> tuple[Pathway, Change]:
        """Return the pathway after the change, and what the change really does to it."""
        pathway, done = change.applied_to(self.pathway)
        if not done:
            return pathway, done
        pathway, tidied = loose_ends(pathway, done).applied_to(pathway)
        done += tidied
        if all(pathway.get(id) == self.pathway.get(id) for id in done.touched):
            return self.pathway, Change(change.label)
        return pathway, done

    def _tell(self, pathway: Pathway, done: Change, act: Act) -> None:
        # Last of all, so that whoever hears of it finds the history as it is from now on.
        self.pathway = pathway
        self._to_tell.append(Changed(pathway, done, act))
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
