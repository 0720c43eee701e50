"""Measures how complete the pathway is, once the edits have calmed down."""

import time
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from model.checks import Profile
from model.completeness import Completeness, Count, LiveCompleteness
from model.document import Changed, Document
from model.pathway import Pathway

if TYPE_CHECKING:
    from model.ids import Id

_CALM: Final = 300  # milliseconds without an edit
_SLICE: Final = 0.006  # seconds between two events


class Measuring(QObject):
    """Keeps the figure of a document; `measured` tells that there is a new one.

    `completeness` is that of `pathway`, which may be a few edits behind the document.

    It is not worked out at every edit but a moment after the last one, as nobody reads it while
    writing; and not all at once, as on a large board the first time takes longer than a frame.
    """

    measured = Signal()

    def __init__(
        self,
        parent: QObject,
        document: Document,
        profile: Callable[[], Profile],
        today: Callable[[], date],
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._profile = profile
        self._today = today
        self._touched: set[Id] = set()
        self._known: Completeness | None = None
        self._begin()
        self._total: Count | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)
        self.ask()

    @property
    def pathway(self) -> Pathway:
        """The pathway that was measured."""
        return self._live.pathway

    @property
    def total(self) -> Count | None:
        """The figure that was measured last, None until there is one."""
        return self._total

    @property
    def completeness(self) -> Completeness:
        """Figures and what is missing, measured to its end where it has not come to it yet."""
        if self._known is None:
            self._known = self._live.completeness()
        return self._known

    def follow(self, notice: Changed) -> None:
        """Measure again when no other change comes for a moment."""
        self._touched |= notice.change.touched
        self.ask()

    def ask(self) -> None:
        self._later.start(_CALM)

    def leave(self) -> None:
        """Measure no more: the window goes on to something else."""
        self._later.stop()

    def refresh(self) -> None:
        """Measure now."""
        self._later.stop()
        self._come_up()
        self._live.ask()
        self._tell()

    def _go_on(self) -> None:
        """Measure as long as nobody has to wait for it, and the rest after other events.

        When that fails, half of it is of no use: the next change lets all be measured anew.
        """
        end = time.monotonic() + _SLICE
        try:
            self._come_up()
            is_all = self._live.ask(lambda: time.monotonic() > end)
        except Exception:
            self._begin()
            raise
        if is_all:
            self._tell()
        else:
            self._later.start(0)

    def _come_up(self) -> None:
        """Take in what was done to the document; another day or profile asks everything anew."""
        if (self._by, self._day) != (self._profile(), self._today()):
            self._begin()
        elif self._touched:
            self._live.follow(self._document.pathway, self._touched)
            self._touched.clear()
            self._known = None

    def _begin(self) -> None:
        self._by, self._day = self._profile(), self._today()
        self._live = LiveCompleteness(self._document.pathway, self._by, self._day)
        self._touched.clear()
        self._known = None

    def _tell(self) -> None:
        self._total = self._live.total
        self.measured.emit()
