"""One step as the customer meets it, in large type."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from designer.ui.customer_walk.words import Block, Line
from designer.ui.labels import plain_label
from model.messages import _


class StepPage(QScrollArea):
    """`asked_writing` carries the record and the field in which something is missing."""

    asked_writing = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, str, tuple[str, ...], tuple[Block, ...]] = ("", "", (), ())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("What the customer hears"))

    def show_step(
        self, where: str, title: str, notices: Sequence[str], blocks: Iterable[Block]
    ) -> None:
        """Show a step; one scrolls on where one was, while it is the same one."""
        shown = (where, title, tuple(notices), tuple(blocks))
        if shown == self._shown:
            return
        place = self.verticalScrollBar().value() if shown[:2] == self._shown[:2] else 0
        self._shown = shown
        page = QWidget()
        page.setObjectName("paper")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(2)
        if where:
            column.addWidget(_wrapped(where, "walk_where"))
        column.addWidget(_wrapped(title, "walk_title"))
        for notice in notices:
            column.addSpacing(6)
            column.addWidget(_wrapped(notice, "walk_notice"))
        for block in shown[3]:
            column.addSpacing(10)
            column.addWidget(_wrapped(block.heading, "walk_heading"))
            for line in block.lines:
                column.addWidget(self._line(line))
        column.addStretch()
        if (before := self.takeWidget()) is not None:
            before.deleteLater()  # one of its buttons may be what led here
        self.setWidget(page)
        page.adjustSize()
        self.verticalScrollBar().setValue(place)

    def _line(self, line: Line) -> QWidget:
        if not line.is_gap:
            return _wrapped(line.text)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        across.addWidget(_wrapped(line.text, "walk_gap"), 1)
        words = _("Write it")
        write = QPushButton(words)
        write.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        write.setAccessibleName(f"{words}: {line.text}")
        write.clicked.connect(lambda: self.asked_writing.emit(line.record, line.field))
        across.addWidget(write, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _wrapped(text: str, voice: str = "") -> QWidget:
    label = plain_label(text, voice)
    label.setWordWrap(True)
    return label
