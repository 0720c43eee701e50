"""An open document and the file it lives in."""

import hashlib
from datetime import datetime
from pathlib import Path

from model.document import Document
from model.edits import with_new_identity
from model.file import read, save


class OpenFile:
    """A document, where it is stored (None: nowhere yet) and when that was done last."""

    def __init__(self, document: Document, path: Path | None = None) -> None:
        self.document = document
        self.path = path
        self.saved_at: datetime | None = None
        self._content = _content_of(path) if path else None

    @classmethod
    def at(cls, path: Path) -> "OpenFile":
        """Open a file; raises UnreadableFileError."""
        return cls(Document(read(path)), path)

    @classmethod
    def copy_of(cls, path: Path) -> "OpenFile":
        """Open a template or a sample as a pathway of its own, not stored anywhere yet."""
        return cls(Document(with_new_identity(read(path))))

    def is_changed_on_disk(self) -> bool:
        """Whether somebody else has written the file since it was opened or saved here."""
        if self.path is None or self._content is None:
            return False
        return _content_of(self.path) not in (self._content, None)

    def save(self, path: Path, now: datetime) -> None:
        """Write the pathway; raises OSError or UnreadableFileError, and all is then as it was."""
        pathway = self.document.pathway
        save(pathway, path)
        self.document.mark_saved(pathway)
        self.path, self.saved_at, self._content = path, now, _content_of(path)


def _content_of(path: Path) -> str | None:
    """Return what a file's content is known by: no date that a sync client may set anew."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
