"""Where a walk begins: the question, and the places and stories to choose from."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from designer.ui.customer_walk.way_list import WayList
from designer.ui.customer_walk.words import Way
from designer.ui.labels import plain_label
from model.messages import _


class BeginningPage(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.ways = WayList()
        question = plain_label(_("Where does the customer’s walk begin?"), "walk_title")
        question.setContentsMargins(16, 4, 16, 8)
        question.setWordWrap(True)
        self.nothing = plain_label(_("The pathway has no stages to walk yet."), "muted")
        self.nothing.setContentsMargins(16, 8, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(question)
        column.addWidget(self.nothing)
        column.addWidget(self.ways, 1)

    def show_ways(self, ways: Iterable[Way]) -> None:
        self.ways.show_ways(ways)
        self.nothing.setVisible(not self.ways.buttons)
