"""The last report as the findings panel tells it, taken over when somebody sees it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from designer.ui.findings.asking import Asking
from designer.ui.findings.grouping import Given
from designer.ui.findings.lines import Lines
from designer.ui.findings.whereabouts import Whereabouts
from model.document import Changed, Document

if TYPE_CHECKING:
    from model.checks.report import Difference
    from model.ids import Id


class Latest:
    """The lines of a report, where they are, and the tasks given for them (`given`).

    It lags behind what is asked until `come_up`, before which there are no `lines`. Then it
    follows by what differs; where it has fallen behind, all is made anew.
    """

    lines: Lines

    def __init__(self, document: Document, asking: Asking, tasks: Callable[[], Given]) -> None:
        self._document = document
        self._asking = asking
        self._tasks = tasks
        self.where = Whereabouts(document.pathway)
        self.given: Given = {}
        self._touched: set[Id] = set()
        self._differences: list[Difference] = []
        self._is_behind = True

    @property
    def is_due(self) -> bool:
        """Whether there is anything that it does not tell yet."""
        return self._is_behind or bool(self._differences)

    def follow(self, notice: Changed) -> None:
        """Note which records a change touched."""
        if not self._is_behind:
            self._touched |= notice.change.touched

    def fall_behind(self) -> None:
        """Note no more what differs."""
        self._is_behind = True
        self._touched.clear()
        self._differences.clear()

    def take(self) -> None:
        """Note how what was asked just now differs from what was asked before."""
        difference = self._asking.difference
        if difference is None:
            self.fall_behind()
        elif not self._is_behind:
            self._differences.append(difference)

    def come_up(self) -> bool:
        """Tell what is so now; return whether lines that are the same may say something else."""
        if not self.is_due:
            return False
        if self._is_behind:
            self.lines = Lines(self._asking.report)
            self.given = self._tasks()
            self.where = Whereabouts(self._document.pathway)
            self._is_behind = False
            return True
        touched, differences = frozenset(self._touched), tuple(self._differences)
        self.fall_behind()  # until all of it is taken in
        self.lines.follow(self._asking.report, differences)
        given, self.given = self.given, self._tasks()
        self.where, renamed = self.where.after(self._document.pathway, touched)
        self._is_behind = False
        return renamed or given != self.given
