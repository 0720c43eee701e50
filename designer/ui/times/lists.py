"""The two lists beside the table: what one can look at, and what else is to be said."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem

from designer.ui.labels import as_tooltip
from designer.ui.signs import icon
from designer.ui.times.answers import Entry
from designer.ui.times.questions import Question
from model.messages import _

_ICON: Final = QSize(16, 16)


class _List(QListWidget):
    """A list without a frame whose texts are shown as they are."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setIconSize(_ICON)


class QuestionList(_List):
    """What one can look at; `asked` carries the key of the question that is chosen."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Times to look at"))
        self._questions: Sequence[Question] = ()
        self.currentRowChanged.connect(self._ask)

    def show_questions(self, questions: Sequence[Question], key: str) -> None:
        """Show these with that one chosen, and ask nothing."""
        if questions != self._questions:
            self._questions = questions
            with QSignalBlocker(self):
                self.clear()
                for question in questions:
                    item = QListWidgetItem(f"{question.title}\n{question.detail}")
                    item.setToolTip(as_tooltip(f"{question.title} · {question.detail}"))
                    self.addItem(item)
        keys = [question.key for question in questions]
        with QSignalBlocker(self):
            self.setCurrentRow(keys.index(key) if key in keys else 0)

    def _ask(self, row: int) -> None:
        if 0 <= row < len(self._questions):
            self.asked.emit(self._questions[row].key)


class EntryList(_List):
    """What is lacking, loops, limits of the law; headings lead nowhere.

    `opened` asks for an entry to be shown, `edited` for it to be put right.
    """

    opened = Signal(object)
    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("What else is to be said"))
        self.entries: Sequence[Entry] = ()
        self.setWordWrap(True)
        self.clicked.connect(lambda index: self._emit(self.opened, index))
        self.activated.connect(lambda index: self._emit(self.edited, index))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries; the same ones stay as they are."""
        if entries == self.entries:
            return
        self.entries = entries
        self.clear()
        for entry in entries:
            self.addItem(_heading(entry) if not entry.ids else _item(entry))

    def _emit(self, signal: SignalInstance, index: QModelIndex) -> None:
        entry = self.entries[index.row()]
        if entry.ids:
            signal.emit(entry)


def _heading(entry: Entry) -> QListWidgetItem:
    item = QListWidgetItem(entry.words)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    return item


def _item(entry: Entry) -> QListWidgetItem:
    item = QListWidgetItem(icon(entry.sign, "warning" if entry.open else "muted"), entry.words)
    item.setToolTip(as_tooltip(entry.words))
    return item
