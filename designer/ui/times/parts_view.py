"""The table of a walk's parts as one sees it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from designer.ui.times.share_bar import ShareBar
from designer.ui.times.table import Column, PartsTable
from model.messages import _

_ROW_HEIGHT: Final = 26
_WIDTHS: Final = {Column.KIND: 86, Column.TIME: 130, Column.SUM: 110, Column.SHARE: 120}
_NEEDS: Final = {Column.SHARE: 660, Column.SOURCE: 560, Column.SUM: 470}
"""From which width on a column is shown: stages must be told apart first."""


class PartsView(QTableView):
    """The parts of the walk; a click shows where a time stands, Enter goes there to write."""

    def __init__(self, table: PartsTable) -> None:
        super().__init__()
        self.setModel(table)
        self.setAccessibleName(_("Parts of the way"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegateForColumn(Column.SHARE, ShareBar(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(Column.STAGE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.SOURCE, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, width in _NEEDS.items():
            self.setColumnHidden(column, event.size().width() < width)
