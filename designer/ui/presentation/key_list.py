"""The list of keys, large enough to be read by who stands beside the wall."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from designer.ui.labels import plain_label
from designer.ui.presentation.framing import LEGIBLE
from designer.ui.presentation.keys import KEYS
from designer.ui.presentation.type import type_of
from designer.ui.theme import look
from model.messages import _


class KeyList(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wall_keys")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grid = QGridLayout(self)
        self._labels: list[tuple[QLabel, bool]] = []
        for row, entry in enumerate(entry for entry in KEYS if entry.keys):
            for column, words in enumerate((_(entry.keys), _(entry.title))):
                label = plain_label(words)
                self._labels.append((label, column == 0))
                self._grid.addWidget(label, row, column)
        self.dress()
        self.hide()

    def dress(self) -> None:
        colours = look()
        self.setStyleSheet(
            f"#wall_keys {{ background: {colours.card}; border: 2px solid {colours.label_border};"
            " border-radius: 12px; }"
            f"QLabel {{ color: {colours.ink}; background: transparent; }}"
        )

    def fit(self, around: QRect, unit: float) -> None:
        """Take the type that the room needs, and the middle of the window."""
        for label, is_key in self._labels:
            label.setFont(type_of(LEGIBLE, unit, bold=is_key))
        edge = round(28 * unit)
        self._grid.setContentsMargins(edge, edge, edge, edge)
        self._grid.setHorizontalSpacing(round(36 * unit))
        self._grid.setVerticalSpacing(round(4 * unit))
        self.adjustSize()
        self.move(around.center() - self.rect().center())
