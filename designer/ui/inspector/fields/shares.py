"""Boxes to tick for many things at once, each telling how many of them it holds for."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from designer.ui.labels import plain_label
from designer.ui.ticks import Tick
from model.messages import _

ALL_OR_NONE: Final = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Shares(QWidget):
    """One box per name offered: ticked when it holds for all, half when for some of them.

    Ticking sets it for all, taking the tick away for none; `told` carries the key and which.
    """

    told = Signal(str, bool)

    def __init__(self, nothing: str = "") -> None:
        super().__init__()
        self._offered: dict[str, str] = {}
        self.boxes: dict[str, ShareBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._nothing = plain_label(nothing, "muted")
        self._nothing.setWordWrap(True)
        self._column.addWidget(self._nothing)

    def offer(self, names: Mapping[str, str]) -> None:
        """Offer these, by the keys that they are told of with."""
        self._nothing.setVisible(not names and bool(self._nothing.text()))
        if names == self._offered:
            return
        self._offered = dict(names)
        for box in self.boxes.values():
            box.setParent(None)
            box.deleteLater()
        self.boxes = {key: ShareBox(words) for key, words in names.items()}
        for key, box in self.boxes.items():
            box.chosen.connect(partial(self.told.emit, key))
            self._column.addWidget(box)

    def present(self, counts: Mapping[str, int], of: int) -> None:
        """Show for how many of all each holds."""
        for key, box in self.boxes.items():
            box.present(counts.get(key, 0), of)


class ShareBox(Tick):
    """A tick that some of many have; a click gives it to all, or takes it from all."""

    chosen = Signal(bool)

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._name = words
        self.clicked.connect(lambda: self.chosen.emit(self.isChecked()))

    def present(self, count: int, of: int) -> None:
        share = Qt.CheckState.PartiallyChecked
        if count in (0, of):
            share = Qt.CheckState.Checked if count and count == of else Qt.CheckState.Unchecked
        self.setTristate(share not in ALL_OR_NONE)
        self.setCheckState(share)
        some = _("{words} ({count} of {all})").format(words="", count=count, all=of)
        self.put(self._name, some if self.isTristate() else "")

    def nextCheckState(self) -> None:
        checked = self.checkState() is Qt.CheckState.Checked
        self.setTristate(False)
        self.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)
