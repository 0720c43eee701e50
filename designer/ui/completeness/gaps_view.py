"""The list of what is missing; Enter goes to the field, Left goes back to the figures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from designer.ui.completeness.gaps_table import Column, GapLines, GapsTable
from designer.ui.tables import read_by_rows
from model.messages import _

ROW_HEIGHT = 25  # pixels
_SIGN = 36
_SHARES = {Column.WHERE: 0.32, Column.WHO: 0.22, Column.SECTION: 0.22}  # of the width


class GapsView(QTableView):
    """`left` says that somebody goes back to where they came from."""

    left = Signal()

    def __init__(self, table: GapsTable) -> None:
        super().__init__()
        self.table = table
        self._told = Column.WHO
        self.setModel(table)
        self.setAccessibleName(_("What is missing"))
        read_by_rows(self, ROW_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)

    def show_lines(self, lines: GapLines, told: Column) -> None:
        """Show other lines; the last column tells who gives it, or the section."""
        self._told = told
        for column in (Column.WHO, Column.SECTION):
            self.setColumnHidden(column, column is not told)
        row = self.currentIndex().row()
        gap = self.table.lines.gaps[row] if 0 <= row < len(self.table.lines) else None
        self.table.show(lines)
        if gap is not None and lines:
            # The line of what has been put right is the next one's.
            there = lines.gaps.index(gap) if gap in lines.gaps else row
            self.selectRow(min(there, len(lines) - 1))

    def take_focus(self) -> None:
        """Take the keys, with a line chosen."""
        if not self.currentIndex().isValid():
            self.selectRow(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, header = self.viewport().width(), self.horizontalHeader()
        header.resizeSection(Column.STATE, _SIGN)
        for column, share in _SHARES.items():
            header.resizeSection(column, round(share * width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)
