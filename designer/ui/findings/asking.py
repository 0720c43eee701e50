"""When the rules are asked of an open pathway: again after each change, and when a day begins."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from designer.ui.findings.marking import Marking, Marks
from model.checks import LiveChecks, Profile, Report
from model.checks.report import Difference
from model.document import Changed, Document

if TYPE_CHECKING:
    from model.ids import Id


class Asking(QObject):
    """Asks as soon as nothing more urgent is to be done; `answered` when there is a report.

    `marks` tell how many findings each record has, and the heaviest severity of them: the very
    same ones as long as none has changed. `difference` is what differs in the report from the one
    before, None when everything was asked anew.
    """

    answered = Signal()

    def __init__(
        self, parent: QObject, document: Document, profile: Profile, today: Callable[[], date]
    ) -> None:
        super().__init__(parent)
        self.difference: Difference | None = None
        self._document = document
        self._today = today
        self._touched: set[Id] = set()
        self._begin(profile)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.refresh)

    @property
    def report(self) -> Report:
        return self.checks.report

    @property
    def marks(self) -> Marks:
        return self._marking.marks

    def follow(self, notice: Changed) -> None:
        """Ask again, soon, what the change reached."""
        self._touched |= notice.change.touched
        self._later.start()

    def refresh(self) -> None:
        """Ask now what is still to be asked."""
        self._later.stop()
        if self._day != self._today():
            self._begin(self.profile)
        elif self._touched:
            self._follow()
        else:
            self.difference = Difference()
        self.answered.emit()

    def ask_by(self, profile: Profile) -> None:
        """Ask everything anew, by another profile."""
        self._begin(profile)
        self.answered.emit()

    def _follow(self) -> None:
        """Ask what the changes reached; all anew when that fails, for half of it is of no use."""
        try:
            self.checks.follow(self._document.pathway, self._touched)
            self.difference = self.checks.difference
            self._marking.follow(self.difference.findings)
            self._touched.clear()
        except Exception:
            self._begin(self.profile)
            self.answered.emit()
            raise

    def _begin(self, profile: Profile) -> None:
        self.profile = profile
        self._day = self._today()
        self.checks = LiveChecks(self._document.pathway, profile, self._day)
        self.difference = None
        self._marking = Marking(self.report.findings)
        self._touched.clear()
