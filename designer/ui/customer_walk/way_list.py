"""The numbered buttons: ways onward, or places to begin at."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from designer.ui.customer_walk.way_button import WayButton
from designer.ui.customer_walk.words import Way


class WayList(QScrollArea):
    """As high as its buttons, up to a part of its panel; `chosen` carries a place from 0."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons: list[WayButton] = []

    def show_ways(self, wanted: Iterable[Way]) -> None:
        """Show buttons for these; the same as before stay, with the keyboard on them."""
        ways = tuple(wanted)
        if self.widget() is not None and ways == tuple(button.way for button in self.buttons):
            return
        body = QWidget()
        body.setObjectName("paper")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(6)
        self.buttons = [WayButton(number, way) for number, way in enumerate(ways, 1)]
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked, place=place: self.chosen.emit(place))
            column.addWidget(button)
        column.addStretch()
        if (before := self.takeWidget()) is not None:
            before.deleteLater()  # one of its buttons may be what asks for these
        self.setWidget(body)
        self.updateGeometry()

    def take_focus(self) -> bool:
        """Go to the first button; False without one."""
        if not self.buttons:
            return False
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the keys are the walk's, not for scrolling

    def needed(self, width: int) -> int:
        """Return the height that all buttons take at a width."""
        inside = width - 32 - self.verticalScrollBar().sizeHint().width()
        heights = [button.heightForWidth(inside) for button in self.buttons]
        return sum(heights) + 6 * max(0, len(heights) - 1) + 10 if heights else 0

    def sizeHint(self) -> QSize:
        return QSize(200, self.needed(self.width()))
