"""What leads from the list of findings: to what one is about, and to what can be done about it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from designer.ui.canvas.descriptions import announce
from designer.ui.findings.lines import FindingLine
from designer.ui.findings.menu import Entry, open_menu, selecting
from designer.ui.findings.settling import Settling
from designer.ui.findings.tree import FindingsTree
from designer.ui.findings.tree_model import FindingsModel
from model.document import Document
from model.ids import Id


class Going(QObject):
    """Leads from a list, in which a click shows the place and Enter goes to write there.

    `revealed`, `edited`, `chosen` and `entered` are those of the panel.
    """

    revealed = Signal(str, str)
    edited = Signal(str, str)
    chosen = Signal(object)
    entered = Signal()

    def __init__(
        self,
        panel: QWidget,
        view: FindingsTree,
        model: FindingsModel,
        document: Document,
        settling: Settling,
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._view = view
        self._model = model
        self._document = document
        self._settling = settling
        self._is_revealing = False
        view.clicked.connect(self._click)
        view.went.connect(self._go)
        view.asked_menu.connect(self._open_menu)

    @property
    def is_revealing(self) -> bool:
        """Whether what is selected on the board is so because the list has led there."""
        return self._is_revealing

    def step(self, by: int) -> None:
        """Go to the next finding that is shown (1), or to the one before (-1), round and round."""
        if not self._view.step(by):
            return
        self.entered.emit()
        self._reveal(self._view.currentIndex())
        row = self._view.row
        if row is not None:
            announce(self._panel, row.sentence)

    def _click(self, index: QModelIndex) -> None:
        self._reveal(index)
        self.entered.emit()

    def _go(self, index: QModelIndex) -> None:
        self._reveal(index)
        line = self._model.line(index)
        if line is not None and line.field:
            self.edited.emit(self._target(line), line.field)

    def _reveal(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None:
            with self._revealing():
                self.revealed.emit(self._target(line), line.field)

    @contextmanager
    def _revealing(self) -> Iterator[None]:
        self._is_revealing = True
        try:
            yield
        finally:
            self._is_revealing = False

    def _target(self, line: FindingLine) -> Id:
        targets = [id for id in (line.about, *line.also) if id in self._document.pathway]
        return targets[0] or "" if targets else self._document.pathway.info.id

    def _open_menu(self, at: QPoint) -> None:
        row = self._view.row
        if row is None:
            return
        lines = [below.line for below in row.below or (row,) if below.line is not None]
        finding = row.line.finding if row.line is not None else None
        acts = self._settling.acts_for(finding) if finding is not None else ()
        of_rule = [line for line in self._model.lines() if line.rule == lines[0].rule]
        entries = (
            *(Entry(act.title, act.do) for act in acts),
            *selecting(lines, of_rule, self.chosen.emit),
        )
        open_menu(at, entries, self._panel)
