"""What has no row any more in the workbooks: it stays, unless one ticks that it is to go."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from designer.ui.labels import plain_label
from exporters.excel.read_back import Missing
from model.messages import _

_MISSING: Final = Qt.ItemDataRole.UserRole


class MissingPage(QWidget):
    """`ticked` tells that something else is to go, `chosen` carries the id of a record."""

    ticked = Signal()
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        about = plain_label(
            _(
                "These have no row in the workbook any more. Nothing is removed, unless you tick "
                "it: then it goes, with what cannot be without it."
            )
        )
        about.setWordWrap(True)
        self.refusal = plain_label("", "fault")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self.list = QListWidget()
        self.list.setAccessibleName(_("To be removed"))
        self.list.setWordWrap(True)
        self.list.itemChanged.connect(lambda _item: self.ticked.emit())
        self.list.currentItemChanged.connect(self._come_to)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(_missing(item).record))
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.addWidget(about)
        column.addWidget(self.refusal)
        column.addWidget(self.list, 1)

    @property
    def removing(self) -> frozenset[Missing]:
        """What is to go."""
        return frozenset(
            _missing(item) for item in self._items if item.checkState() is Qt.CheckState.Checked
        )

    @property
    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show what has no row; what was ticked stays ticked."""
        if [*missing] == [_missing(item) for item in self._items]:
            return  # the tick that one has just set may be what is followed
        going = self.removing
        with QSignalBlocker(self.list):
            self.list.clear()
            for each in missing:
                item = QListWidgetItem(f"{each.where}: {each.name}")
                item.setData(_MISSING, each)
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled
                    | Qt.ItemFlag.ItemIsSelectable
                    | Qt.ItemFlag.ItemIsUserCheckable
                )
                is_going = each in going
                item.setCheckState(Qt.CheckState.Checked if is_going else Qt.CheckState.Unchecked)
                self.list.addItem(item)

    def refuse(self, words: str) -> None:
        """Say why what is ticked cannot go; '' when it can."""
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    def _come_to(self, item: QListWidgetItem | None) -> None:
        if item is not None and self.list.hasFocus():
            self.chosen.emit(_missing(item).record)


def _missing(item: QListWidgetItem) -> Missing:
    missing: Missing = item.data(_MISSING)
    return missing
