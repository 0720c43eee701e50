"""The first rows of a plain table, with a choice over each column: what it fills."""

from collections.abc import Sequence
from typing import Final

from openpyxl.utils import column_index_from_string
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from designer.ui.inspector.fields.boxes import Choice
from exporters.excel.kinds import as_words
from exporters.excel.opening import Page
from exporters.table.headers import first_row
from exporters.table.mapping import Field, MappedColumn, TableMapping
from model.messages import _

_SHOWN: Final = 8
"""Rows of the table that are shown."""
_WIDTH: Final = 220
_LONGEST: Final = 120
"""Letters of a cell that are shown."""


class ColumnsGrid(QTableWidget):
    """`changed` tells that a column is to fill something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Columns of the table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.choices: list[Choice] = []
        self._columns: tuple[MappedColumn, ...] = ()

    @property
    def columns(self) -> tuple[MappedColumn, ...]:
        """The columns, with what each is to fill."""
        return tuple(
            MappedColumn(column.letter, column.words, choice.currentData())
            for column, choice in zip(self._columns, self.choices, strict=True)
        )

    def show_table(self, page: Page, mapping: TableMapping, fields: Sequence[Field]) -> None:
        """Show a sheet with the choices that a mapping makes among some fields."""
        self._columns = mapping.columns
        with QSignalBlocker(self):
            self.clear()
            self.setColumnCount(len(self._columns))
            self.setHorizontalHeaderLabels([called(column) for column in self._columns])
            rows = _rows(page, mapping)
            self.setRowCount(1 + len(rows))
            self.choices = [self._choice(column, fields) for column in self._columns]
            for place, (column, choice) in enumerate(zip(self._columns, self.choices, strict=True)):
                self.setCellWidget(0, place, choice)
                self.setColumnWidth(place, _WIDTH)
                at = column_index_from_string(column.letter)
                for number, row in enumerate(rows, start=1):
                    words = " ".join(as_words(page.cells.get((row, at))).split())
                    self.setItem(number, place, QTableWidgetItem(words[:_LONGEST]))
        if self.choices:
            self.setRowHeight(0, self.choices[0].sizeHint().height() + 6)

    def _choice(self, column: MappedColumn, fields: Sequence[Field]) -> Choice:
        choice = _Choice()
        choice.came.connect(lambda: self._bring_into_sight(choice))
        choice.setAccessibleName(_("What column {column} is").format(column=called(column)))
        choice.addItem(_("(not read)"), "")
        for field in fields:
            choice.addItem(_(field.caption) + (" *" if field.is_required else ""), field.key)
        choice.setCurrentIndex(max(0, choice.findData(column.field)))
        choice.currentIndexChanged.connect(lambda _place: self.changed.emit())
        return choice

    def _bring_into_sight(self, choice: Choice) -> None:
        """Follow the keys: a column that they come to may lie beside what is seen."""
        self.scrollTo(self.model().index(0, self.choices.index(choice)))


class _Choice(Choice):
    """`came` tells that the keys have come to it."""

    came = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()


def called(column: MappedColumn) -> str:
    """Return what people call a column: its letter and the words over it."""
    return f"{column.letter} · {column.words}" if column.words else column.letter


def _rows(page: Page, mapping: TableMapping) -> list[int]:
    """Return the first rows below the headers that hold anything."""
    first = first_row(page, mapping.header_row)
    return sorted({row for row, _column in page.cells if row >= first})[:_SHOWN]
