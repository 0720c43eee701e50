"""The tree of the findings: alike under one line, folded when there are many."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from designer.ui.findings.grouping import Row, begins_unfolded
from designer.ui.findings.tree_model import FindingsModel
from model.messages import _

if TYPE_CHECKING:
    from collections.abc import Hashable

ROW_HEIGHT = 28  # pixels
_SHARE = 0.36  # of the width, of the first column
_INDENT = 20

Index = QModelIndex | QPersistentModelIndex


class FindingsTree(QTreeView):
    """Right and Left unfold and fold, Enter goes to a finding; what was unfolded stays so.

    `went` carries the row where Enter was pressed, or that was clicked twice; `asked_menu` where
    on the screen a menu is wanted.
    """

    went = Signal(QModelIndex)
    asked_menu = Signal(object)

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        self._model = model
        self._folded: dict[Hashable, bool] = {}
        self._is_following = False
        self._goes_on = False
        self.setObjectName("findings")
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(_("Findings"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.header().setStretchLastSection(True)
        self.expanded.connect(lambda index: self._remember(index, folded=False))
        self.collapsed.connect(lambda index: self._remember(index, folded=True))

    @property
    def row(self) -> Row | None:
        """What stands in the current row."""
        return self._model.row(self.currentIndex())

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Come up to other rows; the current one stays current while it is there.

        The place of one that is gone is taken by the next, as long as the keys are here or it
        was settled.
        """
        current = self.row
        stays = self.hasFocus() or self._goes_on
        place = self._place() if stays else 0
        self._is_following = True
        self._model.show(rows)
        self._fold_as_before()
        self._is_following = False
        if current is not None and (self.row is None or self.row.key != current.key):
            index = self._model.find(current.key)
            if not index.isValid() and stays:
                index = self._at(place)
            self.setCurrentIndex(index)
        self._goes_on = False

    def go_on(self) -> None:
        """Let the next one be current once the current one is gone, wherever the keys are."""
        self._goes_on = True

    def choose(self, index: QModelIndex) -> None:
        """Make a row current and bring it into sight; unfold what it stands below."""
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def step(self, by: int) -> bool:
        """Choose the next finding (1) or the one before (-1), round and round; False: none."""
        found = [index for index in self._model.leaves() if self._has_finding(index)]
        if not found:
            return False
        current = self.currentIndex().siblingAtColumn(0)
        if current.isValid() and self._model.hasChildren(
            current
        ):  # from there, the first below it is the next
            below = (place for place, index in enumerate(found) if index.parent() == current)
            place = next(below, 0) - (by > 0)
        else:
            place = found.index(current) if current in found else -(by > 0)
        self.choose(found[(place + by) % len(found)])
        return True

    @property
    def can_unfold(self) -> bool:
        """Whether there is anything that is folded."""
        return any(not self.isExpanded(index) for index in self._model.above())

    @property
    def can_fold(self) -> bool:
        """Whether any rows stand below others."""
        return any(True for _index in self._model.above())

    def toggle_all(self) -> None:
        """Unfold all when anything is folded, else fold all."""
        unfolds = self.can_unfold
        with QSignalBlocker(self):
            if unfolds:
                self.expandAll()
            else:
                self.collapseAll()
        for index in self._model.above():
            self._remember(index, folded=not unfolds)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header().resizeSection(0, round(_SHARE * self.viewport().width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._go(index)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # leads back to the board
        elif event.key() == Qt.Key.Key_Left and index.parent().isValid():
            self.setCurrentIndex(index.parent())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.asked_menu.emit(at)
        event.accept()

    def _go(self, index: QModelIndex) -> None:
        if self._model.hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))
        elif index.isValid():
            self.went.emit(index)

    def _fold_as_before(self) -> None:
        rows = self._model.rows
        for index in self._model.above():
            row = self._model.row(index)
            if row is not None and row.key not in self._folded:
                self._folded[row.key] = not begins_unfolded(row, rows)
            if row is not None and self.isExpanded(index) is self._folded[row.key]:
                self.setExpanded(index, not self._folded[row.key])

    def _remember(self, index: QModelIndex, *, folded: bool) -> None:
        row = self._model.row(index)
        if row is not None and not self._is_following:
            self._folded[row.key] = folded

    def _has_finding(self, index: QModelIndex) -> bool:
        line = self._model.line(index)
        return line is not None and line.finding is not None

    def _place(self) -> int:
        """Return how manieth the current row is among the findings."""
        current = self.currentIndex().siblingAtColumn(0)
        return next(
            (place for place, leaf in enumerate(self._model.leaves()) if leaf == current), 0
        )

    def _at(self, place: int) -> QModelIndex:
        leaves = list(self._model.leaves())
        return leaves[min(place, len(leaves) - 1)] if leaves else QModelIndex()


class _Delegate(QStyledItemDelegate):
    """Rows high enough to be hit on a projector's touch screen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(120, max(ROW_HEIGHT, option.fontMetrics.height() + 8))
