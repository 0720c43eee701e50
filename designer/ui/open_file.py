"""An open document and the file it lives in."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from model.document import Document, State
from model.edits import with_new_identity
from model.file import read, save
from model.on_disk import Fingerprint, fingerprint_or_none
from model.pathway import Pathway
from samples import ships


class OnDisk(NamedTuple):
    """What a file holds from now on, as far as is known here."""

    pathway: Pathway
    path: Path
    known: Fingerprint


Watcher = Callable[[OnDisk], None]


class OpenFile:
    """A document, where it is stored (None: nowhere yet) and when that was done last.

    `watchers` hear in the window's thread of every state that stands in the file: after each
    save, and after what others wrote there has been taken in.
    """

    def __init__(
        self, document: Document, path: Path | None = None, known: Fingerprint | None = None
    ) -> None:
        """Go on with a document; `known` is what its file held when the document was that.

        Without `known` it is what the file holds now.
        """
        self.document = document
        self.path = path
        self.known = fingerprint_or_none(path) if known is None and path is not None else known
        self.saved_at: datetime | None = None
        self.is_being_saved = False
        self.watchers: list[Watcher] = []

    @classmethod
    def at(cls, path: Path) -> "OpenFile":
        """Open a file; raises UnreadableFileError."""
        # Before it is read: what comes in between is then found to be a change, not overlooked.
        known = fingerprint_or_none(path)
        return cls(Document(read(path)), path, known)

    @classmethod
    def copy_of(cls, path: Path) -> "OpenFile":
        """Open a template or a sample as a pathway of its own, not stored anywhere yet."""
        return cls(Document(with_new_identity(read(path))))

    @classmethod
    def not_saved(cls, pathway: Pathway) -> "OpenFile":
        """Show what came from elsewhere, which lives nowhere yet: closing it asks about saving."""
        saved = Pathway([pathway.info])
        return cls(Document.going_on_from(State(pathway=pathway, saved=saved)))

    def save(self, path: Path, now: datetime) -> None:
        """Write the pathway; raises OSError or UnreadableFileError, and all is then as it was."""
        pathway = self.document.pathway
        self.has_saved(pathway, path, save(pathway, path), now)

    def has_saved(self, pathway: Pathway, path: Path, written: Fingerprint, at: datetime) -> None:
        """Remember what has been written; the document may be further on by now."""
        self.path, self.saved_at = path, at
        self.holds(pathway, written)

    def holds(self, pathway: Pathway, known: Fingerprint) -> None:
        """Remember what the file holds: saved from here, or others' work that was taken in."""
        self.known = known
        self.document.mark_saved(pathway)
        if self.path is not None:
            for watcher in tuple(self.watchers):
                watcher(OnDisk(pathway, self.path, known))


def opened(path: Path) -> OpenFile:
    """Open a file, one that ships as a copy; raises UnreadableFileError."""
    return OpenFile.copy_of(path) if ships(path) else OpenFile.at(path)
