"""The headings of panels that share one place: which one is in front, and how to the others."""

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from model.messages import N_, _


class Below(IntEnum):
    """The panels that share the place below the board, from left to right."""

    FINDINGS = 0
    NOTES = 1


_TITLES = {
    Below.FINDINGS: N_("Findings"),
    Below.NOTES: N_("Notes"),
}


class PanelSwitch(QWidget):
    """One segment per panel; that of the panel it stands in is the pressed one."""

    asked = Signal(Below)

    def __init__(self, here: Below) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._here = here
        self.segments: dict[Below, QToolButton] = {}
        for panel in Below:
            segment = QToolButton()
            segment.setObjectName("segment")
            segment.setProperty("first", not self.segments)
            segment.setText(_(_TITLES[panel]))
            segment.setCheckable(True)
            segment.setChecked(panel is here)
            segment.clicked.connect(lambda _checked, panel=panel: self._ask(panel))
            row.addWidget(segment)
            self.segments[panel] = segment

    def _ask(self, panel: Below) -> None:
        for other, segment in self.segments.items():
            segment.setChecked(other is self._here)
        if panel is not self._here:
            self.asked.emit(panel)
