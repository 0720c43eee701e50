"""The tree of the outline: a stock tree view whose keys mean what they mean on the board."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QKeyCombination, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView

from designer.ui.outline.delegate import OutlineDelegate
from designer.ui.outline.model import OutlineModel
from model.messages import _

Keys = Mapping[QKeyCombination, Callable[[], bool]]
"""What keys do; False leaves the key to the tree itself."""


class OutlineTree(QTreeView):
    asked_menu = Signal(object)

    def __init__(self, model: OutlineModel) -> None:
        super().__init__()
        self.keys: Keys = {}
        self.setModel(model)
        self.delegate = OutlineDelegate(model, self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(_("Outline"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(16)
        self.setTabKeyNavigation(False)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the current row, or the topmost one, where it is seen while rows come and go."""
        current = self.currentIndex()
        around = [QPersistentModelIndex(index) for index in _with_all_above(current)]
        room = self.viewport().rect()
        if not room.intersects(self.visualRect(current)):
            current = self.indexAt(room.topLeft())
        anchor, top = QPersistentModelIndex(current), self.visualRect(current).top()
        yield
        if around and not self.currentIndex().isValid():
            self.setCurrentIndex(next(map(_plain, filter(_stands, around)), QModelIndex()))
        if anchor.isValid():
            moved = self.visualRect(_plain(anchor)).top() - top
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def event(self, event: QEvent) -> bool:
        # The window has shortcuts for some of these keys, and they act on the board there.
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and _pressed(event) in self.keys
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Fields pass on the Enter that ends them.
        act = None if self.delegate.is_editing else self.keys.get(_pressed(event))
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # leads back to the board
        elif act is None or not act():
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.asked_menu.emit(at)
        event.accept()


def _with_all_above(index: QModelIndex) -> Iterator[QModelIndex]:
    while index.isValid():
        yield index
        index = index.parent()


def _stands(index: QPersistentModelIndex) -> bool:
    return index.isValid()


def _plain(index: QPersistentModelIndex) -> QModelIndex:
    return index.model().index(index.row(), index.column(), index.parent())


def _pressed(event: QKeyEvent) -> QKeyCombination:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeyCombination(modifiers, Qt.Key(event.key()))
