"""What an action is."""

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from designer.ui.main_window import MainWindow


class When(Enum):
    """When an action can be used."""

    ALWAYS = auto()
    PATHWAY = auto()
    """A pathway is open."""
    UNDO = auto()
    REDO = auto()


class Action(NamedTuple):
    """`title` and `short` (on buttons) are message ids; the board hears `board_key` itself."""

    name: str
    title: str
    does: "Callable[[MainWindow], object]"
    when: When = When.PATHWAY
    shortcut: str = ""
    board_key: str = ""
    icon: str = ""
    short: str = ""
