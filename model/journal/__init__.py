"""The crash journal: what is being edited is on the disk a moment later, undo history included."""

from model.journal.draft import Draft
from model.journal.folder import make_private
from model.journal.journal import Journal
from model.journal.reading import (
    DamagedJournalError,
    Fault,
    Found,
    Recovered,
    delete,
    mark_offered,
    recoverable,
    replay,
)
from model.journal.reasons import reason_in_words
from model.journal.snapshot import Stored

__all__ = [
    "DamagedJournalError",
    "Draft",
    "Fault",
    "Found",
    "Journal",
    "Recovered",
    "Stored",
    "delete",
    "make_private",
    "mark_offered",
    "reason_in_words",
    "recoverable",
    "replay",
]
