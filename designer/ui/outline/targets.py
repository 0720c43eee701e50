"""Choosing where a handover leads: the stages in a list that narrows while one types."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout

from designer.ui.labels import plain_label
from designer.ui.outline.lines import Kind, Outline
from designer.ui.outline.words import sentence_of, words_of
from model.ids import Id
from model.messages import _

_KEY: Final = Qt.ItemDataRole.UserRole
_LISTS_KEYS: Final = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class TargetChooser(QFrame):
    """Everything by keys: typing narrows, arrows choose, Enter takes, Esc leaves."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.question = plain_label("", "strong")
        self.question.setWordWrap(True)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Number, name or actor"))
        self.filter.installEventFilter(self)
        self.filter.textChanged.connect(self._narrow)
        self._stages = QStandardItemModel(self)
        self._narrowed = QSortFilterProxyModel(self)
        self._narrowed.setSourceModel(self._stages)
        self._narrowed.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = QListView()
        self.list.setModel(self._narrowed)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._take)
        self.nothing = plain_label(_("No stage is called so."), "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 6)
        column.addWidget(self.question)
        column.addWidget(self.filter)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.hide()

    def ask(self, question: str, outline: Outline, without: Id, language: str) -> None:
        """Offer the stages of an outline, all but one."""
        self.question.setText(question)
        self.filter.setAccessibleName(question)
        self._stages.clear()
        for key, line in outline.lines.items():
            if line.kind is Kind.STAGE and key != without:
                item = QStandardItem(words_of(line, language).line)
                item.setData(key, _KEY)
                item.setAccessibleText(sentence_of(line, language))
                self._stages.appendRow(item)
        self.filter.clear()
        self._narrow("")
        self.show()
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.hide()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self.filter:
            key = event.key()
            takes = key in {*_LISTS_KEYS, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if takes and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if takes and event.type() is QEvent.Type.KeyPress:
                self._press(event)
                return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _LISTS_KEYS:
            self.list.keyPressEvent(event)
            self._name_choice()
        else:
            self._take()

    def _narrow(self, words: str) -> None:
        self._narrowed.setFilterFixedString(words.strip())
        self.list.setCurrentIndex(self._narrowed.index(0, 0))
        self.nothing.setVisible(self._narrowed.rowCount() == 0)
        self.list.setVisible(self._narrowed.rowCount() > 0)
        self._name_choice()

    def _name_choice(self) -> None:
        """Let screen readers hear what Enter would take, while the cursor stays in the field."""
        said = self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        self.filter.setAccessibleDescription(said or self.nothing.text())

    def _take(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.hide()
            self.chosen.emit(index.data(_KEY))
