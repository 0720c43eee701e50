"""What one can do about a finding: put it right, accept it as it is, give it to somebody."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from model.checks import Finding, LiveChecks
from model.document import Document
from model.messages import spoken_language


class Kind(StrEnum):
    """What an act does."""

    FIX = "fix"
    FIX_ALIKE = "fix_alike"
    ACCEPT = "accept"
    WITHDRAW = "withdraw"
    GIVE = "give"
    TICK = "tick"
    """Mark the task that was given for it as done, or as not done after all."""


class Act(NamedTuple):
    """One thing that can be done about a finding, from a button, a menu entry or a key.

    `title` is in the language in force. `preview` says in words what would change, a line each;
    it is empty when the act asks something first.
    """

    kind: Kind
    title: str
    do: Callable[[], object]
    preview: tuple[str, ...] = ()


class Settling(QObject):
    """Settles the findings of an open document; reasons and tasks are written in `language`.

    `reaches` carries the ids of the records that a fix would change or has changed.
    """

    reaches = Signal(object)

    def __init__(
        self,
        panel: QWidget,
        document: Document,
        today: Callable[[], date],
        checks: Callable[[], LiveChecks],
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._document = document
        self._today = today
        self._checks = checks
        self.language = spoken_language()

    def acts_for(self, finding: Finding) -> tuple[Act, ...]:
        """Return what can be done about a finding, the first of its fixes first."""
        del finding
        return ()
