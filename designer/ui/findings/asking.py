"""When the rules are asked of an open pathway: again after each change, and when a day begins."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from model.checks import LiveChecks, Profile, Report
from model.codes import Severity
from model.document import Changed, Document
from model.ids import Id

Marks = dict[Id, tuple[Severity, int]]


class Asking(QObject):
    """Asks as soon as nothing more urgent is to be done; `answered` when there is a report."""

    answered = Signal()

    def __init__(
        self, parent: QObject, document: Document, profile: Profile, today: Callable[[], date]
    ) -> None:
        super().__init__(parent)
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
        """How many findings each record has, and the heaviest severity of them."""
        marks: Marks = {}
        for finding in self.report.findings:  # heaviest first
            for id in (finding.about,) if finding.about is not None else finding.also:
                severity, count = marks.get(id, (finding.severity, 0))
                marks[id] = (severity, count + 1)
        return marks

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
            self.checks.follow(self._document.pathway, self._touched)
        self._touched.clear()
        self.answered.emit()

    def ask_by(self, profile: Profile) -> None:
        """Ask everything anew, by another profile."""
        self._begin(profile)
        self.answered.emit()

    def _begin(self, profile: Profile) -> None:
        self.profile = profile
        self._day = self._today()
        self.checks = LiveChecks(self._document.pathway, profile, self._day)
        self._touched.clear()
