"""How complete the pathway is: by section, by who gives it, and what is missing."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from designer.ui.canvas.view import BoardView
from designer.ui.completeness.bars_table import (
    EVERYTHING,
    BarsTable,
    lines_by_giver,
    lines_by_section,
)
from designer.ui.completeness.bars_view import BarsView
from designer.ui.completeness.gaps_table import Column, GapLines, GapsTable
from designer.ui.completeness.gaps_view import GapsView
from designer.ui.completeness.measuring import Measuring
from designer.ui.labels import plain_label
from designer.ui.panel_switch import Below, PanelSwitch
from designer.ui.top_bar import ShortenedLabel
from model.completeness import count_in_words
from model.messages import _


class CompletenessPanel(QFrame):
    """Shows the figures that were measured; choosing one lists what is missing in it.

    `revealed` asks for a record to be shown, down to a field; `edited` asks to write in a field.
    """

    revealed = Signal(str, str)
    edited = Signal(str, str)
    entered = Signal()

    def __init__(self, measuring: Measuring, board: BoardView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._measuring = measuring
        self._board = board
        self._part = EVERYTHING
        self._build()
        self._lay_out()
        measuring.measured.connect(self.present)
        self.present()

    @property
    def height_of_all(self) -> int:
        """How high it is with all its figures in sight, in pixels."""
        above = self.split.mapTo(self, self.split.rect().topLeft()).y()
        return above + max(self.sections.height_of_all, self.givers.height_of_all) + 2

    def present(self) -> None:
        """Bring all figures and lists up to what was measured last, in the board's language."""
        if self.isHidden():
            return
        completeness = self._measuring.completeness
        self.total.put(count_in_words(completeness.total))
        self.sections.show_lines(lines_by_section(completeness))
        self.givers.show_lines(lines_by_giver(completeness))
        if all(view.table.row_of(self._part) < 0 for view in (self.sections, self.givers)):
            self._part = EVERYTHING
        self._show_part()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.present()

    def _build(self) -> None:
        self.sections = BarsView(BarsTable(_("By section")), _("Completeness by section"))
        self.givers = BarsView(BarsTable(_("By who gives it")), _("Completeness by who gives it"))
        self.gaps = GapsView(GapsTable(GapLines((), self._measuring.pathway, self._board.language)))
        self.setFocusProxy(self.sections)
        for view in (self.sections, self.givers):
            view.chosen.connect(partial(self._choose, view))
            view.clicked.connect(self.entered)
            view.went.connect(self._go_to_gaps)
        self.gaps.clicked.connect(self._reveal)
        self.gaps.activated.connect(self._edit)
        self.gaps.left.connect(self._go_back)
        self.nothing = plain_label("", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.total = ShortenedLabel()
        self.total.setProperty("voice", "strong")

    def _lay_out(self) -> None:
        self.switch = PanelSwitch(Below.COMPLETENESS)
        top = QHBoxLayout()
        top.setContentsMargins(12, 6, 10, 2)
        top.setSpacing(14)
        top.addWidget(self.switch)
        top.addWidget(self.total, 1)
        missing = QWidget()
        beside = QVBoxLayout(missing)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.gaps, 1)
        beside.addWidget(self.nothing, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        for part, stretch in ((self.sections, 3), (self.givers, 3), (missing, 4)):
            self.split.addWidget(part)
            self.split.setStretchFactor(self.split.count() - 1, stretch)
        self.split.setSizes([520, 520, 860])
        self.split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.split, 1)

    def _choose(self, view: BarsView) -> None:
        if view.line is not None:
            self._part = view.line.part
            self._show_part()

    def _show_part(self) -> None:
        """Mark the part in its list, and list what is missing in it."""
        self.sections.mark(self._part)
        self.givers.mark(self._part)
        gaps = [gap for gap in self._measuring.completeness.gaps if self._part.takes(gap)]
        lines = GapLines(gaps, self._measuring.pathway, self._board.language)
        had_keys = self.gaps.hasFocus()
        self.gaps.show_lines(lines, Column.WHO if self._part.giver is None else Column.SECTION)
        self.gaps.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        line = self.sections.line or self.givers.line
        self.nothing.setText(
            _("Nothing is missing here.")
            if line is not None and line.figure.required
            else _("Nothing is required here.")
        )
        if had_keys and not lines:
            self._go_back()

    def _go_to_gaps(self) -> None:
        if not self.gaps.isHidden():
            self.gaps.take_focus()

    def _go_back(self) -> None:
        """Go back to the list in which the part was chosen."""
        view = self.sections if self.sections.line is not None else self.givers
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal(self, index: QModelIndex) -> None:
        gap = self.gaps.table.lines.gaps[index.row()]
        self.revealed.emit(gap.about, gap.requirement.place)
        self.entered.emit()

    def _edit(self, index: QModelIndex) -> None:
        gap = self.gaps.table.lines[index.row()].gap
        if gap.requirement.place:
            self.edited.emit(gap.about, gap.requirement.place)
        else:
            self._reveal(index)
