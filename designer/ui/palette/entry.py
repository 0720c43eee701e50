"""What the palette lists."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QIcon

from designer.ui.palette.matching import Searched, searched
from model.messages import N_, _


class Kind(StrEnum):
    ACTION = "action"
    STAGE = "stage"
    ACTOR = "actor"
    PHASE = "phase"
    HANDOVER = "handover"
    NOTE = "note"
    FINDING = "finding"
    SETTING = "setting"
    FILE = "file"
    NEW = "new"
    """Something that is made of the words typed."""


KIND_NAMES: dict[Kind, str] = {
    Kind.ACTION: N_("Action"),
    Kind.STAGE: N_("Stage"),
    Kind.ACTOR: N_("Actor"),
    Kind.PHASE: N_("Phase"),
    Kind.HANDOVER: N_("Handover"),
    Kind.NOTE: N_("Note"),
    Kind.FINDING: N_("Finding"),
    Kind.SETTING: N_("Setting"),
    Kind.FILE: N_("File"),
    Kind.NEW: N_("New"),
}


class Entry(NamedTuple):
    """`beside` is told beside the title, `keys` do the same; `name` is remembered when it was used.

    `does` is called once the palette has closed and the focus is where it was before.
    """

    kind: Kind
    title: str
    beside: str
    icon: QIcon
    does: Callable[[], object]
    words: Searched
    keys: str = ""
    name: str = ""
    usable: bool = True

    @classmethod
    def of(
        cls, kind: Kind, title: str, beside: str, icon: QIcon, does: Callable[[], object]
    ) -> "Entry":
        """Make an entry; whatever stands on several lines is put on one."""
        title, beside = " ".join(title.split()), " ".join(beside.split())
        return cls(kind, title, beside, icon, does, searched(title, beside))

    @property
    def in_words(self) -> str:
        """All that the line shows, for those who hear it."""
        said = [self.title, _(KIND_NAMES[self.kind]), self.beside, self.keys]
        if not self.usable:
            said.append(_("cannot be used now"))
        return ", ".join(filter(None, said))
