"""The table of a walk's parts as one sees it."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from designer.ui.tables import read_by_rows
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
        read_by_rows(self, _ROW_HEIGHT)
        self.setItemDelegateForColumn(Column.SHARE, ShareBar(self))
        header = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(Column.STAGE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.SOURCE, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, width in _NEEDS.items():
            self.setColumnHidden(column, event.size().width() < width)
