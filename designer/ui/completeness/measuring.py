"""Measures how complete the pathway is, once the edits have calmed down."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from model.checks import Profile
from model.completeness import measure
from model.document import Changed, Document

_CALM = 300  # milliseconds without an edit


class Measuring(QObject):
    """Keeps the figure of a document; `measured` tells that there is a new one.

    `completeness` is that of `pathway`, which may be a few edits behind the document.

    It is not worked out at every edit but a moment after the last one: nobody reads it while
    writing, and on a large board it takes longer than a frame.
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
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_CALM)
        self._later.timeout.connect(self.refresh)
        self.pathway = document.pathway
        self.completeness = measure(self.pathway, profile(), today())

    def follow(self, notice: Changed) -> None:
        """Measure again when no other change comes for a moment."""
        del notice
        self.ask()

    def ask(self) -> None:
        self._later.start()

    def leave(self) -> None:
        """Measure no more: the window goes on to something else."""
        self._later.stop()

    def refresh(self) -> None:
        """Measure now."""
        self._later.stop()
        self.pathway = self._document.pathway
        self.completeness = measure(self.pathway, self._profile(), self._today())
        self.measured.emit()
