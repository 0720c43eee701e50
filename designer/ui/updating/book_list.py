"""The workbooks that were chosen: which are taken in, and what became of each."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from designer.ui.signs import icon
from designer.ui.updating.reading import Reading
from model.messages import _

_ROWS: Final = 5
"""Workbooks that are seen without scrolling."""
_LEAST_ROWS: Final = 2
_SIGN: Final = 16


class BookList(QListWidget):
    """`left_out` tells that other workbooks are ticked, `removed` carries one to be forgotten."""

    left_out = Signal()
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Workbooks"))
        self.setIconSize(QSize(_SIGN, _SIGN))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._readings: tuple[Reading, ...] = ()
        self.itemChanged.connect(lambda _item: self.left_out.emit())

    @property
    def current(self) -> Reading | None:
        """The workbook that one has come to."""
        place = self.currentRow()
        return self._readings[place] if 0 <= place < len(self._readings) else None

    @property
    def ticked(self) -> tuple[Reading, ...]:
        """The workbooks that are to be brought in."""
        return tuple(
            reading
            for place, reading in enumerate(self._readings)
            if reading.taken is not None and self.item(place).checkState() is Qt.CheckState.Checked
        )

    def show_books(self, readings: Sequence[Reading]) -> None:
        """Show workbooks; one that was unticked stays so, and one stays where one was."""
        unticked = {
            reading.source.path
            for place, reading in enumerate(self._readings)
            if reading.taken is not None
            and self.item(place).checkState() is Qt.CheckState.Unchecked
        }
        here = self.currentRow()
        with QSignalBlocker(self):
            self.clear()
            self._readings = tuple(readings)
            for reading in self._readings:
                self._add(reading, is_ticked=reading.source.path not in unticked)
            self.setCurrentRow(min(max(here, 0), self.count() - 1))
        self.updateGeometry()

    def say(self, words: Sequence[str]) -> None:
        """Say what becomes of each workbook."""
        with QSignalBlocker(self):
            for place, what in enumerate(words):
                self.item(place).setText(
                    _("{file}: {what}").format(file=self._readings[place].name, what=what)
                )

    def sizeHint(self) -> QSize:
        rows = max(_LEAST_ROWS, min(_ROWS, self.count()))
        row = self.sizeHintForRow(0) if self.count() else self.fontMetrics().height() + 8
        return QSize(super().sizeHint().width(), rows * row + 2 * self.frameWidth() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and (reading := self.current) is not None:
            self.removed.emit(reading)
        else:
            super().keyPressEvent(event)

    def _add(self, reading: Reading, *, is_ticked: bool) -> None:
        item = QListWidgetItem(reading.name)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if reading.taken is not None:
            item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        else:
            item.setFlags(flags)
            item.setIcon(
                icon("columns-3", "warning") if reading.asks_columns else icon("circle-x", "error")
            )
        self.addItem(item)
