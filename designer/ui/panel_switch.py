"""The headings of panels that share one place: which one is in front, and how to the others."""

from enum import IntEnum
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from model.messages import N_, _


class Below(IntEnum):
    """The panels that share the place below the board, from left to right."""

    FINDINGS = 0
    NOTES = 1
    COMPLETENESS = 2
    TIMES = 3


_TITLES = {
    Below.FINDINGS: N_("Findings"),
    Below.NOTES: N_("Notes"),
    Below.COMPLETENESS: N_("Completeness"),
    Below.TIMES: N_("Times"),
}


class PanelSwitch(QWidget):
    """One segment per panel; that of the panel it stands in is the pressed one.

    Where there is no room for all of them, a button says which panel this is and has the others
    in its menu.
    """

    asked = Signal(Below)

    def __init__(self, here: Below) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._here = here
        self.segments = {panel: self._segment(panel) for panel in Below}
        for segment in self.segments.values():
            row.addWidget(segment)
        self.menu_button = self._menu_button()
        row.addWidget(self.menu_button)
        row.addStretch()  # what is left over beside the button
        self._fit()

    def sizeHint(self) -> QSize:
        widths = [segment.sizeHint().width() for segment in self.segments.values()]
        return QSize(sum(widths), self.menu_button.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        hint = self.menu_button.sizeHint()
        return QSize(min(hint.width(), self.sizeHint().width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        short = self.width() < self.sizeHint().width()
        had_keys = self.isAncestorOf(self.window().focusWidget())
        for segment in self.segments.values():
            segment.setVisible(not short)
        self.menu_button.setVisible(short)
        if had_keys:
            shown = self.menu_button if short else self.segments[self._here]
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _segment(self, panel: Below) -> QToolButton:
        segment = QToolButton()
        segment.setObjectName("segment")
        segment.setProperty("first", panel is next(iter(Below)))
        segment.setText(_(_TITLES[panel]))
        segment.setCheckable(True)
        segment.setChecked(panel is self._here)
        segment.clicked.connect(lambda: self._ask(panel))
        return segment

    def _menu_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(f"{_(_TITLES[self._here])} ▾")
        button.setAccessibleName(_(_TITLES[self._here]))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for panel in Below:
            entry = menu.addAction(_(_TITLES[panel]))
            entry.setCheckable(True)
            entry.setChecked(panel is self._here)
            entry.triggered.connect(partial(self._ask, panel))
        button.setMenu(menu)
        return button

    def _ask(self, panel: Below, *_checked: bool) -> None:
        for other, segment in self.segments.items():
            segment.setChecked(other is self._here)
        for other, entry in zip(Below, self.menu_button.menu().actions(), strict=True):
            entry.setChecked(other is self._here)
        if panel is not self._here:
            self.asked.emit(panel)
