"""A play of the user, followed by a journal: at every instant it could be recovered from."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from model import edits
from model.journal import Journal, Stored, recoverable, replay
from model.journal import journal as journals
from tests.model.test_session import Session

WORDS = st.text("aäö <&\u2028🎈", min_size=1, max_size=12)


class Journalled(Session):
    """The session of all verbs; others merge, the file is saved, and the program is killed."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="ketjupaja-test-"))
        self.journal: Journal | None = None
        self.count = 0

    @precondition(lambda self: hasattr(self, "document"))
    @rule()
    def begin_journal(self) -> None:
        if self.journal is None:
            self.journal = Journal(self.folder / "journal", self.document)

    @precondition(lambda self: self.journal)
    @rule()
    def save(self) -> None:
        assert self.journal
        self.document.mark_saved(self.pathway)
        self.journal.saved(Stored(self.folder / "a.ketju"))

    @precondition(lambda self: self.journal)
    @rule()
    def recover(self) -> None:
        assert self.journal
        assert self.journal.flush()
        if self.journal.file is None:
            return
        self.count += 1
        clone = self.folder / f"clone{self.count}"
        shutil.copytree(self.folder / "journal", clone)
        (found,) = recoverable(clone)
        assert found.fault is None
        recovered = replay(found)
        assert recovered.lost == 0
        assert recovered.document.state == self.document.state
        assert recovered.document.is_modified == self.document.is_modified
        shutil.rmtree(clone)

    def teardown(self) -> None:
        if self.journal is not None:
            self.recover()
            self.journal.close(delete=True)
        shutil.rmtree(self.folder)
        super().teardown()


class JournalledAmongOthers(Journalled):
    """The same while others' changes come in, which no undo takes back."""

    @rule(number=st.integers(0, 999), words=WORDS)
    def others_rename(self, number: int, words: str) -> None:
        stages = self.pathway.stages
        if stages:
            stage = stages[number % len(stages)]
            self.document.merge(edits.rename(self.pathway, stage.id, "fi", words))

    @rule(number=st.integers(0, 999))
    def others_remove(self, number: int) -> None:
        stages = self.pathway.stages
        if stages:
            self.document.merge(edits.remove(self.pathway, [stages[number % len(stages)].id]))

    @rule()
    def undo(self) -> None:
        self.document.undo()

    @rule()
    def redo(self) -> None:
        self.document.redo()

    @rule()
    def undo_all_and_redo_all(self) -> None:
        """Leave it out: what others did stays, so that there is no way back to the start."""

    def teardown(self) -> None:
        self.start = self.pathway
        undone = True
        self.recover_and_close()
        while undone:
            undone = bool(self.document.undo())
        self.start = self.pathway
        super().teardown()

    def recover_and_close(self) -> None:
        if self.journal is not None:
            self.recover()
            self.journal.close(delete=True)
            self.journal = None


class ShortJournal(Journalled):
    """The same with a journal that begins anew every few steps."""

    def __init__(self) -> None:
        super().__init__()
        self.most = journals.MOST_STEPS
        journals.MOST_STEPS = 3  # type: ignore[misc] # for as long as this plays

    def teardown(self) -> None:
        journals.MOST_STEPS = self.most  # type: ignore[misc]
        super().teardown()


TestJournalled = Journalled.TestCase
TestJournalled.settings = settings(stateful_step_count=40, max_examples=15, deadline=None)
TestAmongOthers = JournalledAmongOthers.TestCase
TestAmongOthers.settings = settings(stateful_step_count=40, max_examples=15, deadline=None)
TestShortJournal = ShortJournal.TestCase
TestShortJournal.settings = settings(stateful_step_count=40, max_examples=8, deadline=None)
