"""The way walked so far, step by step, with the time that has passed."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from designer.ui.customer_walk.words import Past
from designer.ui.labels import as_tooltip
from designer.ui.signs import icon
from designer.ui.theme import colours
from model.messages import _

_AROUND = 24
_ABOVE = 10


class Trail(QListWidget):
    """`chosen` carries the place of the step that one wants to go to, from 0."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("The way so far"))
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentRowChanged.connect(self._choose)

    def show_steps(self, steps: Sequence[Past], here: int) -> None:
        with QSignalBlocker(self):
            self.clear()
            for number, step in enumerate(steps, 1):
                words = f"{number}  {step.title}" + (f"\n{step.time}" if step.time else "")
                item = QListWidgetItem(words)
                item.setToolTip(as_tooltip(words))
                if step.has_comment:
                    item.setIcon(icon("message-square-quote", "accent"))
                if number - 1 > here:
                    item.setForeground(QColor(colours().muted))
                self.addItem(item)
            self.setCurrentRow(here)
        self.wrap_anew()

    def wrap_anew(self) -> None:
        """Give each line the height of its words as they are wrapped now."""
        # The list's own reckoning leaves out the room that the style takes around the words.
        width = max(40, self.viewport().width() - _AROUND)
        for row in range(self.count()):
            item = self.item(row)
            beside = 0 if item.icon().isNull() else self.iconSize().width() + _AROUND // 4
            flags = Qt.TextFlag.TextWordWrap
            inside = QRect(0, 0, width - beside, 10_000)
            words = self.fontMetrics().boundingRect(inside, flags, item.text())
            item.setSizeHint(QSize(width, words.height() + _ABOVE))
        self.doItemsLayout()
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.wrap_anew()

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)
