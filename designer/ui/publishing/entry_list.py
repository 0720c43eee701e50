"""The list of what would become of each pathway: what one has to act on comes first."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from designer.publishing.plan import Entry, Fate, Plan
from designer.publishing.words import FATES
from designer.ui.labels import as_tooltip
from designer.ui.signs import icon
from designer.ui.themes import ColourName
from model.messages import _

SIGNS: Final[dict[Fate, tuple[str, ColourName]]] = {
    Fate.NEW: ("plus", "success"),
    Fate.CHANGED: ("pencil", "accent"),
    Fate.UNCHANGED: ("check", "muted"),
    Fate.LEFT_OUT: ("octagon-alert", "error"),
    Fate.STAYS: ("circle-question-mark", "warning"),
    Fate.WITHDRAWN: ("circle-x", "error"),
}


class EntryList(QListWidget):
    """`chosen` carries the entry that one has come to, None when there is none."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Pathways"))
        self.setWordWrap(True)
        self.setIconSize(QSize(18, 18))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._entries: tuple[Entry, ...] = ()
        self.currentRowChanged.connect(lambda _row: self.chosen.emit(self.entry))

    @property
    def entry(self) -> Entry | None:
        row = self.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def present(self, plan: Plan, first: str) -> None:
        """Show a plan; one stays at the pathway where one was, at `first` to begin with."""
        wanted = self.entry.id if self.entry is not None else first
        self._entries = plan.entries
        with QSignalBlocker(self):
            self.clear()
            for entry in plan.entries:
                self.addItem(_item(entry))
            ids = [entry.id for entry in plan.entries]
            self.setCurrentRow(ids.index(wanted) if wanted in ids else 0)
        self.chosen.emit(self.entry)


def _item(entry: Entry) -> QListWidgetItem:
    fate = _(FATES[entry.fate])
    title = " ".join(entry.title.split())
    item = QListWidgetItem(icon(*SIGNS[entry.fate]), f"{title}\n{fate}")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}: {fate}")
    item.setToolTip(as_tooltip(str(entry.file) if entry.file else title))
    return item
