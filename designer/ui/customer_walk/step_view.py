"""All that is seen of one step: whose walk it is, the way so far, the step, the ways onward."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from designer.ui.customer_walk.page import StepPage
from designer.ui.customer_walk.said_box import SaidBox
from designer.ui.customer_walk.trail import Trail
from designer.ui.customer_walk.way_list import WayList
from designer.ui.inspector.fields.boxes import WrappingLine
from designer.ui.labels import as_tooltip, plain_label
from designer.ui.signs import icon
from model.messages import _

MOST_FOR_WAYS = 0.38
"""The part of the height that ways onward take before one scrolls in them."""

TRAIL = 0.28
"""The part of the width that the way so far takes."""


class StepView(QWidget):
    """Only shows and asks; what is walked is known to the panel around it."""

    asked_keeping = Signal()
    asked_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = SaidBox(WrappingLine(), _("Whose walk is it?"), _("e.g. Maija, 78"))
        self.persona = SaidBox(WrappingLine(), _("Who the customer is"))
        self.keep = QPushButton(icon("save"), "")
        self.keep.clicked.connect(self.asked_keeping)
        self.trail = Trail()
        self.page = StepPage()
        self.onward = plain_label("", "walk_heading")
        self.onward.setContentsMargins(16, 6, 16, 0)
        self.onward.setWordWrap(True)
        self.ways = WayList()
        self.comment = SaidBox(WrappingLine(), _("What the customer says here, or what you notice"))
        self.back = QPushButton(icon("arrow-left"), _("Back"))
        self.back.setToolTip(as_tooltip(_("One step back (Backspace or Left)")))
        self.back.clicked.connect(self.asked_back)
        self._lay_out()

    def fit_ways(self) -> None:
        """Give the ways onward the room that they need, and scroll in them beyond that."""
        room = round(self.height() * MOST_FOR_WAYS)
        width = self.width() - self.trail.width()
        self.ways.setFixedHeight(min(self.ways.needed(width), max(60, room)))
        self.ways.setVisible(bool(self.ways.buttons))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.trail.setFixedWidth(max(160, min(300, round(TRAIL * self.width()))))
        self.fit_ways()

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 300)

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setContentsMargins(12, 0, 12, 6)
        names.setSpacing(10)
        names.addWidget(self.name, 2, Qt.AlignmentFlag.AlignTop)
        names.addWidget(self.persona, 3, Qt.AlignmentFlag.AlignTop)
        names.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignBottom)
        said = QHBoxLayout()
        said.setContentsMargins(16, 4, 16, 10)
        said.setSpacing(10)
        said.addWidget(self.comment, 1)
        said.addWidget(self.back, 0, Qt.AlignmentFlag.AlignBottom)
        step = QVBoxLayout()
        step.setSpacing(2)
        step.addWidget(self.page, 1)
        step.addWidget(_rule())
        step.addWidget(self.onward)
        step.addWidget(self.ways)
        step.addLayout(said)
        across = QHBoxLayout()
        across.setContentsMargins(6, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.trail)
        across.addLayout(step, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(names)
        column.addWidget(_rule())
        column.addLayout(across, 1)


def _rule() -> QFrame:
    line = QFrame()
    line.setObjectName("walk_rule")
    line.setFixedHeight(1)
    return line
