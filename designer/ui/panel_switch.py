"""The headings of panels that share one place: which one is in front, and how to the others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget


class PanelSwitch(QWidget):
    """One segment per panel; that of the panel it stands in is the pressed one."""

    asked = Signal(int)
    """For the panel of that place."""

    def __init__(self, titles: tuple[str, ...], here: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._here = here
        self.segments: list[QToolButton] = []
        for place, title in enumerate(titles):
            segment = QToolButton()
            segment.setObjectName("segment")
            segment.setProperty("first", place == 0)
            segment.setText(title)
            segment.setCheckable(True)
            segment.setChecked(place == here)
            segment.clicked.connect(lambda _checked, place=place: self._ask(place))
            row.addWidget(segment)
            self.segments.append(segment)

    def _ask(self, place: int) -> None:
        for number, segment in enumerate(self.segments):
            segment.setChecked(number == self._here)
        if place != self._here:
            self.asked.emit(place)
