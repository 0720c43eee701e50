"""The milestones of a pathway: when they were kept, what has changed since, and what one can do."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.ui.labels import plain_label
from designer.ui.signs import icon
from model.ids import Id
from model.messages import _

_ID: Final = Qt.ItemDataRole.UserRole
_ABOVE: Final = 16


class MilestoneLine(NamedTuple):
    """A milestone as it is listed: its name, when it was kept, what has changed since."""

    id: Id
    name: str
    when: str
    since: str


class MilestonesPage(QWidget):
    """Each signal but the first carries the id of the milestone that is current."""

    asked_keeping = Signal()
    asked_comparing = Signal(str)
    asked_restoring = Signal(str)
    asked_renaming = Signal(str)
    asked_removing = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.keep = QPushButton(_("Keep a milestone…"))
        self.keep.setObjectName("primary")
        self.keep.clicked.connect(self.asked_keeping)
        self.list = MilestoneList()
        self.list.itemDoubleClicked.connect(lambda _item: self._ask(self.asked_comparing))
        self.list.went.connect(lambda: self._ask(self.asked_comparing))
        self.list.asked_renaming.connect(lambda: self._ask(self.asked_renaming))
        self.list.asked_removing.connect(lambda: self._ask(self.asked_removing))
        self.nothing = plain_label(
            _(
                "A milestone keeps the pathway as it is now under a name, inside its file: you can "
                "compare with it, and go back to it, whatever happens later."
            ),
            "muted",
        )
        self.nothing.setWordWrap(True)
        self.compare = self._button(_("What has changed since?"), self.asked_comparing)
        self.restore = self._button(_("Go back to it…"), self.asked_restoring)
        self.rename = self._button(_("Rename…"), self.asked_renaming)
        self.remove = self._button(_("Remove…"), self.asked_removing)
        self.list.currentItemChanged.connect(lambda _now, _before: self._allow())
        self.setFocusProxy(self.list)
        self._lay_out()
        self._allow()

    @property
    def current(self) -> Id:
        """The id of the milestone in the current line; '' when there is none."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def show_milestones(self, lines: Iterable[MilestoneLine]) -> None:
        """List these; the current one stays current while it is there."""
        current, row = self.current, self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            for line in lines:
                item = QListWidgetItem(icon("milestone", "accent"), "\n".join(line[1:]))
                item.setData(_ID, line.id)
                self.list.addItem(item)
            ids = [self.list.item(place).data(_ID) for place in range(self.list.count())]
            there = ids.index(current) if current in ids else min(max(row, 0), len(ids) - 1)
            self.list.setCurrentRow(there)
        self.nothing.setVisible(not ids)
        self.list.setVisible(bool(ids))
        self._allow()

    def _allow(self) -> None:
        for button in (self.compare, self.restore, self.rename, self.remove):
            button.setEnabled(bool(self.current))

    def _ask(self, signal: SignalInstance) -> None:
        if self.current:
            signal.emit(self.current)

    def _button(self, words: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda: self._ask(signal))
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        acts = QGridLayout()
        acts.setSpacing(6)
        for place, button in enumerate((self.compare, self.restore, self.rename, self.remove)):
            acts.addWidget(button, place // 2, place % 2)
        column.addLayout(acts)
        column.addStretch()


class MilestoneList(QListWidget):
    """Enter compares, F2 renames, Del removes."""

    went = Signal()
    asked_renaming = Signal()
    asked_removing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Milestones"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setIconSize(QSize(_ABOVE, _ABOVE))
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {
            Qt.Key.Key_Return: self.went,
            Qt.Key.Key_Enter: self.went,
            Qt.Key.Key_F2: self.asked_renaming,
            Qt.Key.Key_Delete: self.asked_removing,
        }.get(Qt.Key(event.key()))
        if asked is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            asked.emit()
