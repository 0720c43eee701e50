"""What a field of a form is: one value, shown and changed by its reader."""

from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from model.pathway import Pathway


class Around(NamedTuple):
    """What a field may look at: the pathway as it is now, and the language of its texts."""

    pathway: Pathway
    language: str


class Field(QWidget):
    """Shows one value. Typing is preview; leaving the field, ticking or choosing is one edit.

    `edited` carries the new value, `acted` a Change that touches other records as well, `opened`
    the id of a record that the user wants to see, `asked` the name of an action of the window.
    """

    edited = Signal(object)
    acted = Signal(object)
    opened = Signal(str)
    asked = Signal(str)

    def present(self, value: Any, around: Around) -> None:
        """Show a value of the pathway; what is being typed right now stays."""
        raise NotImplementedError

    def commit(self) -> None:
        """Tell of what has been typed and not been told yet."""

    def restore(self) -> None:
        """Forget what has been typed and not been told yet."""
