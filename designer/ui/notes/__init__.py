"""The list of notes, and the choice of those that are shown."""

from designer.ui.notes.menu import NotesMenu
from designer.ui.notes.panel import NotesPanel

__all__ = ["NotesMenu", "NotesPanel"]
