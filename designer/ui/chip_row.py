"""A row of chips that says everything where there is room, and little where there is not."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

_GAP = 6


class ChipRow(QWidget):
    """Asks for the room of the long words, and makes do with that of the short ones."""

    def __init__(self, chips: Iterable[QToolButton]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words: dict[QToolButton, tuple[str, str]] = dict.fromkeys(chips, ("", ""))
        self._short, self._long = 0, 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for chip in self._words:
            row.addWidget(chip)
        row.addStretch()

    def say(self, words: Mapping[QToolButton, tuple[str, str]]) -> None:
        """Give each chip its long and its short words; screen readers always hear the long ones."""
        if words == self._words:
            return
        self._words = dict(words)
        for chip, (long, _short) in words.items():
            chip.setAccessibleName(long)
        self._short = self._width_with(1)
        self._long = self._width_with(0)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._long, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._short, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _width_with(self, place: int) -> int:
        self._put(place)
        widths = [chip.sizeHint().width() for chip in self._words if not chip.isHidden()]
        return sum(widths) + _GAP * len(widths)

    def _fit(self) -> None:
        self._put(0 if self.width() >= self._long else 1)

    def _put(self, place: int) -> None:
        for chip, words in self._words.items():
            chip.setText(f" {words[place]}")  # Qt leaves no room beside the sign
